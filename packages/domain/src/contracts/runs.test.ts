import { expect, it } from 'vitest'
import { localDate } from '../time/local-date.ts'
import { runsOf } from './runs.ts'

const run = (startsOn: string, endsOn: string | null) => ({
  startsOn: localDate(startsOn),
  endsOn: endsOn === null ? null : localDate(endsOn),
})

it('joins what follows day by day or overlaps, and parts what a day lies between', () => {
  expect(
    runsOf([
      run('2026-05-04', '2027-05-03'),
      run('2024-03-01', '2024-03-31'),
      run('2024-04-01', '2024-06-30'),
      run('2024-05-01', '2024-05-31'),
      run('2024-07-02', '2024-07-02'),
    ]),
  ).toEqual([
    run('2024-03-01', '2024-06-30'),
    run('2024-07-02', '2024-07-02'),
    run('2026-05-04', '2027-05-03'),
  ])
  expect(runsOf([run('2026-01-01', null), run('2027-01-01', '2027-02-01')])).toEqual([
    run('2026-01-01', null),
  ])
  expect(runsOf([])).toEqual([])
})
