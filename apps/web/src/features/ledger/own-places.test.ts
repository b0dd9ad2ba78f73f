import { expect, it } from 'vitest'
import { monthHref, yearsOf } from './own-places.ts'
import type { OwnMonth } from './queries.ts'

const account = (firstMonth: string | null, newest: string | null) => ({
  firstMonth,
  months: newest === null ? [] : [{ month: newest } as OwnMonth],
})

it('lists every year from the first entry of any activity to the newest, newest first', () => {
  expect(yearsOf([account('2016-11', '2026-10')])).toEqual([
    2026, 2025, 2024, 2023, 2022, 2021, 2020, 2019, 2018, 2017, 2016,
  ])
  expect(yearsOf([account('2025-01', '2025-01'), account('2023-12', '2024-02')])).toEqual([
    2025, 2024, 2023,
  ])
  expect(yearsOf([account(null, null), account('2026-01', '2026-02')])).toEqual([2026])
  expect(yearsOf([account(null, null)])).toEqual([])
})

it('names the activity in the address of a month when there are several', () => {
  expect(monthHref('a1', '2019-05', true)).toBe('/moi/argent/2019-05')
  expect(monthHref('a1', '2019-05', false)).toBe('/moi/argent/2019-05?activite=a1')
})
