import type { DatedParameter } from '../legal/dated-parameter.ts'
import { localDate } from '../time/local-date.ts'

export const MILEAGE_VEHICLES = ['car', 'motorcycle', 'moped'] as const
export type MileageVehicle = (typeof MILEAGE_VEHICLES)[number]

/**
 * One band of the scale: up to `upToKm` in the calendar year, the allowance of the whole distance d
 * is d x `milliEurosPerKm` / 1000 + `flatEuros`.
 */
export type MileageBand = {
  readonly upToKm: number | null
  readonly milliEurosPerKm: bigint
  readonly flatEuros: bigint
}

/** Bands for the vehicles of at most `upToHorsepower` fiscal horsepower. */
export type MileageRow = {
  readonly upToHorsepower: number | null
  readonly bands: readonly MileageBand[]
}

export type MileageScale = {
  readonly rows: Readonly<Record<MileageVehicle, readonly MileageRow[]>>
  /** What a fully electric vehicle gets on top, in percent. */
  readonly electricBonusPercent: bigint
}

/** The kilometric scale of the tax administration, by calendar year. */
export const MILEAGE_SCALES: DatedParameter<MileageScale> = [
  {
    from: localDate('2023-01-01'),
    value: scaleSince2023(),
    source: 'Arrêté du 27 mars 2023, unchanged in 2024 and 2025; CGI art. 83, 3°',
  },
  {
    from: localDate('2026-01-01'),
    value: scaleSince2023(),
    source: 'Barème kilométrique 2026, published 2026-04-09, unchanged; CGI art. 83, 3°',
  },
]

function scaleSince2023(): MileageScale {
  return {
    rows: {
      car: [
        row(3, [5_000, 20_000], [529n, 316n, 370n], 1_065n),
        row(4, [5_000, 20_000], [606n, 340n, 407n], 1_330n),
        row(5, [5_000, 20_000], [636n, 357n, 427n], 1_395n),
        row(6, [5_000, 20_000], [665n, 374n, 447n], 1_457n),
        row(null, [5_000, 20_000], [697n, 394n, 470n], 1_515n),
      ],
      motorcycle: [
        row(2, [3_000, 6_000], [395n, 99n, 248n], 891n),
        row(5, [3_000, 6_000], [468n, 82n, 275n], 1_158n),
        row(null, [3_000, 6_000], [606n, 79n, 343n], 1_583n),
      ],
      moped: [row(null, [3_000, 6_000], [315n, 79n, 198n], 711n)],
    },
    electricBonusPercent: 20n,
  }
}

/** Only the middle band carries a flat amount. */
function row(
  upToHorsepower: number | null,
  joints: readonly [number, number],
  rates: readonly [bigint, bigint, bigint],
  flatEuros: bigint,
): MileageRow {
  return {
    upToHorsepower,
    bands: [
      { upToKm: joints[0], milliEurosPerKm: rates[0], flatEuros: 0n },
      { upToKm: joints[1], milliEurosPerKm: rates[1], flatEuros },
      { upToKm: null, milliEurosPerKm: rates[2], flatEuros: 0n },
    ],
  }
}
