import type { ContributionLine, ContributionRule } from '@terreau/domain/contributions/compute'
import type { ContributionScheme } from '@terreau/domain/contributions/scheme'
import type { TakenContribution } from '@terreau/domain/declarations/still-due'
import { type Cents, cents } from '@terreau/domain/money/cents'
import { rateBp } from '@terreau/domain/money/rate'
import { yearMonth, yearOf } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import { type SchemeRow, schemeColumns, toScheme } from '../settings/index.ts'
import type { ContractTerms } from './contract-terms.ts'
import type { DeclarationKey } from './declared-lines.ts'

export interface YearSoFar {
  carriedBaseCents: Cents
  taken: TakenContribution[]
  /** What was settled when an acceptance of the year was taken back. */
  settled: ContributionLine[]
  /** Whether the accident cover of the month was charged to this person already. */
  isCoverTaken: boolean
}

/**
 * What stands for this person and activity in the calendar year, this declaration apart. `terms` are those
 * of its own month: nearly always the scheme of the whole year, which is then not read again.
 */
export async function yearSoFar(
  tx: Tx,
  cooperativeId: string,
  { declaration, terms }: { declaration: DeclarationKey; terms: ContractTerms },
): Promise<YearSoFar> {
  const year = yearOf(declaration.concernsMonth)
  const rows = await tx
    // Her few declarations first: read the other way, the cost grows with everybody's year.
    .with(
      (as) => as('own').materialized(),
      (db) =>
        db
          .selectFrom('declaration')
          .select(['cooperativeId', 'id'])
          .where('cooperativeId', '=', cooperativeId)
          .where('personId', '=', declaration.personId)
          .where('id', '<>', declaration.id)
          .where('concernsMonth', '>=', `${year}-01`)
          .where('concernsMonth', '<=', `${year}-12`),
    )
    .selectFrom('own as d')
    .innerJoin('standingAcceptance as a', (join) =>
      join.onRef('a.cooperativeId', '=', 'd.cooperativeId').onRef('a.declarationId', '=', 'd.id'),
    )
    .select(['a.activityId', 'a.concernsMonth', 'a.contributionBaseCents', 'a.contributionLines'])
    .select(['a.accidentCoverCents', 'a.schemeId'])
    .where('a.cooperativeId', '=', cooperativeId)
    .orderBy('a.concernsMonth')
    .orderBy('a.acceptedAt')
    .execute()
  const { carried, settled } = await besides(tx, cooperativeId, declaration)
  const own = rows.filter((row) => row.activityId === declaration.activityId)
  const schemes = await schemesOf(tx, cooperativeId, {
    terms,
    ids: own.map((row) => row.schemeId ?? ''),
  })
  return {
    carriedBaseCents: cents(BigInt(carried ?? 0)),
    settled: (settled ?? []).flatMap(readContributionLines),
    taken: own.map((row) => ({
      month: yearMonth(row.concernsMonth ?? ''),
      scheme: schemes(row.schemeId ?? ''),
      baseCents: cents(row.contributionBaseCents ?? 0n),
      lines: readContributionLines(row.contributionLines),
    })),
    isCoverTaken: rows.some(
      (row) => row.concernsMonth === declaration.concernsMonth && row.accidentCoverCents !== 0n,
    ),
  }
}

/** What the year holds besides acceptances that stand. */
async function besides(
  tx: Tx,
  cooperativeId: string,
  { activityId, personId, concernsMonth }: DeclarationKey,
): Promise<{ carried: string | null; settled: unknown[] | null }> {
  const year = yearOf(concernsMonth)
  const { rows } = await sql<{ carried: string | null; settled: unknown[] | null }>`
    select (select c.contribution_base_cents::text from terreau.carried_figure c
             where c.cooperative_id = ${cooperativeId} and c.activity_id = ${activityId}
               and c.person_id = ${personId} and c.year = ${year}) as carried,
           (select jsonb_agg(u.settled_lines)
              from terreau.acceptance a
              join terreau.declaration d on d.cooperative_id = a.cooperative_id and d.id = a.declaration_id
              join terreau.acceptance_undo u on u.cooperative_id = a.cooperative_id and u.acceptance_id = a.id
             where a.cooperative_id = ${cooperativeId} and a.activity_id = ${activityId}
               and a.concerns_month between ${`${year}-01`} and ${`${year}-12`}
               and d.person_id = ${personId} and u.settled_lines <> '[]') as settled`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('a select without a table gives one row')
  return row
}

/** The schemes that months were accepted under, those of other decisions read only when there are any. */
async function schemesOf(
  tx: Tx,
  cooperativeId: string,
  { terms, ids }: { terms: ContractTerms; ids: readonly string[] },
): Promise<(id: string) => ContributionScheme> {
  const schemes = new Map([[terms.schemeId, terms.scheme]])
  const others = [...new Set(ids)].filter((id) => !schemes.has(id))
  const { rows } = others.length === 0 ? { rows: [] } : await readSchemes(tx, cooperativeId, others)
  for (const row of rows) schemes.set(row.id, toScheme(row))
  return (id) => {
    const scheme = schemes.get(id)
    if (scheme === undefined) throw new Error('an acceptance names an existing scheme')
    return scheme
  }
}

function readSchemes(tx: Tx, cooperativeId: string, ids: readonly string[]) {
  return sql<SchemeRow & { id: string }>`
    select s.id, ${schemeColumns}
      from terreau.contribution_scheme s
     where s.cooperative_id = ${cooperativeId} and s.id = any(${ids}::uuid[])`.execute(tx)
}

/** The lines of a contribution as jsonb keeps them: cents and rates are decimal strings. */
function readContributionLines(stored: unknown): ContributionLine[] {
  if (!Array.isArray(stored)) throw new Error('contribution lines are a list')
  return stored.map((line: StoredLine) => {
    const { rule } = line
    const under = rule && { rule: { ...rule, baseCents: cents(BigInt(rule.baseCents)) } }
    const amountCents = cents(BigInt(line.amountCents))
    if (line.kind !== 'tier') return { kind: line.kind, amountCents, ...under }
    const rate = rateBp(BigInt(line.rateBp))
    const [fromCents, toCents] = [cents(BigInt(line.fromCents)), cents(BigInt(line.toCents))]
    return { kind: 'tier', amountCents, rateBp: rate, fromCents, toCents, ...under }
  })
}

type StoredLine = {
  rule?: Omit<ContributionRule, 'baseCents'> & { baseCents: string }
} & (
  | { kind: 'floor' | 'fixed' | 'exempt' | 'limit' | 'cap'; amountCents: string }
  | { kind: 'tier'; amountCents: string; rateBp: string; fromCents: string; toCents: string }
)
