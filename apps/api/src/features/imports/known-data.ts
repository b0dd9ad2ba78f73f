import { fullName, listedName } from '@terreau/domain/names/full-name'
import { foldForSearch } from '@terreau/domain/names/normalise'
import { firstDay, lastDay, type YearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

export interface KnownPerson {
  id: string
  reference: string
  /** Given name and family name. */
  name: string
  nameKey: string
  email: string
  /** Those that one of her contracts covers in the month; none when no contract does. */
  activities: KnownActivity[]
}

export interface KnownActivity {
  activityId: string
  name: string
  contractId: string
  contractNumber: string
  hasDeclaration: boolean
}

/** People followed already, with what an import of the month needs to know of them. */
export async function knownPeople(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
): Promise<KnownPerson[]> {
  const { rows } = await sql<{
    id: string
    reference: string
    familyName: string
    givenName: string
    bornOn: string | null
    email: string
    activities: KnownActivity[]
  }>`
    select p.id, p.reference, p.family_name, p.given_name, p.born_on, p.email,
           coalesce((select jsonb_agg(jsonb_build_object(
                'activityId', c.activity_id, 'name', c.name, 'contractId', c.id,
                'contractNumber', c.number, 'hasDeclaration', exists (
                  select 1 from terreau.declaration d where d.cooperative_id = p.cooperative_id
                     and d.person_id = p.id and d.activity_id = c.activity_id
                     and d.concerns_month = ${month} and d.state <> 'draft'))
              order by c.name, c.number)
              from (
                -- A CAPE that a CESA follows within the month is one activity.
                select distinct on (x.activity_id) x.id, x.activity_id, x.number, a.name
                  from terreau.contract x
                  join terreau.activity a on a.cooperative_id = x.cooperative_id and a.id = x.activity_id
                 where x.cooperative_id = p.cooperative_id and x.person_id = p.id and x.state = 'active'
                   and x.starts_on <= ${lastDay(month)}::date
                   and (x.ends_on is null or x.ends_on >= ${firstDay(month)}::date)
                 order by x.activity_id, x.starts_on desc, x.id) c), '[]') as activities
      from terreau.person p
     where p.cooperative_id = ${cooperativeId} and p.archived_at is null`.execute(tx)
  return rows.map(({ familyName, givenName, bornOn, ...row }) => ({
    ...row,
    name: fullName({ givenName, familyName }),
    email: row.email.toLowerCase(),
    nameKey: nameKey({ familyName, givenName, bornOn }),
  }))
}

/** Name and birth date: who is the same person, however the name is typed. */
export function nameKey(person: {
  familyName: string
  givenName: string
  bornOn: string | null
}): string {
  return `${foldForSearch(listedName(person))} ${person.bornOn ?? ''}`
}

export interface KnownScheme {
  id: string
  code: string
  /** Everything that the assembly decided, as one text to compare. */
  content: string
  /** Its last month, when a file said one. */
  until: string | null
  /** The decision whose place it takes, and from when. */
  turn: { follows: string | null; from: string | null }
}

export async function knownSchemes(tx: Tx, cooperativeId: string): Promise<KnownScheme[]> {
  const { rows } = await sql<{
    id: string
    code: string
    decidedOn: string
    base: string
    period: string
    floor: bigint
    fixed: bigint
    exemptMonths: number
    exemptStatuses: string[]
    negativeBase: string
    exemptionCovers: string
    exemptBelow: bigint
    monthlyCap: bigint | null
    yearlyCap: bigint | null
    deductedCosts: string[]
    follows: string | null
    from: string | null
    until: string | null
    tiers: string
  }>`
    select s.id, s.code, s.decided_on, s.base, s.period, s.monthly_floor_cents as floor,
           s.fixed_monthly_cents as fixed, s.exempt_months, s.exempt_statuses,
           s.negative_base, s.deducted_costs, s.exemption_covers, s.exempt_below_cents as exempt_below,
           s.monthly_cap_cents as monthly_cap, s.yearly_cap_cents as yearly_cap, s.applies_from as from,
           s.applies_until as until, r.code as follows,
           (select string_agg(coalesce(t.up_to_cents::text, '') || ':' || t.rate_bp, ' ' order by t.position)
              from terreau.contribution_tier t
             where t.cooperative_id = s.cooperative_id and t.scheme_id = s.id) as tiers
      from terreau.contribution_scheme s
      left join terreau.contribution_scheme r on r.cooperative_id = s.cooperative_id and r.id = s.replaces_id
     where s.cooperative_id = ${cooperativeId}`.execute(tx)
  return rows.map(({ id, code, follows, from, until, ...row }) => ({
    id,
    code,
    content: schemeContent(row),
    until,
    turn: { follows, from },
  }))
}

export function schemeContent(scheme: {
  decidedOn: string
  base: string
  period: string
  floor: bigint
  fixed: bigint
  exemptMonths: number
  exemptStatuses: readonly string[]
  negativeBase: string
  exemptionCovers: string
  exemptBelow: bigint
  monthlyCap: bigint | null
  yearlyCap: bigint | null
  deductedCosts: readonly string[]
  tiers: string
}): string {
  const { decidedOn, base, period, floor, fixed, exemptMonths, tiers } = scheme
  const statuses = [...scheme.exemptStatuses].sort().join()
  const costs = [...scheme.deductedCosts].sort().join()
  const { negativeBase, exemptionCovers, exemptBelow, monthlyCap, yearlyCap } = scheme
  const later = [negativeBase, exemptionCovers, exemptBelow, monthlyCap, yearlyCap]
  const rules = [exemptMonths, statuses, costs, ...later, tiers]
  return [decidedOn, base, period, floor, fixed, ...rules].join('|')
}

/** Rates entered for the month, by currency. */
export async function knownRates(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('exchangeRate')
    .select(['currency', 'unitsPerEuro'])
    .where('cooperativeId', '=', cooperativeId)
    .where('month', '=', month)
    .execute()
  return new Map(rows.map((row) => [row.currency, row.unitsPerEuro]))
}

/** Settings entered for exactly this day, by key. */
export async function settingsEnteredFor(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('cooperativeSetting')
    .select(['key', 'value'])
    .where('cooperativeId', '=', cooperativeId)
    .where('validFrom', '=', firstDay(month))
    .execute()
  return new Map(rows.map((row) => [row.key, row.value]))
}
