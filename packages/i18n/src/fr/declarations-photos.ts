/** Photos of receipts that were added after a declaration was sent, and are still on the phone. */
export const declarationsPhotos = {
  waiting: 'La photo d’un reçu pour {month} attend sur ce téléphone.',
  waitingHint: 'Nous l’enverrons dès que vous aurez du réseau.',
  refused: 'La photo d’un reçu pour {month} n’est pas partie.',
  tooLate: 'La déclaration est déjà acceptée. Montrez le reçu à la coopérative.',
  takeAgain: 'Reprenez la photo du reçu, ou choisissez un autre fichier.',
  understood: 'J’ai compris',
} as const
