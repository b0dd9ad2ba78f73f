import { type FactKind, isFactKind } from '@terreau/domain/pipeline/facts'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'

export interface FactLine {
  kind: FactKind
  value: string
  validFrom: LocalDate
  saidBy: 'person' | 'staff'
  recordedAt: string
}

/** Every fact ever said of somebody, merged files included; of one kind, the one in force comes first. */
export async function factsOf(tx: Tx, ctx: Context, personId: string): Promise<FactLine[]> {
  const { rows } = await sql<{
    kind: string
    value: string
    validFrom: string
    saidBy: 'person' | 'staff'
    recordedAt: Date
  }>`
    select f.kind, f.value, f.valid_from::text, f.said_by, f.recorded_at
      from terreau.person_fact f
     where f.cooperative_id = ${ctx.cooperativeId}
       and f.person_id in (select terreau.file_ids(${ctx.cooperativeId}, ${personId}))
     order by f.kind, f.valid_from > ${ctx.today}::date, f.valid_from desc, f.recorded_at desc, f.n desc`.execute(
    tx,
  )
  return rows.flatMap(({ kind, ...row }) =>
    isFactKind(kind)
      ? [
          {
            ...row,
            kind,
            validFrom: localDate(row.validFrom),
            recordedAt: row.recordedAt.toISOString(),
          },
        ]
      : [],
  )
}

/** The facts in force. */
export function inForce(facts: readonly FactLine[], today: LocalDate): Map<FactKind, string> {
  const map = new Map<FactKind, string>()
  for (const fact of facts) {
    if (fact.validFrom <= today && !map.has(fact.kind)) map.set(fact.kind, fact.value)
  }
  return map
}
