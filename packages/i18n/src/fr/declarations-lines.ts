/** The lines of a declaration, in lists and at the last look; the rules of `declarationsSteps` hold here too. */
export const declarationsLines = {
  saleLine: 'Vente {n}',
  expenseLine: 'Dépense {n}',
  tripLine: 'Trajets {n}',
  tripWords: '{km} km : {reason}',

  changeSale: 'la vente {n}',
  changeExpense: 'la dépense {n}',
  changeTrip: 'les trajets {n}',
  total: 'Total reçu',
  fixedRate: '{euros} (taux fixe {rate})',
  monthRate: '{euros} (taux {rate})',
} as const
