/** What is read once a declaration has left; the rules of `declarationsSteps` hold here too. */
export const declarationsDone = {
  title: 'C’est fait ! Nous avons reçu votre déclaration.',
  number: 'Numéro : {number}',
  next: '{name} la lira bientôt. Vous n’avez rien d’autre à faire.',
  proof: 'Garder une preuve (PDF)',
  share: 'Envoyer la preuve',
  shareText: 'Ma déclaration {ofMonth}, numéro {number}.',
  photoRefused: 'Un reçu n’est pas passé. Ajoutez-le depuis votre déclaration.',
  seeDeclaration: 'Voir ma déclaration',
  calendar: 'Mettre {month} dans mon calendrier',
  home: 'Retour à l’accueil',
  waitingTitle: 'C’est enregistré sur votre téléphone.',
  onPageTitle: 'Votre déclaration n’est pas encore partie.',
  onPage: 'Ce téléphone ne peut pas la garder.',
  waiting: 'Nous l’enverrons dès que vous aurez du réseau. Gardez cette page ouverte.',
} as const
