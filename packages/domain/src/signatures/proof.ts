/**
 * How somebody signs. `phone`: alone, with a code sent to them. `office`: with such a code, before a
 * witness. `paper`: by hand, outside of the tool. `account`: the cooperative, from a signed-in account.
 */
export const SIGNATURE_ROUTES = ['phone', 'office', 'paper', 'account'] as const
export type SignatureRoute = (typeof SIGNATURE_ROUTES)[number]

/**
 * What a signature proves. The first three are simple electronic signatures (eIDAS, articles 3 and 25;
 * Code civil, 1366 and 1367): admissible as evidence, without the presumption of a qualified one. The
 * last is made by hand: the kept scan is a copy of it and no electronic signature (Cass. soc., 14
 * December 2022, n° 21-19.841).
 */
export const PROOF_LEVELS = [
  'simple_code',
  'simple_code_witnessed',
  'simple_account',
  'handwritten',
] as const
export type ProofLevel = (typeof PROOF_LEVELS)[number]

const LEVEL_OF_ROUTE = {
  phone: 'simple_code',
  office: 'simple_code_witnessed',
  paper: 'handwritten',
  account: 'simple_account',
} as const satisfies Record<SignatureRoute, ProofLevel>

/** The level of proof that a route gives. No route gives more, whatever else happened. */
export function proofLevel(route: SignatureRoute): ProofLevel {
  return LEVEL_OF_ROUTE[route]
}
