/** The lines of an account, and the answer to « pourquoi cette ligne ? ». */
export const accountLines = {
  label: {
    revenue: 'Vos ventes hors TVA',
    'production-purchase': 'Achats pour produire',
    expense: 'Dépenses',
    mileage: 'Kilomètres',
    'contribution-tier': 'Contribution à la coopérative : {rate}',
    'contribution-floor': 'Contribution : minimum du mois',
    'contribution-fixed': 'Contribution : part fixe du mois',
    'accident-cover': 'Assurance accident du travail',
    opening: 'Solde repris',
    customers: 'Clients',
    'output-vat': 'TVA sur les ventes',
    'input-vat': 'TVA récupérable',
    suppliers: 'Fournisseurs et frais à rembourser',
    'shared-services': 'Services communs',
    'accident-cover-rebilled': 'Assurance accident refacturée',
    'opening-counterpart': 'Contrepartie des soldes repris',
  },
  adjusted: '{label}, pour {month}',
  reversed: '{label} (annulation)',
  why: {
    revenue: 'Ce que vos clients paient pour {month}, sans la TVA. La TVA va à l’État.',
    'production-purchase': 'Vos achats pour produire en {month}, sans la TVA que l’État rend.',
    expense: 'Vos dépenses de {month}, sans la TVA que l’État rend.',
    mileage: 'Vos kilomètres de {month}, au barème de l’État pour l’année.',
    'contribution-tier':
      'La contribution paie les services communs. L’assemblée générale du {decidedOn} a décidé {rate} de {base}, de {from} à {to} (régime {scheme}).',
    'contribution-floor':
      'La contribution ne descend pas sous un minimum par mois. L’assemblée générale du {decidedOn} l’a décidé (régime {scheme}).',
    'contribution-fixed':
      'Une part fixe est due chaque mois. L’assemblée générale du {decidedOn} l’a décidé (régime {scheme}).',
    'accident-cover': 'L’assurance accident du travail de votre contrat CAPE, pour {month}.',
    opening: 'Ce que vous aviez avant {month}, repris de l’ancien suivi.',
    reversal: 'Cette ligne annule une ligne de {month} qui était inexacte.',
  },
  base: {
    'revenue-month': 'vos ventes du mois hors TVA',
    'revenue-year': 'vos ventes de l’année hors TVA',
    'gross_margin-month': 'vos ventes du mois moins les achats pour produire',
    'gross_margin-year': 'vos ventes de l’année moins les achats pour produire',
    'collected-month': 'l’argent reçu dans le mois',
    'collected-year': 'l’argent reçu dans l’année',
  },
} as const
