/**
 * Articles of the CESA. Order and contents follow L7331-2, 2°, a) to f) of the labour code, then what the
 * regulatory part adds (R7331-3, R7331-8, R7331-10, R7331-12).
 */
export const cesaContract = {
  title: 'Contrat d’entrepreneur salarié associé (CESA)',
  subtitle: 'Articles L7331-1 à L7332-7 et R7331-1 à R7331-12 du code du travail',
  salariedAlias: 'ci-après « l’entrepreneur salarié ».',
  person: 'L’entrepreneur salarié',
  purpose: {
    title: 'Objet et statuts',
    aid:
      'L’entrepreneur salarié crée et développe l’activité économique suivante : {activity}. Il ' +
      'bénéficie d’un accompagnement individuel et des services communs de la coopérative, en vue ' +
      'd’en devenir associé (article L7331-2).',
    statutes:
      'Les statuts en vigueur de la coopérative, datés du {date}, s’appliquent. L’entrepreneur ' +
      'salarié déclare les avoir reçus.',
    status:
      'Le code du travail s’applique, sous réserve des articles L7331-1 à L7332-7. Le conseil de ' +
      'prud’hommes est seul compétent pour les litiges de ce contrat (article L7332-6).',
  },
  duration: {
    title: 'Début, durée et période d’essai',
    start: 'Le contrat commence le {from}. Il est à durée indéterminée.',
    afterCape:
      'Il fait suite au contrat d’appui au projet d’entreprise {number}, qui finit la veille.',
    trial:
      'Une période d’essai court jusqu’au {to} inclus, tout renouvellement compris. La durée des ' +
      'contrats antérieurs entre les parties en est déduite (article L7332-1).',
    noTrial: 'Il n’y a pas de période d’essai.',
  },
  activity: {
    title: 'Objectifs et activité minimale',
    objectives: 'Objectifs à atteindre :',
    minimum: 'Obligations d’activité minimale : {text}',
  },
  means: {
    title: 'Moyens pour soutenir et contrôler l’activité',
    name: 'Moyen',
    amount: 'Étendue ou montant',
    conditions: 'Conditions',
    account:
      'La coopérative tient pour l’activité un compte analytique de bilan et un compte analytique ' +
      'de résultat. L’entrepreneur salarié les consulte à tout moment, ou les reçoit chaque mois ' +
      '(article R7331-5).',
  },
  contribution: {
    title: 'Contribution au financement des services mutualisés',
    follows:
      'Les décisions de l’assemblée générale qui changent cette contribution s’appliquent à ce ' +
      'contrat dès leur date d’effet (article R7331-8).',
    amended:
      'Une décision de l’assemblée générale qui change cette contribution s’applique à ce contrat ' +
      'par un avenant (article R7331-8).',
    services:
      'Le compte analytique des services mutualisés est remis à la clôture de chaque exercice ' +
      '(article R7331-9).',
  },
  pay: {
    title: 'Rémunération',
    fixed:
      'La part fixe est de {amount} bruts par mois. Elle est versée chaque mois, quel que soit le ' +
      'chiffre d’affaires, et tient compte des objectifs d’activité minimale (article R7331-11).',
    variable:
      'La part variable est calculée pour chaque exercice à partir du chiffre d’affaires, après ' +
      'déduction des charges directement et exclusivement liées à l’activité et de la contribution ' +
      '(article L7332-3). Mode de calcul : {text}',
    netResult: 'Formation du résultat net et régularisation : {text}',
    balance:
      'Le solde est versé au plus tard un mois après l’assemblée générale qui statue sur les ' +
      'comptes (article R7331-12).',
  },
  rights: {
    title: 'Clientèle et propriété intellectuelle',
    clientele: 'Clientèle : {text}',
    intellectualProperty: 'Propriété intellectuelle : {text}',
  },
  support: {
    title: 'Entretiens et accompagnement',
    interviews: 'Au moins deux entretiens individuels ont lieu par période de douze mois.',
    report:
      'Chacun donne lieu à un document écrit, signé par l’entrepreneur salarié : bilan, évolution ' +
      'prévisible, actions et besoins (article R7331-3).',
    conditions: 'Conditions : {text}',
  },
  associate: {
    title: 'Devenir associé',
    deadline:
      'L’entrepreneur salarié devient associé au plus tard le {date}. Ce jour tient compte de la ' +
      'durée des contrats antérieurs entre les parties, déduite du délai de trois ans. À défaut, le ' +
      'contrat prend fin (article L7331-3).',
    ways: 'Délais et modalités : {text}',
  },
  liability: {
    title: 'Santé, sécurité et responsabilité',
    health:
      'La coopérative informe et conseille l’entrepreneur salarié pour sa santé et sa sécurité. ' +
      'Elle en répond quand elle fixe ou accepte les conditions de travail (articles L7332-2 et ' +
      'R7331-4).',
    thirdParties:
      'La coopérative répond des engagements pris envers les tiers dans le cadre de l’activité ' +
      '(article L7332-5).',
    leave: 'Les congés payés et les garanties légales des salariés s’appliquent (article L7332-2).',
  },
} as const
