import { describe, expect, it } from 'vitest'
import { valueOn } from '../legal/dated-parameter.ts'
import { localDate } from '../time/local-date.ts'
import { hasMileageScale } from './mileage.ts'
import { MILEAGE_SCALES } from './mileage-scale.ts'

describe('MILEAGE_SCALES', () => {
  it('is the table of 2026, as published', () => {
    const { rows, electricBonusPercent } = valueOn(MILEAGE_SCALES, localDate('2026-12-31')).value
    const rates = rows.car.map((row) => row.bands.map((band) => band.milliEurosPerKm))
    expect(rates).toEqual([
      [529n, 316n, 370n],
      [606n, 340n, 407n],
      [636n, 357n, 427n],
      [665n, 374n, 447n],
      [697n, 394n, 470n],
    ])
    expect(rows.car.map((row) => row.bands[1]?.flatEuros)).toEqual([
      1_065n,
      1_330n,
      1_395n,
      1_457n,
      1_515n,
    ])
    expect(electricBonusPercent).toBe(20n)
  })

  it('is known from 2023 on, and no year before', () => {
    expect([2022, 2023, 2024, 2026, 2031].map(hasMileageScale)).toEqual([
      false,
      true,
      true,
      true,
      true,
    ])
  })

  it('ends every list with a row and a band without limit', () => {
    for (const { value } of MILEAGE_SCALES) {
      for (const rows of Object.values(value.rows)) {
        expect(rows.at(-1)?.upToHorsepower).toBeNull()
        for (const row of rows) expect(row.bands.at(-1)?.upToKm).toBeNull()
      }
    }
  })
})
