import { describe, expect, it } from 'vitest'
import { cape, cesa, clocks } from '../../test/given-career.ts'
import { localDate } from '../time/local-date.ts'
import { countOfInterview } from './counted-interviews.ts'

const contracts = [
  cape('2024-01-15', '2025-01-14', { id: 'A' }),
  cesa('2025-01-15', { id: 'B', endedOn: localDate('2025-12-31') }),
  cesa('2026-03-01', { id: 'C' }),
  cesa('2026-01-01', { id: 'X', isCancelled: true }),
]
const held = (on: string, over: { signedOn?: string; contractId?: string } = {}) => ({
  on: localDate(on),
  signedOn: localDate(over.signedOn ?? on),
  ...(over.contractId === undefined ? {} : { contractId: over.contractId }),
})
const today = localDate('2026-06-01')

describe('countOfInterview', () => {
  it.each([
    ['before every contract', held('2024-01-14'), null, 'no-cesa-that-day'],
    ['under a CAPE', held('2025-01-14'), null, 'no-cesa-that-day'],
    ['on the first day', held('2025-01-15'), 'B', null],
    ['on the last day', held('2025-12-31'), 'B', null],
    ['between two', held('2026-01-15'), null, 'no-cesa-that-day'],
    ['tied to a CAPE', held('2024-06-01', { contractId: 'A' }), 'A', 'not-a-cesa'],
    ['tied to another time', held('2026-04-01', { contractId: 'B' }), 'B', 'outside-contract'],
    ['tied to one given up', held('2026-04-01', { contractId: 'X' }), 'X', 'contract-cancelled'],
    ['signed today', held('2026-05-01', { signedOn: '2026-06-01' }), 'C', null],
    ['signed later', held('2026-05-01', { signedOn: '2026-06-02' }), 'C', 'signed-after-today'],
    ['not signed', { on: localDate('2026-05-01') }, 'C', 'not-signed'],
  ])('%s', (_name, interview, contractId, reason) => {
    expect(countOfInterview(interview, { contracts }, today)).toEqual({ contractId, reason })
  })

  it('counts two of one day as two, and reads as many lines as a file may hold', () => {
    const many = Array.from({ length: 500 }, () => held('2025-03-01'))
    const others = Array.from({ length: 496 }, (_, at) =>
      cesa(`20${String(15 + (at % 10))}-02-01`, { id: `o${at}`, endedOn: localDate('2024-12-31') }),
    )
    const found = clocks([...contracts, ...others], { interviews: many, today: '2026-06-01' })
    const periods = found.filter(
      ({ kind, contractId }) => kind === 'interviews' && contractId === 'B',
    )
    expect(periods.map(({ count }) => count?.done)).toEqual([500])
  })
})
