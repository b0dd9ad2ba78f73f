import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { processesIn } from '@terreau/db/process-identity'
import { appRole, checkRole, urlAs } from '@terreau/db/roles'
import { runningEmbeddedUrl } from '@terreau/db/running-embedded'
import { postmasterPid } from '@terreau/db/test-child'
import { newTestFolder } from '@terreau/db/test-folder'
import { queryAsOwner } from '../test/query-as-owner.ts'
import { createTestApp, type TestApp } from '../test/test-app.ts'
import { atLeast, type Bar, type BarOptions, fact, onTestApp, pause } from './bar.ts'
import { lateQueryInAnothersTransaction, lostHalfReportedCommitted } from './lost-connection.ts'
import { startClients } from './storm/clients.ts'
import { compare } from './storm/compare.ts'
import { type Product, recoveredWithin, startProduct } from './storm/product.ts'
import { givenWorld } from './storm/world.ts'

const MOST_MS = 10_000

/**
 * The product runs on its own PostgreSQL, and that is killed (-9) under load in every way: the whole server,
 * its first process alone, one connection in the middle of its work, or a connection ended by an
 * administrator. The product must bring it back by itself, without ending, and what clients were told must
 * be what is there. Two cases of the driver, which no storm is sure to meet, are played step by step.
 */
export const kill9Pg: Bar = {
  name: 'kill9-pg',
  promise:
    'when the database is killed in the middle, what was confirmed is whole and the rest is not there',
  sabotage:
    'the driver that loses the identity of a transaction’s connection, and a server that confirms before it has written',
  async run(options) {
    const driven = await playDriverCases(options)
    const dataDir = newDataDir(options)
    const product = await startProduct({ dataDir })
    try {
      const stormed = await onTestApp(
        options,
        (test) => storm(test, product, { ...options, dataDir }),
        () => testAppOn(dataDir),
      )
      return { checks: [...driven, ...stormed.checks], counts: stormed.counts }
    } finally {
      await product.stop()
      rmSync(dataDir, { recursive: true, force: true })
    }
  },
}

/** At full size on a disk, since the time of a recovery is judged; the small run only asks that it comes back. */
function newDataDir({ isSmall }: BarOptions): string {
  return newTestFolder('terreau-bar-', { isOnDisk: !isSmall })
}

/** On the server of the tests: these end one connection, never a server. */
async function playDriverCases({ isSabotaged }: BarOptions) {
  const test = await createTestApp()
  try {
    await queryAsOwner(
      test,
      `create table terreau.bar_leg (pair uuid, leg int, tenant text);
       grant select, insert on terreau.bar_leg to terreau_app`,
    )
    const driver = isSabotaged ? 'postgres.js' : 'pg'
    const [halves, foreign] = [
      await lostHalfReportedCommitted(test.urls, driver),
      await lateQueryInAnothersTransaction(test.urls, driver),
    ]
    return [
      fact('half writes reported as committed', halves, 0),
      fact('rows written inside another cooperative’s transaction', foreign, 0),
    ]
  } finally {
    await test.close()
  }
}

/** Fills and reads the database that the product itself has brought up. */
function testAppOn(dataDir: string): Promise<TestApp> {
  const ownerUrl = runningEmbeddedUrl(dataDir) ?? ''
  return createTestApp({
    database: {
      ownerUrl,
      appUrl: urlAs(ownerUrl, appRole),
      checkUrl: urlAs(ownerUrl, checkRole),
      drop: async () => undefined,
    },
  })
}

type Kill = (test: TestApp, pgData: string) => Promise<unknown>

const KILLS: readonly Kill[] = [
  async (_test, pgData) => killAll([postmasterPidIn(pgData), ...processesIn(pgData)]),
  async (test) => {
    const [backend] = await queryAsOwner<{ pid: number }>(test, BUSIEST)
    if (backend !== undefined) killAll([backend.pid])
  },
  async (_test, pgData) => killAll([postmasterPidIn(pgData)]),
  async (test) => queryAsOwner(test, `select pg_terminate_backend(pid) from (${BUSIEST}) b`),
]

/** One in a transaction if there is one. */
const BUSIEST = `select pid from pg_stat_activity
  where usename = 'terreau_app' and application_name <> 'postgres.js'
  order by (xact_start is not null) desc, random() limit 1`

async function storm(test: TestApp, product: Product, options: BarOptions & { dataDir: string }) {
  const { isSmall, isSabotaged, dataDir } = options
  const pgData = join(dataDir, 'postgres')
  const kills = isSabotaged ? 1 : isSmall ? 3 : 30
  const writes = isSmall ? 6 : 100
  const world = await givenWorld(test, isSmall ? 1 : 6)
  if (isSabotaged) await confirmBeforeWriting(test)
  // With the keys of the product: what is sabotaged here is the database, not the client.
  const clients = startClients(world, { url: product.url, isSabotaged: false })
  for (let n = 0; n < kills; n += 1) {
    await clients.confirm(writes, { ofEachKind: !isSabotaged })
    // The server is brought back at once five times a minute; a server that dies more often rests first.
    if (!isSmall) await pause(4_000)
    await KILLS[n % KILLS.length]?.(test, pgData)
    await product.whenReady()
  }
  if (!isSabotaged) await clients.confirm(writes)
  const told = await clients.stop()
  const found = await compare(test, world, { told, isSabotaged })
  const slowest = Math.max(0, ...product.recoveries)
  return {
    checks: [
      ...found.checks,
      atLeast('writes confirmed', told.acknowledged, (isSabotaged ? kills : kills + 1) * writes),
      fact('times the product ended', product.exits, 0),
      recoveredWithin(product, { isSmall, wantedMs: MOST_MS }),
    ],
    counts: { kills, 'slowest recovery ms': slowest, ...found.counts },
  }
}

/** What start refuses, set behind its back: a commit is confirmed and reaches the disk ten seconds later. */
async function confirmBeforeWriting(test: TestApp): Promise<void> {
  await queryAsOwner(test, 'alter database terreau set synchronous_commit = off')
  await queryAsOwner(test, `alter system set wal_writer_delay = '10s'`)
  await queryAsOwner(
    test,
    `select pg_reload_conf();
     select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`,
  )
}

const postmasterPidIn = (pgData: string): number => postmasterPid(join(pgData, '..'))

function killAll(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It has ended with the one before.
    }
  }
}
