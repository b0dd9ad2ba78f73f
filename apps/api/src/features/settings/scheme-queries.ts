import { yearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import { type SchemeRow, schemeColumns, schemeView, toScheme } from './scheme-row.ts'

interface Row extends SchemeRow {
  id: string
  decisionReference: string
  replacesId: string | null
  appliesFrom: string | null
  appliesUntil: string | null
  nextCode: string | null
  nextFrom: string | null
  contractCount: number
}

/** The contribution schemes, newest decision first, with what each replaces and what replaces it. */
export async function listSchemes(tx: Tx, cooperativeId: string) {
  const { rows } = await sql<Row>`
    select s.id, s.decision_reference, s.replaces_id, s.applies_from, s.applies_until, ${schemeColumns},
           n.code as next_code, n.applies_from as next_from,
           (select count(*) from terreau.contract c
             where c.cooperative_id = s.cooperative_id and c.scheme_id = s.id)::integer as contract_count
      from terreau.contribution_scheme s
      left join terreau.contribution_scheme n on n.cooperative_id = s.cooperative_id and n.replaces_id = s.id
     where s.cooperative_id = ${cooperativeId}
     order by s.decided_on desc, s.code`.execute(tx)
  return rows.map((row) => ({
    ...schemeView(toScheme(row)),
    id: row.id,
    decisionReference: row.decisionReference,
    replaces:
      row.replacesId === null || row.appliesFrom === null
        ? null
        : { schemeId: row.replacesId, fromMonth: yearMonth(row.appliesFrom) },
    replacedBy:
      row.nextCode === null || row.nextFrom === null
        ? null
        : { code: row.nextCode, fromMonth: yearMonth(row.nextFrom) },
    appliesUntil: row.appliesUntil === null ? null : yearMonth(row.appliesUntil),
    contractCount: row.contractCount,
  }))
}
