import { readFileSync } from 'node:fs'
import { parseAttestationNumber } from '@terreau/domain/attestations/number'
import { signsOutside, wrongLengthOf } from '@terreau/domain/attestations/short-code'
import { verify as en } from '@terreau/i18n/en/verify'
import { verify as fr } from '@terreau/i18n/fr/verify'
import { translator } from '@terreau/i18n/t'
import type { Context as HonoContext } from 'hono'
import { inTransaction } from '../../platform/db/transaction.ts'
import { clientNetwork } from '../../platform/http/client-network.ts'
import type { HttpEnv } from '../../platform/http/http-env.ts'
import { localeOf } from '../../platform/http/locale.ts'
import type { Router } from '../../platform/http/mount.ts'
import { actAs } from '../../platform/mutation.ts'
import { sha256 } from '../../platform/secrets.ts'
import type { Services } from '../../platform/services.ts'
import {
  type CodeForm,
  type Contact,
  findByCode,
  onlyCooperative,
  readCode,
} from './find-by-code.ts'
import { keepCheck } from './keep-check.ts'
import { allKeys, type PublishedKey } from './published-keys.ts'
import {
  ASK_PATH,
  checkUrl,
  isFileCode,
  MOST_TYPED,
  meantAddress,
  typedCode,
} from './verify-address.ts'
import { countWrongCode, minutesToWait } from './verify-brake.ts'
import { lookOf, verifyPage } from './verify-page.ts'
import type { PageFrame, VerifyState } from './verify-state.ts'

/** Pages outside of /api, written for visitors: the only routes of this feature that `mount` does not make. */
export const VERIFY_ROUTES = [
  { method: 'GET', path: ASK_PATH },
  { method: 'GET', path: '/verifier/' },
  { method: 'GET', path: '/verifier.css' },
  { method: 'GET', path: '/verifier.js' },
  { method: 'GET', path: '/verifier/:code' },
] as const

const [ASK, ASK_TOO, CSS, SCRIPT, CHECK] = VERIFY_ROUTES
const css = readFileSync(new URL('./verify.css', import.meta.url), 'utf8')
const script = readFileSync(new URL('./verify-device.js', import.meta.url), 'utf8')
const versioned = (path: string, text: string): string =>
  `${path}?v=${sha256(text).toString('hex').slice(0, 12)}`
/** The style of pages written for visitors. */
export const VISITOR_CSS_URL = versioned(CSS.path, css)
const scriptUrl = versioned(SCRIPT.path, script)

type C = HonoContext<HttpEnv>

interface Answer {
  state: VerifyState
  status: 200 | 404 | 429 | 503
  contact: Contact | null
  keys: PublishedKey[]
}

export function mountVerifyPages(router: Router): void {
  const { app, services } = router
  app.get(CSS.path, (c) => c.body(css, 200, forEver('text/css')))
  app.get(SCRIPT.path, (c) => c.body(script, 200, forEver('text/javascript')))
  app.get(ASK.path, async (c) => {
    c.get('logFacts').route = `${ASK.method} ${ASK.path}`
    const typed = c.req.query('code')
    const code = typedCode(typed ?? '')
    if (code !== '') return c.redirect(checkUrl(code, c.req.query('lang')), 303)
    const state = { kind: 'ask', isEmpty: typed !== undefined } as const
    return page(c, { state, status: 200, ...(await issuersOf(services)) })
  })
  app.get(ASK_TOO.path, (c) => c.redirect(ASK.path, 301))
  app.use('*', async (c, next) => {
    const meant = meantAddress(c.req.url)
    return meant === null ? next() : c.redirect(meant, 302)
  })
  app.get(CHECK.path, async (c) => {
    c.get('logFacts').route = `${CHECK.method} ${CHECK.path}`
    const typed = c.req.param('code')
    const answer = await answerFor(services, typed, clientNetwork(c))
    if (answer.state.kind === 'found' && isRead(c)) await countCheck(c, services, answer.state)
    return page(c, answer)
  })
}

/** Always a state of the paper, never an error page: a reader at a counter must know what to do next. */
async function answerFor(services: Services, typed: string, network: string): Promise<Answer> {
  const code = readCode(typed)
  const visit = { network, isShort: code?.kind !== 'long' }
  try {
    const minutes = await minutesToWait(services, visit)
    if (minutes !== null) {
      const state = { kind: 'paused', minutes, isShort: visit.isShort } as const
      return { state, status: 429, ...(await issuersOf(services)) }
    }
    const found = code === null ? null : await lookUp(services, code)
    if (code !== null && found !== null) {
      const isLong = code.kind === 'long'
      const state = { kind: 'found', found, isLong, isFile: isFileCode(typed) } as const
      return { state, status: 200, contact: found.contact, keys: found.keys }
    }
    if (code !== null) await countWrongCode(services, visit)
    const isFile = isFileCode(typed)
    const isNumber = parseAttestationNumber(typed) !== null
    const wrongSigns = isFile || isNumber ? [] : signsOutside(typed)
    const shown = isFile ? '' : typed.slice(0, MOST_TYPED)
    // What was as long as a long code, or was cut, is not told how many signs it had.
    const isShort = code === null && !isNumber && typed.length < MOST_TYPED
    const wrongLength = isShort ? wrongLengthOf(typed) : null
    const state = {
      kind: 'unknown',
      typed: shown,
      wrongSigns,
      wrongLength,
      isNumber,
      isFile,
    } as const
    return { state, status: 404, ...(await issuersOf(services)) }
  } catch (error) {
    services.log.error(
      { kind: error instanceof Error ? error.name : typeof error },
      'verify failed',
    )
    const state = { kind: 'paused', minutes: null, isShort: visit.isShort } as const
    return { state, status: 503, contact: null, keys: [] }
  }
}

/** A page that somebody reads: not one that a program looks up or fetches ahead. */
function isRead(c: C): boolean {
  return c.req.method === 'GET' && !/prefetch/.test(c.req.header('sec-purpose') ?? '')
}

/** A check that could not be counted is answered all the same. */
async function countCheck(
  c: C,
  services: Services,
  { found, isLong, isFile }: Extract<VerifyState, { kind: 'found' }>,
): Promise<void> {
  const { id: attestationId, cooperativeId, isErased } = found
  if (isErased) return
  const who = {
    actor: { kind: 'visitor' } as const,
    cooperativeId,
    requestId: c.get('requestId'),
  }
  const door = isFile ? 'file' : isLong ? 'long' : 'short'
  const check = { attestationId, door, result: lookOf(found) } as const
  try {
    await actAs(services, who, (ctx) => keepCheck(ctx, check))
  } catch (error) {
    const kind = error instanceof Error ? error.name : typeof error
    services.log.warn({ kind }, 'check not counted')
  }
}

function lookUp(services: Services, code: CodeForm) {
  return inTransaction(services.db, (tx) => findByCode(tx, code))
}

/** Whom to call, and the keys of all who issue certificates here. */
function issuersOf(services: Services): Promise<Pick<Answer, 'contact' | 'keys'>> {
  return inTransaction(services.db, async (tx) => ({
    keys: await allKeys(tx),
    contact: await onlyCooperative(tx),
  }))
}

function forEver(mediaType: string): Record<string, string> {
  return {
    'Content-Type': `${mediaType}; charset=utf-8`,
    'Cache-Control': 'public, max-age=31536000, immutable',
  }
}

function page(c: C, { state, status, contact, keys }: Answer): Response | Promise<Response> {
  c.header('X-Robots-Tag', 'noindex')
  return c.html(verifyPage({ ...frameOf(c), keys }, state, contact), status)
}

function frameOf(c: C): Omit<PageFrame, 'keys'> {
  const locale = localeOf(c)
  const words = locale === 'en' ? en : fr
  const url = new URL(c.req.url)
  url.searchParams.set('lang', locale === 'fr' ? 'en' : 'fr')
  return {
    t: translator<typeof fr>(words, locale),
    words,
    locale,
    isChosen: c.req.query('lang') === locale,
    otherLanguageUrl: `${url.pathname}${url.search}`,
    // Within the page: the answer and how it looks come in one go, on a poor network too.
    style: { css, nonce: c.get('nonce') },
    scriptUrl,
  }
}
