/** Words of the lines of an account: the same on screens and in statements. */
export const accountLines = {
  line: {
    revenue: 'Vos ventes, sans la TVA',
    'production-purchase': 'Vos achats pour produire',
    expense: 'Vos frais',
    mileage: 'Vos kilomètres',
    'contribution-tier': 'Part de la coopérative',
    'contribution-floor': 'Part minimum de la coopérative',
    'contribution-fixed': 'Part fixe de la coopérative',
    'accident-cover': 'Assurance accidents du travail',
    opening: 'Solde repris au départ',
    customers: 'Clients',
    'output-vat': 'TVA collectée',
    'input-vat': 'TVA récupérable',
    suppliers: 'Fournisseurs et frais avancés',
    'shared-services': 'Services mutualisés',
    'accident-cover-rebilled': 'Assurance accidents refacturée',
    'opening-counterpart': 'Contrepartie des soldes repris',
  },
  explain: {
    revenue: 'Vos ventes de {month} : {amount}. La TVA n’est pas à vous : elle va à l’État.',
    'production-purchase':
      'Ce que vous avez acheté en {month} pour produire : {amount}, sans la TVA récupérée.',
    expense: 'Vos frais de {month} : {amount}, sans la TVA récupérée.',
    mileage: 'Vos kilomètres de {month}, payés au barème de l’administration : {amount}.',
    'contribution-tier':
      '{rate} sur {base}, de {from} à {to} : {amount}. Règle {scheme}, votée par l’assemblée du {assembly}.',
    'contribution-tier-open':
      '{rate} sur {base}, au-delà de {from} : {amount}. Règle {scheme}, votée par l’assemblée du {assembly}.',
    'contribution-tier-whole':
      '{rate} sur {base} ({baseAmount}) : {amount}. Règle {scheme}, votée par l’assemblée du {assembly}.',
    'contribution-floor':
      'Chaque mois a une part minimum : {amount} de plus. Règle {scheme}, votée par l’assemblée du {assembly}.',
    'contribution-fixed':
      'Une part fixe chaque mois : {amount}. Règle {scheme}, votée par l’assemblée du {assembly}.',
    'accident-cover': 'Pendant le CAPE, l’assurance accidents du travail coûte {amount} par mois.',
    opening: 'Ce que vous aviez avant votre premier mois ici : {amount}.',
    reversal: 'Cette ligne annule une ligne de {reversedMonth} : {amount}.',
  },
  base: {
    revenue: 'vos ventes',
    gross_margin: 'vos ventes moins vos achats pour produire',
    collected: 'l’argent reçu',
  },
} as const
