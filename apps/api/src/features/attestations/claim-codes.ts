import { randomBytes } from 'node:crypto'
import { newShortCode } from '@terreau/domain/attestations/short-code'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { claimPublicCodes } from '../../platform/public-codes.ts'

/** 144 random bits: nobody finds a long code by trying. */
const LONG_CODE_BYTES = 18
const MOST_DRAWS = 10

export interface Codes {
  shortCode: string
  longCode: string
}

/**
 * The two codes of each new certificate. Short codes are shared by every cooperative of the installation, so
 * one may be taken already, by rows that this cooperative cannot see: draw again.
 */
export async function claimCodes(
  tx: Tx,
  ctx: Context,
  attestationIds: readonly string[],
  draw: () => string = () => newShortCode(randomBytes(16)),
): Promise<Map<string, Codes>> {
  const long = attestationIds.map((targetId) => {
    const text = randomBytes(LONG_CODE_BYTES).toString('base64url')
    return { text, purpose: 'attestation_long', targetId } as const
  })
  const shortFor = (ids: readonly string[]) =>
    ids.map((targetId) => ({ text: draw(), purpose: 'attestation_short', targetId }) as const)
  const first = await claimPublicCodes(tx, ctx, [...long, ...shortFor(attestationIds)])
  if (first.filter(({ purpose }) => purpose === 'attestation_long').length !== long.length)
    throw new Error('a long code is never drawn twice')
  const short = new Map<string, string>()
  let claimed = first.filter(({ purpose }) => purpose === 'attestation_short')
  for (let attempt = 1; ; attempt += 1) {
    for (const { targetId, text } of claimed) short.set(targetId, text)
    const without = attestationIds.filter((id) => !short.has(id))
    if (without.length === 0) break
    if (attempt === MOST_DRAWS) throw new Error('no free short code was found')
    claimed = await claimPublicCodes(tx, ctx, shortFor(without))
  }
  return new Map(
    long.map(({ targetId, text }) => {
      return [targetId, { longCode: text, shortCode: short.get(targetId) ?? '' }]
    }),
  )
}

/** The bytes of a document are a code too: whoever has the file can ask what it is. */
export async function claimFileCodes(
  tx: Tx,
  ctx: Context,
  files: readonly { attestationId: string; sha256: Buffer }[],
): Promise<void> {
  const codes = files.map(({ attestationId, sha256 }) => {
    const text = sha256.toString('hex')
    return { text, purpose: 'attestation_file', targetId: attestationId } as const
  })
  const claimed = await claimPublicCodes(tx, ctx, codes)
  if (claimed.length !== codes.length) throw new Error('two documents never have the same bytes')
}
