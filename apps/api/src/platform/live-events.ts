import { sql } from 'kysely'
import postgres from 'postgres'
import type { Tx } from './db/transaction.ts'

const CHANNEL = 'terreau_live'

type Listener = (data: unknown) => void

/** Live progress: NOTIFY inside the business transaction, one LISTEN connection for the whole process. */
export interface LiveEvents {
  subscribe(cooperativeId: string, topic: string, listener: Listener): () => void
  /** Aborts when nothing more will be heard: what streams has to end by then. */
  closed: AbortSignal
  close(): Promise<void>
}

/**
 * postgres.js does LISTEN best (it reconnects by itself), and a notification carries no money: what it
 * says is only "look again".
 */
export function listenForEvents(url: string): LiveEvents {
  const listeners = new Map<string, Set<Listener>>()
  const closing = new AbortController()
  const connection = postgres(url, { max: 1, idle_timeout: 0, onnotice: () => undefined })
  const listening = connection
    .listen(CHANNEL, (payload) => {
      const message: { key: string; data: unknown } = JSON.parse(payload)
      for (const listener of listeners.get(message.key) ?? []) listener(message.data)
    })
    .catch(() => undefined)
  return {
    subscribe(cooperativeId, topic, listener) {
      const key = `${cooperativeId}:${topic}`
      const group = listeners.get(key) ?? new Set()
      listeners.set(key, group.add(listener))
      return () => {
        group.delete(listener)
        if (group.size === 0) listeners.delete(key)
      }
    },
    closed: closing.signal,
    async close() {
      closing.abort()
      await listening
      await connection.end({ timeout: 1 })
    },
  }
}

/** Where a session hears that it ended, or was confined to one signature: what streams to it stops. */
const shutTopic = (sessionId: string): string => `session-shut:${sessionId}`

/** Where everything that streams to an account in a cooperative hears that it may see less from now on. */
const narrowedTopic = (userId: string): string => `access-narrowed:${userId}`

/** What the streams of somebody listen to, so that they end with what let them be opened. */
export const closingTopics = (of: { sessionId: string; userId: string }): readonly string[] => [
  shutTopic(of.sessionId),
  narrowedTopic(of.userId),
]

/** Ends what streams to a session, when the transaction commits. */
export async function shutStreams(
  tx: Tx,
  session: { id: string; cooperativeId: string },
): Promise<void> {
  await announce(tx, session.cooperativeId, shutTopic(session.id), null)
}

/** Ends what streams to an account; a page that may still see it opens its stream again by itself. */
export async function shutStreamsOf(tx: Tx, cooperativeId: string, userId: string): Promise<void> {
  await announce(tx, cooperativeId, narrowedTopic(userId), null)
}

/** Tells whoever watches `topic` that something moved, when the transaction commits. */
export async function announce(
  tx: Tx,
  cooperativeId: string,
  topic: string,
  data: unknown,
): Promise<void> {
  const payload = JSON.stringify({ key: `${cooperativeId}:${topic}`, data })
  await sql`select pg_notify(${CHANNEL}, ${payload})`.execute(tx)
}
