import { monthsToDeclare } from '../month-links.ts'
import type { OwnMonth, OwnTask } from '../queries.ts'

/** What stands on top of the home page; the rest is listed below it. */
export interface Pressing {
  /** A month about which somebody waits for an answer. */
  question: OwnMonth | null
  /** The month to declare. */
  month: OwnMonth | null
  task: OwnTask | null
  /** The other months that can still be declared, and the other tasks. */
  otherMonths: readonly OwnMonth[]
  otherTasks: readonly OwnTask[]
}

/**
 * A question and the month to declare come first, whichever of them there is; without any, the most pressing
 * task; a month that is closed, and can only be
 * completed, comes last unless it came back. What waits on this phone for the network asks nothing more:
 * months that were sent (`waiting`), questions that were answered (`answered`, one month for each).
 */
export function pressingOf(
  months: readonly OwnMonth[],
  { waiting, answered }: { waiting: readonly string[]; answered: readonly string[] },
  tasks: readonly OwnTask[],
): Pressing {
  const todo = monthsToDeclare(months).filter((month) => !waiting.includes(month.month))
  const question = months.find((month) => isAsked(month, answered)) ?? null
  const [first] = todo
  const open = first !== undefined && (!first.isClosed || first.isReturned) ? first : null
  const task = question === null && open === null ? (tasks[0] ?? null) : null
  const month = question === null && task === null ? (todo[0] ?? null) : open
  return {
    question,
    month,
    task,
    otherMonths: todo.filter((each) => each !== month),
    otherTasks: tasks.filter((each) => each !== task),
  }
}

function isAsked({ month, waitingQuestions }: OwnMonth, answered: readonly string[]): boolean {
  return waitingQuestions > answered.filter((one) => one === month).length
}
