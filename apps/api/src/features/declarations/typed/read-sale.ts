import { usualMoneyPlace } from '@terreau/domain/declarations/payment-means'
import { rateBp } from '@terreau/domain/money/rate'
import { normaliseName } from '@terreau/domain/names/normalise'
import { proposeVat } from '@terreau/domain/sales/propose-vat'
import type { AmountKind } from '@terreau/domain/sales/vat'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { YearMonth } from '@terreau/domain/time/year-month'
import type { DeclaredSale } from '../declared-lines.ts'
import type { Draft } from '../own-declaration.ts'
import { LineProblems } from './problems.ts'
import { readAmount } from './read-amount.ts'
import { readDay } from './read-day.ts'

export type TypedSale = Draft['sales'][number] & {
  /** Staff may say that an amount is without VAT, or which rate applies. A person declares what was paid. */
  amountKind?: AmountKind
  vatRateBp?: number | null
}

/** One sale, from what was typed to what is recorded; the list of problems is empty when it is whole. */
export function readSale(
  typed: TypedSale,
  context: { month: YearMonth; activityVatRateBp: number; pointer: string },
): { sale: DeclaredSale | null; problems: LineProblems } {
  const problems = new LineProblems(context.pointer)
  const amountMinor = readAmount(typed.amountText, typed.currency, {
    problems,
    field: 'amountText',
  })
  if (amountMinor === 0n) problems.add('amountText', 'amount-zero')
  const soldOn = readDay(typed.soldOn, context.month, { problems, field: 'soldOn' })
  const { customerCountry, customerKind, paymentMeans } = typed
  if (customerCountry === '') problems.add('customerCountry', 'field-required')
  if (paymentMeans === '') problems.add('paymentMeans', 'field-required')
  if (customerKind === '') problems.add('customerKind', 'field-required')
  const isWhole = problems.found.length === 0
  if (!isWhole || amountMinor === null || soldOn === null) return { sale: null, problems }
  if (customerKind === '' || paymentMeans === '') return { sale: null, problems }
  const sale: DeclaredSale = {
    id: typed.id,
    soldOn,
    customer: normaliseName(typed.customer),
    customerCountry,
    customerKind,
    amountMinor,
    currency: typed.currency,
    amountKind: typed.amountKind ?? 'gross',
    vatRateBp: typed.vatRateBp ?? proposedRate({ customerCountry, customerKind, soldOn }, context),
    paymentMeans,
    moneyPlace: typed.moneyPlace === '' ? usualMoneyPlace(paymentMeans) : typed.moneyPlace,
  }
  return { sale, problems }
}

/** VAT is never asked: the rules of place propose it from the customer and the rate of the activity. */
function proposedRate(
  sale: { customerCountry: string; customerKind: 'business' | 'person'; soldOn: LocalDate },
  { activityVatRateBp }: { activityVatRateBp: number },
): number {
  const { vatRateBp } = proposeVat({
    customerCountry: sale.customerCountry,
    customerKind: sale.customerKind,
    supplyKind: 'services',
    activityVatRateBp: rateBp(BigInt(activityVatRateBp)),
    on: sale.soldOn,
  })
  return Number(vatRateBp)
}
