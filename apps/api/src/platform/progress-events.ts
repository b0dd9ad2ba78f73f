import { streamSSE } from 'hono/streaming'
import type { Context } from './context.ts'
import { enterCooperative, inTransaction, type Tx } from './db/transaction.ts'
import type { EventsAnswer } from './http/mount.ts'
import { confinedTopic } from './live-events.ts'
import type { Services } from './services.ts'

const KEEP_ALIVE_MS = 15_000

/**
 * Events 'progress'. The first one is the state when the stream opens, read after the subscription, so that
 * nothing falls between; each has an id, and a reader who comes back starts anew. It ends once the
 * screen of its session is handed to somebody who signs.
 */
export function progressEvents(
  services: Services,
  { cooperativeId, actor }: Context,
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
        const stop = services.events.subscribe(
          cooperativeId,
          watched.topic,
          (data) => void send(data),
        )
        stream.onAbort(stop)
        const confined =
          actor.kind === 'person'
            ? services.events.subscribe(cooperativeId, confinedTopic(actor.sessionId), () => {
                stop()
                void stream.close()
              })
            : () => undefined
        stream.onAbort(confined)
        await send(
          await inTransaction(
            services.db,
            async (tx) => {
              await enterCooperative(tx, cooperativeId)
              return watched.now(tx)
            },
            { guard: false, mayRetry: true },
          ),
        )
        while (!stream.aborted && !stream.closed) {
          await stream.sleep(KEEP_ALIVE_MS)
          if (!stream.closed) await stream.write(': still here\n\n')
        }
        stop()
        confined()
      }),
  }
}
