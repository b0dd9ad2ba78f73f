/** The first question of a declaration; the rules of `declarationsSteps` hold here too. */
export const declarationsStart = {
  question: 'Avez-vous reçu de l’argent de vos clients en {month} ?',
  hint: 'Comptez seulement l’argent déjà reçu : espèces, virement, Wave, Orange Money, chèque.',
  deadline: 'À envoyer avant la fin du {date}.',
  yes: 'Oui, j’ai reçu de l’argent',
  no: 'Non, je n’ai rien reçu',
  closedNotice: '{fullMonth} est clos. Votre déclaration comptera en {bookMonth}.',
} as const
