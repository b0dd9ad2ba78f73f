import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chooseDataDir } from '@terreau/db/data-dir'
import { startEmbedded } from '@terreau/db/embedded'
import { migrate } from '@terreau/db/migrate'
import { pino } from 'pino'
import type { Config } from '../config.ts'
import { signableKinds } from '../features/signable-kinds.ts'
import { createClock } from '../platform/clock.ts'
import { connect } from '../platform/db/client.ts'
import { listenForEvents } from '../platform/live-events.ts'
import { createMailer } from '../platform/mail/mailer.ts'
import { createPdfRenderer } from '../platform/pdf/renderer.ts'
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

/**
 * Everything that main, the worker and the command line share: the data folder, the database (our own, or
 * the one of DATABASE_URL), its schema, and the services on top. Throws StartError with one sentence.
 */
export async function openInstallation(
  config: Config,
  say: (line: string) => void,
): Promise<Installation> {
  const { dataDir, note } = chooseDataDir({
    explicit: config.dataDir,
    preferred: join(REPOSITORY, 'data'),
  })
  if (note !== undefined) say(note)
  mkdirSync(dataDir, { recursive: true })
  const embedded = config.databaseUrl === undefined ? await startEmbedded({ dataDir }) : undefined
  try {
    embedded?.onCrash((crash) =>
      say(
        crash.restarted
          ? 'The database stopped and was started again.'
          : String(crash.error?.message),
      ),
    )
    const ownerUrl = config.databaseUrl ?? embedded?.ownerUrl ?? ''
    const migrated = await migrate(ownerUrl, { appUrl: config.appDatabaseUrl })
    const chosen = { ...config, dataDir }
    const { services, close } = createServices({ config: chosen, dataDir, appUrl: migrated.appUrl })
    return {
      services,
      owner: { url: ownerUrl, role: migrated.ownerRole },
      appUrl: migrated.appUrl,
      checkUrl: migrated.checkUrl,
      dataDir,
      migrationsApplied: migrated.applied,
      async close() {
        await close()
        await embedded?.stop()
      },
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
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
    pdf: createPdfRenderer({ threads: 2 }),
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
