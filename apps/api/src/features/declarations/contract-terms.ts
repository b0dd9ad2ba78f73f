import type { ContributionScheme } from '@terreau/domain/contributions/scheme'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { lastDay, type YearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import { schemeInForce } from '../contracts/index.ts'
import { toScheme } from '../settings/index.ts'

export interface ContractTerms {
  kind: 'CAPE' | 'CESA'
  /** First day of the first contract on this activity: a renewal exempts nobody again. */
  startedOn: LocalDate
  schemeId: string
  scheme: ContributionScheme
}

/**
 * What a contract says about the contribution of a month, with the scheme as its assembly decided it: the
 * one in force on the last day of the month, by the contract or by an amendment that both signed.
 */
export async function contractTermsOf(
  tx: Tx,
  cooperativeId: string,
  of: { contractId: string; month: YearMonth },
): Promise<ContractTerms> {
  const { contractId, month } = of
  const schemeId = await schemeInForce(tx, cooperativeId, contractId, lastDay(month))
  const { rows } = await sql<TermsRow>`
    select c.kind, c.starts_on, s.id as scheme_id, s.code,
           (select min(f.starts_on) from terreau.contract f
             where f.cooperative_id = c.cooperative_id and f.person_id = c.person_id
               and f.activity_id = c.activity_id and f.state = 'active'
               and f.starts_on <= c.starts_on) as started_on,
           s.decided_on, s.base, s.period, s.monthly_floor_cents, s.fixed_monthly_cents, s.exempt_months,
           (select jsonb_agg(jsonb_build_array(t.up_to_cents::text, t.rate_bp) order by t.position)
              from terreau.contribution_tier t
             where t.cooperative_id = s.cooperative_id and t.scheme_id = s.id) as tiers
      from terreau.contract c
      join terreau.contribution_scheme s on s.cooperative_id = c.cooperative_id and s.id = ${schemeId}
     where c.cooperative_id = ${cooperativeId} and c.id = ${contractId}`.execute(tx)
  const row = rows[0]
  if (row === undefined) throw new Error('a declaration names an existing contract')
  return {
    kind: row.kind,
    startedOn: localDate(row.startedOn ?? row.startsOn),
    schemeId: row.schemeId,
    scheme: toScheme(row),
  }
}

interface TermsRow {
  kind: 'CAPE' | 'CESA'
  startedOn: string | null
  startsOn: string
  schemeId: string
  code: string
  decidedOn: string
  base: ContributionScheme['base']
  period: ContributionScheme['period']
  monthlyFloorCents: bigint
  fixedMonthlyCents: bigint
  exemptMonths: number
  tiers: [string | null, number][] | null
}
