import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { connect } from './connect.ts'
import { chooseDataDir } from './data-dir.ts'
import { lockDataDir } from './data-lock.ts'
import { startEmbedded } from './embedded.ts'
import { stopOrphan } from './embedded-process.ts'
import { migrate } from './migrate.ts'
import { migrationsDir, readMigrations } from './migration-files.ts'
import { appRole, checkRole, urlAs } from './roles.ts'
import { errorCode, StartError } from './start-error.ts'
import { newTestFolder, testFolderRoots } from './test-folder.ts'

export type TestDatabase = {
  ownerUrl: string
  appUrl: string
  checkUrl: string
  drop(): Promise<void>
}

const folderPrefix = 'terreau-test-'
const templateLock = 7_231_995_405

/**
 * One server for a whole test run. Child processes find it through TERREAU_TEST_PG, so the suites
 * of `npm test` share it; `stop` does nothing for a server that somebody else started. What is measured
 * wants it on a disk, as a cooperative has it.
 */
export async function startTestServer({ isOnDisk = false } = {}): Promise<{
  ownerUrl: string
  stop(): Promise<void>
}> {
  const shared = process.env.TERREAU_TEST_PG
  if (shared) {
    await prepareTemplate(shared)
    return { ownerUrl: shared, stop: async () => {} }
  }
  await removeAbandoned()
  const preferred = newTestFolder(folderPrefix, { isOnDisk })
  const { dataDir } = chooseDataDir({ preferred })
  const server = await startEmbedded({ dataDir })
  process.env.TERREAU_TEST_PG = server.ownerUrl
  await prepareTemplate(server.ownerUrl)
  return {
    ownerUrl: server.ownerUrl,
    async stop() {
      delete process.env.TERREAU_TEST_PG
      await server.stop()
      for (const path of [dataDir, preferred]) rmSync(path, { recursive: true, force: true })
    },
  }
}

/** A new database with the schema of this version, independent of every other one. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const serverUrl = process.env.TERREAU_TEST_PG
  if (!serverUrl) throw new Error('No test server: run these tests through the "database" project.')
  const name = `test_${process.pid}_${randomBytes(5).toString('hex')}`
  await administer(serverUrl, (admin) =>
    admin.query(`create database ${name} template ${templateName()}`),
  )
  const ownerUrl = withDatabase(serverUrl, name)
  return {
    ownerUrl,
    appUrl: urlAs(ownerUrl, appRole),
    checkUrl: urlAs(ownerUrl, checkRole),
    async drop() {
      await administer(serverUrl, (admin) =>
        admin.query(`drop database if exists ${name} with (force)`),
      )
    },
  }
}

/** Built under another name and renamed when complete: a crash leaves no half template. */
async function prepareTemplate(serverUrl: string): Promise<void> {
  const name = templateName()
  await administer(serverUrl, async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [templateLock])
    const found = await admin.query('select 1 from pg_database where datname = $1', [name])
    if (found.rowCount === 1) return
    const building = `${name}_building`
    await admin.query(`drop database if exists ${building} with (force)`)
    await admin.query(`create database ${building}`)
    await migrate(withDatabase(serverUrl, building))
    await renameWhenFree(admin, building, name)
    await admin.query(`alter database ${name} with is_template true allow_connections false`)
  })
}

/** A session that has just ended may be seen for a moment more. */
async function renameWhenFree(admin: pg.Client, from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await admin.query(`alter database ${from} rename to ${to}`)
      return
    } catch (error) {
      if (errorCode(error) !== '55006' || attempt >= 50) throw error
      await sleep(100)
    }
  }
}

/** Named after what it was made from, so that a new migration is never tested on an old template. */
function templateName(): string {
  const hash = createHash('sha256')
  for (const file of readMigrations(migrationsDir)) hash.update(`${file.name} ${file.sha256}\n`)
  return `template_${hash.digest('hex').slice(0, 16)}`
}

async function administer<T>(url: string, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = await connect(withDatabase(url, 'postgres'))
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}

/** A test run that was killed leaves a server and a folder behind: the next run removes both. */
async function removeAbandoned(): Promise<void> {
  const folders = testFolderRoots().flatMap((root) =>
    readdirSync(root)
      .filter((name) => name.startsWith(folderPrefix))
      .map((name) => join(root, name)),
  )
  for (const dataDir of folders) {
    try {
      // A folder this young may belong to a run that is about to lock it.
      if (Date.now() - statSync(dataDir).mtimeMs < 60_000) continue
      const lock = await lockDataDir(dataDir)
      await stopOrphan(join(dataDir, 'postgres'))
      lock.release()
      rmSync(dataDir, { recursive: true, force: true })
    } catch (error) {
      // Another run uses it, or it belongs to somebody else.
      if (!(error instanceof StartError) && errorCode(error) !== 'ENOENT') throw error
    }
  }
}
