import { readSignature } from '@terreau/pdf/signature-field'
import { readDetached } from '../../platform/signing/cades.ts'
import { readTimeStamp } from '../../platform/signing/time-stamp.ts'
import type { PublishedKey } from './published-keys.ts'
import { checkFacts, type FactsVerdict } from './signed-facts.ts'

/**
 * What a PDF is worth against published keys, without any server. Genuine: every byte is the one that was
 * sealed, the seal is the cooperative's, and the facts inside are signed. It knows nothing of a revocation.
 */
export async function checkPdf(
  pdf: Uint8Array,
  keys: readonly PublishedKey[],
): Promise<FactsVerdict> {
  const signed = readSignature(pdf)
  if (signed === 'none') return { is: 'not-signed' }
  if (signed === 'broken') return { is: 'altered' }
  const seal = readDetached(signed.content, signed.signature)
  if (seal === null || !seal.isIntact) return { is: 'altered' }
  const at = seal.token === null ? null : await readTimeStamp(seal.token, seal.signature)
  if (seal.token !== null && at === null) return { is: 'altered' }
  const certificate = Buffer.from(seal.chain[0]).toString('base64')
  const key = keys.find((known) => known.x5c?.[0] === certificate)
  if (key === undefined) return { is: 'unknown-key' }
  // The facts of one cooperative are no proof under the seal of another, which can write anything above them.
  const own = keys.filter(({ issuer, siren }) => issuer === key.issuer && siren === key.siren)
  const verdict = await checkFacts(signed.facts, own)
  if (verdict.is !== 'genuine') return verdict
  const isLate = key.retired_on !== null && verdict.facts.issuedOn > key.retired_on
  return isLate ? { is: 'altered' } : { ...verdict, stampedAt: at }
}
