/** An amendment of a CAPE or a CESA. */
export const contractAmendment = {
  title: 'Avenant n° {n}',
  cape: 'Contrat d’appui au projet d’entreprise (CAPE), articles L127-1 et suivants du code de commerce',
  cesa: 'Contrat d’entrepreneur salarié associé (CESA), articles L7331-1 et suivants du code du travail',
  contract: 'Contrat {number}, dont le premier jour est le {date}',
  contribution: 'Contribution',
  purpose: {
    title: 'Objet',
    activity: 'Cet avenant modifie le contrat qui porte sur l’activité suivante : {activity}.',
    reason: 'Motif : {reason}',
  },
  changes: {
    title: 'Ce qui change',
    until: '{name} avant le {date}',
    from: '{name} à partir du {date}',
    decided: 'Le barème en vigueur le dernier jour d’un mois vaut pour tout ce mois.',
    term: 'Clause',
    before: 'Avant',
    after: 'Après',
    unknown: 'voir le contrat',
  },
  terms: {
    fixedPartCents: 'Part fixe, brute, par mois',
    minimumActivity: 'Obligations d’activité minimale',
    means: 'Moyens mis en œuvre',
  },
  effect: {
    title: 'Effet',
    from: 'L’avenant prend effet le {date}, une fois signé par les deux parties.',
    rest: 'Toutes les autres clauses du contrat et de ses avenants antérieurs restent applicables.',
  },
} as const
