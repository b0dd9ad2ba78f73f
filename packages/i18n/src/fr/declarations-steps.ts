/** The questions of a declaration, one per screen; the rules of `declarations` hold here too. */
export const declarationsSteps = {
  sale: {
    step: 'Vente {n}',
    title: 'Vente {n}',

    day: {
      question: 'Quel jour avez-vous reçu l’argent ?',
      other: 'Autre jour',
      otherLabel: 'Jour {ofMonth}',
      otherHint: 'Écrivez seulement le numéro du jour. Exemple : 12',
      wrong: 'La date doit être en {fullMonth}.',
    },
  },

  expense: {
    step: 'Dépense {n}',
    title: 'Dépense {n}',

    day: 'Quel jour avez-vous payé ?',
  },

  toComplete: 'À compléter',
  undo: 'Remettre',
  ambiguous: 'Vous avez écrit {text}. C’est combien ?',
} as const
