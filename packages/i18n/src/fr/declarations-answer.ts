/** Answering a question: fetched when one waits, or when an answer is still on the phone. */
export const declarationsAnswer = {
  label: 'Votre réponse',
  send: 'Envoyer ma réponse',
  empty: 'Écrivez votre réponse, ou dites-la avec la voix.',
  byVoice: 'Répondre avec la voix',
  addPhoto: 'Ajouter une photo pour cette ligne',
  kept: 'Votre voix, gardée sur ce téléphone',
  sending: 'Nous envoyons votre réponse.',
  waiting: 'Votre réponse n’est pas encore partie. Nous l’enverrons dès que vous aurez du réseau.',
  notKept: 'Ce téléphone ne peut pas la garder : ne fermez pas cette page.',
  voiceArrived: 'Votre voix est arrivée. Vos mots pas encore.',
  change: 'Changer ma réponse',
  tooLate: 'Cette réponse n’est pas partie. La question est fermée.',
  answered: 'Vous avez déjà répondu : voyez au-dessus. Ceci est encore sur ce téléphone.',
  forget: 'Effacer cette réponse',
} as const
