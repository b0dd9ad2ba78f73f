/** What a person has to do, kind by kind, as their phone says it. */
export const tasksPhone = {
  title: 'À faire aussi',
  before: 'Avant le {date}.',
  item: {
    'missing-declaration': {
      title: 'Déclarer {month}',
      hint: 'La clôture du mois attend votre déclaration.',
      act: 'Déclarer',
    },
    'question-waiting': {
      title: 'Répondre à une question',
      hint: 'Elle parle de votre déclaration ({month}).',
      act: 'Répondre',
    },
    'welcome-to-finish': {
      title: 'Compléter votre dossier d’accueil',
      hint: 'Il nous manque des réponses ou des papiers.',
      act: 'Continuer',
    },
    'permit-to-resend': {
      title: 'Renvoyer la photo de votre titre',
      hint: 'Celle d’avant ne va pas.',
      act: 'Voir pourquoi',
    },
    'sign-document': {
      title: 'Signer un document',
      hint: 'Lisez-le, puis signez-le ici.',
      act: 'Voir le document',
    },
  },
} as const
