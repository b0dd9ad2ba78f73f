import { describe, expect, it } from 'vitest'
import { addDays, type LocalDate, localDate } from '../time/local-date.ts'
import {
  hasSpoken,
  isReminderDue,
  mayRemind,
  type Reminded,
  USUAL_REMINDER_PACE,
} from './reminders.ts'

const deadlineOn = localDate('2026-11-05')
const nobody: Reminded = { deadlineOn, remindedOn: [], hasSpoken: false }
const on = (day: string) => localDate(`2026-11-${day}`)
const isDue = (day: LocalDate, of: Partial<Reminded> = {}) =>
  isReminderDue({ ...nobody, ...of }, USUAL_REMINDER_PACE, day)

/** The days of reminders when the server runs on these days. */
function remindersWhenOn(days: readonly LocalDate[], of: Partial<Reminded> = {}): LocalDate[] {
  const remindedOn: LocalDate[] = []
  for (const day of days) if (isDue(day, { ...of, remindedOn })) remindedOn.push(day)
  return remindedOn
}
const everyDay = Array.from({ length: 20 }, (_, index) => addDays(localDate('2026-10-25'), index))

describe('reminders of a month that is not declared', () => {
  it('leave five days and one day before the last day, never after it', () => {
    expect(remindersWhenOn(everyDay)).toEqual(['2026-10-31', '2026-11-04'])
  })

  it('leave late after a stop, once for both planned days, and never past the date', () => {
    expect(remindersWhenOn([on('02'), on('03'), on('04')])).toEqual(['2026-11-02', '2026-11-04'])
    expect(remindersWhenOn([on('05'), on('06')])).toEqual(['2026-11-05'])
    expect(remindersWhenOn([on('06'), on('07')])).toEqual([])
  })

  it('stop once staff spoke with the person, not when nobody answered', () => {
    expect(remindersWhenOn(everyDay, { hasSpoken: true })).toEqual([])
    expect(hasSpoken('will_declare')).toBe(true)
    expect(hasSpoken('no_answer')).toBe(false)
    expect(hasSpoken('wrong_number')).toBe(false)
  })

  it('count what staff sent by themselves: three at most, one a day', () => {
    const may = (remindedOn: LocalDate[], day: string) =>
      mayRemind({ ...nobody, remindedOn }, USUAL_REMINDER_PACE, on(day))
    expect(may([on('01')], '02')).toBe(true)
    expect(may([on('02')], '02')).toBe(false)
    expect(may([on('01'), on('02'), on('03')], '04')).toBe(false)
    expect(may([], '06')).toBe(false)
  })
})
