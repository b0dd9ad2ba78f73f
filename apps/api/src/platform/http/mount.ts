import type { Endpoint, HandlerInput, HandlerOutput } from '@terreau/protocol/endpoint'
import type { Hono, Context as HonoContext } from 'hono'
import { stream } from 'hono/streaming'
import type { Context } from '../context.ts'
import { problemOfConstraint } from '../db/constraint-problems.ts'
import { inGuardedTransaction, inTransaction, type Tx } from '../db/transaction.ts'
import { attachTransaction, hasRunVerb } from '../mutation.ts'
import { ProblemError } from '../problem-error.ts'
import type { Services } from '../services.ts'
import { readTable, type TableFile } from '../tables/read-table.ts'
import {
  inspectUpload,
  inspectVoice,
  type SafeFile,
  type SafeVoice,
} from '../uploads/inspect-upload.ts'
import { byteRange } from './byte-range.ts'
import { checkAccess } from './check-access.ts'
import type { HttpEnv } from './http-env.ts'
import { findReplay, keepForReplay, type ReplayKey, replayKey } from './idempotency.ts'
import { localeOf } from './locale.ts'
import { openActor, type WhoAsks } from './open-actor.ts'
import { type ParsedRequest, parseRequest } from './parse-request.ts'
import { readSessionToken, writeSessionCookie } from './session-cookie.ts'

/**
 * The bytes of a file. What came from outside is always an attachment in a sandbox; only documents that
 * this product drew may be shown in place.
 */
export interface FileAnswer {
  mediaType: string
  fileName: string
  bytes: Uint8Array
  isInline?: boolean
}
/** A file that is made while it is sent: it gets no transaction, so it opens its own. */
export interface FileStream {
  mediaType: string
  fileName: string
  /** When it is known beforehand: a download that was cut short then shows as one. */
  byteCount?: number
  chunks(): AsyncIterable<Uint8Array>
}
/** A stream of events that goes on after the transaction. */
export interface EventsAnswer {
  open(c: HonoContext<HttpEnv>): Response
}

/**
 * Slow work of a read that must not hold a connection: it runs once the transaction is over, so it gets
 * values and no database.
 */
export class AfterTransaction<T> {
  readonly run: () => Promise<T>
  constructor(run: () => Promise<T>) {
    this.run = run
  }
}

type Answer<E extends Endpoint> = E['responseKind'] extends 'file'
  ? FileAnswer | FileStream
  : E['responseKind'] extends 'events'
    ? EventsAnswer
    : HandlerOutput<E>
type Answered<E extends Endpoint> = E['response'] extends object
  ? Promise<Answer<E>>
  : E['responseKind'] extends 'file' | 'events'
    ? Promise<Answer<E>>
    : Promise<void>

/** No handler ever sees the bytes as they were sent: they are inspected, or read, on the way in. */
type Given<E extends Endpoint> = E['bodyKind'] extends 'bytes'
  ? Omit<HandlerInput<E>, 'body'> & { body: SafeFile }
  : E['bodyKind'] extends 'table'
    ? Omit<HandlerInput<E>, 'body'> & { body: TableFile }
    : E['bodyKind'] extends 'voice'
      ? Omit<HandlerInput<E>, 'body'> & { body: SafeVoice }
      : HandlerInput<E>

/** Reads get the transaction; writes get only verbs, which carry their own way in. */
type Handler<E extends Endpoint, P> = E['method'] extends 'GET'
  ? (
      request: Given<E> & { ctx: Context; tx: Tx },
    ) => Answered<E> | Promise<AfterTransaction<Answer<E>>>
  : (request: Given<E> & { ctx: Context; prepared: P }) => Answered<E>

/**
 * Slow or shared work of a public write that must not hold a transaction: counting attempts, hashing a
 * password. It runs after the body was checked and before the transaction begins.
 */
type Prepare<E extends Endpoint, P> = (request: PrepareInput<E>) => Promise<P>
export type PrepareInput<E extends Endpoint> = HandlerInput<E> & {
  services: Services
  clientNetwork: string
}

export interface Router {
  app: Hono<HttpEnv>
  services: Services
  mounted: Endpoint[]
}

/**
 * Serves one endpoint: session, permission, parsing, transaction, replay of a repeated request, answer.
 * The only way a route of the API comes to exist.
 */
export function mount<const E extends Endpoint, P = void>(
  router: Router,
  endpoint: E,
  handler: Handler<E, P>,
  prepare?: Prepare<E, P>,
): void {
  if (prepare !== undefined && endpoint.access !== 'public')
    throw new Error(`${endpoint.path}: work before the permission check is for public routes only`)
  router.mounted.push(endpoint)
  const run = handler as (request: unknown) => Promise<unknown>
  router.app.on(endpoint.method, `/api${endpoint.path}`, async (c) => {
    const facts = c.get('logFacts')
    facts.route = `${endpoint.method} ${endpoint.path}`
    const parsed = await parseRequest(c, endpoint)
    const prepared = await prepare?.({
      ...(parsed.orThrow() as HandlerInput<E>),
      services: router.services,
      clientNetwork: parsed.clientNetwork,
    })
    const file = await readUpload({ router, endpoint, c, parsed })
    const serving = { router, endpoint, run, c, parsed, prepared, file }
    const served = endpoint.method === 'GET' ? read(serving) : write(serving)
    const done = await served.catch((error: unknown) => answerOfTwin(serving, error))
    writeSessionCookie(c, isSecure(router), done.ctx?.reply.sessionCookie)
    const { value, status } = done
    const isLater = value instanceof AfterTransaction
    return answer(c, endpoint, { value: isLater ? await value.run() : value, status })
  })
}

interface Serving {
  router: Router
  endpoint: Endpoint
  run: (request: unknown) => Promise<unknown>
  c: HonoContext<HttpEnv>
  parsed: ParsedRequest
  prepared: unknown
  file: SafeFile | SafeVoice | TableFile | undefined
}

interface Served {
  value: unknown
  status: number
  ctx: Context | undefined
}

/**
 * Looking at an upload is slow, so it holds no transaction; who may not send one is refused before, in a
 * short transaction of its own.
 */
async function readUpload(
  s: Pick<Serving, 'router' | 'endpoint' | 'c' | 'parsed'>,
): Promise<SafeFile | SafeVoice | TableFile | undefined> {
  const { bodyKind } = s.endpoint
  if (bodyKind === undefined || bodyKind === 'json') return undefined
  await inTransaction(s.router.services.db, async (tx) => {
    const { actor } = await whoAsks(s, tx)
    checkAccess(actor, s.endpoint, s.c.req.param())
  })
  const { body } = s.parsed.orThrow()
  if (!(body instanceof Uint8Array)) throw new Error(`${s.endpoint.path} has no bytes`)
  const { scanner } = s.router.services
  if (bodyKind === 'voice') return inspectVoice(body, scanner)
  const fileName = s.c.req.query('fileName') ?? ''
  if (bodyKind === 'table') return readTable(body, fileName)
  return inspectUpload(body, fileName, scanner)
}

function read(s: Serving): Promise<Served> {
  return inTransaction(s.router.services.db, async (tx) => serve(s, tx, await whoAsks(s, tx)))
}

function write(s: Serving): Promise<Served> {
  return inGuardedTransaction(
    s.router.services.db,
    { open: (tx) => whoAsks(s, tx), run: (tx, who) => serve(s, tx, who) },
    { mayRetry: s.parsed.idempotencyKey !== undefined },
  )
}

function whoAsks({ c, router }: Pick<Serving, 'c' | 'router'>, tx: Tx): Promise<WhoAsks> {
  return openActor(tx, readSessionToken(c, isSecure(router)))
}

async function serve(s: Serving, tx: Tx, who: WhoAsks): Promise<Served> {
  const { actor, cooperativeId, locale, zone } = who
  const facts = s.c.get('logFacts')
  facts.cooperativeId = cooperativeId
  if (actor.kind === 'person') facts.userId = actor.userId
  checkAccess(actor, s.endpoint, s.c.req.param())
  const parsed = s.parsed.orThrow()
  const valid = s.file === undefined ? parsed : { ...parsed, body: s.file }
  const ctx = createContext(s, tx, { actor, cooperativeId, zone, locale: locale ?? localeOf(s.c) })
  if (s.endpoint.versioned === true && ctx.ifMatch === undefined)
    throw new ProblemError('version-required')
  const key = replayKey(s.endpoint, ctx, s.parsed)
  const replay = key ? await findReplay(tx, key) : undefined
  if (replay) return { value: replay.response, status: replay.status, ctx: undefined }
  const value = await s.run(
    s.endpoint.method === 'GET' ? { ...valid, ctx, tx } : { ...valid, ctx, prepared: s.prepared },
  )
  if (s.endpoint.method !== 'GET' && !hasRunVerb(ctx))
    throw new Error(`${s.endpoint.path} wrote without a verb`)
  const status = value === undefined ? 204 : 200
  if (key) await keep(tx, key, status, value)
  return { value, status, ctx }
}

/**
 * A request sent twice at once: what the first one changed is what the second is refused for ("somebody
 * changed it", "the month is closed"). The second gets the answer of the first, not that refusal.
 */
async function answerOfTwin(
  s: Pick<Serving, 'router' | 'endpoint' | 'c' | 'parsed'>,
  error: unknown,
): Promise<Served> {
  if (!isRefusal(error) || s.parsed.idempotencyKey === undefined) throw error
  const replay = await inTransaction(s.router.services.db, async (tx) => {
    const who = await whoAsks(s, tx)
    const key = replayKey(s.endpoint, who, s.parsed)
    return key && findReplay(tx, key)
  })
  if (replay === undefined) throw error
  return { value: replay.response, status: replay.status, ctx: undefined }
}

/** By a rule, or by the law that the database keeps; not because the database could not be reached. */
function isRefusal(error: unknown): boolean {
  if (error instanceof ProblemError) return !['outcome-unknown', 'unavailable'].includes(error.code)
  return error instanceof Error && problemOfConstraint(error) !== undefined
}

function createContext(
  s: Serving,
  tx: Tx,
  who: Pick<Context, 'actor' | 'cooperativeId' | 'locale' | 'zone'>,
): Context {
  const ctx: Context = {
    ...who,
    today: s.router.services.clock.today(who.zone),
    now: s.router.services.clock.now(),
    requestId: s.c.get('requestId'),
    services: s.router.services,
    ifMatch: s.parsed.ifMatch,
    clientNetwork: s.parsed.clientNetwork,
    userAgent: (s.c.req.header('user-agent') ?? '').slice(0, 200),
    reply: {},
  }
  return s.endpoint.method === 'GET' ? ctx : attachTransaction(ctx, tx)
}

async function keep(tx: Tx, key: ReplayKey, status: number, value: unknown): Promise<void> {
  await keepForReplay(tx, key, status, value === undefined ? null : JSON.parse(encode(value)))
}

function answer(
  c: HonoContext<HttpEnv>,
  endpoint: Endpoint,
  done: { value: unknown; status: number },
): Response {
  if (endpoint.responseKind === 'file') return fileAnswer(c, done.value as FileAnswer | FileStream)
  if (endpoint.responseKind === 'events') return (done.value as EventsAnswer).open(c)
  if (done.value === undefined || done.value === null) return c.body(null, 204)
  return c.body(encode(done.value), 200, { 'Content-Type': 'application/json' })
}

const ATTACHMENT_POLICY = "sandbox; default-src 'none'"

function fileAnswer(c: HonoContext<HttpEnv>, file: FileAnswer | FileStream): Response {
  const isInline = 'isInline' in file && file.isInline === true
  const kind = isInline ? 'inline' : 'attachment'
  // RFC 5987 lets none of these four stand, and a quote ends the part before the name.
  const name = encodeURIComponent(file.fileName).replace(/['()*]/g, percent)
  const headers = {
    'Content-Type': file.mediaType,
    'Content-Disposition': `${kind}; filename*=UTF-8''${name}`,
    'Cache-Control': 'private, no-store',
    ...(isInline ? {} : { 'Content-Security-Policy': ATTACHMENT_POLICY }),
  }
  if (!('chunks' in file)) return wholeOrPart(c, file, headers)
  for (const [header, value] of Object.entries(headers)) c.header(header, value)
  if (file.byteCount !== undefined) c.header('Content-Length', String(file.byteCount))
  return stream(c, async (sink) => {
    for await (const chunk of file.chunks()) await sink.write(chunk)
  })
}

function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
}

/** A player of sound asks for parts, and some play nothing without them. */
function wholeOrPart(
  c: HonoContext<HttpEnv>,
  { mediaType, bytes }: FileAnswer,
  headers: Record<string, string>,
): Response {
  if (!mediaType.startsWith('audio/')) return c.body(Buffer.from(bytes), 200, headers)
  const range = byteRange(c.req.header('range'), bytes.length)
  const played = { ...headers, 'Accept-Ranges': 'bytes' }
  if (range === null) return c.body(Buffer.from(bytes), 200, played)
  const [from, to] = range
  const part = { ...played, 'Content-Range': `bytes ${from}-${to}/${bytes.length}` }
  return c.body(Buffer.from(bytes.subarray(from, to + 1)), 206, part)
}

/** JSON of the wire: bigint cents are decimal strings. */
function encode(value: unknown): string {
  return JSON.stringify(value, (_key, v: unknown) => (typeof v === 'bigint' ? v.toString() : v))
}

function isSecure(router: Router): boolean {
  return router.services.config.publicUrl.startsWith('https:')
}
