import { type CesaTerms, cesaTerms } from '@terreau/protocol/cesa-terms'
import { type CapeTerms, capeTerms } from '@terreau/protocol/contract-schemas'

/** The terms of a contract; null when it was written elsewhere and only its dates are known here. */
export function readTerms(kept: unknown): CapeTerms | null {
  const parsed = capeTerms.safeParse(kept)
  return parsed.success ? parsed.data : null
}

/** The same for a CESA. */
export function readCesaTerms(kept: unknown): CesaTerms | null {
  const parsed = cesaTerms.safeParse(kept)
  return parsed.success ? parsed.data : null
}
