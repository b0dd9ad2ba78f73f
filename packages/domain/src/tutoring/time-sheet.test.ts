import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, localDate } from '../time/local-date.ts'
import { yearMonth } from '../time/year-month.ts'
import { type SheetSession, signingLacks, timeSheet } from './time-sheet.ts'

const october = {
  month: yearMonth('2026-10'),
  operation: {
    is: 'kept' as const,
    startsOn: localDate('2026-01-01'),
    endsOn: localDate('2026-12-31'),
  },
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
      { month: yearMonth('2026-10'), operation: { is: 'missing' }, today: localDate('2026-12-02') },
    )
    expect(sheet.lacks).toEqual([
      { code: 'operation-missing', count: 1 },
      { code: 'hour-missing', count: 1 },
      { code: 'activity-missing', count: 1 },
      { code: 'noted-late', count: 1 },
      { code: 'not-approved', count: 2 },
      { code: 'kinds-mixed', count: 1 },
    ])
    expect(sheet.totalMinutes).toBe(180)
  })

  it('counts the sessions outside the dates of the operation, whose first and last day are inside', () => {
    const operation = {
      is: 'kept' as const,
      startsOn: localDate('2026-10-06'),
      endsOn: localDate('2026-10-08'),
    }
    const days = ['05', '06', '08', '09'].map((day) =>
      session({ heldOn: localDate(`2026-10-${day}`) }),
    )
    expect(timeSheet(days, { ...october, operation }).lacks).toEqual([
      { code: 'outside-operation', count: 2 },
    ])
    expect(timeSheet(days, { ...october, operation: { is: 'typed' } }).lacks).toEqual([
      { code: 'operation-unlisted', count: 1 },
    ])
  })

  it('is not over on the last day of its month', () => {
    const on = (today: string) => timeSheet([], { ...october, today: localDate(today) }).lacks
    expect(on('2026-10-31')).toEqual([{ code: 'month-not-over', count: 1 }])
    expect(on('2026-11-01')).toEqual([])
  })

  it('is to sign until a paper came back, in time and equal to what the sheet holds', () => {
    const of = { month: october.month, hasLines: true, paper: null }
    const today = localDate('2026-12-01')
    const late = localDate('2026-12-02')
    expect(signingLacks({ ...of, today })).toEqual(['to-sign'])
    expect(signingLacks({ ...of, today: late })).toEqual(['signed-late', 'to-sign'])
    const paper = { signedOn: today, isSame: true }
    expect(signingLacks({ ...of, today: late, paper })).toEqual([])
    expect(signingLacks({ ...of, today, paper: { signedOn: late, isSame: false } })).toEqual([
      'signed-late',
      'paper-differs',
    ])
    expect(signingLacks({ ...of, today, hasLines: false })).toEqual([])
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
