import type { YearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

interface Row {
  version: number
  closedAt: Date
  closedByName: string
  sha256: Buffer
  reopenedAt: Date | null
  reopenedByName: string
  reason: string
  statements: number
  attestations: { id: string; number: string; personName: string }[]
}

/**
 * Every closing of a month, the first one first. Beside one that was opened again: the certificates of
 * income that speak of the month and were issued while it stood, and are still valid.
 */
export async function closingVersions(tx: Tx, cooperativeId: string, month: YearMonth) {
  const { rows } = await sql<Row>`
    select c.version, c.closed_at, c.sha256, coalesce(u.display_name, '') as closed_by_name,
           r.reopened_at, coalesce(v.display_name, '') as reopened_by_name, coalesce(r.reason, '') as reason,
           (select count(*) from terreau.closing_statement s where s.cooperative_id = c.cooperative_id
               and s.month = c.month and s.version = c.version)::integer as statements,
           coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'number', t.number,
                              'personName', terreau.full_name(p.given_name, p.family_name)) order by t.issued_at, t.id)
                       from terreau.attestation t
                       join terreau.person p on p.cooperative_id = t.cooperative_id and p.id = t.person_id
                      where t.cooperative_id = c.cooperative_id and t.kind = 'monthly_income'
                        and ${month} between t.period_start and t.period_end
                        and t.issued_at between c.closed_at and r.reopened_at
                        and not exists (select 1 from terreau.attestation_ended x
                              where x.cooperative_id = t.cooperative_id and x.attestation_id = t.id)),
                    '[]') as attestations
      from terreau.closing c
      left join terreau.closing_reopening r on r.cooperative_id = c.cooperative_id and r.month = c.month
       and r.version = c.version
      left join terreau.app_user u on u.id = c.closed_by
      left join terreau.app_user v on v.id = r.reopened_by
     where c.cooperative_id = ${cooperativeId} and c.month = ${month}
     order by c.version`.execute(tx)
  return rows.map(({ sha256, closedAt, reopenedAt, ...row }) => ({
    ...row,
    sha256: sha256.toString('hex'),
    closedAt: closedAt.toISOString(),
    reopenedAt: reopenedAt?.toISOString() ?? null,
  }))
}
