import dayjs, { type Dayjs } from 'dayjs'
import utc from 'dayjs/plugin/utc.js'

dayjs.extend(utc)

/** A 'YYYY-MM-DD' text as a dayjs day in UTC, where no clock change can move it. */
export function utcDay(text: string): Dayjs {
  return dayjs.utc(text)
}
