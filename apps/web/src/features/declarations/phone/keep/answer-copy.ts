import { del, get, keys, update } from 'idb-keyval'
import type { ProblemError } from '../../../../lib/problem-error.ts'
import type { Voice } from '../../../../ui/phone/voice/voice-recorder.tsx'

/** Whose answer, to which question: a shared phone never shows the answer of somebody else. */
export interface AnswerPlace {
  personId: string
  questionId: string
}

/** What this phone keeps of an answer until the server has it. */
export interface AnswerCopy {
  /** The month that is asked about: without network nothing else can say it. */
  month: string
  text: string
  /** Its key makes a second sending of the same words the same act. */
  textKey: string
  voice: Voice | null
  isSendWaiting: boolean
  /** Why the server refused it: the person must read it. */
  refusal: ProblemError['code'] | null
}

const PREFIX = 'question:'

export async function readAnswer(place: AnswerPlace): Promise<AnswerCopy | undefined> {
  return get<AnswerCopy>(keyOf(place)).catch(() => undefined)
}

/**
 * Writes what changed and leaves the rest: another tab may have kept a voice that this one does not know.
 * False when this phone cannot keep anything (a private window, no room left): the page must say so.
 */
export async function keepAnswer(
  place: AnswerPlace,
  whole: AnswerCopy,
  change: Partial<AnswerCopy>,
): Promise<boolean> {
  const merged = (before: AnswerCopy | undefined) => ({ ...(before ?? whole), ...change })
  return update<AnswerCopy>(keyOf(place), merged).then(
    () => true,
    () => false,
  )
}

export async function forgetAnswer(place: AnswerPlace): Promise<void> {
  await del(keyOf(place)).catch(() => undefined)
}

/** The answers that a person has sent and that are still here: they wait for a network, or were refused. */
export async function sentAnswers(personId: string): Promise<(AnswerPlace & AnswerCopy)[]> {
  const names = await keys<string>().catch(() => [])
  const start = `${PREFIX}${personId}:`
  const own = names.filter((name) => String(name).startsWith(start))
  const places = own.map((name) => ({ personId, questionId: name.slice(start.length) }))
  const copies = await Promise.all(
    places.map(async (place) => ({ place, copy: await readAnswer(place) })),
  )
  return copies.flatMap(({ place, copy }) =>
    copy !== undefined && (copy.isSendWaiting || copy.refusal !== null)
      ? [{ ...place, ...copy }]
      : [],
  )
}

function keyOf({ personId, questionId }: AnswerPlace): string {
  return `${PREFIX}${personId}:${questionId}`
}
