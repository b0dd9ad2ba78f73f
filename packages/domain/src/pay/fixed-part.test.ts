import { expect, it } from 'vitest'
import { cents } from '../money/cents.ts'
import { fixedPartState } from './fixed-part.ts'

function stateOf(fixed: bigint | null, owed: bigint, available: bigint, isPaid = false) {
  return fixedPartState({
    isPaid,
    fixedPartCents: fixed === null ? null : cents(fixed),
    owedCents: cents(owed),
    availableCents: cents(available),
  })
}

it('a fixed part is owed whatever the account holds; too little is said', () => {
  expect(stateOf(60_000n, 60_000n, 60_000n)).toBe('covered')
  expect(stateOf(60_000n, 60_000n, 59_999n)).toBe('uncovered')
  expect(stateOf(60_000n, 60_000n, -1n)).toBe('uncovered')
})

it('two people who share an activity draw on one account', () => {
  expect(stateOf(60_000n, 120_000n, 100_000n)).toBe('uncovered')
})

it('a fixed part of zero owes nothing, one that is not written is neither', () => {
  expect(stateOf(0n, 0n, 0n)).toBe('covered')
  expect(stateOf(0n, 0n, -1n)).toBe('uncovered')
  expect(stateOf(null, 0n, 100n)).toBe('not-written')
})

it('is paid once a slip stands, however little the slip has left', () => {
  expect(stateOf(60_000n, 0n, -5n, true)).toBe('paid')
  expect(stateOf(null, 0n, 0n, true)).toBe('paid')
})
