import { contribution } from './contribution.ts'

/**
 * Articles of the CAPE contract. Order and contents follow article R127-1 of the commercial code:
 * each party's commitments in two distinct sets, before and after the start of the activity.
 */
export const capeContract = {
  title: 'Contrat d’appui au projet d’entreprise (CAPE)',
  subtitle: 'Articles L127-1 à L127-7 et R127-1 à R127-3 du code de commerce · {rank}',
  between: 'Entre',
  and: 'et',
  coop: '{name}, {legalForm}, siège {seat}, {registration}, représentée par {signatory}, {capacity},',
  coopAlias: 'ci-après « la coopérative »,',
  personWithBirth: '{name}, date de naissance {birth}, domicile {address},',
  personWithPlace: '{name}, date de naissance {birth} à {birthPlace}, domicile {address},',
  personAlias: 'ci-après « la personne » (le bénéficiaire au sens de l’article L127-1).',
  article: 'Article {number}. {title}',
  partBefore: 'Avant le début de l’activité économique',
  partAfter: 'Après le début de l’activité économique',
  coopCommits: 'La coopérative s’engage à :',
  personCommits: 'La personne s’engage à :',
  purpose: {
    title: 'Objet',
    aid:
      'La coopérative apporte à la personne une aide particulière et continue. Cette aide sert à ' +
      'préparer la création ou la reprise, puis la gestion, de l’activité suivante : {activity}.',
    status:
      'Ce contrat n’est pas un contrat de travail. La personne déclare qu’elle n’est pas salariée ' +
      'à temps plein (article L127-1).',
  },
  duration: {
    title: 'Durée',
    term: 'Le contrat commence le {from} et se termine le {to} inclus.',
    renews: 'Il renouvelle le contrat {number}, dont le dernier jour est le {to}.',
    limit0:
      'Il dure douze mois au plus. Il peut être renouvelé deux fois, chaque fois par écrit et pour ' +
      'douze mois au plus (article L127-2). Rang de ce contrat : {rank}.',
    limit1:
      'Il dure douze mois au plus. Il peut encore être renouvelé une fois, par écrit et pour douze ' +
      'mois au plus (article L127-2). Rang de ce contrat : {rank}.',
    limit2:
      'Il dure douze mois au plus. Il ne peut plus être renouvelé (article L127-2). Rang de ce ' +
      'contrat : {rank}.',
    started:
      'L’activité économique a commencé le {date}. Les engagements d’après ce début, ci-dessous, ' +
      's’appliquent dès le premier jour de ce contrat.',
    startPlanned: 'Le début de l’activité économique est prévu le {date}.',
    startRecorded:
      'Les parties constatent par écrit la date du début de l’activité économique. Cette date ' +
      'sépare les deux séries d’engagements ci-dessous.',
  },
  programme: {
    title: 'Programme de préparation',
    objectives: 'Objectifs :',
    steps: 'Étapes :',
  },
  commitments: {
    title: 'Engagements des parties',
    coopBefore: {
      guide: 'désigner une personne qui suit le projet et la recevoir aux rendez-vous prévus',
      study: 'aider à vérifier que le projet est réalisable et à préparer les premiers actes',
      liability:
        'répondre, avant toute immatriculation, des engagements pris envers les tiers à ' +
        'l’occasion du programme (article L127-4)',
    },
    personBefore: {
      attend: 'suivre le programme et venir aux rendez-vous, ou prévenir',
      ask: 'ne prendre aucun engagement envers un tiers sans accord écrit de la coopérative',
      status: 'dire sans attendre tout changement de situation (emploi, titre de séjour, adresse)',
    },
    coopAfter: {
      invoices: 'établir les factures et tenir le compte d’activité de la personne',
      statement: 'remettre un relevé de ce compte chaque mois',
      charges: 'déclarer et payer les cotisations sociales, puis les retenir sur le compte',
    },
    personAfter: {
      declare: 'déclarer ses ventes et ses frais dans les délais de l’article {article}',
      mention: 'faire figurer sur ses documents les mentions de l’article {mentions}',
      insurance: 'exercer la seule activité décrite ici, celle que l’assurance couvre',
    },
  },
  means: {
    title: 'Moyens mis à disposition',
    name: 'Moyen',
    amount: 'Étendue ou montant',
    conditions: 'Conditions',
    evolution: 'Ces moyens ne changent que par un avenant signé des deux parties.',
  },
  contribution: {
    title: 'Rémunération de la coopérative',
    base: 'La coopérative retient chaque mois une contribution. Elle est calculée sur {base}.',
    baseRevenue: 'les ventes hors taxes',
    baseGrossMargin: 'les ventes hors taxes moins les achats pour produire',
    baseCollected: 'les ventes hors taxes encaissées',
    scheme: 'Barème {code}, décidé par l’assemblée générale du {date}.',
    rate: 'Son taux est de {rate}.',
    tiers: 'Chaque taux s’applique à la seule part du montant comprise dans sa tranche :',
    tiersOverYear: 'Les tranches portent sur le total de l’année civile.',
    tierUpTo: '{rate} jusqu’à {amount}',
    tierAbove: '{rate} au-delà',
    fixed: 'Une part fixe de {amount} par mois s’y ajoute.',
    floor: 'La contribution est d’au moins {amount} par mois, même sans vente.',
    exemptOne:
      'La contribution n’est pas due le mois où commence le premier contrat de cette activité.',
    exemptMany:
      'La contribution n’est pas due pendant les {count} premiers mois, comptés depuis celui où ' +
      'commence le premier contrat de cette activité.',
    ...contribution,
    exemptStatuses: 'La contribution n’est pas due pour {who}.',
    deducted: 'Avant le calcul, la coopérative enlève : {costs}.',
    minimumOnly: 'Ces exemptions valent pour le minimum et la part fixe seulement.',
    below:
      'La contribution n’est pas due quand le montant sur lequel elle est calculée est inférieur à ' +
      '{amount} dans le mois.',
    monthlyCap: 'La contribution ne dépasse pas {amount} par mois, tout compris.',
    yearlyCap: 'La contribution ne dépasse pas {amount} par année civile, tout compris.',
    givenBack:
      'Quand le montant sur lequel elle est calculée est négatif, la coopérative rend la ' +
      'contribution, dans la limite de celle qu’elle a prise dans l’année civile, minimums et parts ' +
      'fixes exceptés.',
    evolution:
      'Seule l’assemblée générale peut la faire évoluer. La coopérative le dit par écrit avant le premier mois de la nouvelle règle.',
  },
  thirdParties: {
    title: 'Engagements envers les tiers',
    nature: 'La personne peut prendre les engagements suivants : {nature}.',
    maximum: 'Leur montant total ne dépasse pas {amount}.',
    conditions: 'Chaque engagement demande l’accord écrit et préalable de la coopérative.',
    bearerActivity:
      'Le compte d’activité de la personne les supporte en fin de compte. La coopérative supporte ' +
      'ce que ce compte ne peut pas payer, sauf faute de la personne.',
    bearerCoop: 'La coopérative les supporte en fin de compte, sauf faute de la personne.',
  },
  accounts: {
    title: 'Information sur les comptes',
    frequency:
      'Après le début de l’activité, la personne déclare chaque mois ses ventes, ses achats et ses ' +
      'frais, avec les justificatifs, au plus tard le {day} du mois suivant.',
    frequencyFirst:
      'Après le début de l’activité, la personne déclare chaque mois ses ventes, ses achats et ses ' +
      'frais, avec les justificatifs, au plus tard le 1er du mois suivant.',
    nil: 'Un mois sans vente se déclare aussi. La déclaration se fait en ligne ou à la coopérative.',
  },
  ending: {
    title: 'Fin anticipée',
    notice:
      'Chaque partie peut mettre fin au contrat par un écrit remis à l’autre, avec un préavis de ' +
      '{days} jours.',
    noticeOne:
      'Chaque partie peut mettre fin au contrat par un écrit remis à l’autre, avec un préavis d’un ' +
      'jour.',
    noNotice:
      'Chaque partie peut mettre fin au contrat par un écrit remis à l’autre, sans préavis.',
    breach:
      'Si une partie ne tient pas un engagement, l’autre peut mettre fin au contrat quinze jours ' +
      'après une demande écrite restée sans effet.',
    statement:
      'La coopérative arrête alors le compte d’activité et remet un relevé final. Elle informe ' +
      'l’URSSAF et France Travail (article R5142-1 du code du travail).',
  },
  payBefore: {
    title: 'Rémunération avant le début de l’activité',
    none: 'La personne ne reçoit pas de rémunération avant le début de l’activité économique.',
    amount:
      'Avant le début de l’activité économique, la coopérative verse à la personne {amount} par ' +
      'mois, au plus tard le dernier jour du mois.',
  },
  socialContributions: {
    title: 'Cotisations et protection sociale',
    advance:
      'La coopérative déclare et paie les cotisations sociales dues pour la personne. Après le ' +
      'début de l’activité, elle les retient pour leur montant exact sur le compte d’activité, à ' +
      'leur date d’échéance.',
    accident:
      'Sans rémunération, seule la cotisation d’accident du travail est due, sur une base fixe, ' +
      'pour tout mois commencé (article D412-99 du code de la sécurité sociale).',
    cover:
      'La personne relève du régime général de sécurité sociale, des règles de l’assurance chômage ' +
      'et des règles de santé et de sécurité au travail (article L5142-1 du code du travail).',
  },
  liability: {
    title: 'Responsabilité et immatriculation',
    before:
      'Avant immatriculation, la coopérative assume envers les tiers les engagements pris à ' +
      'l’occasion du programme.',
    after:
      'Après immatriculation, la coopérative et la personne sont solidairement responsables de ces ' +
      'engagements, dans les limites du contrat et jusqu’à sa fin (article L127-4). La personne ' +
      'prévient la coopérative avant de s’immatriculer.',
    damage:
      'La coopérative répond des dommages causés à l’occasion du programme avant immatriculation. ' +
      'Après, elle les garantit si la personne a respecté ce contrat (article L127-6).',
  },
  mentions: {
    title: 'Mentions sur les documents',
    text:
      'Factures, devis, lettres et publicités indiquent que la personne bénéficie d’un CAPE, le ' +
      'nom, le siège et le numéro d’identification de la coopérative, et le terme du contrat : ' +
      '{to} (article R127-3).',
  },
  papersMention:
    'Bénéficiaire d’un contrat d’appui au projet d’entreprise (CAPE) n° {number}, dont le terme est le {to}, conclu avec {name}, {legalForm}, siège {seat}, {registration}.',
  signatures: {
    title: 'Signatures',
    doneAt:
      'Fait à {place}. La date de chaque signature est à côté d’elle, ou sur la page de preuves.',
    coop: 'Pour la coopérative',
    person: 'La personne',
    before: 'Date et signature',
  },
} as const
