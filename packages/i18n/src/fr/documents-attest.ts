/** Certificates about a contract or an employment. Law: docs/rules/certificates.md. */
export const attestDocuments = {
  capePeriodCertificate: {
    title: 'Attestation de CAPE',
    statement:
      '{issuer} atteste que {name} est titulaire d’un contrat d’appui au projet d’entreprise ' +
      '(articles L127-1 à L127-7 du code de commerce), pour les périodes et l’activité ci-dessous.',
    statementPast:
      '{issuer} atteste que {name} a été titulaire d’un contrat d’appui au projet d’entreprise ' +
      '(articles L127-1 à L127-7 du code de commerce), pour les périodes et l’activité ci-dessous.',
    endedOn: 'Dernier jour',
    contracts: 'Contrats',
    from: 'Du',
    to: 'Au',
    noticeDetail:
      'Cette période n’est pas un emploi salarié : elle ne figure pas sur un certificat de travail.',
  },
  employmentCertificate: {
    title: 'Attestation d’emploi',
    subtitle: 'Contrat d’entrepreneur salarié associé (CESA)',
    statement:
      '{issuer} atteste que {name} occupe un emploi dans la coopérative à ce jour, par contrat ' +
      'd’entrepreneur salarié associé (articles L7331-1 à L7331-3 du code du travail).',
    job: 'Emploi',
    entrepreneur: 'Entrepreneur salarié',
    associate: 'Entrepreneur salarié associé',
    contract: 'Numéro du contrat',
    since: 'Depuis le',
    end: 'Fin du contrat',
    noEnd: 'aucune date de fin',
    endsByLaw: '{date}, si la personne n’est pas associée avant (article L7331-3)',
    trial: 'Période d’essai',
    noTrial: 'aucune en cours',
    trialUntil: 'jusqu’au {date}',
    notice: 'Ce contrat est un contrat de travail.',
    use: 'La personne peut présenter cette attestation à tout organisme.',
  },
  associateCertificate: {
    title: 'Attestation d’associé',
    statement:
      '{issuer} atteste que {name} a la qualité d’associé de la coopérative depuis le {date} ' +
      '(article L7331-3 du code du travail).',
    since: 'Associé depuis le',
    cooperative: 'Coopérative',
    notice: 'Cette attestation ne dit rien du nombre ni de la valeur des parts.',
    use: 'La personne peut la présenter à tout organisme.',
  },
  workCertificate: {
    title: 'Certificat de travail',
    statement:
      '{issuer} certifie avoir employé {name}, aux dates et dans les emplois ci-dessous ' +
      '(articles L1234-19 et D1234-6 du code du travail).',
    entry: 'Date d’entrée',
    leaving: 'Date de sortie',
    jobs: 'Emplois occupés',
    cover: 'Maintien gratuit de la couverture santé et prévoyance',
    coverDetail:
      'Si l’assurance chômage indemnise la personne, les garanties santé et prévoyance dont elle ' +
      'bénéficiait dans l’entreprise sont maintenues à titre gratuit dès la fin du contrat, tant que ' +
      'dure l’indemnisation et pendant {months} mois au plus, sauf rupture pour faute lourde ' +
      '(article L911-8 du code de la sécurité sociale).',
  },
  settlementReceipt: {
    title: 'Reçu pour solde de tout compte',
    copies: 'Établi en deux exemplaires, dont un est remis à la personne salariée',
    statement:
      '{name} reconnaît avoir reçu de {issuer}, le {date}, la somme de {total} pour solde de tout ' +
      'compte, à la fin de son contrat de travail (articles L1234-20 et D1234-7 du code du travail).',
    inventory: 'Inventaire des sommes versées',
    what: 'Nature de la somme',
    amount: 'Montant',
    excluded: 'La part variable encore due n’est pas comprise dans ce reçu (article R7331-12).',
    contest:
      'Ce reçu peut être dénoncé par lettre recommandée dans les six mois qui suivent sa signature. ' +
      'Passé ce délai, il libère l’employeur pour les sommes qui y figurent (articles L1234-20 et D1234-8).',
    byHand: 'Écrire à la main : « reçu pour solde de tout compte »',
    dateAndSignature: 'Date et signature',
  },
  attendanceCertificate: {
    title: 'Attestation de présence',
    statement:
      '{issuer} atteste la présence de {name} aux rendez-vous et réunions qui suivent, notés par ' +
      'la coopérative ou confirmés par la personne.',
    count: 'Nombre de présences',
    list: 'Présences',
    on: 'Date',
    meeting: 'Rencontre',
    how: 'Comment',
    interview: 'Entretien d’accompagnement avec la coopérative',
    info_meeting: 'Réunion d’information de la coopérative',
    tutoring: 'Séance de tutorat, confirmée par la personne',
    ways: { place: 'En personne', phone: 'Au téléphone', video: 'En visioconférence' },
    notice: 'Attestation établie à la demande de la personne.',
    noticeDetail: 'Elle dit les dates, rien de ce qui a été dit ni de qui d’autre était là.',
  },
} as const
