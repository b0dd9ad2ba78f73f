/** Words of the sheets that are printed about tutoring. */
export const tutoringSheets = {
  hour: 'Heure non notée',
  total: 'Total',
  day: 'Jour',
  time: 'Durée',
  mode: { in_person: 'sur place', phone: 'téléphone', video: 'vidéo' },
  evidence: {
    title: 'Dossier de preuves : tutorat bénévole',
    subtitle: 'Année {year}',
    reference: 'Dossier {year}',
    person: 'Personne',
    bornOn: 'Né(e) le',
    hosts: 'Structures d’accueil',
    period: 'Du {from} au {to}',
    dates: 'Dates',
    total: 'Temps validé',
    people: 'Personnes aidées',
    mission: 'La mission',
    context:
      'Aider des porteurs de projet, souvent migrants, à créer et à développer leur activité. Le tutorat est bénévole.',
    aim: 'But : que la personne aidée avance seule sur son projet.',
    tasks:
      'Responsabilités : écouter, expliquer, préparer une démarche avec la personne, noter chaque séance.',
    places: 'Lieux : {places}.',
    noPlace: 'Lieux : à distance, ou non notés.',
    skills: 'Compétences exercées',
    skill: 'Compétence',
    subject: 'Sujet des séances',
    sessions: 'Séances',
    noSubject: 'Sujet non noté',
    noSkill: 'Écouter et accompagner une personne',
    skillOf: {
      customers: 'Trouver et fidéliser une clientèle',
      prices: 'Calculer un prix et une marge',
      papers: 'Comprendre et remplir des démarches administratives',
      suppliers_abroad: 'Acheter et importer depuis l’étranger',
      bank: 'Préparer un rendez-vous et un dossier bancaire',
      social_networks: 'Faire connaître une activité en ligne',
      organisation: 'Organiser son temps et son activité',
      language: 'Faciliter l’usage du français professionnel',
    },
    mayCount:
      'Une séance sur plusieurs sujets est comptée sous chacun : ces durées ne s’additionnent pas.',
    log: 'Journal des séances validées',
    what: 'Sujets et forme',
    confirmedBy: 'Confirmée par',
    approvedOn: 'Validée le',
    initials:
      'Les personnes aidées sont nommées par leurs initiales. Chacune a confirmé elle-même la séance. La coopérative l’a ensuite validée.',
    use: 'À quoi sert ce dossier',
    useVae:
      'VAE : toute activité en rapport direct avec la certification visée peut compter, bénévolat compris (C. trav. L6411-1).',
    usePassport:
      'Passeport Bénévole (France Bénévolat) : recopiez la mission et les compétences sur votre fiche, avec le responsable de l’association.',
    notProof:
      'Ce dossier aide à raconter l’expérience. L’attestation d’heures et le badge, eux, se vérifient en ligne.',
    signatures: 'Signatures',
    doneAt: 'Fait à {place}, le',
    volunteer: 'La personne bénévole',
    responsible: 'Le ou la responsable',
    sign: 'Nom et signature',
  },
} as const
