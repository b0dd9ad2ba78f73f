import { normaliseName } from '@terreau/domain/names/normalise'
import type { YearMonth } from '@terreau/domain/time/year-month'
import type { DeclaredExpense, DeclaredTrip } from '../declared-lines.ts'
import type { Draft } from '../own-declaration.ts'
import type { VehicleChoice } from '../vehicles/queries.ts'
import { LineProblems } from './problems.ts'
import { readAmount } from './read-amount.ts'
import { readDay } from './read-day.ts'

/** One expense: what was paid, VAT included, and the VAT of the receipt (none when nothing was typed). */
export function readExpense(
  typed: Draft['expenses'][number],
  context: { month: YearMonth; receiptLineIds: ReadonlySet<string>; pointer: string },
): { expense: DeclaredExpense | null; problems: LineProblems } {
  const problems = new LineProblems(context.pointer)
  const grossCents = readAmount(typed.grossText, 'EUR', { problems, field: 'grossText' })
  if (grossCents !== null && grossCents <= 0n) problems.add('grossText', 'amount-not-positive')
  const vatCents = typed.vatText.trim() === '' ? 0n : readVat(typed.vatText, grossCents, problems)
  const spentOn = readDay(typed.spentOn, context.month, { problems, field: 'spentOn' })
  const { category } = typed
  if (category === '') problems.add('category', 'field-required')
  if (problems.found.length > 0 || category === '') return { expense: null, problems }
  if (grossCents === null || vatCents === null || spentOn === null) {
    return { expense: null, problems }
  }
  const expense: DeclaredExpense = {
    id: typed.id,
    spentOn,
    category,
    label: normaliseName(typed.label),
    grossCents,
    vatCents,
    receiptState: receiptStateOf(typed, context.receiptLineIds),
    receiptName: typed.receiptName,
  }
  return { expense, problems }
}

/**
 * One trip, with the power that the cooperative read on the registration card: of the vehicle named, of
 * the only one the person has, or of the car of the activity when none is registered.
 */
export function readTrip(
  typed: Draft['trips'][number],
  context: {
    fiscalHorsepower: number | null
    vehicles: readonly VehicleChoice[]
    pointer: string
  },
): { trip: DeclaredTrip | null; problems: LineProblems } {
  const problems = new LineProblems(context.pointer)
  const text = typed.kmText.toLowerCase().replace(/km|[\s\u00a0\u202f]/g, '')
  const isWhole = /^[1-9]\d{0,4}$/.test(text)
  if (text === '') problems.add('kmText', 'field-required')
  else if (!isWhole) problems.add('kmText', 'km-not-whole')
  const reason = normaliseName(typed.reason)
  if (reason === '') problems.add('reason', 'field-required')
  const vehicle = vehicleOf(typed.vehicleId, context.vehicles, problems)
  const fiscalHorsepower = vehicle?.fiscalHorsepower ?? context.fiscalHorsepower
  if (fiscalHorsepower === null) problems.add('kmText', 'horsepower-missing')
  if (problems.found.length > 0 || fiscalHorsepower === null) return { trip: null, problems }
  const trip: DeclaredTrip = {
    id: typed.id,
    km: Number(text),
    fiscalHorsepower,
    reason,
    vehicleId: vehicle?.id ?? null,
    vehicleKind: vehicle?.kind ?? 'car',
    isElectric: vehicle?.isElectric ?? false,
  }
  return { trip, problems }
}

function vehicleOf(
  id: string,
  vehicles: readonly VehicleChoice[],
  problems: LineProblems,
): VehicleChoice | null {
  const [only, ...others] = vehicles
  if (id === '') {
    if (others.length > 0) problems.add('vehicleId', 'vehicle-missing')
    return only ?? null
  }
  const named = vehicles.find((vehicle) => vehicle.id === id)
  return named ?? problems.add('vehicleId', 'vehicle-unknown')
}

/** Whether a receipt was sent, is promised on paper, or is missing. */
export function receiptStateOf(
  line: { id: string; noReceiptReason: string },
  receiptLineIds: ReadonlySet<string>,
): 'attached' | 'on_paper' | 'missing' {
  if (receiptLineIds.has(line.id)) return 'attached'
  return line.noReceiptReason === 'on_paper' ? 'on_paper' : 'missing'
}

function readVat(text: string, grossCents: bigint | null, problems: LineProblems): bigint | null {
  const vatCents = readAmount(text, 'EUR', { problems, field: 'vatText' })
  if (vatCents === null) return null
  if (vatCents < 0n) return problems.add('vatText', 'amount-not-positive')
  const isAbove = grossCents !== null && vatCents > grossCents
  return isAbove ? problems.add('vatText', 'vat-above-gross') : vatCents
}
