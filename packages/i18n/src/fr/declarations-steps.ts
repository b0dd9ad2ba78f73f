/**
 * What the screens share where a month is declared, one question per screen. Words of daily life: 12 per
 * question or button, 15 per sentence at most. {month} is "octobre", {ofMonth} is "d’octobre", {fullMonth} is
 * "octobre 2026".
 */
export const declarationsSteps = {
  saved: {
    at: 'Enregistré à {time}',
    onPhone: 'Enregistré sur votre téléphone',
  },
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
