/** Speaking instead of writing: fetched when somebody wants to. */
export const voice = {
  asking: 'Permettez le micro.',
  recording: 'Parlez. Le micro vous écoute.',
  time: '{time} sur {most}',
  stop: 'J’ai fini de parler',
  stillSpeaking: 'Appuyez d’abord sur « J’ai fini de parler ».',
  done: 'Écoutez votre voix. Elle n’est pas encore envoyée.',
  full: 'La minute est passée. Écoutez votre voix. Elle n’est pas encore envoyée.',
  kept: 'Elle est gardée sur ce téléphone.',
  notKept: 'Ce téléphone ne peut pas la garder : ne fermez pas cette page.',
  player: 'Votre voix',
  again: 'Recommencer',
  drop: 'Enlever la voix',
  close: 'Fermer',
  refused: 'Le micro est bloqué. Permettez-le dans les réglages, puis recommencez. Ou écrivez.',
  busy: 'Le micro ne répond pas. Fermez les autres applications, puis recommencez. Ou écrivez.',
  absent: 'Nous ne trouvons pas de micro. Écrivez plutôt.',
} as const
