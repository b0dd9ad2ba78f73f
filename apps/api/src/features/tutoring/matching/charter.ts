import type { LocalDate } from '@terreau/domain/time/local-date'
import type { AuditEntry } from '../../../platform/audit/actions.ts'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation } from '../../../platform/mutation.ts'
import { ownPersonId } from '../../../platform/own-person.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { deciderId } from '../own-hours.ts'

/** The charter of tutors that stands; null when the cooperative has written none. */
export async function standingCharter(tx: Tx, ctx: Context) {
  const row = await tx
    .selectFrom('tutorCharter')
    .select(['version', 'body', 'publishedAt'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : { ...row, publishedAt: row.publishedAt.toISOString() }
}

/** Publishes the next version of the charter. `ifMatch` is the version that was read; 0: there was none. */
export const publishCharter = mutation({
  access: 'tutoring.approve',
  async run(tx, ctx, { body }: { body: string }) {
    const standing = (await standingCharter(tx, ctx))?.version ?? 0
    if (standing !== ctx.ifMatch) throw new ProblemError('version-changed')
    const version = standing + 1
    await tx
      .insertInto('tutorCharter')
      .values({
        cooperativeId: ctx.cooperativeId,
        version,
        body,
        publishedAt: ctx.now,
        publishedBy: deciderId(ctx),
      })
      .execute()
    const entity = { kind: 'tutor-charter', id: String(version) }
    return {
      value: { version },
      audit: [{ action: 'tutoring.charter-published', entity, after: { version } }],
    }
  },
})

/** A tutor accepts the charter in the version that they read. Saying it twice changes nothing. */
export const acceptCharter = mutation({
  access: 'tutoring.log',
  async run(tx, ctx, { version }: { version: number }) {
    const personId = ownPersonId(ctx)
    const accepted = await writeAcceptance(tx, ctx, {
      personId,
      version,
      acceptedOn: ctx.today,
      saidBy: 'person',
    })
    return { value: undefined, audit: accepted === null ? 'unchanged' : [accepted] }
  },
})

/** Writes that somebody accepted the version that stands; null when it was known. */
export async function writeAcceptance(
  tx: Tx,
  ctx: Context,
  of: { personId: string; version: number; acceptedOn: LocalDate; saidBy: 'person' | 'staff' },
): Promise<AuditEntry | null> {
  if ((await standingCharter(tx, ctx))?.version !== of.version)
    throw new ProblemError('charter-changed')
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('tutorCharterAcceptance')
    .values({
      cooperativeId: ctx.cooperativeId,
      ...of,
      recordedAt: ctx.now,
      recordedBy: deciderId(ctx),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return null
  const { personId, ...after } = of
  return {
    action: 'tutoring.charter-accepted',
    entity: { kind: 'person', id: personId },
    after,
  }
}
