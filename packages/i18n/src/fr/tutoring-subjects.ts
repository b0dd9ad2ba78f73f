/** What tutoring is about, in the words of tutors. */
export const tutoringSubjects = {
  customers: 'Clients',
  prices: 'Prix',
  papers: 'Papiers',
  suppliers_abroad: 'Fournisseurs au pays',
  bank: 'Banque',
  social_networks: 'Réseaux sociaux',
  organisation: 'Organisation',
  language: 'Français',
} as const
