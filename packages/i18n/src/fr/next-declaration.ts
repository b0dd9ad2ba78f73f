/** The reminder that a person puts in the calendar of their phone. */
export const nextDeclaration = {
  title: 'Déclarer {month}, à envoyer avant la fin du {deadline}',
  text: 'Dites ce que vous avez reçu et payé en {month}. Si vous n’avez rien reçu, dites-le aussi.',
} as const
