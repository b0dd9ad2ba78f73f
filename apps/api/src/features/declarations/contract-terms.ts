import {
  type ContributionScheme,
  type ExemptStatus,
  exemptsStatus,
} from '@terreau/domain/contributions/scheme'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { firstDay, lastDay, type YearMonth, yearMonth } from '@terreau/domain/time/year-month'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import { schemeInForce } from '../contracts/index.ts'
import { type SchemeRow, schemeColumns, toScheme } from '../settings/index.ts'

export interface ContractTerms {
  /** Whether a CAPE of this activity covers a day of the month, also when a CESA followed it. */
  hasCape: boolean
  /** First day of the first contract on this activity: a renewal exempts nobody again. */
  startedOn: LocalDate
  schemeId: string
  scheme: ContributionScheme
  /** The last month that the assembly decided, when this month comes after it: there is no rate. */
  endedAfter: YearMonth | null
  /** Whether the person has a status in this month that the assembly exempted. */
  hasExemptStatus: boolean
}

/**
 * What a contract says about the contribution of a month, with the scheme as its assembly decided it: the
 * one in force on the last day of the month, by the contract or by an amendment that both signed, or the
 * decision that took its place since (R7331-8).
 */
export async function contractTermsOf(
  tx: Tx,
  cooperativeId: string,
  of: { contractId: string; month: YearMonth },
): Promise<ContractTerms> {
  const { contractId, month } = of
  const named = await schemeInForce(tx, cooperativeId, contractId, lastDay(month))
  const { rows } = await sql<TermsRow>`
    select c.kind, c.starts_on, c.associate_on, s.id as scheme_id, s.applies_until, ${schemeColumns},
           ${hasSocialMinimum(sql`c.person_id`, sql`${month}::text`)} as has_social_minimum,
           c.kind = 'CAPE' or exists (select from terreau.contract f
             where f.cooperative_id = c.cooperative_id and f.person_id = c.person_id
               and f.activity_id = c.activity_id and f.state = 'active' and f.kind = 'CAPE'
               and f.starts_on <= ${lastDay(month)}
               and coalesce(f.ends_on, 'infinity') >= ${firstDay(month)}) as has_cape,
           (select min(f.starts_on) from terreau.contract f
             where f.cooperative_id = c.cooperative_id and f.person_id = c.person_id
               and f.activity_id = c.activity_id and f.state = 'active'
               and f.starts_on <= c.starts_on) as started_on
      from terreau.contract c
      join terreau.contribution_scheme s on s.cooperative_id = c.cooperative_id
       and s.id = terreau.scheme_in_month(c.cooperative_id, ${named}::uuid, ${month})
     where c.cooperative_id = ${cooperativeId} and c.id = ${contractId}`.execute(tx)
  const row = rows[0]
  if (row === undefined) throw new Error('a declaration names an existing contract')
  const scheme = toScheme(row)
  return {
    hasCape: row.hasCape,
    startedOn: localDate(row.startedOn ?? row.startsOn),
    schemeId: row.schemeId,
    scheme,
    endedAfter:
      row.appliesUntil !== null && row.appliesUntil < month ? yearMonth(row.appliesUntil) : null,
    hasExemptStatus: exemptsStatus(scheme, statusesOf(row, month)),
  }
}

/** CESA before and after becoming an associate are two statuses of one contract. */
export function statusesOf(
  row: Pick<TermsRow, 'kind' | 'associateOn' | 'hasSocialMinimum'>,
  month: YearMonth,
): ExemptStatus[] {
  const isAssociate = row.associateOn !== null && row.associateOn <= lastDay(month)
  const ofContract = row.kind === 'CAPE' ? 'cape' : isAssociate ? 'associate' : 'cesa'
  return row.hasSocialMinimum ? [ofContract, 'social_minimum'] : [ofContract]
}

/** Whether a person of contract `c` receives a minimum income from the State in a month. */
export function hasSocialMinimum(
  personId: RawBuilder<unknown>,
  month: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`exists (select from terreau.person_situation t
    where t.cooperative_id = c.cooperative_id and t.person_id = ${personId}
      and t.kind = 'social_minimum' and t.from_month <= ${month}
      and coalesce(t.to_month, 'infinity') >= ${month})`
}

interface TermsRow extends SchemeRow {
  kind: 'CAPE' | 'CESA'
  associateOn: string | null
  hasSocialMinimum: boolean
  hasCape: boolean
  startedOn: string | null
  startsOn: string
  schemeId: string
  appliesUntil: string | null
}
