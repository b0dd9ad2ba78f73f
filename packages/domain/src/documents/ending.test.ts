import { expect, it } from 'vitest'
import { nearestAlert } from '../right-to-work/permit-dates.ts'
import { localDate } from '../time/local-date.ts'
import { FOLLOWED_KINDS, paperAlerts, USUAL_PAPER_ALERTS } from './ending.ts'

it('tells the end of a paper twice ahead and on its last day, each day once', () => {
  expect(paperAlerts(USUAL_PAPER_ALERTS)).toEqual([60, 15, 0])
  expect(paperAlerts({ firstDays: 10, lastDays: 30 })).toEqual([30, 10, 0])
  expect(paperAlerts({ firstDays: 0, lastDays: 0 })).toEqual([0])
})

it.each([
  ['2026-11-02', null],
  ['2026-11-03', 60],
  ['2026-12-17', 60],
  ['2026-12-18', 15],
  ['2027-01-02', 0],
  ['2027-02-01', 0],
])('on %s, a paper that ends on 2 January 2027 is at the threshold %s', (today, days) => {
  const lastDay = localDate('2027-01-02')
  expect(nearestAlert(paperAlerts(USUAL_PAPER_ALERTS), { lastDay, today: localDate(today) })).toBe(
    days,
  )
})

it('follows insurances and diplomas, and leaves permits to their own alerts', () => {
  expect(FOLLOWED_KINDS).toEqual(
    expect.arrayContaining(['insurance', 'vehicle_insurance', 'diploma', 'professional_licence']),
  )
  expect(FOLLOWED_KINDS).not.toContain('residence_permit')
  expect(FOLLOWED_KINDS).not.toContain('receipt')
})
