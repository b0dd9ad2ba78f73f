import { streamSSE } from 'hono/streaming'
import type { Actor, Context } from './context.ts'
import { enterCooperative, inTransaction, type Tx } from './db/transaction.ts'
import type { EventsAnswer } from './http/mount.ts'
import { closingTopics } from './live-events.ts'
import type { Services } from './services.ts'

const KEEP_ALIVE_MS = 15_000

/**
 * Events 'progress'. The first one is the state when the stream opens, read after the subscription, so that
 * nothing falls between; what is announced while it is read is newer, so it is sent after it. Each has an id, and
 * a reader who comes back starts anew. It ends with the session: signed out, over, or its screen handed to
 * somebody who signs; and when a role of the account is taken back.
 */
export function progressEvents(
  services: Services,
  { cooperativeId, actor }: Pick<Context, 'cooperativeId' | 'actor'>,
  watched: { topic: string; now: (tx: Tx) => Promise<unknown> },
): EventsAnswer {
  return {
    open: (c) =>
      streamSSE(c, async (stream) => {
        let id = 0
        const send = (data: unknown) => {
          id += 1
          return stream.writeSSE({ event: 'progress', id: String(id), data: JSON.stringify(data) })
        }
        const newer: unknown[] = []
        let isReading = true
        const stop = services.events.subscribe(cooperativeId, watched.topic, (data) => {
          if (isReading) newer.push(data)
          else void send(data)
        })
        stream.onAbort(stop)
        const end = () => {
          stop()
          void stream.close()
        }
        const topics = actor.kind === 'person' ? closingTopics(actor) : []
        const stops = topics.map((topic) => services.events.subscribe(cooperativeId, topic, end))
        const stopListening = () => {
          for (const each of stops) each()
        }
        stream.onAbort(stopListening)
        services.events.closed.addEventListener('abort', end, { once: true })
        await send(
          await inTransaction(services.db, async (tx) => {
            await enterCooperative(tx, cooperativeId)
            return watched.now(tx)
          }),
        )
        isReading = false
        for (const data of newer) void send(data)
        while (!stream.aborted && !stream.closed) {
          await stream.sleep(KEEP_ALIVE_MS)
          if (stream.closed) break
          if (await isStillOpen(services, cooperativeId, actor)) await stream.write(STILL_HERE)
          else end()
        }
        stop()
        stopListening()
        services.events.closed.removeEventListener('abort', end)
      }),
  }
}

const STILL_HERE = ': still here\n\n'

/** A session that nobody ended also has a last moment: nothing is announced then, so it is looked at. */
async function isStillOpen(
  services: Services,
  cooperativeId: string,
  actor: Actor,
): Promise<boolean> {
  if (actor.kind !== 'person') return true
  const now = services.clock.now()
  const session = await inTransaction(services.db, async (tx) => {
    await enterCooperative(tx, cooperativeId, actor.userId)
    return tx
      .selectFrom('session')
      .select('id')
      .where('id', '=', actor.sessionId)
      .where('revokedAt', 'is', null)
      .where('expiresAt', '>', now)
      .where('idleExpiresAt', '>', now)
      .executeTakeFirst()
  })
  return session !== undefined
}
