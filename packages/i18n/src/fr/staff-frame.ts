/** Words of the frame around staff pages: navigation, search, lists. */
export const staffFrame = {
  navLabel: 'Navigation principale',
  group: {
    work: 'Travail',
    money: 'Argent',
    journey: 'Parcours',
    collective: 'Collectif',
    steering: 'Pilotage',
  },
  search: 'Rechercher une personne ou une page',
  searchHint: 'Ctrl K',
  searchNothing: 'Rien ne correspond. Essayez un autre mot.',
  account: 'Mon compte',
  demo: 'Coopérative d’essai : les personnes et les sommes sont inventées.',
  menu: 'Menu',
  confirm: { tickFirst: 'Cochez la case avant de continuer.' },
  giveUp: {
    reason: 'Raison',
    reasonHint: 'Elle reste dans le journal.',
    missing: 'Écrivez la raison.',
  },
  list: {
    sortBy: 'Trier par {column}',
    selected: {
      one: '{count} ligne choisie',
      many: '{count} lignes choisies',
      other: '{count} lignes choisies',
    },
    clearFilters: 'Effacer les filtres',
    undo: 'Annuler',
    pages: 'Pages de la liste',
    previous: 'Page précédente',
    next: 'Page suivante',
    range: '{from}–{to} sur {total}',
  },
} as const
