/** The lines of an account, and the answer to « pourquoi cette ligne ? ». */
export const accountLines = {
  label: {
    revenue: 'Vos ventes hors TVA',
    'production-purchase': 'Achats pour produire',
    expense: 'Dépenses',
    mileage: 'Kilomètres',
    'contribution-tier': 'Contribution à la coopérative : {rate}',
    'contribution-given-back': 'Contribution rendue : {rate}',
    'contribution-settled': 'Contribution recalculée : {rate}',
    'contribution-limit': 'Contribution rendue : au plus celle de l’année',
    'contribution-cap': 'Contribution : maximum atteint',
    'contribution-floor': 'Contribution : minimum du mois',
    'contribution-fixed': 'Contribution : part fixe du mois',
    'accident-cover': 'Assurance accident du travail',
    'gross-pay': 'Salaire brut',
    'employer-contributions': 'Cotisations de la coopérative sur le salaire',
    'bank-fee': 'Frais de la banque',
    'exchange-loss': 'Change de la banque : moins que prévu',
    'exchange-gain': 'Change de la banque : plus que prévu',
    opening: 'Solde repris',
    customers: 'Clients',
    'customers-bank': 'Clients : écart de la banque',
    'output-vat': 'TVA sur les ventes',
    'input-vat': 'TVA récupérable',
    suppliers: 'Fournisseurs et frais à rembourser',
    'net-pay': 'Salaires nets à verser',
    'social-bodies': 'Organismes sociaux',
    'shared-services': 'Services communs',
    'accident-cover-rebilled': 'Assurance accident refacturée',
    'opening-counterpart': 'Contrepartie des soldes repris',
  },
  /** Kinds of account, as staff and accountants read them. */
  account: {
    activity_revenue: 'Prestations de l’activité',
    activity_production_purchase: 'Achats pour produire',
    activity_expense: 'Autres dépenses de l’activité',
    activity_contribution: 'Contribution de l’activité',
    activity_accident_cover: 'Assurance accident de l’activité',
    activity_gross_pay: 'Salaires bruts de l’activité',
    activity_employer_contributions: 'Cotisations employeur de l’activité',
    activity_bank_fee: 'Frais bancaires de l’activité',
    activity_exchange_loss: 'Pertes de change de l’activité',
    activity_exchange_gain: 'Gains de change de l’activité',
    activity_opening: 'Solde repris de l’activité',
    customers: 'Clients',
    output_vat: 'TVA collectée',
    input_vat: 'TVA déductible',
    suppliers: 'Fournisseurs et frais à rembourser',
    net_pay: 'Salaires nets à verser',
    social_bodies: 'Organismes sociaux',
    shared_services: 'Services communs',
    accident_cover_rebilled: 'Assurance accident refacturée',
    opening_counterpart: 'Contrepartie des soldes repris',
  },
  adjusted: '{label}, pour {month}',
  reversed: '{label} (annulation)',
  why: {
    revenue: 'Ce que vos clients paient pour {month}, sans la TVA. La TVA va à l’État.',
    'production-purchase': 'Vos achats pour produire en {month}, sans la TVA que l’État rend.',
    expense: 'Vos dépenses en {month}, sans la TVA que l’État rend.',
    mileage: 'Vos kilomètres en {month}, au barème de l’État pour l’année.',
    'contribution-tier':
      'La contribution paie les services communs. L’assemblée générale du {decidedOn} a décidé {rate} de {base}, de {from} à {to} (régime {scheme}, C. trav. R7331-8).',
    'contribution-given-back':
      'Vos remboursements sont plus grands que vos ventes du mois. L’assemblée générale du {decidedOn} a décidé de rendre la contribution : {rate}, de {from} à {to} (régime {scheme}, C. trav. R7331-8).',
    'contribution-settled':
      'L’assemblée générale du {decidedOn} a décidé {rate} de {base} (régime {scheme}, C. trav. R7331-8). Ce qui change à ce taux : {due} sont dus, et {taken} étaient déjà comptés.',
    'contribution-limit':
      'La coopérative rend au plus la contribution de l’année, sans les minimums ni les parts fixes. L’assemblée générale du {decidedOn} l’a décidé (régime {scheme}, C. trav. R7331-8).',
    'contribution-cap':
      'La contribution a un maximum par mois ou par année, et ceci le respecte. L’assemblée générale du {decidedOn} l’a décidé (régime {scheme}, C. trav. R7331-8).',
    'contribution-floor':
      'La contribution ne descend pas sous un minimum par mois. L’assemblée générale du {decidedOn} l’a décidé (régime {scheme}, C. trav. R7331-8).',
    'contribution-fixed':
      'Une part fixe est due chaque mois. L’assemblée générale du {decidedOn} l’a décidé (régime {scheme}, C. trav. R7331-8).',
    'accident-cover': 'L’assurance accident du travail de votre contrat CAPE, pour {month}.',
    'gross-pay':
      'Le salaire brut de {month}, payé le {paidOn} (C. trav. L7332-3). Le net est sur le bulletin de paie.',
    'employer-contributions':
      'Ce que la coopérative paie en plus du brut. Le salaire de {month} coûte {cost} en tout.',
    'bank-fee':
      'La banque a pris {fee} de frais sur votre vente de {foreign} du {soldOn}. Votre vente ne change pas.',
    'exchange-loss':
      'Nous avons compté {declared} pour votre vente de {foreign} du {soldOn}. Le {creditedOn}, la banque l’a changée en {exchanged}. Votre vente ne change pas.',
    'exchange-gain':
      'Nous avons compté {declared} pour votre vente de {foreign} du {soldOn}. Le {creditedOn}, la banque l’a changée en {exchanged}. Votre vente ne change pas.',
    opening: 'Ce que vous aviez avant {month}, repris de l’ancien suivi.',
    reversal: 'Cette ligne annule une ligne inexacte, comptée en {month}.',
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
