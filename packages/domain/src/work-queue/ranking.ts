import { addDays, type LocalDate } from '../time/local-date.ts'

/** When it is wanted, as the page groups it. */
export const WORK_GROUPS = ['today', 'week', 'later'] as const
export type WorkGroup = (typeof WORK_GROUPS)[number]

const WEEK_DAYS = 7

interface ConsequenceFacts {
  /** The group whatever the date; null: the date decides. */
  always: WorkGroup | null
  /** The group when nothing says by when it is wanted. */
  undated: WorkGroup
  /** Whether its day is set by a text or a contract, so that nobody may put it aside beyond. */
  isDayFixed: boolean
}

/**
 * What happens if nobody acts, the gravest first. The order of this table is the order of the page:
 * the queue sorts by it and the page prints it, so that both say the same.
 */
export const CONSEQUENCES = {
  /** The closing of the open month waits. */
  'blocks-closing': { always: 'today', undated: 'today', isDayFixed: false },
  /** Money of somebody waits. */
  'blocks-pay': { always: null, undated: 'today', isDayFixed: false },
  /** A day set by a text passes; the row names its article. */
  'legal-deadline': { always: null, undated: 'today', isDayFixed: true },
  /** Somebody cannot begin, or has to stop. */
  'work-stops': { always: null, undated: 'week', isDayFixed: true },
  /** A paper that somebody needs cannot be issued. */
  'certificate-waits': { always: null, undated: 'week', isDayFixed: false },
  /** Nothing but politeness. */
  courtesy: { always: null, undated: 'week', isDayFixed: false },
} as const satisfies Record<string, ConsequenceFacts>

export type Consequence = keyof typeof CONSEQUENCES

/** The consequences, the gravest first. */
export const RANKED_CONSEQUENCES: readonly Consequence[] =
  Object.keys(CONSEQUENCES).filter(isConsequence)

/** The day after which a date is "later", seen from `today`. */
export function endOfWeek(today: LocalDate): LocalDate {
  return addDays(today, WEEK_DAYS)
}

/**
 * The group of a thing to do. What is wanted by today or before is for today, within seven days for
 * this week, the rest for later.
 */
export function workGroup(
  item: { consequence: Consequence; dueOn: LocalDate | null },
  today: LocalDate,
): WorkGroup {
  const { always, undated } = CONSEQUENCES[item.consequence]
  if (always !== null) return always
  if (item.dueOn === null) return undated
  if (item.dueOn <= today) return 'today'
  return item.dueOn <= endOfWeek(today) ? 'week' : 'later'
}

function isConsequence(text: string): text is Consequence {
  return Object.hasOwn(CONSEQUENCES, text)
}
