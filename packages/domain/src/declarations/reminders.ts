import { addDays, type LocalDate } from '../time/local-date.ts'

/** What somebody said on the phone about a month they have not declared, from a short list. */
export const SPOKEN_ANSWERS = [
  'will_declare',
  'nothing_to_declare',
  'needs_help',
  'has_problem',
  'other',
] as const
/** A call that reached nobody: it was tried, nothing was said. */
export const UNREACHED_ANSWERS = ['no_answer', 'wrong_number'] as const
export const CALL_ANSWERS = [...SPOKEN_ANSWERS, ...UNREACHED_ANSWERS] as const
export type CallAnswer = (typeof CALL_ANSWERS)[number]

/** What staff do next. */
export const CALL_STEPS = ['wait', 'call_again', 'declare_together', 'meet', 'none'] as const
export type CallStep = (typeof CALL_STEPS)[number]

/** Whether staff spoke with the person: only then do reminders stop. */
export function hasSpoken(answer: CallAnswer): boolean {
  return SPOKEN_ANSWERS.some((one) => one === answer)
}

/** Days before the last day on which a reminder leaves, and how many leave at most, staff's own included. */
export interface DeclarationReminderPace {
  readonly firstDays: number
  readonly lastDays: number
  readonly most: number
}
export const USUAL_REMINDER_PACE: DeclarationReminderPace = { firstDays: 5, lastDays: 1, most: 3 }

/** Who has not declared a month, as far as reminding goes. */
export interface Reminded {
  readonly deadlineOn: LocalDate
  /** The days on which a reminder left or a link was handed over for this month. */
  readonly remindedOn: readonly LocalDate[]
  readonly hasSpoken: boolean
}

/**
 * Whether a reminder may leave: the last day is not past, staff have not spoken with the person about
 * this month, none left today, and not as many left as may be. A reminder after the date helps nobody:
 * from then on staff call.
 */
export function mayRemind(of: Reminded, pace: DeclarationReminderPace, today: LocalDate): boolean {
  if (today > of.deadlineOn || of.hasSpoken) return false
  return of.remindedOn.length < pace.most && !of.remindedOn.includes(today)
}

/**
 * Whether one leaves by itself today: a planned day came since the last reminder. When the server was
 * off on the first planned day, the reminder leaves late; when it was off on both, only one leaves.
 */
export function isReminderDue(
  of: Reminded,
  pace: DeclarationReminderPace,
  today: LocalDate,
): boolean {
  if (!mayRemind(of, pace, today)) return false
  const planned = [pace.firstDays, pace.lastDays].map((days) => addDays(of.deadlineOn, -days))
  return planned.some((day) => day <= today && of.remindedOn.every((on) => on < day))
}
