/** The last look at a declaration before it leaves; the rules of `declarationsSteps` hold here too. */
export const declarationsCheck = {
  returned: '{name} vous rend cette déclaration',
  returnedHint: 'Changez ce qu’il faut, puis renvoyez-la.',
  title: 'Vérifiez votre déclaration {ofMonth}',
  hint: 'Lisez tout avant d’envoyer. Vous pouvez encore tout changer.',
  sales: 'Ventes',
  noSales: 'Rien reçu',
  expenses: 'Dépenses',
  noExpenses: 'Aucune dépense',
  changeSales: 'les ventes',
  changeExpenses: 'les dépenses',
  remains: 'Il vous restera environ {amount}.',
  costs: 'Ce mois coûtera environ {amount} à votre compte.',
  noRate:
    'Le taux de ce mois n’est pas encore décidé. On ne peut pas encore dire ce qui vous restera. Vous pouvez envoyer quand même.',
  moreSales: 'J’ai une autre vente',
  moreCosts: 'J’ai une autre dépense',
  send: 'Envoyer ma déclaration {ofMonth}',
  until: 'Vous pourrez encore la changer jusqu’au {date}.',
  untilRead: 'Vous pourrez la changer tant que personne ne l’a lue.',
  incomplete: 'Complétez cette ligne : {line}',
} as const
