import { expect, it } from 'vitest'
import { cents } from '../money/cents.ts'
import { isAsAnnounced } from './announced-pay.ts'

const said = (gross: bigint, fixed: bigint | null, decided: bigint, isWhole = true) =>
  isAsAnnounced(cents(gross), {
    fixedPartCents: fixed === null ? null : cents(fixed),
    decidedCents: cents(decided),
    isWhole,
  })

it('a gross is the fixed part, the advance and the balance that were announced, to the cent', () => {
  expect(said(160_000n, 60_000n, 100_000n)).toBe(true)
  expect(said(160_001n, 60_000n, 100_000n)).toBe(false)
  expect(said(159_999n, 60_000n, 100_000n)).toBe(false)
  expect(said(0n, 0n, 0n)).toBe(true)
})

it('a part of a month may have a part of the fixed part, and all of what was decided', () => {
  expect(said(130_000n, 60_000n, 100_000n, false)).toBe(true)
  expect(said(99_999n, 60_000n, 100_000n, false)).toBe(false)
  expect(said(160_001n, 60_000n, 100_000n, false)).toBe(false)
})

it('a fixed part that is not written here is not known', () => {
  expect(said(250_000n, null, 100_000n)).toBe(true)
  expect(said(99_999n, null, 100_000n)).toBe(false)
})
