import type { LocalDate } from '@terreau/domain/time/local-date'
import {
  type AgreementAct,
  type EndReason,
  mayAct,
  SIDES,
} from '@terreau/domain/tutoring/agreement'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { storeFile } from '../../../platform/files/store.ts'
import { mutation } from '../../../platform/mutation.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { deciderId, refuseOwnHours } from '../own-hours.ts'
import { agreementPaper } from './agreement-document.ts'
import { sendAgreementLinks } from './agreement-link.ts'
import { type Agreement, lockAgreement, readAgreement, type Wording } from './agreement-queries.ts'

/** Writes the agreement of a pair: a new version each time, and both are asked about it. */
export const writeAgreement = mutation({
  access: 'tutoring.approve',
  async run(tx, ctx, { relationId, ...wording }: Wording & { relationId: string }) {
    const before = await lockForAct(tx, ctx, { relationId, act: 'write' })
    const version = before.version + 1
    await tx
      .insertInto('tutoringAgreement')
      .values({
        cooperativeId: ctx.cooperativeId,
        relationId,
        version,
        ...wording,
        writtenAt: ctx.now,
        writtenBy: deciderId(ctx),
      })
      .execute()
    const agreement = await readAgreement(tx, { cooperativeId: ctx.cooperativeId, relationId })
    const { links, jobs } = await sendAgreementLinks(tx, ctx, { agreement, sides: SIDES })
    const { rhythm, startsOn, months } = wording
    return {
      value: links,
      audit: [
        {
          action: 'tutoring.agreement-written',
          entity: { kind: 'tutoring-relation', id: relationId },
          after: { version, rhythm, startsOn, months },
        },
      ],
      jobs,
    }
  },
})

/**
 * Countersigns what both accepted: the paper is printed once and its bytes are kept. A pair that had ended
 * goes on from then. Nobody countersigns what they accepted themselves.
 */
export const countersignAgreement = mutation({
  access: 'tutoring.approve',
  async run(tx, ctx, { relationId }: { relationId: string }) {
    const agreement = await lockForAct(tx, ctx, { relationId, act: 'countersign' })
    for (const side of SIDES) refuseOwnHours(ctx, agreement[side].personId)
    const { version } = agreement
    const file = await storeFile(tx, ctx, {
      mediaType: 'application/pdf',
      fileName: `convention-tutorat-${version}.pdf`,
      bytes: await agreementPaper(tx, ctx, agreement),
    })
    await tx
      .insertInto('tutoringCountersignature')
      .values({
        cooperativeId: ctx.cooperativeId,
        relationId,
        version,
        fileId: file.id,
        signedAt: ctx.now,
        signedBy: deciderId(ctx),
      })
      .execute()
    await endPair(tx, ctx, { relationId, endedOn: null })
    return {
      value: undefined,
      audit: [
        {
          action: 'tutoring.agreement-countersigned',
          entity: { kind: 'tutoring-relation', id: relationId },
          after: { version, sha256: file.sha256.toString('hex') },
        },
      ],
    }
  },
})

interface Ending {
  relationId: string
  endedOn: LocalDate
  reason: EndReason
  words: string
}

/** Ends the agreement and with it the pair, from a day that is there; both are asked to look back. */
export const endAgreement = mutation({
  access: 'tutoring.approve',
  async run(tx, ctx, { relationId, endedOn, reason, words }: Ending) {
    const before = await lockForAct(tx, ctx, { relationId, act: 'end' })
    if (endedOn > ctx.today || endedOn < (before.wording?.startsOn ?? endedOn)) {
      const code = 'agreement-end-wrong'
      throw new ProblemError(code, undefined, [{ pointer: '/body/endedOn', code }])
    }
    const { version } = before
    await tx
      .insertInto('tutoringAgreementEnd')
      .values({
        cooperativeId: ctx.cooperativeId,
        relationId,
        version,
        endedOn,
        reason,
        words,
        recordedAt: ctx.now,
        recordedBy: deciderId(ctx),
      })
      .execute()
    await endPair(tx, ctx, { relationId, endedOn })
    const agreement = await readAgreement(tx, { cooperativeId: ctx.cooperativeId, relationId })
    const { links, jobs } = await sendAgreementLinks(tx, ctx, { agreement, sides: SIDES })
    return {
      value: links,
      audit: [
        {
          action: 'tutoring.agreement-ended',
          entity: { kind: 'tutoring-relation', id: relationId },
          after: { version, endedOn, reason },
        },
      ],
      jobs,
    }
  },
})

async function lockForAct(
  tx: Tx,
  ctx: Context,
  { relationId, act }: { relationId: string; act: AgreementAct },
): Promise<Agreement> {
  const { cooperativeId } = ctx
  const agreement = await lockAgreement(tx, { cooperativeId, relationId })
  if (agreement.version !== ctx.ifMatch) throw new ProblemError('version-changed')
  const isFirst = agreement.state === null && act === 'write'
  if (!isFirst && (agreement.state === null || !mayAct(agreement.state, act)))
    throw new ProblemError('agreement-act-not-allowed')
  return agreement
}

async function endPair(
  tx: Tx,
  ctx: Context,
  { relationId, endedOn }: { relationId: string; endedOn: LocalDate | null },
): Promise<void> {
  await tx
    .updateTable('tutoringRelation')
    .set({ endedOn })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', relationId)
    .execute()
}
