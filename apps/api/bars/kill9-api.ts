import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atLeast, type Bar, fact, onTestApp } from './bar.ts'
import { startClients } from './storm/clients.ts'
import { compare } from './storm/compare.ts'
import { startProduct } from './storm/product.ts'
import { givenWorld } from './storm/world.ts'

/** The goal is 5 s; beside other suites on two cores a start waits for its turn. */
const MOST_MS = { small: 30_000, full: 5_000 }

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
      const kills = options.isSmall || options.isSabotaged ? 1 : 30
      const world = await givenWorld(test, size.testers)
      const product = await startProduct({ dataDir, databaseUrl: test.urls.ownerUrl })
      try {
        const clients = startClients(world, { url: product.url, ...options })
        for (let n = 0; n < kills; n += 1) {
          await clients.confirm(size.writes)
          await product.killAndRestart()
        }
        await clients.confirm(size.writes)
        const told = await clients.stop()
        const found = await compare(test, world, told)
        const slowest = Math.max(...product.recoveries)
        const most = options.isSmall ? MOST_MS.small : MOST_MS.full
        return {
          checks: [
            ...found.checks,
            atLeast('writes confirmed', told.acknowledged, (kills + 1) * size.writes),
            atLeast('requests repeated after a kill', told.repeated, kills),
            fact('restarts', product.recoveries.length, kills),
            {
              name: `ready again within ${slowest} ms, at most ${most}`,
              isMet: slowest <= most,
            },
          ],
          counts: { kills, 'slowest restart ms': slowest, ...found.counts },
        }
      } finally {
        await product.stop()
        rmSync(dataDir, { recursive: true, force: true })
      }
    }),
}
