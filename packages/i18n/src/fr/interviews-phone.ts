/** Words of a person's own interviews, on the phone. */
export const interviewsPhone = {
  title: 'Mes entretiens',
  intro: 'Deux fois par an, vous parlez de votre activité avec la coopérative.',
  none: 'Aucun entretien n’est prévu pour le moment.',
  planned: 'À venir',
  held: 'Déjà faits',
  dayTime: '{day} à {time}',
  with: 'Avec {name}.',
  way: { place: 'En personne', phone: 'Au téléphone', video: 'En visio' },
  state: {
    held: 'La coopérative écrit le compte rendu.',
    to_check: 'La coopérative vérifie votre papier signé.',
    to_sign: 'Le compte rendu attend votre signature.',
    waiting: 'Vous avez signé. La coopérative signe après vous.',
    signed: 'Compte rendu signé par tous.',
    cancelled: 'Cet entretien n’a pas lieu.',
  },
  sign: 'Lire et signer',
  open: 'Ouvrir le compte rendu (PDF)',
  of: 'du {day}',
} as const
