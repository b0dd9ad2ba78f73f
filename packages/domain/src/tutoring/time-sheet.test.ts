import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, localDate } from '../time/local-date.ts'
import { yearMonth } from '../time/year-month.ts'
import { type SheetSession, timeSheet } from './time-sheet.ts'

const october = {
  month: yearMonth('2026-10'),
  isOperationKnown: true,
  today: localDate('2026-11-10'),
}
const session = (over: Partial<SheetSession> = {}): SheetSession => ({
  heldOn: localDate('2026-10-06'),
  startMinute: 600,
  minutes: 60,
  subjects: ['prices'],
  kind: 'volunteer',
  state: 'approved',
  notedOn: localDate('2026-10-06'),
  ...over,
})

describe('a sheet of time', () => {
  it('is complete with its operation, its hours, its activities and its month just over', () => {
    const sheet = timeSheet([session(), session({ startMinute: 840, minutes: 59 })], october)
    expect(sheet).toMatchObject({
      totalMinutes: 119,
      lacks: [],
      lines: [
        { day: '2026-10-06', halfDay: 'morning', startMinute: 600, minutes: 60 },
        { day: '2026-10-06', halfDay: 'afternoon', startMinute: 840, minutes: 59 },
      ],
    })
  })

  it('cuts at noon, to the minute', () => {
    const { lines } = timeSheet([session({ startMinute: 713, minutes: 60 })], october)
    expect(
      lines.map(({ halfDay, startMinute, minutes }) => [halfDay, startMinute, minutes]),
    ).toEqual([
      ['morning', 713, 7],
      ['afternoon', 720, 53],
    ])
    const atNoon = timeSheet([session({ startMinute: 720, minutes: 1 })], october).lines
    expect(atNoon).toMatchObject([{ halfDay: 'afternoon', minutes: 1 }])
    expect(timeSheet([session({ startMinute: 660, minutes: 60 })], october).lines).toHaveLength(1)
  })

  it('says each thing that it lacks, and how many sessions that is about', () => {
    const sheet = timeSheet(
      [
        session({ startMinute: null }),
        session({ subjects: [], kind: 'paid' }),
        session({ notedOn: localDate('2026-11-07') }),
        session({ state: 'noted' }),
        session({ state: 'disputed' }),
        session({ state: 'set_aside' }),
      ],
      { month: yearMonth('2026-10'), isOperationKnown: false, today: localDate('2026-12-02') },
    )
    expect(sheet.lacks).toEqual([
      { code: 'operation-missing', count: 1 },
      { code: 'signed-late', count: 1 },
      { code: 'hour-missing', count: 1 },
      { code: 'activity-missing', count: 1 },
      { code: 'noted-late', count: 1 },
      { code: 'not-approved', count: 2 },
      { code: 'kinds-mixed', count: 1 },
    ])
    expect(sheet.totalMinutes).toBe(180)
  })

  it('knows the last day of the month and the last day for signing', () => {
    const on = (today: string) =>
      timeSheet([], { ...october, today: localDate(today) }).lacks.map((lack) => lack.code)
    expect(on('2026-10-31')).toEqual(['month-not-over'])
    expect(on('2026-11-01')).toEqual([])
    expect(on('2026-12-01')).toEqual([])
    expect(on('2026-12-02')).toEqual(['signed-late'])
  })

  it('has lines that sum to its total, whatever the sessions', () => {
    const any = fc
      .record({
        n: fc.nat(30),
        start: fc.option(fc.integer({ min: 0, max: 1439 })),
        minutes: fc.integer({ min: 5, max: 720 }),
      })
      .map(({ n, start, minutes }) =>
        session({ heldOn: addDays(localDate('2026-10-01'), n), startMinute: start, minutes }),
      )
    fc.assert(
      fc.property(fc.array(any), (sessions) => {
        const { lines, totalMinutes } = timeSheet(sessions, october)
        expect(lines.reduce((sum, line) => sum + line.minutes, 0)).toBe(totalMinutes)
        expect(lines.every((line) => line.minutes > 0)).toBe(true)
      }),
    )
  })
})
