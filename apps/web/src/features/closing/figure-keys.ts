/** The figures of a month, in the order of an account: what comes in, what goes out, what remains. */
export const FIGURE_KEYS = [
  'revenueCents',
  'productionPurchaseCents',
  'otherExpenseCents',
  'contributionCents',
  'accidentCoverCents',
  'payCents',
  'bankCents',
  'movementCents',
  'openingCents',
  'closingCents',
  'outputVatCents',
  'inputVatCents',
] as const
