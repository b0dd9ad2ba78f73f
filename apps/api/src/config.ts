import { resolve } from 'node:path'
import { type Said, StartError } from '@terreau/db/start-error'
import { z } from 'zod'

const yesOrNo = z
  .enum(['0', '1', 'true', 'false'])
  .transform((text) => text === '1' || text === 'true')

const whole = (min: number, max: number) =>
  z.string().trim().regex(/^\d+$/).transform(Number).pipe(z.int().min(min).max(max))

const environment = z.object({
  PORT: whole(0, 65_535).default(3000),
  HOST: z.string().default('localhost'),
  DATA_DIR: z.string().optional(),
  DATABASE_URL: z.string().optional(),
  APP_DATABASE_URL: z.string().optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/, hostname: /./ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, hostname: /./ }).optional(),
  MAIL_FROM: z.string().default('Terreau <ne-pas-repondre@localhost>'),
  TERREAU_DEMO: yesOrNo.optional(),
  TERREAU_TODAY: z.iso.date().optional(),
  CLAMAV_HOST: z.string().optional(),
  CLAMAV_PORT: whole(1, 65_535).default(3310),
  TIMESTAMP_URL: z.url({ protocol: /^https?$/, hostname: /./ }).optional(),
  TIMESTAMP_TIMEOUT_MS: whole(200, 10_000).default(4000),
  TRUSTED_PROXIES: z.string().default(''),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})

const webAddress: Said = {
  fr: 'doit être une adresse complète, comme https://gestion.ma-cooperative.fr',
  en: 'must be a whole address, such as https://office.my-cooperative.org',
}

/** What each setting that can be wrong accepts. The value is never repeated: it may hold a password. */
const ACCEPTED: Readonly<Record<string, Said>> = {
  PORT: { fr: 'doit être un nombre de 0 à 65535', en: 'must be a number from 0 to 65535' },
  PUBLIC_URL: webAddress,
  SMTP_URL: {
    fr: 'doit être une adresse comme smtp://nom:motdepasse@serveur:587',
    en: 'must be an address such as smtp://name:password@server:587',
  },
  TERREAU_DEMO: { fr: 'doit être 0 ou 1', en: 'must be 0 or 1' },
  TERREAU_TODAY: {
    fr: 'doit être un jour du calendrier, comme 2026-11-02',
    en: 'must be a day of the calendar, such as 2026-11-02',
  },
  CLAMAV_PORT: { fr: 'doit être un nombre de 1 à 65535', en: 'must be a number from 1 to 65535' },
  TIMESTAMP_URL: webAddress,
  TIMESTAMP_TIMEOUT_MS: {
    fr: 'doit être un nombre de millisecondes, de 200 à 10000',
    en: 'must be a number of milliseconds, from 200 to 10000',
  },
  LOG_LEVEL: {
    fr: 'doit être silent, error, warn, info ou debug',
    en: 'must be silent, error, warn, info or debug',
  },
}

export interface Config {
  port: number
  host: string
  /** Absolute; undefined lets the start-up choose a folder that the database can reach. */
  dataDir: string | undefined
  databaseUrl: string | undefined
  /** The application's own address, when an administrator created its role by hand. */
  appDatabaseUrl: string | undefined
  /** What links in mails and QR codes begin with. */
  publicUrl: string
  smtpUrl: string | undefined
  mailFrom: string
  /** The antivirus that every file from outside passes; undefined: none does. */
  clamav: { host: string; port: number } | undefined
  /** The service that stamps the seals of certificates (RFC 3161); undefined: none does. */
  timeStamps: { url: string; timeoutMs: number } | undefined
  isDemoWanted: boolean
  /** A fixed date for demonstrations and tests; undefined is the real day. */
  fixedToday: string | undefined
  trustedProxies: string[]
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

/**
 * Reads the environment once. A variable that is set to nothing counts as not set.
 * Throws StartError `settings-invalid`, with one line for each wrong variable.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const filled = Object.entries(env).filter(([, text]) => text?.trim())
  const parsed = environment.safeParse(Object.fromEntries(filled))
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))]
    const lines = (locale: keyof Said) =>
      names.map((name) => `${name} ${ACCEPTED[name]?.[locale] ?? ''}.`).join('\n')
    throw new StartError('settings-invalid', { fr: lines('fr'), en: lines('en') })
  }
  const e = parsed.data
  return {
    port: e.PORT,
    host: e.HOST,
    dataDir: e.DATA_DIR === undefined ? undefined : resolve(e.DATA_DIR),
    databaseUrl: e.DATABASE_URL,
    appDatabaseUrl: e.APP_DATABASE_URL,
    publicUrl: (e.PUBLIC_URL ?? ownUrl(e.HOST, e.PORT)).replace(/\/$/, ''),
    smtpUrl: e.SMTP_URL,
    mailFrom: e.MAIL_FROM,
    clamav: e.CLAMAV_HOST ? { host: e.CLAMAV_HOST, port: e.CLAMAV_PORT } : undefined,
    timeStamps: e.TIMESTAMP_URL
      ? { url: e.TIMESTAMP_URL, timeoutMs: e.TIMESTAMP_TIMEOUT_MS }
      : undefined,
    isDemoWanted: e.TERREAU_DEMO ?? e.DATABASE_URL === undefined,
    fixedToday: e.TERREAU_TODAY,
    trustedProxies: e.TRUSTED_PROXIES.split(',').filter((ip) => ip !== ''),
    logLevel: e.LOG_LEVEL,
  }
}

/** Where a browser finds us: on the address we listen on, and on this machine when that is all of them. */
export function ownUrl(host: string, port: number): string {
  if (host === '0.0.0.0' || host === '::') return `http://localhost:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
