/** The questions to somebody who left: on the page of a link, and where staff write the answers down. */
export const exitSurvey = {
  title: { exit: 'Et maintenant ?', six_months: 'Que devenez-vous ?' },
  intro: {
    exit: 'Bonjour {name}. Votre contrat avec {cooperative} est fini depuis le {day}.',
    six_months: 'Bonjour {name}. Vous avez quitté {cooperative} le {day}.',
  },
  free: 'Répondre est libre. Vous pouvez laisser une question. {cooperative} lit vos réponses, et compte sans noms.',
  situation: {
    question: 'Que faites-vous maintenant ?',
    own_company: 'J’ai mon entreprise',
    other_cae: 'Je suis dans une autre coopérative',
    employed: 'J’ai un emploi ailleurs',
    training: 'Je suis en formation',
    seeking: 'Je cherche du travail',
    other: 'Autre chose',
  },
  living: {
    question: 'Vivez-vous de votre activité ?',
    yes: 'Oui',
    partly: 'Un peu',
    no: 'Non',
  },
  helped: {
    question: 'La coopérative vous a-t-elle aidé ?',
    yes: 'Oui',
    partly: 'Un peu',
    no: 'Non',
  },
  words: 'Voulez-vous ajouter un mot ?',
  empty: 'Répondez à une question au moins.',
  send: 'Envoyer',
  thanks: 'Merci. Vos réponses sont parties. Vous pouvez fermer cette page.',
  linkWrong: 'Ce lien n’est pas entier. Ouvrez-le depuis votre message, ou appelez la coopérative.',
  over: 'Ces questions sont finies. Merci. Pour nous parler, appelez la coopérative.',
  call: 'Une question ? Appelez {cooperative} : {phone}',
} as const
