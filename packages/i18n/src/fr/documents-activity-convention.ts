/** The convention of a shared activity: what article R7331-6 of the labour code asks it to state. */
export const activityConvention = {
  title: 'Convention d’activité partagée',
  subtitle: 'Article R7331-6 du code du travail · {activity}',
  between: 'Entre',
  and: 'et',
  coop: '{name}, {legalForm}, siège {seat}, {registration}, représentée par {signatory}, {capacity}',
  person: '{name}, date de naissance {birth}, domicile {address}',
  article: 'Article {number}. {title}',
  nature: 'L’activité exercée en commun',
  shares: 'Le partage du résultat',
  sharesIntro:
    'Le résultat de l’activité se partage ainsi, au centime près. Les parts font ensemble la totalité.',
  who: 'Personne',
  share: 'Part',
  whole: 'Total',
  paySplit: 'La répartition de la rémunération',
  clientele: 'La clientèle',
  tradeName: 'Le nom commercial',
  sharedGoods: 'Les biens en commun',
  account: 'Le compte et les dépenses',
  accountText:
    'La coopérative tient un seul compte pour cette activité (article R7331-5). Chaque personne y ' +
    'déclare ses ventes et ses frais. Elle seule, avec la coopérative, voit le détail de ses frais.',
  duration: 'Date d’effet et changement',
  durationText:
    'Cette convention prend effet le {date}, une fois signée par toutes les personnes et par la ' +
    'coopérative. Une nouvelle convention signée de la même façon la remplace. Les mois déjà ' +
    'comptés restent partagés comme ils l’étaient.',
  signatures: 'Signatures',
  coopPlace: 'Pour la coopérative',
} as const
