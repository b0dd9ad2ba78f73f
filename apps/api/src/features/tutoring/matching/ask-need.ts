import type { Moment, Urgency, WishedForm } from '@terreau/domain/tutoring/matching'
import type { TutoringSubject } from '@terreau/domain/tutoring/subjects'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation, type Outcome } from '../../../platform/mutation.ts'
import { ownPersonId, ownPersonIds } from '../../../platform/own-person.ts'
import { found, ProblemError } from '../../../platform/problem-error.ts'
import { deciderId } from '../own-hours.ts'
import { filesOf } from './save-profile.ts'

interface NeedInput {
  /** The client names it, so sending it twice asks once. */
  id: string
  subject: TutoringSubject
  languages: string[]
  urgency: Urgency
  form: WishedForm
  moments: Moment[]
  town: string
  words: string
}

/** Somebody asks for a tutor. */
export const askOwnNeed = mutation({
  access: 'tutoring.ask',
  run: (tx, ctx, need: NeedInput) =>
    writeNeed(tx, ctx, { personId: ownPersonId(ctx), need, saidBy: 'person' }),
})

/** Staff write down what somebody asked for. */
export const askNeedFor = mutation({
  access: 'tutoring.approve',
  async run(tx, ctx, { personId, ...need }: NeedInput & { personId: string }) {
    await filesOf(tx, ctx, personId)
    return writeNeed(tx, ctx, { personId, need, saidBy: 'staff' })
  },
})

async function writeNeed(
  tx: Tx,
  ctx: Context,
  of: { personId: string; need: NeedInput; saidBy: 'person' | 'staff' },
): Promise<Outcome<{ id: string }>> {
  const { personId, saidBy } = of
  const { words, town, id, ...wish } = of.need
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('tutoringNeed')
    .values({
      cooperativeId: ctx.cooperativeId,
      id,
      personId,
      ...wish,
      town,
      words,
      askedAt: ctx.now,
      saidBy,
      recordedBy: deciderId(ctx),
    })
    .onConflict((conflict) => conflict.columns(['cooperativeId', 'id']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return { value: { id }, audit: 'unchanged' }
  const entity = { kind: 'tutoring-need', id }
  return {
    value: { id },
    audit: [{ action: 'tutoring.need-asked', entity, after: { personId, saidBy, ...wish } }],
  }
}

/** Somebody takes back what they asked for. */
export const withdrawOwnNeed = mutation({
  access: 'tutoring.ask',
  run: (tx, ctx, { needId }: { needId: string }) =>
    withdraw(tx, ctx, { needId, personIds: ownPersonIds(ctx) }),
})

/** Staff close a request that nobody waits for any more. */
export const withdrawNeed = mutation({
  access: 'tutoring.approve',
  run: (tx, ctx, { needId }: { needId: string }) => withdraw(tx, ctx, { needId }),
})

async function withdraw(
  tx: Tx,
  ctx: Context,
  { needId, personIds }: { needId: string; personIds?: readonly string[] },
): Promise<Outcome<undefined>> {
  const need = await lockNeed(tx, ctx, needId)
  if (personIds?.includes(need.personId) === false) throw new ProblemError('not-found')
  if (need.closedAt !== null) throw new ProblemError('need-closed')
  return {
    value: undefined,
    audit: [await closeNeed(tx, ctx, { needId, closedAs: 'withdrawn', relationId: null })],
  }
}

/** A need under lock; 404 when there is none. */
export async function lockNeed(tx: Tx, ctx: Context, needId: string) {
  const need = await tx
    .selectFrom('tutoringNeed')
    .select(['personId', 'closedAt'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', needId)
    .forUpdate()
    .executeTakeFirst()
  return found(need)
}

/** Closes a need that is locked: met by a pair, or taken back. */
export async function closeNeed(
  tx: Tx,
  ctx: Context,
  of: { needId: string; closedAs: 'met' | 'withdrawn'; relationId: string | null },
) {
  const { needId, closedAs, relationId } = of
  await tx
    .updateTable('tutoringNeed')
    .set({ closedAt: ctx.now, closedAs, relationId })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', needId)
    .execute()
  return {
    action: 'tutoring.need-closed' as const,
    entity: { kind: 'tutoring-need', id: needId },
    after: { closedAs, relationId },
  }
}
