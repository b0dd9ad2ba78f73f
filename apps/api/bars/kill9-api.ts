import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atLeast, type Bar, fact, onTestApp } from './bar.ts'
import { startClients } from './storm/clients.ts'
import { compare } from './storm/compare.ts'
import { recoveredWithin, startProduct } from './storm/product.ts'
import { givenWorld } from './storm/world.ts'

const MOST_MS = 5_000

/**
 * The server is killed without warning while people declare, review, log sessions, issue, upload and close
 * months. Clients note what they sent and what was confirmed outside of it, and repeat with the same key
 * what they got no answer to.
 */
export const kill9Api: Bar = {
  name: 'kill9-api',
  promise: 'when the server is killed, nothing confirmed is lost and nothing is written twice',
  sabotage: 'a new key for each try of the same request',
  run: (options) =>
    onTestApp(options, async (test) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'terreau-bar-'))
      const size = options.isSmall ? { testers: 1, writes: 8 } : { testers: 6, writes: 167 }
      // Two requests under two keys are two effects, killed or not: the sabotage needs no restart.
      const kills = options.isSabotaged ? 0 : options.isSmall ? 1 : 30
      const world = await givenWorld(test, size.testers)
      const product = await startProduct({ dataDir, databaseUrl: test.urls.ownerUrl })
      try {
        const clients = startClients(world, { url: product.url, ...options })
        for (let n = 0; n < kills; n += 1) {
          await clients.confirm(size.writes)
          await product.killAndRestart()
        }
        await clients.confirm(size.writes, { ofEachKind: !options.isSabotaged })
        const told = await clients.stop()
        const found = await compare(test, world, { told, ...options })
        const slowest = Math.max(0, ...product.recoveries)
        return {
          checks: [
            ...found.checks,
            atLeast('writes confirmed', told.acknowledged, (kills + 1) * size.writes),
            atLeast('requests repeated after a kill', told.repeated, kills),
            fact('restarts', product.recoveries.length, kills),
            recoveredWithin(product, { ...options, wantedMs: MOST_MS }),
          ],
          counts: { kills, 'slowest restart ms': slowest, ...found.counts },
        }
      } finally {
        await product.stop()
        rmSync(dataDir, { recursive: true, force: true })
      }
    }),
}
