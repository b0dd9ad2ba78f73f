/** The public page where anybody checks a certificate: read by people who know nothing of us. */
export const verify = {
  pageName: 'Vérifier une attestation',
  otherLanguage: 'English',
  skip: 'Aller au contenu',
  form: {
    intro: 'Écrivez le code du document. Vous le trouvez en bas, à côté du carré à scanner.',
    label: 'Code du document',
    hint: 'Le code a 10 signes. Exemple : {example}',
    submit: 'Vérifier',
    empty: 'Écrivez le code du document.',
    errorTitle: 'Erreur : {page}',
    again: 'Vérifier un autre document',
  },
  genuine: {
    title: 'Attestation vraie',
    sentence: 'Cette attestation est vraie. {issuer} l’a donnée le {date}.',
    compare: 'Comparez ces lignes avec le document. Elles doivent être les mêmes.',
    provisional: 'Les chiffres sont provisoires : le mois n’était pas clos ce jour-là.',
  },
  revoked: {
    title: 'Attestation annulée le {date}',
    sentence: '{issuer} a annulé cette attestation. Elle n’est plus valable.',
  },
  altered: {
    title: 'Ne vous fiez pas à ce document',
    sentence: 'Le document gardé ici n’est plus celui du premier jour. Appelez la coopérative.',
  },
  unknown: {
    title: 'Numéro inconnu',
    sentence: 'Nous ne connaissons pas ce code. Vérifiez chaque lettre et chaque chiffre.',
    wasNumber:
      'C’est le numéro de l’attestation. Écrivez plutôt le code de 10 signes, à côté du carré.',
  },
  paused: {
    title: 'Vérification en pause',
    sentence: 'Il y a eu trop d’essais. Attendez {minutes} minutes, puis essayez encore.',
    scan: 'Vous avez le document ? Scannez le carré avec un téléphone.',
    unavailable: 'Le service se repose un instant. Attendez une minute, puis essayez encore.',
  },
  line: {
    kind: 'Document',
    number: 'Numéro',
    issuer: 'Donnée par',
    issuedOn: 'Donnée le',
    period: 'Période',
    name: 'Nom',
    initials: 'Initiales',
    seal: 'Sceau du document',
  },
  kind: {
    monthly_income: 'Attestation d’activité et de revenus',
    cape_entry: 'Attestation d’entrée en CAPE (contrat d’appui au projet d’entreprise)',
    tutoring_hours: 'Attestation de tutorat',
  },
  figure: {
    pay: 'Rémunération réellement versée pour la période',
    revenue: 'Ventes hors taxes',
    result: 'Résultat',
    balance: 'Solde du compte à la fin',
    startsOn: 'Début du contrat',
    endsOn: 'Terme du contrat',
    contractNumber: 'Numéro du contrat',
    confirmedHours: 'Heures confirmées',
    peopleHelped: 'Personnes accompagnées',
  },
  period: 'du {from} au {to}',
  erased: 'Le nom et le détail sont effacés : la durée de conservation est passée.',
  sealIntact: 'Intact : le document n’a pas changé depuis ce jour.',
  shortCodeNote:
    'Avec le code écrit, la page ne montre pas le nom. Scannez le carré pour tout voir.',
  notIncome: 'Le résultat reste sur le compte d’activité. Seule la rémunération est un revenu.',
  help: {
    title: 'Une question sur ce document ?',
    call: 'Appelez {issuer} : {phone}',
    write: 'Écrivez à {issuer} : {email}',
    anyone: 'Appelez la coopérative. Son numéro est en haut du document.',
  },
} as const
