import { randomUUID } from 'node:crypto'
import type { BatchKind } from '@terreau/domain/attestations/kinds'
import type { YearMonth } from '@terreau/domain/time/year-month'
import type { Locale } from '@terreau/protocol/codecs'
import { userIdOf } from '../../../platform/context.ts'
import { mutation } from '../../../platform/mutation.ts'
import { found } from '../../../platform/problem-error.ts'
import { currentTemplates, templateKey } from '../templates/queries.ts'
import { attestationBatchJob } from './issue-batch.job.ts'

interface Wanted {
  kind: BatchKind
  months: readonly YearMonth[]
  personIds: readonly string[]
  locale: Locale | null
  sendsMails: boolean
}

/** Keeps who was chosen and queues the job that issues; each person once, however often they were named. */
export const startBatch = mutation<Wanted, { id: string }>({
  access: 'attestation.issue',
  async run(tx, ctx, wanted) {
    const { cooperativeId } = ctx
    const { kind, locale, sendsMails } = wanted
    const id = randomUUID()
    const personIds = [...new Set(wanted.personIds)]
    const known = await tx
      .selectFrom('person')
      .select('id')
      .where('cooperativeId', '=', cooperativeId)
      .where('id', 'in', personIds)
      .execute()
    if (known.length < personIds.length) found(null)
    const months = [...new Set(wanted.months)].sort()
    const templates = await currentTemplates(tx, ctx, [{ kind, locale: 'fr' }])
    const textVersions = Object.fromEntries(
      (['fr', 'en'] as const).flatMap((language) => {
        const template = templates.get(templateKey({ kind, locale: language }))
        return template === undefined ? [] : [[language, template.version]]
      }),
    )
    await tx
      .insertInto('attestationBatch')
      .values({
        cooperativeId,
        id,
        kind,
        months,
        locale,
        sendsMails,
        textVersions: JSON.stringify(textVersions),
        createdAt: ctx.now,
        createdBy: userIdOf(ctx),
      })
      .execute()
    await tx
      .insertInto('attestationBatchItem')
      .values(personIds.map((personId) => ({ cooperativeId, batchId: id, personId })))
      .execute()
    return {
      value: { id },
      audit: [
        {
          action: 'attestation-batch.started',
          entity: { kind: 'attestation-batch', id },
          after: { kind, months, people: personIds.length, sendsMails },
        },
      ],
      jobs: [
        attestationBatchJob.queue(
          { cooperativeId, batchId: id },
          { key: `attestation-batch:${id}` },
        ),
      ],
    }
  },
})
