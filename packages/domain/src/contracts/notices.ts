import { addDays, type LocalDate } from '../time/local-date.ts'
import { isEarlyEnd } from './exits.ts'

/** Code du travail, R5142-1: whom the cooperative tells about a CAPE. */
export const NOTICE_BODIES = ['urssaf', 'france_travail'] as const
export type NoticeBody = (typeof NOTICE_BODIES)[number]

/** What they are told of: the conclusion and planned end, each renewal, an early end. */
export const NOTICE_EVENTS = ['conclusion', 'renewal', 'early_end'] as const
export type NoticeEvent = (typeof NOTICE_EVENTS)[number]

export interface DueNotice {
  readonly event: NoticeEvent
  readonly body: NoticeBody
  /** The day of the event: the text says "dès la conclusion" and fixes no number of days. */
  readonly since: LocalDate
  /** From the day after this one, a notice that was not sent is an alarm. */
  readonly alertAfter: LocalDate
}

/**
 * The notices that a CAPE owes, one per event and body (Code du travail, R5142-1). A contract concluded
 * elsewhere (`concludedOn` null) was announced by whoever concluded it; its early end is still ours.
 */
export function dueNotices(
  cape: {
    readonly sequence: number
    readonly concludedOn: LocalDate | null
    readonly exit: {
      readonly effectiveOn: LocalDate
      readonly termOn: LocalDate | null
    } | null
  },
  alertDays: number,
): DueNotice[] {
  const events: { event: NoticeEvent; since: LocalDate }[] = []
  if (cape.concludedOn !== null)
    events.push({
      event: cape.sequence === 0 ? 'conclusion' : 'renewal',
      since: cape.concludedOn,
    })
  if (cape.exit !== null && isEarlyEnd(cape.exit))
    events.push({ event: 'early_end', since: cape.exit.effectiveOn })
  return events.flatMap(({ event, since }) =>
    NOTICE_BODIES.map((body) => ({ event, body, since, alertAfter: addDays(since, alertDays) })),
  )
}
