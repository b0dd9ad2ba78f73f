import { randomUUID } from 'node:crypto'
import { ownCopyReason } from '@terreau/i18n/personal-copy'
import { type Context, userIdOf } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation, type Outcome } from '../../../platform/mutation.ts'
import { ownPersonId } from '../../../platform/own-person.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { recordLook } from '../../documents/index.ts'
import { personExists } from '../../people/index.ts'
import { hasSealedNumbers } from '../../right-to-work/index.ts'
import { personalExportJob } from './make-export.job.ts'

interface Asked {
  personId: string
  askedFor: 'person' | 'office'
  reason: string
}

/** The person asks for a copy of everything; sealed numbers are opened for them, which is noted as a look. */
export const askOwnExport = mutation<void, { exportId: string }>({
  access: 'personal-data.own',
  async run(tx, ctx) {
    const personId = ownPersonId(ctx)
    return ask(tx, ctx, { personId, askedFor: 'person', reason: '' })
  },
})

/** The office makes a copy for a person, with a reason that the person can read. */
export const askExport = mutation<{ personId: string; reason: string }, { exportId: string }>({
  access: 'personal-data.manage',
  async run(tx, ctx, { personId, reason }) {
    await personExists(tx, ctx, personId)
    return ask(tx, ctx, { personId, askedFor: 'office', reason })
  },
})

async function ask(tx: Tx, ctx: Context, asked: Asked): Promise<Outcome<{ exportId: string }>> {
  const { cooperativeId } = ctx
  const { personId, askedFor, reason } = asked
  const exportId = randomUUID()
  const made = await tx
    .insertInto('personalExport')
    .values({ cooperativeId, id: exportId, ...asked, askedBy: userIdOf(ctx), askedAt: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 0n) throw new ProblemError('export-under-way')
  const isNumbersOpened = askedFor === 'person' && (await hasSealedNumbers(tx, ctx, personId))
  if (askedFor === 'office' || isNumbersOpened)
    await recordLook(tx, ctx, {
      personId,
      what: 'personal_copy',
      reason: reason === '' ? ownCopyReason(ctx.locale) : reason,
    })
  const entity = { kind: 'person', id: personId }
  return {
    value: { exportId },
    audit: [
      { action: 'personal-export.asked', entity, after: { exportId, askedFor, isNumbersOpened } },
    ],
    jobs: [personalExportJob.queue({ cooperativeId, exportId }, { key: `export:${exportId}` })],
  }
}
