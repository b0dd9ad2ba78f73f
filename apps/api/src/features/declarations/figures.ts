import {
  type BreakdownTotals,
  computeBreakdown,
  saleFigures,
} from '@terreau/domain/declarations/breakdown'
import { contributionStillDue, withStillDue } from '@terreau/domain/declarations/still-due'
import { type Cents, sumCents, ZERO } from '@terreau/domain/money/cents'
import { firstDay, type YearMonth, yearMonth } from '@terreau/domain/time/year-month'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { found } from '../../platform/problem-error.ts'
import { breakdownSettingsOn } from './breakdown-settings.ts'
import { contractTermsOf } from './contract-terms.ts'
import type { DeclarationKey } from './declared-lines.ts'
import { withKmBefore } from './km-before.ts'
import { recordedLines } from './recorded-lines.ts'
import { yearSoFar } from './year-so-far.ts'

/** What accepting a declaration would write, line amounts apart. */
export interface Figures {
  totals: BreakdownTotals
  /** What this declaration alone adds to the base of its month. */
  baseCents: Cents
  schemeId: string
  /** See `ContractTerms`: what is shown then may not be accepted. */
  endedAfter: YearMonth | null
  km: number
  /** Kilometres before each trip and what it pays, as they are now. */
  trips: readonly { id: string; kmBefore: number; allowanceCents: Cents }[]
}

/** The figures of a declaration as acceptance would compute them now, for the screens. */
export async function previewFigures(
  tx: Tx,
  ctx: Context,
  declarationId: string,
): Promise<Figures> {
  const row = await tx
    .selectFrom('declaration')
    .select(['id', 'activityId', 'personId', 'contractId', 'month', 'concernsMonth'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', declarationId)
    .executeTakeFirst()
  const { month, concernsMonth, ...rest } = found(row)
  return computeFigures(tx, ctx.cooperativeId, {
    ...rest,
    month: yearMonth(month),
    concernsMonth: yearMonth(concernsMonth),
  })
}

/**
 * The breakdown of a declaration, counting what already stands for its month: contribution on the
 * whole base of the month minus what was taken, accident cover once per person and month.
 */
export async function computeFigures(
  tx: Tx,
  cooperativeId: string,
  declaration: DeclarationKey,
): Promise<Figures> {
  const { concernsMonth: month } = declaration
  const lines = await recordedLines(tx, cooperativeId, declaration.id)
  const trips = await withKmBefore(tx, cooperativeId, declaration, lines.trips)
  const terms = await contractTermsOf(tx, cooperativeId, {
    contractId: declaration.contractId,
    month,
  })
  const settings = await breakdownSettingsOn(tx, cooperativeId, firstDay(month))
  const year = await yearSoFar(tx, cooperativeId, { declaration, terms })
  const breakdown = computeBreakdown({
    month,
    ...lines,
    trips,
    scheme: terms.scheme,
    contract: terms,
    settings,
    yearBaseBeforeCents: year.carriedBaseCents,
    // People declare what they were paid: what is declared is what was collected.
    collectedCents: sumCents(lines.sales.map((sale) => saleFigures(sale).netCents)),
  })
  const { lines: amounts, ...totals } = breakdown
  const { baseCents } = totals.contribution
  const contribution = contributionStillDue({
    scheme: terms.scheme,
    contractStartedOn: terms.startedOn,
    hasExemptStatus: terms.hasExemptStatus,
    month,
    baseCents,
    ...year,
  })
  const accidentCoverCents = year.isCoverTaken ? ZERO : totals.accidentCoverCents
  return {
    totals: withStillDue(totals, { contribution, accidentCoverCents }),
    baseCents,
    schemeId: terms.schemeId,
    endedAfter: terms.endedAfter,
    km: trips.reduce((sum, trip) => sum + trip.km, 0),
    trips: trips.map((trip, index) => ({
      id: trip.id,
      kmBefore: trip.kmBefore,
      allowanceCents: amounts.tripCents[index] ?? ZERO,
    })),
  }
}
