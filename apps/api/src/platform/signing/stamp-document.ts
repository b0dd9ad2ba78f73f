import { readSignature, withSignature } from '@terreau/pdf/signature-field'
import { signatureValue, withTimeStamp } from './cades.ts'
import type { Stamper, StampFailure } from './time-stamp.ts'

/** What a document was sealed with, as its row keeps it. */
export interface Seal {
  level: 'B-B' | 'B-T'
  /** The time that the service says; null without a stamp. */
  stampedAt: Date | null
  /** Why there is no stamp although a service is set; null when there is one, or none was asked for. */
  stampFailure: StampFailure | null
}

/**
 * Adds the time stamp of its signature to a sealed document. Without an answer the document stays as it is,
 * a baseline B-B: nobody waits for a paper because a service is away.
 */
export async function stampDocument(
  pdf: Uint8Array,
  stamper: Stamper | null,
): Promise<{ bytes: Uint8Array; seal: Seal }> {
  if (stamper === null) return { bytes: pdf, seal: withoutStamp(null) }
  const signed = readSignature(pdf)
  if (typeof signed === 'string') throw new Error('a document is sealed before it is stamped')
  const stamp = await stamper.stamp(signatureValue(signed.signature))
  if (typeof stamp === 'string') return { bytes: pdf, seal: withoutStamp(stamp) }
  const cms = withTimeStamp(signed.content, signed.signature, stamp.token)
  const seal = { level: 'B-T', stampedAt: stamp.at, stampFailure: null } as const
  return { bytes: withSignature(pdf, cms), seal }
}

function withoutStamp(stampFailure: StampFailure | null): Seal {
  return { level: 'B-B', stampedAt: null, stampFailure }
}
