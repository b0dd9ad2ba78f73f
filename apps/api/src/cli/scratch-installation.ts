import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '@terreau/db/connect'
import { chooseDataDir } from '@terreau/db/data-dir'
import { errorCode, StartError } from '@terreau/db/start-error'
import type pg from 'pg'
import type { Config } from '../config.ts'
import { type Installation, openInstallation } from '../start/open-installation.ts'

/**
 * Runs something in a database that exists for it alone, and is gone afterwards: a scratch database on
 * the server of DATABASE_URL, or an embedded server in a temporary folder.
 */
export async function inScratchInstallation<T>(
  config: Config,
  run: (installation: Installation) => Promise<T>,
): Promise<T> {
  return config.databaseUrl === undefined
    ? inTemporaryFolder(config, run)
    : inScratchDatabase(config, config.databaseUrl, run)
}

async function inTemporaryFolder<T>(
  config: Config,
  run: (installation: Installation) => Promise<T>,
): Promise<T> {
  const preferred = mkdtempSync(join(tmpdir(), 'terreau-rehearsal-'))
  // As root, the temporary folder may be out of the database user's reach: then another one is chosen.
  const { dataDir } = chooseDataDir({ preferred })
  try {
    return await opened({ ...config, dataDir }, run)
  } finally {
    for (const path of [dataDir, preferred]) rmSync(path, { recursive: true, force: true })
  }
}

async function inScratchDatabase<T>(
  config: Config,
  serverUrl: string,
  run: (installation: Installation) => Promise<T>,
): Promise<T> {
  const name = `terreau_rehearsal_${randomBytes(5).toString('hex')}`
  const dataDir = mkdtempSync(join(tmpdir(), 'terreau-rehearsal-'))
  const admin = await connect(serverUrl)
  try {
    await createDatabase(admin, name)
    const { appDatabaseUrl } = config
    const scratch = {
      ...config,
      dataDir,
      databaseUrl: withDatabase(serverUrl, name),
      appDatabaseUrl: appDatabaseUrl && withDatabase(appDatabaseUrl, name),
    }
    return await opened(scratch, run)
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.end()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function createDatabase(admin: pg.Client, name: string): Promise<void> {
  try {
    await admin.query(`create database ${name}`)
  } catch (error) {
    if (errorCode(error) !== '42501') throw error
    throw new StartError(
      'permission-denied',
      {
        fr: 'L’utilisateur de DATABASE_URL n’a pas le droit de créer une base jetable : donnez-lui CREATEDB, ou lancez sans DATABASE_URL.',
        en: 'The user of DATABASE_URL may not create a throw-away database: give it CREATEDB, or run without DATABASE_URL.',
      },
      { cause: error },
    )
  }
}

async function opened<T>(
  config: Config,
  run: (installation: Installation) => Promise<T>,
): Promise<T> {
  const installation = await openInstallation(config, () => undefined)
  try {
    return await run(installation)
  } finally {
    await installation.close()
  }
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}
