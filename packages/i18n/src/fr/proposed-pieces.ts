/** The pieces that cooperatives usually ask for, in plain words: what it is, what to photograph. */
export const proposedPieces = {
  identity: {
    label: 'Pièce d’identité',
    hint: 'Carte d’identité ou passeport. Le recto et le verso, valables aujourd’hui.',
  },
  social_security: {
    label: 'Attestation de droits (sécurité sociale)',
    hint: 'Vous la trouvez sur ameli.fr, ou à la borne de la CPAM.',
  },
  bank_details: { label: 'RIB', hint: 'Au même nom que vous. Votre banque vous le donne.' },
  application: {
    label: 'Dossier de candidature',
    hint: 'Les pages que nous vous avons données, remplies et signées.',
  },
  charter: {
    label: 'Charte de la coopérative, signée',
    hint: 'Lisez la charte que nous vous avons donnée, signez-la, puis photographiez la dernière page.',
  },
  insurance: {
    label: 'Attestation d’assurance',
    hint: 'Responsabilité civile, valable aujourd’hui.',
  },
  job_seeker_proof: {
    label: 'Avis de situation France Travail',
    hint: 'Dans votre espace personnel France Travail, de ce mois.',
  },
  minimum_income_proof: {
    label: 'Attestation de RSA',
    hint: 'Dans votre espace de la CAF ou de la MSA, de ce mois.',
  },
  employer_agreement: {
    label: 'Contrat de travail en cours',
    hint: 'La page qui montre vos heures par semaine.',
  },
} as const
