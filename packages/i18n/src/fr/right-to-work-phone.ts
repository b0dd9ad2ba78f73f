/** Words of the tester's page about the own permit. */
export const rightToWorkPhone = {
  title: 'Mon titre de séjour',
  none: 'La coopérative n’a pas noté de titre pour vous.',
  noneHint: 'Si vous en avez un, montrez l’original à votre conseillère.',
  until: 'Valable jusqu’au {on}',
  noEnd: 'Ce papier n’a pas de date de fin.',
  soon: 'Demandez le renouvellement à la préfecture, puis envoyez le nouveau papier.',
  over: 'La date est arrivée. Appelez votre conseillère aujourd’hui.',
  sent: 'Vous avez envoyé un papier le {on}. Nous le lisons. Celui d’avant compte encore.',
  refused: 'La photo envoyée le {on} ne peut pas servir.',
  sendAgain: 'Vous pouvez en envoyer une autre ici.',
  stillCounts: 'Le papier d’avant compte encore.',
  franceTravail:
    'France Travail doit aussi connaître cette date. Dites-la à votre conseiller France Travail.',
  send: {
    title: 'Envoyer un nouveau papier',
    kind: 'Quel papier ?',
    residence_permit: 'Ma nouvelle carte',
    renewal_receipt: 'Mon récépissé de renouvellement',
    until: 'Valable jusqu’au (date écrite sur le papier)',
    untilHint: 'Exemple : 31/10/2027',
    untilMissing: 'Écrivez la date de fin, comme 31/10/2027.',
    file: 'La photo du papier',
    fileHint: 'Le lieu de la photo est effacé. La direction et les conseillers peuvent l’ouvrir.',
    sent: 'Votre papier est bien arrivé. Montrez l’original à votre conseillère.',
  },
  looks: {
    title: 'Qui a ouvert mon dossier',
    none: 'Personne n’a ouvert vos numéros ni vos scans.',
    line: '{who}, le {on}',
    why: 'Pourquoi : {reason}',
  },
} as const
