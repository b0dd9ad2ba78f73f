import { assert } from '../assert.ts'
import { addDays, type LocalDate, localDate, weekday } from './local-date.ts'

/**
 * Public holidays of a year in France, in order (C. trav. L3133-1), with those of the department when it
 * has its own: Good Friday and 26 December in Alsace-Moselle (L3134-13), the day that recalls the end of
 * slavery overseas (L3422-2). `department` is its code as in a postal address: '93', '2A', '974'.
 */
export function publicHolidays(year: number, department = ''): LocalDate[] {
  const easter = easterSunday(year)
  const days = [
    ...FIXED.map((day) => localDate(`${year}-${day}`)),
    addDays(easter, 1),
    addDays(easter, 39),
    addDays(easter, 50),
  ]
  if (ALSACE_MOSELLE.has(department)) {
    days.push(addDays(easter, -2), localDate(`${year}-12-26`))
  }
  const ownDay = OVERSEAS[department]
  if (ownDay !== undefined) days.push(localDate(`${year}-${ownDay}`))
  return [...new Set(days)].sort()
}

/** Whether a day is a "jour ouvrable": neither a Sunday nor a public holiday. A Saturday is one. */
export function isWorkingDay(date: LocalDate, department = ''): boolean {
  if (weekday(date) === 7) return false
  return !publicHolidays(Number(date.slice(0, 4)), department).includes(date)
}

/**
 * The working day `days` working days after `date` (before it when negative); the day itself does not
 * count. With 0 days: the same day, working or not.
 */
export function addWorkingDays(date: LocalDate, days: number, department = ''): LocalDate {
  assert(Number.isSafeInteger(days) && Math.abs(days) <= 1_000, 'working days are whole and few')
  const step = days < 0 ? -1 : 1
  let day = date
  for (let left = Math.abs(days); left > 0; ) {
    day = addDays(day, step)
    if (isWorkingDay(day, department)) left -= 1
  }
  return day
}

/** The day itself, or the next working day when it is none. */
export function nextWorkingDay(date: LocalDate, department = ''): LocalDate {
  return isWorkingDay(date, department) ? date : addWorkingDays(date, 1, department)
}

const FIXED = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'] as const
const ALSACE_MOSELLE: ReadonlySet<string> = new Set(['57', '67', '68'])
const OVERSEAS: Readonly<Record<string, string>> = {
  '971': '05-27',
  '972': '05-22',
  '973': '06-10',
  '974': '12-20',
  '976': '04-27',
  '977': '10-09',
  '978': '05-28',
}

/** Easter of the Gregorian calendar, by the method printed in Nature in 1876 (Butcher). */
function easterSunday(year: number): LocalDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const leaps = Math.floor(century / 4)
  const moonShift = Math.floor((8 * century + 13) / 25)
  const epact = (19 * golden + century - leaps - moonShift + 15) % 30
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const sum = epact + toSunday - 7 * late + 114
  const month = String(Math.floor(sum / 31)).padStart(2, '0')
  const day = String((sum % 31) + 1).padStart(2, '0')
  return localDate(`${year}-${month}-${day}`)
}
