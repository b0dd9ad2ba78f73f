/** The first page of staff: what waits for them. */
export const home = {
  nav: 'À faire',
  title: 'À faire',
  today: '{day}.',
  count: {
    one: '{count} chose à faire.',
    many: '{count} choses à faire.',
    other: '{count} choses à faire.',
  },
  blocking: {
    one: '{count} bloque la clôture ({month}).',
    many: '{count} bloquent la clôture ({month}).',
    other: '{count} bloquent la clôture ({month}).',
  },
  deadlineToCome: 'Prochaine échéance : le {date}, dernier jour pour déclarer {month}.',
  deadlinePast: 'Les déclarations étaient attendues le {date} ({month}).',
  ranking:
    'Trié ainsi : ce qui bloque la clôture, puis la date voulue, puis ce qui attend depuis le plus longtemps.',
  shown: 'Les {shown} premières sur {total}.',
  keys: '↑ ↓ pour aller d’une ligne à l’autre, Entrée pour ouvrir.',
  filter: {
    label: 'Quoi',
    all: 'Tout',
    declarations: 'Déclarations',
    contracts: 'Contrats',
    tutoring: 'Tutorat',
  },
  group: {
    now: 'Maintenant',
    week: 'Cette semaine',
    later: 'Plus tard',
  },
  empty: {
    done: 'Rien à faire.',
    doneHint: 'Dernier jour pour déclarer {month} : le {date}.',
    filtered: 'Rien de ce type à faire.',
  },
  item: {
    'close-month': {
      what: '{month} est prêt à être clôturé',
      when: 'Rien ne bloque plus.',
      act: 'Clôturer',
    },
    'review-declaration': {
      what: 'Déclaration à revoir, {month}',
      when: 'Envoyée le {since}.',
      act: 'Revoir',
    },
    'review-answer': {
      what: 'Réponse reçue, {month}',
      when: 'Réponse du {since}.',
      act: 'Revoir',
    },
    'missing-declaration': {
      what: 'Déclaration manquante, {month}',
      when: 'Attendue le {due}.',
      act: 'Ouvrir sa fiche',
    },
    'question-waiting': {
      what: 'Question sans réponse, {month}',
      when: 'Posée le {since}.',
      act: 'Voir la question',
    },
    'countersign-contract': {
      what: 'Contrat à signer pour la coopérative',
      when: 'Signé par la personne. Commence le {due}.',
      act: 'Signer',
    },
    'contract-ending': {
      what: 'Contrat qui finit, sans suite',
      when: 'Finit le {due}.',
      act: 'Ouvrir le contrat',
    },
    'session-disputed': {
      what: 'Séance de tutorat à revoir',
      when: 'La personne aidée a répondu le {since}.',
      act: 'Voir les séances',
    },
  },
  inDays: {
    one: 'Dans {count} jour.',
    many: 'Dans {count} jours.',
    other: 'Dans {count} jours.',
  },
  dueToday: 'Aujourd’hui.',
  sinceDays: {
    one: 'Depuis {count} jour.',
    many: 'Depuis {count} jours.',
    other: 'Depuis {count} jours.',
  },
  consequence: {
    blocks: 'Bloque la clôture',
    'close-month': 'Prêt',
    'countersign-contract': 'Le contrat n’est pas actif',
    'contract-ending': 'L’activité s’arrête ce jour-là',
    'session-disputed': 'L’heure ne compte pas',
  },
} as const
