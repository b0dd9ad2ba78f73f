import { del, get, keys, set } from 'idb-keyval'
import { ProblemError, problemOf } from '../../../lib/problem-error.ts'
import { type Logged, type NewSession, sendSession } from './send-session.ts'

/** A session that this phone keeps until the server has it. */
export interface KeptSession {
  body: NewSession
  /** Who was there, by name: without network nothing else can say it. */
  names: string
  /** Why the server refused it: the tutor must look at it. Null while it only waits for a network. */
  refusal: { code: ProblemError['code']; status: number; errors: ProblemError['errors'] } | null
}

/** What a visit has sent of what was kept, newest last. */
export interface Sent {
  names: string
  logged: Logged
}

const PREFIX = 'session:'
/** Answers that say nothing about the session: it goes on waiting. */
const PASSING: readonly string[] = [
  'network',
  'unavailable',
  'signed-out',
  'too-many-attempts',
  'internal',
]

/** Whether a session that did not go through is kept: no network, or a server that rests. */
export function mayLeaveLater(error: unknown): boolean {
  const code = problemOf(error)?.code
  return code === 'network' || code === 'unavailable'
}

/** False when this phone cannot keep anything: the page must say so. */
export async function keepSession(personId: string, kept: KeptSession): Promise<boolean> {
  return set(keyOf(personId, kept.body.id), kept).then(
    () => true,
    () => false,
  )
}

export async function forgetSession(personId: string, sessionId: string): Promise<void> {
  await del(keyOf(personId, sessionId)).catch(() => undefined)
}

/** What this phone keeps for a person, oldest day first: a shared phone never shows that of somebody else. */
export async function keptSessions(personId: string): Promise<KeptSession[]> {
  const names = await keys<string>().catch(() => [])
  const own = names.filter((name) => String(name).startsWith(`${PREFIX}${personId}:`))
  const kept = await Promise.all(own.map((name) => get<KeptSession>(name).catch(() => undefined)))
  return kept
    .filter((one) => one !== undefined)
    .sort((left, right) => (left.body.heldOn < right.body.heldOn ? -1 : 1))
}

let work: Promise<unknown> = Promise.resolve()

/**
 * Sends what waits, one after the other; what the server refused waits for the tutor. A session is forgotten
 * here only once the server has said that it has it.
 */
export function sendKept(personId: string): Promise<Sent[]> {
  const turn = work.then(async () => {
    const sent: Sent[] = []
    for (const one of await keptSessions(personId)) {
      if (one.refusal !== null) continue
      const logged = await sendOne(personId, one)
      if (logged === 'stop') break
      if (logged !== null) sent.push({ names: one.names, logged })
    }
    return sent
  })
  work = turn.catch(() => undefined)
  return turn
}

async function sendOne(personId: string, one: KeptSession): Promise<Logged | 'stop' | null> {
  try {
    const logged = await sendSession(one.body)
    await forgetSession(personId, one.body.id)
    return logged
  } catch (error) {
    const problem = problemOf(error)
    if (problem === null || PASSING.includes(problem.code)) return 'stop'
    const { code, status, errors } = problem
    await keepSession(personId, { ...one, refusal: { code, status, errors } })
    return null
  }
}

/** The refusal as pages show refusals. */
export function problemOfKept({ code, status, errors }: NonNullable<KeptSession['refusal']>) {
  return new ProblemError({ code, status, errors })
}

function keyOf(personId: string, sessionId: string): string {
  return `${PREFIX}${personId}:${sessionId}`
}
