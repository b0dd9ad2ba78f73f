/** What a convention of a shared activity says, in plain sentences that its signers read before the document. */
export const conventionSummary = {
  what: 'Vous partagez l’activité « {activity} » avec {others}.',
  share: '{name} : {share} du résultat.',
  when: 'Le partage commence le {date}, après toutes les signatures.',
  account: 'La coopérative tient un seul compte pour l’activité.',
  costs: 'Vous seul voyez le détail de vos dépenses.',
  change: 'Pour changer, il faut une nouvelle convention, signée par tous.',
} as const
