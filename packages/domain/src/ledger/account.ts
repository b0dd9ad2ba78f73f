/**
 * The accounts the product posts to, each with its number in the French chart of accounts (PCG).
 * `isActivity` accounts belong to one activity and make its balance (Code du travail, R7331-5);
 * the others belong to the cooperative. A contribution is internal: the same account on both
 * sides, so that it nets to zero over the legal entity. Account 791 no longer exists since the
 * rule ANC 2022-06: the accident cover is re-billed by crediting the expense account.
 */
const ACCOUNTS = {
  activity_revenue: { chartCode: '706', isActivity: true },
  activity_production_purchase: { chartCode: '601', isActivity: true },
  activity_expense: { chartCode: '628', isActivity: true },
  activity_contribution: { chartCode: '658', isActivity: true },
  activity_accident_cover: { chartCode: '645', isActivity: true },
  activity_gross_pay: { chartCode: '641', isActivity: true },
  activity_employer_contributions: { chartCode: '645', isActivity: true },
  activity_bank_fee: { chartCode: '627', isActivity: true },
  activity_exchange_loss: { chartCode: '666', isActivity: true },
  activity_exchange_gain: { chartCode: '766', isActivity: true },
  activity_opening: { chartCode: '110', isActivity: true },
  customers: { chartCode: '411', isActivity: false },
  output_vat: { chartCode: '44571', isActivity: false },
  input_vat: { chartCode: '44566', isActivity: false },
  suppliers: { chartCode: '401', isActivity: false },
  net_pay: { chartCode: '421', isActivity: false },
  social_bodies: { chartCode: '431', isActivity: false },
  shared_services: { chartCode: '658', isActivity: false },
  accident_cover_rebilled: { chartCode: '645', isActivity: false },
  opening_counterpart: { chartCode: '890', isActivity: false },
} as const

export type AccountKind = keyof typeof ACCOUNTS

/** Every account kind, activity accounts first. */
export const ACCOUNT_KINDS: readonly AccountKind[] = Object.keys(ACCOUNTS).filter(isAccountKind)

/** Whether a text names an account kind. */
export function isAccountKind(text: string): text is AccountKind {
  return Object.hasOwn(ACCOUNTS, text)
}

/** Number of the account in the French chart. A cooperative may map it to its own sub-accounts. */
export function chartCode(kind: AccountKind): string {
  return ACCOUNTS[kind].chartCode
}

/** Whether the account belongs to one activity rather than to the cooperative. */
export function isActivityAccount(kind: AccountKind): boolean {
  return ACCOUNTS[kind].isActivity
}
