/** What a line of the account of the shared services is, in words that entrepreneurs read too. */
export const sharedServicesNatures = {
  team_pay: 'Salaires de l’équipe',
  premises: 'Locaux',
  accountancy: 'Comptabilité',
  insurance: 'Assurances',
  training: 'Formation',
  software: 'Logiciels et téléphone',
  accident_cover: 'Accident du travail',
  other_charge: 'Autres frais',
  subsidy: 'Subventions',
  contributions_before: 'Contributions des mois d’avant',
  other_resource: 'Autres rentrées',
} as const
