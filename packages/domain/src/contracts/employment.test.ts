import { describe, expect, it } from 'vitest'
import { localDate } from '../time/local-date.ts'
import { type EmploymentContract, employmentsOf, jobsHeld, keptCoverMonths } from './employment.ts'

function cesa(
  from: string,
  to: string | null,
  associate: string | null = null,
): EmploymentContract {
  return {
    id: from,
    startsOn: localDate(from),
    endsOn: to === null ? null : localDate(to),
    associateOn: associate === null ? null : localDate(associate),
    activityName: 'couture',
  }
}

describe('employments', () => {
  it('join contracts that follow each other day by day, and part those that do not', () => {
    const found = employmentsOf([
      cesa('2026-07-01', '2026-09-30'),
      cesa('2024-01-01', '2024-12-31'),
      cesa('2025-01-01', '2025-06-30'),
    ])
    expect(found.map(({ startsOn, endsOn }) => [startsOn, endsOn])).toEqual([
      ['2024-01-01', '2025-06-30'],
      ['2026-07-01', '2026-09-30'],
    ])
  })

  it('go on as long as one of two contracts goes on', () => {
    const [only] = employmentsOf([cesa('2025-01-01', '2025-06-30'), cesa('2025-03-01', null)])
    expect(only?.endsOn).toBeNull()
    const [longest] = employmentsOf([
      cesa('2025-01-01', '2025-12-31'),
      cesa('2025-03-01', '2025-04-30'),
    ])
    expect(longest?.endsOn).toBe('2025-12-31')
  })
})

describe('jobs held', () => {
  it('tell before and after becoming associate apart', () => {
    expect(jobsHeld([cesa('2025-01-01', '2026-06-30', '2026-01-15')])).toEqual([
      {
        job: 'entrepreneur',
        startsOn: '2025-01-01',
        endsOn: '2026-01-14',
        activityName: 'couture',
      },
      { job: 'associate', startsOn: '2026-01-15', endsOn: '2026-06-30', activityName: 'couture' },
    ])
  })

  it('are one when the person was associate from the first day, or never within the contract', () => {
    expect(jobsHeld([cesa('2025-01-01', null, '2025-01-01')]).map(({ job }) => job)).toEqual([
      'associate',
    ])
    expect(jobsHeld([cesa('2025-01-01', '2025-06-30', '2025-07-01')])).toEqual([
      {
        job: 'entrepreneur',
        startsOn: '2025-01-01',
        endsOn: '2025-06-30',
        activityName: 'couture',
      },
    ])
  })
})

describe('cover kept after an employment (CSS L911-8)', () => {
  it.each([
    ['2026-03-01', '2026-03-31', 1],
    ['2026-03-01', '2026-04-01', 2],
    ['2026-01-31', '2026-03-01', 2],
    ['2026-01-15', '2026-01-20', 1],
    ['2025-01-01', '2026-06-30', 12],
  ])('from %s to %s is %i months', (from, to, months) => {
    const employment = { startsOn: localDate(from), endsOn: localDate(to) }
    expect(keptCoverMonths(employment, 12)).toBe(months)
  })
})
