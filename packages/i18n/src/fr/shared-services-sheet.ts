import { sharedServicesNatures } from './shared-services-natures.ts'

/** The account of the shared services on paper and as a table. */
export const sharedServicesSheet = {
  title: 'Compte analytique des services mutualisés',
  year: 'Exercice : {year}',
  number: 'Services mutualisés · {year} · version {version}',
  article: 'Texte',
  articleText: 'Code du travail, article R7331-9',
  givenOn: 'Remis le',
  assembly: 'Assemblée du',
  version: 'Version {version}',
  replaces: 'Remplace la version précédente. Raison : {reason}',
  share: 'Part',
  amount: 'Montant',
  total: 'Total',
  contributions: 'Contributions des activités',
  accidentCover: 'Accident du travail refacturé',
  fromClosings: 'Clôtures des mois',
  source: 'Source : {source}',
  labelSource: '{label}. Source : {source}',
  resources: {
    title: 'D’où vient l’argent',
    what: 'Ressource',
    total: 'Total des ressources',
  },
  charges: {
    title: 'Ce que cet argent a payé',
    what: 'Charge',
    total: 'Total des charges',
  },
  result: {
    title: 'Ce qui reste',
    left: 'Les ressources dépassent les charges de {amount}.',
    short: 'Il manque {amount} : les charges dépassent les ressources.',
  },
  months: {
    title: 'Mois par mois, selon les clôtures',
    month: 'Mois',
    knownFrom:
      'Les mois avant {month} ne sont pas dans ce logiciel. Leurs contributions, si elles sont connues, sont sur une ligne à part.',
  },
  table: {
    side: 'Côté',
    nature: 'Nature',
    label: 'Libellé',
    source: 'Source',
    amount: 'Montant',
    resource: 'Ressource',
    charge: 'Charge',
    result: 'Résultat',
  },
  nature: sharedServicesNatures,
} as const
