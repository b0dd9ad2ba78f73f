/**
 * What the pages where a month is declared share with those that show what was sent. Words of daily life: 12
 * per question or button, 15 per sentence at most. {month} is "octobre", {ofMonth} is "d’octobre",
 * {fullMonth} is "octobre 2026".
 */
export const declarations = {
  saved: {
    at: 'Enregistré à {time}',
    onPhone: 'Enregistré sur votre téléphone',
  },

  check: {
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
  },
} as const
