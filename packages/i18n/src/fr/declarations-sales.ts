/** The questions about a sale and the list of the sales; the rules of `declarationsSteps` hold here too. */
export const declarationsSales = {
  customer: {
    question: 'Qui vous a payé ?',
    name: 'Nom du client',
    country: 'Pays du client',
    person: 'C’est une personne',
    business: 'C’est une entreprise ou une association',
  },
  means: {
    question: 'Comment avez-vous été payé ?',
    cash: 'Espèces',
    transfer: 'Virement',
    card: 'Carte',
    cheque: 'Chèque',
    wave: 'Wave',
    orange_money: 'Orange Money',
    other: 'Autrement',
  },
  place: {
    question: 'Où est l’argent maintenant ?',
    cooperative: 'Sur le compte de la coopérative',
    at_hand: 'Chez moi',
  },
  summary: {
    amount: 'Montant',
    customer: 'Client',
    day: 'Jour',
    means: 'Paiement',
    place: 'Où est l’argent',
    receipt: 'Reçu',

    done: 'C’est bon',
  },
  list: {
    title: 'Vos ventes {ofMonth}',
    total: 'Total',
    more: 'J’ai une autre vente',
    done: 'C’est tout',
    none: 'Aucune vente',
    removed: 'Vente enlevée.',
  },
} as const
