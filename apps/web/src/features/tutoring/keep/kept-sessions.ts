import { del, get, keys, set } from 'idb-keyval'
import { ProblemError, problemOf } from '../../../lib/problem-error.ts'
import type { Voice } from '../../../ui/phone/voice/voice-recorder.tsx'
import { type Logged, type NewSession, sendSession, sendVoice } from './send-session.ts'

/** A session that this phone keeps until the server has it. */
export interface KeptSession {
  body: NewSession
  /** Who was there, by name: without network nothing else can say it. */
  names: string
  /** A spoken note, until the server has it too. */
  voice?: Voice | null
  /** What the server answered: it has the session, and only the voice is still here. */
  logged?: Logged
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
    const logged = one.logged ?? (await sendSession(one.body))
    if (one.voice) {
      await keepSession(personId, { ...one, logged })
      await sendVoice(one.body.id, one.voice)
    }
    await forgetSession(personId, one.body.id)
    return logged
  } catch (error) {
    const problem = problemOf(error)
    if (problem === null || PASSING.includes(problem.code)) return 'stop'
    const { code, status, errors } = problem
    const now = (await get<KeptSession>(keyOf(personId, one.body.id)).catch(() => null)) ?? one
    await keepSession(personId, { ...now, refusal: { code, status, errors } })
    return null
  }
}

/**
 * Sends a session with its voice, which is kept here first: a page that is closed in the middle loses nothing.
 * 'kept' when a part of it is still here. What the server asks about or refuses is thrown, and no longer kept.
 */
export async function sendWithVoice(
  personId: string,
  kept: KeptSession & { voice: Voice },
): Promise<Logged | 'kept'> {
  const { id } = kept.body
  if (!(await keepSession(personId, kept))) {
    const logged = await sendSession(kept.body)
    await sendVoice(id, kept.voice)
    return logged
  }
  const mine = (await sendKept(personId)).find(({ logged }) => logged.id === id)
  if (mine !== undefined) return mine.logged
  const left = (await keptSessions(personId)).find(({ body }) => body.id === id)
  if (left?.refusal && left.logged === undefined) {
    await forgetSession(personId, id)
    throw problemOfKept(left.refusal)
  }
  return 'kept'
}

/** The refusal as pages show refusals. */
export function problemOfKept({ code, status, errors }: NonNullable<KeptSession['refusal']>) {
  return new ProblemError({ code, status, errors })
}

function keyOf(personId: string, sessionId: string): string {
  return `${PREFIX}${personId}:${sessionId}`
}
