/** Words of the PDF that proves what was sent. */
export const declarationsProof = {
  unnamedCustomer: 'Client',
  fixedRate: 'taux fixe',
  kilometres: '{km} km en voiture',
} as const
