/** Words of the staff pages about legal dates. */
export const deadlines = {
  nav: 'Échéances',
  title: 'Échéances',
  intro:
    'Qui arrive à quelle date, et pourquoi cette date. Trié par date seulement, la première d’abord.',
  view: {
    label: 'Vues',
    coming: 'Dans les 120 jours',
    passed: 'Passées sans être faites',
  },
  kind: {
    label: 'Quoi',
    all: 'Tout',
    'cape-term': 'Fin du CAPE',
    'cape-notice': 'Information de l’URSSAF et de France Travail',
    'pre-hire-declaration': 'Déclaration préalable à l’embauche',
    'permit-check': 'Vérification du titre de séjour',
    trial: 'Fin de l’essai',
    'associate-deadline': 'Entrée comme associé',
    interviews: 'Entretiens',
    'permit-expiry': 'Fin du titre de séjour',
    'variable-pay': 'Solde de la part variable',
  },
  adviser: { label: 'Suivi par', all: 'Tout le monde', me: 'Moi' },
  table: {
    caption: 'Les échéances',
    what: 'Échéance',
    person: 'Personne',
    contract: 'Contrat',
    date: 'Date',
    why: 'Pourquoi cette date',
    state: 'État',
    more: 'Afficher les suivantes',
  },
  left: {
    today: 'aujourd’hui',
    future: {
      one: 'dans {count} jour',
      many: 'dans {count} jours',
      other: 'dans {count} jours',
    },
    past: {
      one: 'il y a {count} jour',
      many: 'il y a {count} jours',
      other: 'il y a {count} jours',
    },
  },
  state: {
    running: 'En cours',
    met: 'En règle',
    passed: 'Dépassé',
    over: 'Terminé',
    'not-applicable': 'Sans objet',
  },
  empty: {
    coming: 'Aucune échéance dans les 120 jours.',
    passed: 'Rien n’est passé sans être fait ces 120 derniers jours.',
    filtered: 'Aucune échéance ne correspond.',
    person: 'Aucune date légale : aucun contrat n’est en cours.',
  },
} as const
