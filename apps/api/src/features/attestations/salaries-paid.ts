import { cents } from '@terreau/domain/money/cents'
import { localDate } from '@terreau/domain/time/local-date'
import {
  addMonths,
  compareMonths,
  firstDay,
  lastDay,
  monthOf,
  previousMonth,
  type YearMonth,
  yearMonth,
} from '@terreau/domain/time/year-month'
import type { SalaryPayment } from '@terreau/pdf/documents/monthly-income-certificate/model'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'

const MONTHS_OFFERED = 12

/** A salary and the month that it pays for, which no certificate prints: the month of payment counts. */
export interface PaidSalary extends SalaryPayment {
  worked: YearMonth
}

export function paymentOf({ worked: _worked, ...payment }: PaidSalary): SalaryPayment {
  return payment
}

interface Paid {
  /** By person, oldest first. */
  of: ReadonlyMap<string, PaidSalary[]>
  /** Chosen months in which somebody of the cooperative was paid. */
  months: ReadonlySet<string>
}

/**
 * The slips that stand, paid in these months or in the last twelve, which the page offers: the month of payment
 * counts, not that of work, and who left may be paid after the last month of the account.
 */
export async function salariesPaid(
  tx: Tx,
  ctx: Context,
  personIds: readonly string[],
  chosen: readonly YearMonth[],
): Promise<Paid> {
  const { cooperativeId, today } = ctx
  const offered = addMonths(monthOf(today), -MONTHS_OFFERED)
  const [first, last] = [chosen[0] ?? offered, chosen.at(-1) ?? offered]
  const rows = await tx
    .selectFrom('standingPaySlip')
    .select(['personId', 'month', 'paidOn', 'grossCents', 'netCents', 'netSocialCents'])
    .where('cooperativeId', '=', cooperativeId)
    .where('personId', 'in', [...personIds])
    .where(
      'paidOn',
      '>=',
      firstDay(previousMonth(compareMonths(first, offered) < 0 ? first : offered)),
    )
    .orderBy('paidOn')
    .orderBy('id')
    .execute()
  const salaries = rows.map((row) => ({
    personId: row.personId ?? '',
    payment: {
      worked: yearMonth(row.month ?? ''),
      paidOn: localDate(row.paidOn ?? ''),
      grossCents: cents(row.grossCents ?? 0n),
      netBeforeTaxCents: cents(row.netCents ?? 0n),
      netSocialCents: cents(row.netSocialCents ?? 0n),
    },
  }))
  const of = new Map<string, PaidSalary[]>()
  for (const { personId, payment } of salaries)
    of.set(personId, [...(of.get(personId) ?? []), payment])
  const { rows: paid } = await sql<{ month: string }>`
    select distinct to_char(s.paid_on, 'YYYY-MM') as month from terreau.standing_pay_slip s
     where s.cooperative_id = ${cooperativeId} and s.paid_on between ${firstDay(first)} and ${lastDay(last)}`.execute(
    tx,
  )
  return { of, months: new Set(paid.map((row) => row.month)) }
}
