import type { Context as HonoContext } from 'hono'
import { inTransaction, type Tx } from '../../../platform/db/transaction.ts'
import type { HttpEnv } from '../../../platform/http/http-env.ts'
import { localeOf } from '../../../platform/http/locale.ts'
import type { Router } from '../../../platform/http/mount.ts'
import { actAs } from '../../../platform/mutation.ts'
import type { Services } from '../../../platform/services.ts'
import { currentFactsKey, keysOfCooperative } from '../../attestations/index.ts'
import { issuerAddresses } from './addresses.ts'
import { badgePage } from './badge-page.ts'
import { badgePicture } from './badge-words.ts'
import { bakePng, bakeSvg } from './bake.ts'
import { achievement, readCredential, signCredential } from './credential.ts'
import { didDocument } from './did-document.ts'
import { findBadge, openIssuer, wasGiven } from './find-badge.ts'
import { statusListCredential } from './status-list.ts'

type C = HonoContext<HttpEnv>
type Files = Readonly<
  Record<string, { type: string; make: (svg: string, jws: string) => string | Promise<Uint8Array> }>
>

const FILES: Files = {
  'badge.svg': { type: 'image/svg+xml', make: bakeSvg },
  'badge.png': { type: 'image/png', make: bakePng },
  // A web resource of this kind is plain text (Open Badges 3.0, 5.2).
  'badge.jwt': { type: 'text/plain; charset=utf-8', make: (_svg, jws) => jws },
}

const CODE = /^[\w-]{24}$/
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const ACHIEVEMENT = /^([1-9]\d{0,6})(\.svg)?$/

/** Pages and files of badges, and what a checking program asks of their issuer: open to everybody, reads only. */
export function mountBadgePages(router: Router): void {
  const { app, services } = router
  app.get('/badges/:code', (c) => page(c, services))
  app.get('/badges/:code/:file', (c) => file(c, services))
  app.get('/issuers/:cooperative/did.json', (c) => didOf(c, services))
  app.get('/issuers/:cooperative/status', (c) => statusOf(c, services))
  app.get('/issuers/:cooperative/tutoring/:threshold', (c) => achievementOf(c, services))
}

async function page(c: C, services: Services): Promise<Response> {
  c.get('logFacts').route = 'GET /badges/:code'
  c.header('X-Robots-Tag', 'noindex')
  const code = c.req.param('code') ?? ''
  const badge = CODE.test(code) ? await read(services, (tx) => findBadge(tx, code)) : null
  const locale = localeOf(c)
  return c.html(badgePage({ badge, code, locale, path: c.req.path }), badge === null ? 404 : 200)
}

async function file(c: C, services: Services): Promise<Response> {
  c.get('logFacts').route = 'GET /badges/:code/:file'
  const code = c.req.param('code') ?? ''
  const kind = FILES[c.req.param('file') ?? '']
  const badge = CODE.test(code) && kind ? await read(services, (tx) => findBadge(tx, code)) : null
  if (badge === null || kind === undefined || badge.credential === '') return c.notFound()
  const { thresholdMinutes, issuer, credential } = badge
  const { locale } = readCredential(credential)
  const svg = badgePicture(locale, { thresholdMinutes, issuer })
  return open(c, await kind.make(svg, credential), kind.type)
}

async function didOf(c: C, services: Services): Promise<Response> {
  c.get('logFacts').route = 'GET /issuers/:cooperative/did.json'
  const id = c.req.param('cooperative') ?? ''
  const keys = await read(services, async (tx) =>
    UUID.test(id) && (await openIssuer(tx, id)) !== null ? keysOfCooperative(tx, id) : null,
  )
  if (keys === null) return c.notFound()
  const document = didDocument(services.config.publicUrl, id, keys)
  return open(c, JSON.stringify(document, null, 2), 'application/did+json')
}

/** Signed at each visit, so that a badge is seen as taken back from COMMIT on. */
async function statusOf(c: C, services: Services): Promise<Response> {
  c.get('logFacts').route = 'GET /issuers/:cooperative/status'
  const cooperativeId = c.req.param('cooperative') ?? ''
  const isKnown =
    UUID.test(cooperativeId) &&
    (await read(
      services,
      async (tx) =>
        (await openIssuer(tx, cooperativeId)) !== null && (await wasGiven(tx, { cooperativeId })),
    ))
  if (!isKnown) return c.notFound()
  const who = {
    actor: { kind: 'visitor' } as const,
    cooperativeId,
    requestId: c.get('requestId'),
  }
  const jws = await actAs(services, who, async (ctx, tx) =>
    signCredential(await statusListCredential(tx, ctx), await currentFactsKey(tx, ctx)),
  )
  return open(c, jws, 'text/plain; charset=utf-8')
}

async function achievementOf(c: C, services: Services): Promise<Response> {
  c.get('logFacts').route = 'GET /issuers/:cooperative/tutoring/:threshold'
  const id = c.req.param('cooperative') ?? ''
  const [, minutes, picture] = ACHIEVEMENT.exec(c.req.param('threshold') ?? '') ?? []
  const thresholdMinutes = Number(minutes)
  const name = await read(services, async (tx) => {
    if (minutes === undefined || !UUID.test(id)) return null
    const issuer = await openIssuer(tx, id)
    return (await wasGiven(tx, { cooperativeId: id, thresholdMinutes })) ? issuer : null
  })
  if (name === null) return c.notFound()
  const locale = localeOf(c)
  if (picture !== undefined)
    return open(c, badgePicture(locale, { thresholdMinutes, issuer: name }), 'image/svg+xml')
  const cooperative = { id, name }
  const { publicUrl } = services.config
  const context = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
  const said = {
    '@context': context,
    ...achievement(publicUrl, { cooperative, thresholdMinutes, locale }),
    creator: { id: issuerAddresses(publicUrl, id).did, type: ['Profile'], name },
  }
  return open(c, JSON.stringify(said, null, 2), 'application/ld+json')
}

function read<T>(services: Services, run: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(services.db, run)
}

/** What a checking program on another site may read: it is public, and holds no session. */
function open(c: C, body: string | Uint8Array, mediaType: string): Response {
  c.header('Content-Type', mediaType)
  c.header('Access-Control-Allow-Origin', '*')
  c.header('Cross-Origin-Resource-Policy', 'cross-origin')
  c.header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
  return c.body(typeof body === 'string' ? body : Uint8Array.from(body))
}
