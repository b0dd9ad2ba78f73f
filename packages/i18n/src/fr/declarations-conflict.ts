/** Two devices answered for the same month; the rules of `declarationsSteps` hold here too. */
export const declarationsConflict = {
  title: 'Deux déclarations {ofMonth} existent',
  hint: 'Vous avez répondu ici et sur un autre appareil.',
  here: 'Garder celle de ce téléphone',
  there: 'Garder l’autre',
  hereCount: 'Ici : {sales} et {expenses}.',
  thereCount: 'Autre appareil : {sales} et {expenses}.',
  sales: {
    one: '{count} vente',
    many: '{count} ventes',
    other: '{count} ventes',
  },
  expenses: {
    one: '{count} dépense',
    many: '{count} dépenses',
    other: '{count} dépenses',
  },
} as const
