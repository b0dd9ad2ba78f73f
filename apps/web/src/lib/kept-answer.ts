import { del, get, keys, set } from 'idb-keyval'
import { lastSession } from './last-session.ts'
import { isOffline } from './problem-error.ts'

/** What is kept together and forgotten together; declarations keep the name they had on phones of before. */
type Shelf = 'answer' | 'tutoring-answer'

/**
 * Reads from the server and keeps the answer on this device for the person signed in; without network,
 * the kept answer is given instead, so that work goes on in a place without signal.
 */
export async function keptAnswer<T>(
  name: string,
  read: () => Promise<T>,
  shelf: Shelf = 'answer',
): Promise<T> {
  const personId = lastSession()?.personId ?? null
  if (personId === null) return read()
  const key = `${shelf}:${personId}:${name}`
  try {
    const answer = await read()
    await set(key, answer).catch(() => undefined)
    return answer
  } catch (error) {
    if (!isOffline(error)) throw error
    const kept = await get<T>(key).catch(() => undefined)
    if (kept === undefined) throw error
    return kept
  }
}

/** After a declaration left, what was kept says too little: it is read anew. */
export async function forgetAnswers(): Promise<void> {
  const names = await keys<string>().catch(() => [])
  const ours = names.filter((name) => String(name).startsWith('answer:'))
  await Promise.all(ours.map((name) => del(name).catch(() => undefined)))
}
