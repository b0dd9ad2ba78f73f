/** What a badge says wherever it goes, and the page where anybody reads it. */
export const tutorBadge = {
  name: {
    one: 'Tutorat bénévole : {count} heure',
    other: 'Tutorat bénévole : {count} heures',
  },
  heading: 'Tutorat bénévole',
  figure: '{hours} h',
  description: {
    one: 'A aidé des porteurs de projet pendant au moins {count} heure, sans être payé.',
    other: 'A aidé des porteurs de projet pendant au moins {count} heures, sans être payé.',
  },
  criteria: {
    one: 'Au moins {count} heure de tutorat bénévole. Chaque séance a été confirmée par la personne aidée, puis validée par {issuer}.',
    other:
      'Au moins {count} heures de tutorat bénévole. Chaque séance a été confirmée par la personne aidée, puis validée par {issuer}.',
  },
  evidenceName: 'Heures validées',
  evidence: '{time} validées, du {from} au {to}. Personnes aidées : {people}.',
  page: {
    title: 'Badge de tutorat',
    otherLanguage: 'English',
    skip: 'Aller au contenu',
    genuine: 'Ce badge est vrai',
    genuineSentence: '{issuer} a donné ce badge le {date}.',
    revoked: 'Badge annulé le {date}',
    revokedSentence: '{issuer} a annulé ce badge. Il n’est plus valable.',
    unsigned: 'Badge à refaire',
    unsignedSentence:
      '{issuer} a bien donné ce badge le {date}, mais sa signature ne prouve plus rien. La personne peut en demander un nouveau.',
    unknown: 'Badge inconnu',
    unknownSentence: 'Nous ne connaissons pas ce badge. Vérifiez l’adresse.',
    erased: 'Le nom a été effacé à la fin de sa durée de conservation.',
    image: 'Badge « {name} »',
    person: 'Personne',
    what: 'Ce que dit le badge',
    how: 'Comment il s’obtient',
    proof: 'Sur quoi il repose',
    downloads: 'Télécharger le badge',
    svg: 'Image avec le badge à l’intérieur (SVG)',
    png: 'Image avec le badge à l’intérieur (PNG)',
    jwt: 'Badge signé (JWT)',
    check:
      'Ce badge suit la norme Open Badges 3.0. Un logiciel de vérification le contrôle avec la clé que la coopérative publie.',
  },
} as const
