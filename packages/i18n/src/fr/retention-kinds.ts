/** Kinds of data with a length, as the team reads them. */
export const retentionKinds = {
  contact: 'Coordonnées, situation, échanges',
  papers: 'Pièce d’identité, CV, diplômes',
  right_to_work: 'Titre de séjour : numéro, scans, décisions',
  pay: 'Paie : NIR, IBAN, RIB, attestation de droits',
  contract: 'Contrats, avenants, signatures, notifications',
  attestation: 'Attestations émises',
  tutoring: 'Notes de tutorat',
  identity: 'Nom, date de naissance, compte, journal du dossier',
  lead: 'Contacts sans suite',
  accounting: 'Pièces comptables : clients, motifs, justificatifs',
  message: 'Messages envoyés',
  look: 'Qui a ouvert un papier',
  sign_in: 'Connexions',
  journal: 'Contenu du journal',
  request: 'Réponses gardées pour une demande répétée',
  export: 'Copies de données expirées',
} as const
