import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cloneDatabase, type TestDatabase } from '@terreau/db/test-database'
import type { Role } from '@terreau/domain/access/roles'
import { yearMonth } from '@terreau/domain/time/year-month'
import { type CooperativeZone, dayInZone } from '@terreau/domain/time/zoned-day'
import type { Api, Route } from '@terreau/protocol/api'
import type { Problem } from '@terreau/protocol/problems'
import { type Logger, pino } from 'pino'
import { type App, createApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import {
  ensureUser,
  grantRole,
  insertCooperative,
} from '../src/features/access/create-cooperative.ts'
import { insertSession } from '../src/features/access/open-session.ts'
import { signableKinds } from '../src/features/signable-kinds.ts'
import { createClock } from '../src/platform/clock.ts'
import type { Context } from '../src/platform/context.ts'
import { connect } from '../src/platform/db/client.ts'
import { enterCooperative, type Tx } from '../src/platform/db/transaction.ts'
import type { JobDefinition } from '../src/platform/jobs/define-job.ts'
import { listenForEvents } from '../src/platform/live-events.ts'
import type { Message } from '../src/platform/mail/mailer.ts'
import { actAs } from '../src/platform/mutation.ts'
import { createPdfRenderer } from '../src/platform/pdf/renderer.ts'
import { createSalaryEngine } from '../src/platform/salary/engine.ts'
import type { Scanner } from '../src/platform/scanning/scanner.ts'
import { secretsFromKey } from '../src/platform/secrets.ts'
import type { Services } from '../src/platform/services.ts'
import type { Stamper } from '../src/platform/signing/time-stamp.ts'

export const TODAY = '2026-11-02'

export interface TestApp {
  app: App
  services: Services
  urls: { ownerUrl: string; appUrl: string; checkUrl: string }
  /** Mails delivered by jobs that `runJobs` ran. */
  delivered: Message[]
  /** Another day for this app only. */
  setToday(day: string): void
  /** An instant, whose day is then that of each cooperative's own clocks; null: now. */
  setNow(instant: string | null): void
  close(): Promise<void>
}

/**
 * Threads that the tests of a process share: what one loads takes longer than most tests have it work. None
 * is there before it is asked for, and those that wait keep no process from ending.
 */
const sharedPdf = createPdfRenderer({ threads: 1 })
const sharedSalary = createSalaryEngine({ threads: 1, timeoutMs: 120_000 })

/** A whole application on its own database: real SQL, real PDFs, a fake mail sink and a fixed day. */
export async function createTestApp(
  options: {
    /** By default the one thread that tests share. */
    pdfThreads?: number
    scanner?: Scanner
    stamper?: Stamper
    log?: Logger
    /** By default a new one. */
    database?: TestDatabase
  } = {},
): Promise<TestApp> {
  const database = options.database ?? (await cloneDatabase())
  const delivered: Message[] = []
  let today = TODAY
  let instant: Date | undefined
  const client = connect(database.appUrl)
  const filesDirectory = mkdtempSync(join(tmpdir(), 'terreau-files-'))
  const ownPdf = options.pdfThreads && createPdfRenderer({ threads: options.pdfThreads })
  const services: Services = {
    config: readConfig({
      PORT: '3000',
      DATA_DIR: filesDirectory,
      LOG_LEVEL: 'silent',
    }),
    db: client.db,
    log: options.log ?? pino({ level: process.env.TEST_LOG ?? 'silent' }),
    mailer: {
      isSmtpConfigured: false,
      deliver: async (message) => {
        delivered.push(message)
      },
    },
    pdf: ownPdf || sharedPdf,
    salary: sharedSalary,
    secrets: secretsFromKey(randomBytes(32)),
    scanner: options.scanner ?? null,
    stamper: options.stamper ?? null,
    events: listenForEvents(database.appUrl),
    clock: {
      now: () => instant ?? new Date(),
      today: (zone) => (instant ? dayInZone(instant, zone) : createClock(today).today(zone)),
    },
    signableKinds,
  }
  return {
    app: createApp(services, { webDirectory: '/nonexistent' }),
    services,
    urls: database,
    delivered,
    setNow(at) {
      instant = at === null ? undefined : new Date(at)
    },
    setToday(day) {
      today = day
    },
    async close() {
      await services.events.close()
      if (ownPdf) await ownPdf.close()
      await client.close()
      await database.drop()
      rmSync(filesDirectory, { recursive: true, force: true })
    },
  }
}

export interface TestCooperative {
  id: string
  name: string
}

/** A cooperative, as the set-up page would make it. */
export async function givenCooperative(
  test: TestApp,
  name = 'Coopérative Baobab',
  firstMonth = '2026-10',
  timeZone: CooperativeZone = 'Europe/Paris',
): Promise<TestCooperative> {
  const id = randomUUID()
  await asCommand(test, id, async (_ctx, tx) => {
    await insertCooperative(tx, {
      id,
      name,
      legalForm: 'SCOP SA',
      siren: '123456782',
      seatAddress: '1 rue des Ateliers\n93100 Montreuil',
      city: 'Montreuil',
      email: 'contact@baobab.test',
      phone: '01 23 45 67 89',
      signatoryName: 'Fatou Ndiaye',
      signatoryCapacity: 'directrice',
      firstMonth: yearMonth(firstMonth),
      isDemo: false,
      timeZone,
    })
  })
  return { id, name }
}

/** Work outside HTTP, in one transaction of a cooperative. */
export function asCommand<T>(
  test: TestApp,
  cooperativeId: string,
  run: (ctx: Context, tx: Tx) => Promise<T>,
): Promise<T> {
  const who = { actor: { kind: 'cli', name: 'test' } as const, cooperativeId, requestId: 'test' }
  return actAs(test.services, who, run)
}

export interface Caller {
  userId: string
  personId: string | null
  cookie: string
}

/** Somebody with these roles, signed in. */
export async function givenUser(
  test: TestApp,
  cooperative: TestCooperative,
  roles: readonly Role[],
  options: { personId?: string; email?: string; displayName?: string } = {},
): Promise<Caller> {
  const personId = options.personId ?? null
  return asCommand(test, cooperative.id, async (ctx, tx) => {
    const userId = await ensureUser(tx, {
      id: randomUUID(),
      email: options.email ?? `${randomUUID().slice(0, 8)}@exemple.test`,
      displayName: options.displayName ?? roles.join(' '),
      locale: 'fr',
    })
    for (const role of roles) await grantRole(tx, ctx, { userId, role, personId })
    await enterCooperative(tx, cooperative.id, userId)
    const session = await insertSession(tx, ctx, {
      userId,
      cooperativeId: cooperative.id,
      roles,
      assurance: 'code',
    })
    return { userId, personId, cookie: `terreau=${session.token}` }
  })
}

export interface Answer<R extends Route> {
  status: number
  body: Api[R]['response']
  problem: Problem
  bytes(): Promise<Uint8Array>
  headers: Headers
}

type CallOptions<R extends Route> = {
  params?: Api[R]['params']
  query?: Api[R]['query']
  body?: Api[R]['body'] | Uint8Array
  ifMatch?: number
  key?: string
  headers?: Record<string, string>
}

/** Calls a route as the browser would. `caller` null is a visitor. */
export async function call<R extends Route>(
  test: TestApp,
  caller: Caller | null,
  route: R,
  options: CallOptions<R> = {},
): Promise<Answer<R>> {
  const [method = 'GET', template = ''] = route.split(' ')
  const params = (options.params ?? {}) as Record<string, string>
  const path = template.replaceAll(/:(\w+)/g, (_m, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  )
  const query = new URLSearchParams((options.query ?? {}) as Record<string, string>)
  const isBytes = options.body instanceof Uint8Array
  const response = await test.app.hono.request(`http://localhost:3000/api${path}?${query}`, {
    method,
    headers: {
      host: 'localhost:3000',
      ...(method === 'GET' ? {} : { origin: 'http://localhost:3000' }),
      ...(caller ? { cookie: caller.cookie } : {}),
      ...(options.body === undefined
        ? {}
        : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
      ...(options.ifMatch === undefined ? {} : { 'if-match': String(options.ifMatch) }),
      ...(options.key === undefined ? {} : { 'idempotency-key': options.key }),
      ...options.headers,
    },
    ...(options.body === undefined
      ? {}
      : { body: isBytes ? Buffer.from(options.body as Uint8Array) : JSON.stringify(options.body) }),
  })
  const copy = response.clone()
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  const parsed = isJson ? await response.json() : undefined
  return {
    status: response.status,
    body: parsed,
    problem: parsed,
    bytes: async () => new Uint8Array(await copy.arrayBuffer()),
    headers: response.headers,
  }
}

/** Runs a job's handler now, as the worker would. */
export async function runJob(
  test: TestApp,
  job: JobDefinition,
  payload: Record<string, unknown>,
): Promise<void> {
  await job.run(test.services, payload)
}
