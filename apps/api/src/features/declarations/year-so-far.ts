import type { ContributionLine } from '@terreau/domain/contributions/compute'
import type { TakenContribution } from '@terreau/domain/declarations/still-due'
import { type Cents, cents, ZERO } from '@terreau/domain/money/cents'
import { rateBp } from '@terreau/domain/money/rate'
import { yearMonth, yearOf } from '@terreau/domain/time/year-month'
import type { Tx } from '../../platform/db/transaction.ts'
import type { DeclarationKey } from './declared-lines.ts'

export interface YearSoFar {
  carriedBaseCents: Cents
  taken: TakenContribution[]
  /** Whether the accident cover of the month was charged to this person already. */
  isCoverTaken: boolean
}

/** What stands for this person and activity in the calendar year, this declaration apart. */
export async function yearSoFar(
  tx: Tx,
  cooperativeId: string,
  declaration: DeclarationKey,
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
    .innerJoin('contributionScheme as s', (join) =>
      join.onRef('s.cooperativeId', '=', 'a.cooperativeId').onRef('s.id', '=', 'a.schemeId'),
    )
    .select(['a.activityId', 'a.concernsMonth', 'a.contributionBaseCents', 'a.contributionLines'])
    .select(['a.accidentCoverCents', 's.code'])
    .where('a.cooperativeId', '=', cooperativeId)
    .orderBy('a.concernsMonth')
    .execute()
  const carried = await tx
    .selectFrom('carriedFigure')
    .select('contributionBaseCents')
    .where('cooperativeId', '=', cooperativeId)
    .where('activityId', '=', declaration.activityId)
    .where('personId', '=', declaration.personId)
    .where('year', '=', year)
    .executeTakeFirst()
  return {
    carriedBaseCents: carried ? cents(carried.contributionBaseCents) : ZERO,
    taken: rows
      .filter((row) => row.activityId === declaration.activityId)
      .map((row) => ({
        month: yearMonth(row.concernsMonth ?? ''),
        schemeCode: row.code,
        baseCents: cents(row.contributionBaseCents ?? 0n),
        lines: readContributionLines(row.contributionLines),
      })),
    isCoverTaken: rows.some(
      (row) => row.concernsMonth === declaration.concernsMonth && row.accidentCoverCents !== 0n,
    ),
  }
}

/** The lines of a contribution as jsonb keeps them: cents and rates are decimal strings. */
function readContributionLines(stored: unknown): ContributionLine[] {
  if (!Array.isArray(stored)) throw new Error('contribution lines are a list')
  return stored.map((line: StoredLine) => {
    const amountCents = cents(BigInt(line.amountCents))
    if (line.kind !== 'tier') return { kind: line.kind, amountCents }
    const rate = rateBp(BigInt(line.rateBp))
    const [fromCents, toCents] = [cents(BigInt(line.fromCents)), cents(BigInt(line.toCents))]
    return { kind: 'tier', amountCents, rateBp: rate, fromCents, toCents }
  })
}

type StoredLine =
  | { kind: 'floor' | 'fixed' | 'exempt'; amountCents: string }
  | { kind: 'tier'; amountCents: string; rateBp: string; fromCents: string; toCents: string }
