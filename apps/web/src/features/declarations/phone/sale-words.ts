import { saleFigures } from '@terreau/domain/declarations/breakdown'
import { type Cents, sumCents, ZERO } from '@terreau/domain/money/cents'
import { parseAmount } from '@terreau/domain/money/parse-amount'
import { rateBp } from '@terreau/domain/money/rate'
import type { Draft, ExpenseDraft, MonthView, SaleDraft, TripDraft } from './queries.ts'

/** The first question a sale still needs an answer to; null when it is complete. */
export function missingSalePart(sale: SaleDraft): string | null {
  if (parseAmount(sale.amountText, sale.currency).kind !== 'ok') return 'montant'
  if (sale.customerKind === '' || sale.customerCountry === '') return 'client'
  if (sale.soldOn === '') return 'jour'
  if (sale.paymentMeans === '') return 'paiement'
  return null
}

/** The same for an expense. Its VAT is asked again when the price was corrected to less than it. */
export function missingExpensePart(expense: ExpenseDraft): string | null {
  if (expense.category === '') return 'quoi'
  const gross = parseAmount(expense.grossText, 'EUR')
  if (gross.kind !== 'ok') return 'montant'
  const vat = parseAmount(expense.vatText, 'EUR')
  if (vat.kind === 'ok' && vat.minorUnits > gross.minorUnits) return 'tva'
  return expense.spentOn === '' ? 'jour' : null
}

/** What a trip needs of the month: the vehicles of the person, and the car of the activity if none is registered. */
export type TripContext = Pick<MonthView, 'vehicles'> & {
  activity: Pick<MonthView['activity'], 'fiscalHorsepower'>
}

/** Whether a trip can be sent: how far, why, and with which vehicle, as the server asks it. */
export function isTripComplete(trip: TripDraft, view: TripContext): boolean {
  return wholeKm(trip.kmText) !== null && trip.reason.trim() !== '' && hasVehicle(trip, view)
}

function hasVehicle({ vehicleId }: TripDraft, { vehicles, activity }: TripContext): boolean {
  if (vehicleId !== '') return vehicles.some(({ id }) => id === vehicleId)
  return vehicles.length === 0 ? activity.fiscalHorsepower !== null : vehicles.length === 1
}

/** Kilometres as typed; null when they are no whole number. */
export function wholeKm(text: string): number | null {
  const digits = text.toLowerCase().replace(/km|[\s\u00a0\u202f]/g, '')
  return /^[1-9]\d{0,4}$/.test(digits) ? Number(digits) : null
}

/** A sale in euros with the rate of the month; null while its amount cannot be read. */
export function saleEuros(sale: SaleDraft, view: MonthView): Cents | null {
  const parsed = parseAmount(sale.amountText, sale.currency)
  const rate = view.currencies.find((currency) => currency.code === sale.currency)
  if (parsed.kind !== 'ok' || rate === undefined) return null
  return saleFigures({
    amountMinor: parsed.minorUnits,
    currency: sale.currency,
    unitsPerEuro: rate.unitsPerEuro,
    amountKind: 'gross',
    vatRateBp: rateBp(0n),
  }).amountCents
}

/** What was received in the month, in euros. */
export function totalEuros(draft: Draft, view: MonthView): Cents {
  return sumCents(draft.sales.map((sale) => saleEuros(sale, view) ?? ZERO))
}

/** An amount as typed, in minor units of its currency, to be shown; null when it cannot be read. */
export function typedUnits(text: string, currency: SaleDraft['currency']): string | null {
  const parsed = parseAmount(text, currency)
  return parsed.kind === 'ok' ? String(parsed.minorUnits) : null
}
