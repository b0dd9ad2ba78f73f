import type { FactKind } from '@terreau/domain/pipeline/facts'
import type { LocalDate } from '@terreau/domain/time/local-date'
import { actorLabel, type Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'

export interface NewFact {
  personId: string
  kind: FactKind
  value: string
  validFrom: LocalDate
  saidBy: 'person' | 'staff'
}

/** A new line; the older ones stay as they were true. */
export async function insertFact(tx: Tx, ctx: Context, fact: NewFact): Promise<void> {
  const { cooperativeId } = ctx
  const last = await tx
    .selectFrom('personFact')
    .select((eb) => eb.fn.max('n').as('n'))
    .where('cooperativeId', '=', cooperativeId)
    .where('personId', '=', fact.personId)
    .where('kind', '=', fact.kind)
    .executeTakeFirst()
  await tx
    .insertInto('personFact')
    .values({
      cooperativeId,
      ...fact,
      n: (last?.n ?? 0) + 1,
      recordedBy: actorLabel(ctx.actor),
      recordedAt: ctx.now,
    })
    .execute()
}
