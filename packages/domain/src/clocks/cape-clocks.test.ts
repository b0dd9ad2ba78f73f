import { describe, expect, it } from 'vitest'
import { cape, cesa, clock, clocks } from '../../test/given-career.ts'
import { localDate } from '../time/local-date.ts'

describe('the clocks of a CAPE (L127-2)', () => {
  it('counts renewals as renewals: three short contracts use the right up', () => {
    const chain = [
      cape('2025-01-01', '2025-03-31', { id: 'a' }),
      cape('2025-04-01', '2025-04-30', { id: 'b', renewalOf: 'a' }),
      cape('2025-05-01', '2025-05-31', { id: 'c', renewalOf: 'b' }),
    ]
    expect(clock('cape-renewals', chain.slice(0, 1))).toMatchObject({
      count: { done: 0, max: 2, left: 2 },
      endsOn: '2027-03-31',
    })
    expect(clock('cape-renewals', chain)).toMatchObject({
      contractId: 'c',
      startsOn: '2025-01-01',
      count: { done: 2, max: 2, left: 0 },
      endsOn: '2025-05-31',
    })
    expect(clock('cape-renewal-start', chain, { contractId: 'c' }).reason).toBe('none-left')
    expect(clock('cape-renewal-start', chain, { contractId: 'a' })).toMatchObject({
      endsOn: '2025-04-01',
      state: 'met',
    })
  })

  it('is settled once it has ended and what follows is known', () => {
    const ended = cape('2024-01-15', '2025-01-14', { id: 'a' })
    const states = (...contracts: Parameters<typeof clock>[1]) =>
      (['cape-term', 'cape-renewal-start', 'cape-renewals'] as const).map((kind) => {
        const found = clocks(contracts, { contractId: 'a' }).find((one) => one.kind === kind)
        return found?.reason ?? found?.state
      })
    expect(states(ended)).toEqual(['passed', 'passed', 'running'])
    const renewal = cape('2025-01-15', '2026-01-14', { id: 'b', renewalOf: 'a' })
    expect(states(ended, renewal)).toEqual(['met', 'met', undefined])
    const late = cape('2025-03-01', '2025-12-31', { renewalOf: 'a', gapReason: 'maladie' })
    expect(states(ended, late)).toEqual(['met', 'met', undefined])
    expect(states(ended, cesa('2025-01-15'))).toEqual([
      'met',
      'followed-by-contract',
      'followed-by-contract',
    ])
    const atTerm = { ...ended, endedOn: localDate('2025-01-14') }
    expect(states(atTerm)).toEqual(['met', 'ended-at-term', 'ended-at-term'])
    const early = { ...ended, endedOn: localDate('2024-12-31') }
    expect(states(early)).toEqual(['met', 'ended-before', 'ended-before'])
    expect(clock('cape-term', [atTerm], { today: '2025-01-14' }).state).toBe('running')
  })

  it('limits each to twelve months', () => {
    expect(clock('cape-period', [cape('2024-01-15', '2025-01-14')])).toMatchObject({
      endsOn: '2025-01-14',
      state: 'met',
    })
    expect(clock('cape-period', [cape('2024-02-29', '2025-02-28')])).toMatchObject({
      endsOn: '2025-02-27',
      state: 'passed',
    })
  })

  it('wants both bodies told of the conclusion, a renewal and an early end', () => {
    const chain = [
      cape('2025-01-01', '2025-03-31', { id: 'a', signedOn: localDate('2024-12-20') }),
      cape('2025-04-01', '2025-12-31', {
        id: 'b',
        renewalOf: 'a',
        endedOn: localDate('2025-06-30'),
      }),
    ]
    const notices = [
      {
        contractId: 'a',
        recipient: 'urssaf',
        event: 'conclusion',
        sentOn: localDate('2024-12-20'),
      },
    ] as const
    const found = clocks(chain, { today: '2025-02-01', notices }).filter(
      ({ kind }) => kind === 'cape-notice',
    )
    const short = found.map((c) => [c.contractId, c.event, c.recipient, c.endsOn, c.state])
    expect(short).toEqual([
      ['a', 'conclusion', 'france-travail', '2024-12-20', 'passed'],
      ['a', 'conclusion', 'urssaf', '2024-12-20', 'met'],
      ['b', 'renewal', 'france-travail', '2025-04-01', 'running'],
      ['b', 'renewal', 'urssaf', '2025-04-01', 'running'],
      ['b', 'early-end', 'france-travail', '2025-06-30', 'running'],
      ['b', 'early-end', 'urssaf', '2025-06-30', 'running'],
    ])
    expect(found[0]?.alertsOn).toEqual(['2024-12-23'])
  })
})
