import { cents } from '@terreau/domain/money/cents'
import { localDate } from '@terreau/domain/time/local-date'
import { firstDay, lastDay, type YearMonth } from '@terreau/domain/time/year-month'
import type { SalaryPayment } from '@terreau/pdf/documents/monthly-income-certificate/model'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

interface Paid {
  /** By person, oldest first. */
  of: ReadonlyMap<string, SalaryPayment[]>
  /** Months in which somebody of the cooperative was paid. */
  months: ReadonlySet<string>
}

/** The slips that stand and were paid in these months: the month of payment counts, not that of work. */
export async function salariesPaid(
  tx: Tx,
  cooperativeId: string,
  personIds: readonly string[],
  months: readonly YearMonth[],
): Promise<Paid> {
  const [first, last] = [months[0], months.at(-1)]
  if (first === undefined || last === undefined) return { of: new Map(), months: new Set() }
  const rows = await tx
    .selectFrom('standingPaySlip')
    .select(['personId', 'paidOn', 'grossCents', 'netCents', 'netSocialCents'])
    .where('cooperativeId', '=', cooperativeId)
    .where('personId', 'in', [...personIds])
    .where('paidOn', '>=', firstDay(first))
    .where('paidOn', '<=', lastDay(last))
    .orderBy('paidOn')
    .orderBy('id')
    .execute()
  const salaries = rows.map((row) => ({
    personId: row.personId ?? '',
    payment: {
      paidOn: localDate(row.paidOn ?? ''),
      grossCents: cents(row.grossCents ?? 0n),
      netBeforeTaxCents: cents(row.netCents ?? 0n),
      netSocialCents: cents(row.netSocialCents ?? 0n),
    },
  }))
  const of = new Map<string, SalaryPayment[]>()
  for (const { personId, payment } of salaries)
    of.set(personId, [...(of.get(personId) ?? []), payment])
  const { rows: paid } = await sql<{ month: string }>`
    select distinct to_char(s.paid_on, 'YYYY-MM') as month from terreau.standing_pay_slip s
     where s.cooperative_id = ${cooperativeId} and s.paid_on between ${firstDay(first)} and ${lastDay(last)}`.execute(
    tx,
  )
  return { of, months: new Set(paid.map((row) => row.month)) }
}
