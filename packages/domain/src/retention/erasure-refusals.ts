/**
 * Why a request to be erased is answered by no: a contract runs, texts make the cooperative keep what is left, or
 * a dispute is under way (GDPR art. 17.3, b and e).
 */
export const ERASURE_REFUSALS = ['contract_runs', 'kept_by_law', 'dispute'] as const
export type ErasureRefusal = (typeof ERASURE_REFUSALS)[number]
