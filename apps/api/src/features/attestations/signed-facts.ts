import { createHash } from 'node:crypto'
import type { KeyFigure } from '@terreau/protocol/attestations'
import { CompactSign, compactVerify, decodeProtectedHeader, importJWK } from 'jose'
import { z } from 'zod'
import type { Json } from '../../platform/db/database.gen.ts'
import type { PublishedKey } from './published-keys.ts'
import type { FactsKey } from './signing-keys.ts'

const text = z.string()

/** What the QR code says, in short keys because each letter makes its squares smaller. */
const payload = z.object({
  /** Number, kind, name, day of issue 'YYYY-MM-DD'. */
  n: text,
  k: text,
  p: text,
  d: text,
  /** Period 'from/to': months or days. */
  t: text,
  /** Key figures as printed, with plain spaces. */
  f: z.record(text, text),
  /** Half of the SHA-256 of the archived facts, base64url. */
  h: text,
  /** Number of the certificate that it replaces. */
  r: text.optional(),
})

export interface SignedFacts {
  number: string
  kind: string
  person: string
  issuedOn: string
  /** No end: it still runs. */
  period: { start: string; end: string | null }
  figures: Readonly<Record<string, string>>
  snapshot: string
  /** Number of the certificate whose place it takes. */
  replaces?: string | undefined
}

/** The facts of a certificate as a compact JWS (RFC 7515), signed with Ed25519 (RFC 8037). */
export function signFacts(facts: SignedFacts, key: FactsKey): Promise<string> {
  const { number: n, kind: k, person: p, issuedOn: d, period, figures: f, snapshot: h } = facts
  const r = facts.replaces
  const t = `${period.start}/${period.end ?? ''}`
  const short: z.input<typeof payload> = { n, k, p, d, t, f, h, ...(r && { r }) }
  return new CompactSign(new TextEncoder().encode(JSON.stringify(short)))
    .setProtectedHeader(headerOf(key.id))
    .sign(key.privateKey)
}

function headerOf(kid: string) {
  return { alg: 'EdDSA', kid }
}

export type FactsVerdict =
  | { is: 'genuine'; facts: SignedFacts; issuer: string; stampedAt?: Date | null }
  | { is: 'altered' | 'unknown-key' | 'not-signed' }

/** What a compact JWS is worth against published keys. It knows nothing of a revocation since. */
export async function checkFacts(
  jws: string,
  keys: readonly PublishedKey[],
): Promise<FactsVerdict> {
  const kid = keyIdOf(jws)
  if (kid === null) return { is: 'not-signed' }
  const key = keys.find((known) => known.kid === kid && known.kty === 'OKP')
  if (key === undefined) return { is: 'unknown-key' }
  if (!isWrittenAsHere(jws, kid)) return { is: 'altered' }
  try {
    const { kty, crv = '', x = '' } = key
    const publicKey = await importJWK({ kty, crv, x }, 'EdDSA')
    const { payload: bytes } = await compactVerify(jws, publicKey, { algorithms: ['EdDSA'] })
    const { n, k, p, d, t, f, h, r } = payload.parse(JSON.parse(new TextDecoder().decode(bytes)))
    if (key.retired_on !== null && d > key.retired_on) return { is: 'altered' }
    const [start = '', end = ''] = t.split('/')
    const period = { start, end: end === '' ? null : end }
    const said = { number: n, kind: k, person: p, issuedOn: d, period, figures: f, snapshot: h }
    const facts = { ...said, ...(r && { replaces: r }) }
    return { is: 'genuine', facts, issuer: key.issuer }
  } catch {
    return { is: 'altered' }
  }
}

/**
 * Figures as the QR code carries them: every kind of space is a plain one. Several contracts have several first
 * days: none is left out.
 */
export function figuresOf(figures: readonly KeyFigure[]): Record<string, string> {
  const said = new Map<string, string>()
  for (const { key, value } of figures) {
    const plain = value.replaceAll(/[\u00a0\u202f]/g, ' ')
    const before = said.get(key)
    said.set(key, before === undefined ? plain : `${before}; ${plain}`)
  }
  return Object.fromEntries(said)
}

/** Half of the SHA-256 of archived facts, whatever the order of their keys. */
export function snapshotHash(facts: Json | null): string {
  const HALF = 16
  return createHash('sha256')
    .update(JSON.stringify(sorted(facts)))
    .digest()
    .subarray(0, HALF)
    .toString('base64url')
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1))
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]))
}

/**
 * The header is the very one that is written here, and each part is the only way to write its bytes. The last
 * sign of a part has bits that belong to no byte: a decoder passes over them, so a changed sign could go unseen.
 */
function isWrittenAsHere(jws: string, kid: string): boolean {
  const parts = jws.split('.')
  const header = Buffer.from(JSON.stringify(headerOf(kid))).toString('base64url')
  return (
    parts[0] === header &&
    parts.every((part) => Buffer.from(part, 'base64url').toString('base64url') === part)
  )
}

function keyIdOf(jws: string): string | null {
  if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(jws)) return null
  try {
    return decodeProtectedHeader(jws).kid ?? ''
  } catch {
    // A header that is no JSON: somebody changed it, as nobody else writes such texts.
    return ''
  }
}
