import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumCents } from '../money/cents.ts'
import { type MileageInput, mileageAllowance } from './mileage.ts'
import { MILEAGE_VEHICLES } from './mileage-scale.ts'

const drive = (km: number, kmBefore = 0, rest: Partial<MileageInput> = {}) =>
  mileageAllowance({ vehicle: 'car', fiscalHorsepower: 5, year: 2026, kmBefore, km, ...rest })

describe('mileageAllowance', () => {
  it('pays 120 km at 5 CV 76,32 € (worked example 1)', () => {
    expect(drive(120)).toBe(7_632n)
  })

  it('pays the difference across a joint: 300 km after 4 900 km are 135,00 €', () => {
    expect(drive(300, 4_900)).toBe(13_500n)
  })

  it('follows the bands of each power', () => {
    expect(drive(1_000, 0, { fiscalHorsepower: 2 })).toBe(52_900n)
    expect(drive(1_000, 0, { fiscalHorsepower: 3 })).toBe(52_900n)
    expect(drive(1_000, 0, { fiscalHorsepower: 4 })).toBe(60_600n)
    expect(drive(1_000, 0, { fiscalHorsepower: 6 })).toBe(66_500n)
    expect(drive(1_000, 0, { fiscalHorsepower: 7 })).toBe(69_700n)
    expect(drive(1_000, 0, { fiscalHorsepower: 12 })).toBe(69_700n)
    expect(drive(30_000, 0, { fiscalHorsepower: 7 })).toBe(1_410_000n)
  })

  it('jumps at the joints exactly as the scale does', () => {
    expect(drive(1, 5_000, { fiscalHorsepower: 6 })).toBe(237n)
    expect(drive(1, 20_000, { fiscalHorsepower: 3 })).toBe(1_537n)
  })

  it('pays motorcycles and mopeds by their own scale', () => {
    expect(drive(3_000, 0, { vehicle: 'motorcycle', fiscalHorsepower: 2 })).toBe(118_500n)
    expect(drive(4_000, 0, { vehicle: 'motorcycle', fiscalHorsepower: 5 })).toBe(148_600n)
    expect(drive(7_000, 0, { vehicle: 'motorcycle', fiscalHorsepower: 6 })).toBe(240_100n)
    expect(drive(1_000, 0, { vehicle: 'moped', fiscalHorsepower: 1 })).toBe(31_500n)
  })

  it('adds a fifth for an electric vehicle, rounding once', () => {
    expect(drive(1_000, 0, { electric: true })).toBe(76_320n)
    expect(drive(1, 0, { electric: true })).toBe(76n)
  })

  it('refuses half kilometres, negative ones, and years without a scale', () => {
    expect(() => drive(0.5)).toThrow()
    expect(() => drive(-1)).toThrow()
    expect(() => drive(1, -1)).toThrow()
    expect(() => drive(1, 0, { year: 2022 })).toThrow()
    expect(drive(120, 0, { year: 2025 })).toBe(7_632n)
  })

  it('is never negative, and many trips pay what one long trip pays', () => {
    const trips = fc.array(fc.integer({ min: 0, max: 4_000 }), { maxLength: 20 })
    const vehicles = fc.constantFrom(...MILEAGE_VEHICLES)
    fc.assert(
      fc.property(trips, vehicles, fc.integer({ min: 1, max: 9 }), (list, vehicle, power) => {
        const kind = { vehicle, fiscalHorsepower: power }
        let before = 0
        const paid = list.map((km) => {
          const allowance = drive(km, before, kind)
          before += km
          return allowance
        })
        expect(sumCents(paid)).toBe(drive(before, 0, kind))
        expect(paid.every((allowance) => allowance >= 0n)).toBe(true)
      }),
    )
  })
})
