import { randomBytes } from 'node:crypto'
import { newShortCode } from '@terreau/domain/attestations/short-code'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { claimPublicCode, registerPublicCode } from '../../platform/public-codes.ts'

/** 144 random bits: nobody finds a long code by trying. */
const LONG_CODE_BYTES = 18
const MOST_DRAWS = 10

export interface Codes {
  shortCode: string
  longCode: string
}

/**
 * The two codes of a new certificate. Short codes are shared by every cooperative of the installation, so
 * one may be taken already, by rows that this cooperative cannot see: draw again.
 */
export async function claimCodes(
  tx: Tx,
  ctx: Context,
  attestationId: string,
  draw: () => string = () => newShortCode(randomBytes(16)),
): Promise<Codes> {
  const longCode = randomBytes(LONG_CODE_BYTES).toString('base64url')
  const long = { text: longCode, purpose: 'attestation_long', targetId: attestationId } as const
  if (!(await claimPublicCode(tx, ctx, long))) throw new Error('a long code is never drawn twice')
  for (let attempt = 1; attempt <= MOST_DRAWS; attempt += 1) {
    const shortCode = draw()
    const short = {
      text: shortCode,
      purpose: 'attestation_short',
      targetId: attestationId,
    } as const
    if (await claimPublicCode(tx, ctx, short)) return { shortCode, longCode }
  }
  throw new Error('no free short code was found')
}

/** The bytes of the document are a code too: whoever has the file can ask what it is. */
export async function claimFileCode(
  tx: Tx,
  ctx: Context,
  { attestationId, sha256 }: { attestationId: string; sha256: Buffer },
): Promise<void> {
  const text = sha256.toString('hex')
  await registerPublicCode(tx, ctx, { text, purpose: 'attestation_file', targetId: attestationId })
}
