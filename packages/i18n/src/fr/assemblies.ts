/** Words of the page of the assemblies that approve the accounts (C. trav. R7331-12). */
export const assemblies = {
  title: 'Assemblées et part variable',
  hint: 'Le solde de la part variable se paie au plus tard un mois après l’assemblée qui approuve les comptes (article R7331-12).',
  empty: 'Aucune assemblée notée.',
  heldOn: 'Assemblée du {date}',
  year: 'Comptes approuvés : de {from} à {to}.',
  dueOn: 'Solde à payer au plus tard le {date}.',
  allPaid: {
    one: '{count} solde payé, personne n’attend',
    many: '{count} soldes payés, personne n’attend',
    other: '{count} soldes payés, personne n’attend',
  },
  waiting: {
    one: '{count} personne attend son solde',
    many: '{count} personnes attendent leur solde',
    other: '{count} personnes attendent leur solde',
  },
  withdraw: 'Enlever cette assemblée',
  record: 'Noter une assemblée',
  day: 'Jour de l’assemblée qui a approuvé les comptes',
  lastMonth: 'Dernier mois de l’exercice approuvé',
  lastMonthHint:
    'Facultatif : sans réponse, le dernier exercice terminé avant l’assemblée. Le début de l’exercice se décide dans Réglages › Valeurs datées.',
  dayMissing: 'Écrivez le jour de l’assemblée.',
  reference: 'Référence du procès-verbal',
  referenceHint: 'Facultative. Par exemple : AGO 2027, résolution 3.',
  save: 'Noter l’assemblée',
  who: 'Pour qui',
  everybody: {
    one: 'La personne qui attend',
    many: 'Les {count} personnes qui attendent',
    other: 'Les {count} personnes qui attendent',
  },
  paidOn: 'Jour du paiement du solde',
  settle: 'Noter le paiement',
} as const
