import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chooseDataDir } from '@terreau/db/data-dir'
import type { DataDirLock } from '@terreau/db/data-lock'
import { startEmbedded } from '@terreau/db/embedded'
import { type Migrated, migrate } from '@terreau/db/migrate'
import { inspectSchema } from '@terreau/db/schema-state'
import { type Said, StartError } from '@terreau/db/start-error'
import { pino } from 'pino'
import type { Config } from '../config.ts'
import { signableKinds } from '../features/signable-kinds.ts'
import { createClock } from '../platform/clock.ts'
import { connect } from '../platform/db/client.ts'
import { listenForEvents } from '../platform/live-events.ts'
import { createMailer } from '../platform/mail/mailer.ts'
import { createPdfRenderer, drawingThreads } from '../platform/pdf/renderer.ts'
import { createSalaryEngine } from '../platform/salary/engine.ts'
import { clamdScanner } from '../platform/scanning/clamd-scanner.ts'
import { loadSecrets } from '../platform/secrets.ts'
import type { Services } from '../platform/services.ts'
import { httpStamper } from '../platform/signing/time-stamp.ts'

const REPOSITORY = join(import.meta.dirname, '../../../..')
export const WEB_DIRECTORY = join(REPOSITORY, 'apps/web/dist')

export interface Installation {
  services: Services
  owner: { url: string; role: string }
  appUrl: string
  /** Absent when the database's owner may not create a role that reads every cooperative. */
  checkUrl: string | undefined
  dataDir: string
  /** Names of the migrations that this opening applied. */
  migrationsApplied: readonly string[]
  close(): Promise<void>
}

/** How an installation is opened: nothing said, its schema is brought to this version. */
export interface Opening {
  /** The command only reads: a database that is absent, or of another version, is refused, never changed. */
  isReadOnly?: boolean
  /** The data folder, when the server has taken it already; closing the installation gives it back. */
  lock?: DataDirLock
}

/** Where the data of this configuration live. Throws StartError when they cannot live there. */
export function dataDirOf(config: Config): ReturnType<typeof chooseDataDir> {
  return chooseDataDir({ explicit: config.dataDir, preferred: join(REPOSITORY, 'data') })
}

/**
 * Everything that main and the command line share: the data folder, the database (our own, or the one of
 * DATABASE_URL), its schema, and the services on top. Throws StartError with one sentence.
 */
export async function openInstallation(
  config: Config,
  say: (line: Said) => void,
  opening: Opening = {},
): Promise<Installation> {
  const { dataDir, note } = dataDirOf(config)
  if (note !== undefined) say(note)
  const database = await openDatabase(config, { dataDir, say, opening })
  try {
    const migrated = await prepareSchema(database.ownerUrl, config, opening)
    const chosen = { ...config, dataDir }
    const { services, close } = createServices({ config: chosen, dataDir, appUrl: migrated.appUrl })
    return {
      services,
      owner: { url: database.ownerUrl, role: migrated.ownerRole },
      appUrl: migrated.appUrl,
      checkUrl: migrated.checkUrl,
      dataDir,
      migrationsApplied: migrated.applied,
      async close() {
        await close()
        await database.close()
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** The database of DATABASE_URL, or our own server; `close` stops what was started here. */
async function openDatabase(
  { databaseUrl }: Config,
  { dataDir, say, opening }: { dataDir: string; say(line: Said): void; opening: Opening },
): Promise<{ ownerUrl: string; close(): Promise<void> }> {
  if (databaseUrl !== undefined) {
    return { ownerUrl: databaseUrl, close: async () => opening.lock?.release() }
  }
  if (opening.isReadOnly && !existsSync(join(dataDir, 'postgres', 'PG_VERSION'))) {
    throw new StartError('database-missing', {
      fr: `Il n’y a pas encore de base dans ${dataDir} : npm start en crée une.`,
      en: `There is no database in ${dataDir} yet: npm start makes one.`,
    })
  }
  const embedded = await startEmbedded({ dataDir, lock: opening.lock })
  embedded.onCrash((crash) =>
    say(
      crash.restarted
        ? {
            fr: 'La base s’est arrêtée et a été redémarrée.',
            en: 'The database stopped and was started again.',
          }
        : crash.error.said,
    ),
  )
  return { ownerUrl: embedded.ownerUrl, close: () => embedded.stop() }
}

async function prepareSchema(
  ownerUrl: string,
  { appDatabaseUrl: appUrl }: Config,
  { isReadOnly }: Opening,
): Promise<Migrated> {
  if (!isReadOnly) return migrate(ownerUrl, { appUrl })
  const { owner, ...urls } = await inspectSchema(ownerUrl, { appUrl })
  return { ...urls, ownerRole: owner, applied: [] }
}

/** The real edges: database pool, mail, PDF threads, secrets, live events, clock. */
export function createServices(options: { config: Config; dataDir: string; appUrl: string }): {
  services: Services
  close(): Promise<void>
} {
  const { config, dataDir, appUrl } = options
  const log = pino({ level: config.logLevel, base: null })
  const client = connect(appUrl, {
    onError: (error) => log.warn({ kind: error.name }, 'database connection lost'),
  })
  const services: Services = {
    config,
    db: client.db,
    log,
    mailer: createMailer(config.smtpUrl, join(dataDir, 'outbox')),
    pdf: createPdfRenderer({ threads: drawingThreads() }),
    salary: createSalaryEngine({ threads: 1, timeoutMs: 20_000 }),
    secrets: loadSecrets(dataDir),
    scanner: config.clamav === undefined ? null : clamdScanner(config.clamav),
    stamper: config.timeStamps === undefined ? null : httpStamper(config.timeStamps),
    events: listenForEvents(appUrl),
    clock: createClock(config.fixedToday),
    signableKinds,
  }
  return {
    services,
    async close() {
      await services.events.close()
      await services.pdf.close()
      await services.salary.close()
      await client.close()
    },
  }
}
