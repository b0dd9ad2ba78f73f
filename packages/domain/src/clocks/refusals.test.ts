import { describe, expect, it } from 'vitest'
import { cape, cesa, contract } from '../../test/given-career.ts'
import { localDate } from '../time/local-date.ts'
import type { Career, CareerContract } from './career.ts'
import { clocksOf } from './clocks-of.ts'
import { careerRefusals } from './refusals.ts'

function refusals(contracts: CareerContract[], rest: Partial<Career> = {}): string[] {
  const career = { contracts, ...rest }
  const clocks = clocksOf(career, localDate('2025-06-01'))
  return careerRefusals(career, clocks).map((r) => `${r.contractId} ${r.code} ${r.article}`)
}

const day = localDate

describe('careerRefusals', () => {
  it('is empty for the ordinary path', () => {
    const path = [
      cape('2023-01-15', '2024-01-14', { id: 'a' }),
      cape('2024-01-15', '2025-01-14', { id: 'b', renewalOf: 'a' }),
      cesa('2025-01-15', { declaredOn: day('2025-01-10'), associateOn: day('2025-12-01') }),
      contract('CDI', '2025-03-01'),
    ]
    expect(refusals(path)).toEqual([])
  })

  it('allows a second renewal and refuses a third, with its article', () => {
    const chain = [
      cape('2025-01-01', '2025-01-31', { id: 'a' }),
      cape('2025-02-01', '2025-02-28', { id: 'b', renewalOf: 'a' }),
      cape('2025-03-01', '2025-03-31', { id: 'c' }),
      cape('2025-04-01', '2025-04-30', { id: 'd', renewalOf: 'c' }),
    ]
    expect(refusals(chain)).toEqual(['d cape-third-renewal C. com. L127-2'])
  })

  it('refuses thirteen months, a gap without reason, an overlap, a full-time employee', () => {
    expect(refusals([cape('2024-01-15', '2025-01-15', { id: 'a' })])).toEqual([
      'a cape-too-long C. com. L127-2',
    ])
    const renew = (startsOn: string, rest = {}) =>
      refusals([
        cape('2024-01-15', '2025-01-14', { id: 'a' }),
        cape(startsOn, '2025-06-30', { id: 'b', renewalOf: 'a', ...rest }),
      ])
    expect(renew('2025-01-15')).toEqual([])
    expect(renew('2025-01-16')).toEqual(['b cape-gap C. com. L127-2'])
    expect(renew('2025-01-16', { gapReason: 'maladie' })).toEqual([])
    expect(renew('2025-01-14')).toEqual(['b cape-overlaps-previous C. com. L127-2'])
    expect(
      refusals([cape('2024-01-15', '2025-01-14', { id: 'a', isFullTimeEmployee: true })]),
    ).toEqual(['a cape-full-time-employee C. com. L127-1'])
  })

  it('refuses chains that lead nowhere', () => {
    const other = cape('2025-01-15', '2025-06-30', { id: 'b', renewalOf: 'a' })
    expect(refusals([contract('CDI', '2024-01-15', '2025-01-14', { id: 'a' }), other])).toEqual([
      'b cape-renews-nothing C. com. L127-2',
    ])
    const given = cape('2024-01-15', '2025-01-14', { id: 'a', isCancelled: true })
    expect(refusals([given, other])).toEqual(['b cape-renews-nothing C. com. L127-2'])
    const back = cape('2025-07-01', '2025-12-31', { id: 'a', renewalOf: 'b' })
    expect(refusals([back, other])).toContain('b cape-renews-itself C. com. L127-2')
    const twin = cape('2025-01-15', '2025-06-30', { id: 'c', renewalOf: 'a' })
    expect(refusals([cape('2024-01-15', '2025-01-14', { id: 'a' }), other, twin])).toEqual([
      'c cape-renewed-twice C. com. L127-2',
      'c cape-overlaps-previous C. com. L127-2',
    ])
  })

  it('counts no renewal along a link that goes forward in time, nor in a circle', () => {
    const first = cape('2026-01-01', '2026-06-30', { id: 'a', renewalOf: 'b' })
    const second = cape('2026-07-01', '2026-12-31', { id: 'b', renewalOf: 'a' })
    const own = cape('2027-01-01', '2027-06-30', { id: 'c', renewalOf: 'c' })
    expect(refusals([first, second, own])).toEqual([
      'a cape-renews-itself C. com. L127-2',
      'c cape-renews-itself C. com. L127-2',
    ])
  })

  it('refuses a CAPE beside a CESA, not a job beside it', () => {
    const first = cesa('2025-01-15', { id: 'e' })
    expect(refusals([first, cape('2025-03-01', '2025-04-30', { id: 'a' })])).toEqual([
      'a contracts-overlap C. com. L127-2',
    ])
    expect(refusals([first, contract('CDD', '2025-03-01', '2025-04-30')])).toEqual([])
  })

  it('refuses dates that contradict the contract', () => {
    expect(refusals([cape('2025-01-15', '2025-01-14', { id: 'a' })])).toEqual([
      'a ends-before-start C. com. L127-2',
    ])
    const late = cape('2024-01-15', '2024-06-30', { id: 'a', endedOn: day('2024-08-31') })
    expect(refusals([late])).toEqual(['a ended-after-term C. com. L127-2'])
    expect(refusals([contract('CAPE', '2024-01-15', undefined, { id: 'a' })])).toEqual([
      'a cape-end-missing C. com. L127-2',
    ])
    expect(refusals([cape('2001-01-15', '2001-06-30', { id: 'a' })])).toEqual([
      'a rule-not-in-force C. com. L127-2',
    ])
    const suspensions = [
      {
        contractId: 'e',
        startsOn: day('2025-01-14'),
        endsOn: day('2025-02-01'),
        reason: 'maladie',
      },
    ]
    expect(refusals([cesa('2025-01-15', { id: 'e' })], { suspensions })).toEqual([
      'e suspension-outside-contract C. trav. L7332-1',
    ])
  })

  it('refuses a trial without room, and an associate who came too late', () => {
    const before = cape('2024-01-15', '2025-01-14')
    const on = (rest: Partial<CareerContract>) => cesa('2025-01-15', { id: 'e', ...rest })
    expect(refusals([before, on({ trialEndsOn: day('2025-02-14') })])).toEqual([
      'e no-trial-left C. trav. L7332-1',
    ])
    expect(refusals([on({ trialEndsOn: day('2025-09-14') })])).toEqual([])
    expect(refusals([on({ trialEndsOn: day('2025-09-15') })])).toEqual([
      'e trial-too-long C. trav. L7332-1',
    ])
    expect(refusals([before, on({ associateOn: day('2027-01-15') })])).toEqual([])
    expect(refusals([before, on({ associateOn: day('2027-01-16') })])).toEqual([
      'e associate-too-late C. trav. L7331-3',
    ])
  })

  it('refuses a declaration too early or too late, and any for a CAPE', () => {
    const on = (declaredOn: string) =>
      refusals([cesa('2025-01-15', { id: 'e', declaredOn: day(declaredOn) })])
    const article = 'C. trav. R1221-4, R1221-5'
    expect(on('2025-01-06')).toEqual([`e declared-too-early ${article}`])
    expect(on('2025-01-07')).toEqual([])
    expect(on('2025-01-15')).toEqual([])
    expect(on('2025-01-16')).toEqual([`e declared-too-late ${article}`])
    const declared = cape('2025-01-15', '2025-06-30', { id: 'a', declaredOn: day('2025-01-10') })
    expect(refusals([declared])).toEqual(['a cape-declared-as-hire C. com. L127-1'])
  })
})
