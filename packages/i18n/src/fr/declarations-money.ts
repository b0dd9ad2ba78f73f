/** How much a sale brought, in which money; the rules of `declarationsSteps` hold here too. */
export const declarationsMoney = {
  amount: {
    question: 'Combien avez-vous reçu ?',
    label: 'Montant',
    currency: 'Monnaie',
    hint: 'Écrivez ce qui est sur le reçu. Exemple : 1 250,50',
    empty: 'Écrivez un montant. Rien reçu ? Revenez et touchez « Non ».',
    otherCurrency: 'Votre monnaie n’est pas là ? Appelez-nous.',
    repeatTitle: 'Comme la dernière fois',
    repeat: '{customer} : {amount}',
  },
  currency: {
    EUR: '€ euro',
    XOF: 'F CFA (Ouest : Sénégal, Mali…)',
    XAF: 'FCFA (Centre : Cameroun, Gabon…)',
    KMF: 'F KMF (Comores)',
  },
} as const
