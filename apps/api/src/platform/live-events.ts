import { sql } from 'kysely'
import postgres from 'postgres'
import type { Tx } from './db/transaction.ts'

const CHANNEL = 'terreau_live'

type Listener = (data: unknown) => void

/** Live progress: NOTIFY inside the business transaction, one LISTEN connection for the whole process. */
export interface LiveEvents {
  subscribe(cooperativeId: string, topic: string, listener: Listener): () => void
  close(): Promise<void>
}

/**
 * postgres.js does LISTEN best (it reconnects by itself), and a notification carries no money: what it
 * says is only "look again".
 */
export function listenForEvents(url: string): LiveEvents {
  const listeners = new Map<string, Set<Listener>>()
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
    async close() {
      await listening
      await connection.end({ timeout: 1 })
    },
  }
}

/** Where a session hears that it was confined to one signature: what streams to it stops. */
export const confinedTopic = (sessionId: string): string => `session-confined:${sessionId}`

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
