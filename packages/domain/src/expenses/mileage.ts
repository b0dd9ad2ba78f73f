import { assert } from '../assert.ts'
import { valueOn } from '../legal/dated-parameter.ts'
import { type Cents, cents, subtract } from '../money/cents.ts'
import { divideHalfUp } from '../money/rate.ts'
import { localDate } from '../time/local-date.ts'
import { MILEAGE_SCALES, type MileageBand, type MileageVehicle } from './mileage-scale.ts'

/**
 * Distance to pay. Kilometres are whole numbers, counted per person, vehicle and calendar year:
 * `kmBefore` is what the same vehicle drove for work earlier in `year`.
 */
export type MileageInput = {
  readonly vehicle: MileageVehicle
  readonly fiscalHorsepower: number
  readonly electric?: boolean
  readonly year: number
  readonly kmBefore: number
  /** What those kilometres were paid, when it is not what the scale gives for them all at once. */
  readonly paidBeforeCents?: Cents
  readonly km: number
}

/**
 * The kilometric allowance of a distance: f(before + km) - f(before), where f is the allowance of
 * the whole year rounded half up to the cent. Paying the difference makes twelve months add up to
 * the year, across the joints of the scale; what was paid before in another order than it was driven
 * is taken off as it was paid. No VAT is recoverable on it. Throws on a year without a known scale and on
 * distances that are not whole and positive.
 */
export function mileageAllowance(input: MileageInput): Cents {
  assert(isWholeDistance(input.km), 'km is a whole positive distance')
  const after = yearAllowance(input, input.kmBefore + input.km)
  return subtract(after, input.paidBeforeCents ?? yearAllowance(input, input.kmBefore))
}

/** Whether the scale of a calendar year is known: kilometres of another year cannot be paid. */
export function hasMileageScale(year: number): boolean {
  const lastDay = localDate(`${year}-12-31`)
  return MILEAGE_SCALES.some(({ from }) => from <= lastDay)
}

function isWholeDistance(km: number): boolean {
  return Number.isSafeInteger(km) && km >= 0
}

/** What the scale gives for all the kilometres that a vehicle drove in a year until now. */
export function yearAllowance(input: Omit<MileageInput, 'km' | 'kmBefore'>, km: number): Cents {
  assert(isWholeDistance(km), 'kilometres of a year are whole and positive')
  const scale = valueOn(MILEAGE_SCALES, localDate(`${input.year}-12-31`)).value
  const row = scale.rows[input.vehicle].find(
    ({ upToHorsepower }) => upToHorsepower === null || input.fiscalHorsepower <= upToHorsepower,
  )
  const band = row?.bands.find(({ upToKm }) => upToKm === null || km <= upToKm)
  assert(band !== undefined, 'the scale covers every vehicle and distance')
  const percent = input.electric ? 100n + scale.electricBonusPercent : 100n
  // Thousandths of a euro x percent: 1 000 of them make a cent.
  return cents(divideHalfUp(milliEuros(band, km) * percent, 1_000n))
}

function milliEuros(band: MileageBand, km: number): bigint {
  if (km === 0) return 0n
  return BigInt(km) * band.milliEurosPerKm + band.flatEuros * 1_000n
}
