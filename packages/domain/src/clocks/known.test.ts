import { describe, expect, it } from 'vitest'
import { cape, careerOf, cesa, contract } from '../../test/given-career.ts'
import { localDate } from '../time/local-date.ts'
import { alertsBefore, earlierTime } from './known.ts'
import { CLOCK_RULES } from './rules.ts'

describe('earlierTime', () => {
  it('takes what came before the first day, once, until the eve at most', () => {
    const own = cesa('2025-01-15')
    const career = careerOf([
      own,
      cape('2023-01-15', '2024-01-14', { id: 'a' }),
      contract('CDI', '2024-01-01', '2024-02-14', { id: 'b' }),
      contract('CDD', '2024-12-01', '2025-06-30', { id: 'c' }),
      contract('CDI', '2025-01-15', undefined, { id: 'same day' }),
      cape('2022-01-15', '2022-12-31', { id: 'given up', isCancelled: true }),
    ])
    const found = earlierTime(own, career).map(({ startsOn, endsOn, sources, length }) => [
      startsOn,
      endsOn,
      sources.map(({ id }) => id).join(' '),
      `${length.months} m ${length.days} d`,
    ])
    expect(found).toEqual([
      ['2023-01-15', '2024-02-14', 'a b', '13 m 0 d'],
      ['2024-12-01', '2025-01-14', 'c', '1 m 14 d'],
    ])
  })
})

describe('alertsBefore', () => {
  it('gives the days of the table, earliest first', () => {
    expect(alertsBefore(CLOCK_RULES['associate-deadline'], localDate('2027-03-31'))).toEqual([
      '2026-03-31',
      '2026-09-30',
      '2026-12-31',
      '2027-02-28',
    ])
  })
})
