import { resolve } from 'node:path'
import { z } from 'zod'

const flag = z
  .enum(['0', '1', 'true', 'false'])
  .transform((text) => text === '1' || text === 'true')

/** A whole number; a variable that is set to nothing counts as not set. */
const whole = (min: number, max: number, usual: number) =>
  z
    .string()
    .optional()
    .transform((text) => (text?.trim() ? text : usual))
    .pipe(z.coerce.number<string | number>().int().min(min).max(max))

const environment = z.object({
  PORT: whole(0, 65_535, 3000),
  HOST: z.string().min(1).default('localhost'),
  DATA_DIR: z.string().min(1).optional(),
  DATABASE_URL: z.string().min(1).optional(),
  APP_DATABASE_URL: z.string().min(1).optional(),
  PUBLIC_URL: z.url().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default('Terreau <ne-pas-repondre@localhost>'),
  TERREAU_DEMO: flag.optional(),
  TERREAU_TODAY: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  CLAMAV_HOST: z.string().optional(),
  CLAMAV_PORT: whole(1, 65_535, 3310),
  TIMESTAMP_URL: z.url({ protocol: /^https?$/ }).optional(),
  TIMESTAMP_TIMEOUT_MS: whole(200, 10_000, 4000),
  TRUSTED_PROXIES: z.string().default(''),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})

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

export class ConfigError extends Error {}

/** Reads the environment once. Throws ConfigError with one sentence per wrong variable. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const parsed = environment.safeParse(env)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')} is not valid`)
    throw new ConfigError(`${[...new Set(wrong)].join('; ')}.`)
  }
  const e = parsed.data
  return {
    port: e.PORT,
    host: e.HOST,
    dataDir: e.DATA_DIR === undefined ? undefined : resolve(e.DATA_DIR),
    databaseUrl: e.DATABASE_URL,
    appDatabaseUrl: e.APP_DATABASE_URL,
    publicUrl: (e.PUBLIC_URL ?? ownUrl(e.HOST, e.PORT)).replace(/\/$/, ''),
    smtpUrl: e.SMTP_URL || undefined,
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
