/** Certificates, on the phone pages. */
export const attestationsPhone = {
  title: 'Mes attestations',
  hint: 'Donnez ces papiers à qui les demande : France Travail, CAF, propriétaire.',
  kind: {
    monthly_income: 'Attestation d’activité et de revenus',
    cape_entry: 'Attestation d’entrée en CAPE',
    cape_period: 'Attestation de CAPE (contrat d’appui au projet d’entreprise)',
    employment: 'Attestation d’emploi',
    associate: 'Attestation d’associé',
    work_certificate: 'Certificat de travail',
    settlement_receipt: 'Reçu pour solde de tout compte',
    tutoring_hours: 'Attestation de tutorat',
  },
  issuedOn: 'Donnée le {date}',
  number: 'Numéro {number}',
  open: 'Ouvrir le PDF',
  check: 'Voir ce que les autres voient',
  revoked: 'Annulée. Ne l’utilisez plus. Demandez une nouvelle attestation.',
  empty: 'Vous n’avez pas encore d’attestation. Demandez-la à votre coopérative.',
} as const
