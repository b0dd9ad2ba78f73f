import type { Cents } from '@terreau/domain/money/cents'
import { type CesaTerms, cesaTerms } from '@terreau/protocol/cesa-terms'
import { type CapeTerms, capeTerms } from '@terreau/protocol/contract-schemas'

/** The terms of a contract; null when it was written elsewhere and its clauses are not kept here. */
export function readTerms(kept: unknown): CapeTerms | null {
  const parsed = capeTerms.safeParse(kept)
  return parsed.success ? parsed.data : null
}

/** The same for a CESA. */
export function readCesaTerms(kept: unknown): CesaTerms | null {
  const parsed = cesaTerms.safeParse(kept)
  return parsed.success ? parsed.data : null
}

const fixedPart = cesaTerms.pick({ fixedPartCents: true }).loose()

/** The gross fixed part of a month; of a CESA written elsewhere, what staff noted of it; null when it is not known. */
export function readFixedPart(kept: unknown): Cents | null {
  const parsed = fixedPart.safeParse(kept)
  return parsed.success ? parsed.data.fixedPartCents : null
}
