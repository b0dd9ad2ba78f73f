import type { Cents } from '@terreau/domain/money/cents'
import type { LocalDate } from '@terreau/domain/time/local-date'
import { lastDay, monthOf, type YearMonth } from '@terreau/domain/time/year-month'
import { BLOCKING_CHECKS, WARNING_CHECKS } from '@terreau/protocol/closing'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { firstOpenMonth } from '../ledger/index.ts'
import * as find from './check-queries.ts'

export type CheckCode = (typeof BLOCKING_CHECKS)[number] | (typeof WARNING_CHECKS)[number]

/** Somebody, or something, that a check is about. */
export interface Concerned {
  personId: string | null
  activityId: string | null
  declarationId: string | null
  name: string
  detail: string
  amountCents: Cents | null
}

export interface Check {
  code: CheckCode
  level: 'blocking' | 'warning'
  count: number
  people: Concerned[]
}

interface Asked {
  cooperativeId: string
  month: YearMonth
  today: LocalDate
}

/** What stops the closing of a month, then what deserves a look. Empty checks are left out. */
export async function closingChecks(
  tx: Tx,
  asked: Asked,
): Promise<{ canClose: boolean; checks: Check[] }> {
  const found: Record<CheckCode, Concerned[]> = {
    ...(await blocking(tx, asked)),
    ...(await warnings(tx, asked)),
  }
  const checks = [
    ...BLOCKING_CHECKS.map((code) => toCheck(code, 'blocking', found[code])),
    ...WARNING_CHECKS.map((code) => toCheck(code, 'warning', found[code])),
  ].filter((check) => check.count > 0)
  return { canClose: checks.every((check) => check.level !== 'blocking'), checks }
}

/**
 * The first open month, the codes that stop the closing of the one asked for (none when it may be closed), and
 * whether somebody alone may close at all.
 */
export async function blockingCodes(
  tx: Tx,
  ctx: Context,
  month: YearMonth,
): Promise<{ open: YearMonth; codes: CheckCode[]; areTwoRequired: boolean }> {
  const stops = await find.monthStops(tx, ctx, month)
  const found: Record<(typeof BLOCKING_CHECKS)[number], boolean> = {
    'previous-month-open': month > stops.open,
    'month-not-begun': month > monthOf(ctx.today),
    'declarations-missing': stops.missing,
    'declarations-unreviewed': stops.submitted,
    'questions-open': stops.question,
    'rates-missing': stops.rates,
  }
  const codes = BLOCKING_CHECKS.filter((code) => found[code])
  return { open: stops.open, codes, areTwoRequired: stops.areTwoRequired }
}

async function blocking(
  tx: Tx,
  { cooperativeId, month, today }: Asked,
): Promise<Record<(typeof BLOCKING_CHECKS)[number], Concerned[]>> {
  const open = await firstOpenMonth(tx, cooperativeId)
  return {
    'previous-month-open': month > open ? [about(open)] : [],
    'month-not-begun': month > monthOf(today) ? [about(month)] : [],
    'declarations-missing': await find.missingDeclarations(tx, cooperativeId, month),
    'declarations-unreviewed': await find.declarationsIn(tx, cooperativeId, month, 'submitted'),
    'questions-open': await find.declarationsIn(tx, cooperativeId, month, 'question'),
    'rates-missing': (await find.missingRates(tx, cooperativeId, month)).map(about),
  }
}

async function warnings(
  tx: Tx,
  { cooperativeId, month, today }: Asked,
): Promise<Record<(typeof WARNING_CHECKS)[number], Concerned[]>> {
  return {
    'month-not-over': today <= lastDay(month) ? [about(lastDay(month))] : [],
    'declarations-postponed': await find.postponed(tx, cooperativeId, month),
    'contracts-ended': await find.endedContracts(tx, cooperativeId, month),
    'contributions-outdated': await find.outdatedContributions(tx, cooperativeId, month),
    'receipts-missing': await find.missingReceipts(tx, cooperativeId, month),
    'cash-at-hand': await find.cashAtHand(tx, cooperativeId, month),
    'accounts-negative': await find.negativeAccounts(tx, cooperativeId, month),
    'settings-missing': (await find.missingSettings(tx, cooperativeId, month)).map(about),
  }
}

function toCheck(code: CheckCode, level: Check['level'], people: Concerned[]): Check {
  return { code, level, count: people.length, people }
}

/** Something that is about nobody: a month, a currency, a setting. */
function about(detail: string): Concerned {
  const nobody = { personId: null, activityId: null, declarationId: null, amountCents: null }
  return { ...nobody, name: '', detail }
}
