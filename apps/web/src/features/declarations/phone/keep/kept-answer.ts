import { del, get, keys, set } from 'idb-keyval'
import { lastSession } from '../../../../lib/last-session.ts'
import { isOffline } from '../../../../lib/problem-error.ts'

const PREFIX = 'answer:'

/**
 * Reads from the server and keeps the answer on this device for the person signed in; without network,
 * the kept answer is given instead, so that a declaration goes on in a place without signal.
 */
export async function keptAnswer<T>(name: string, read: () => Promise<T>): Promise<T> {
  const personId = lastSession()?.personId ?? null
  if (personId === null) return read()
  const key = `${PREFIX}${personId}:${name}`
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
  const ours = names.filter((name) => String(name).startsWith(PREFIX))
  await Promise.all(ours.map((name) => del(name).catch(() => undefined)))
}
