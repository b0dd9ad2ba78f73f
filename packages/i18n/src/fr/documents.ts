import { activityConvention } from './documents-activity-convention.ts'
import { attestDocuments } from './documents-attest.ts'
import { capeContract } from './documents-cape-contract.ts'
import { capeNotice } from './documents-cape-notice.ts'
import { cesaContract } from './documents-cesa-contract.ts'
import { contractAmendment } from './documents-contract-amendment.ts'
import { interviewReport } from './documents-interview-report.ts'
import { signatureEvidence } from './documents-signature-evidence.ts'
import { signatureSheet } from './documents-signature-sheet.ts'

/** Every word printed on a document of the cooperative, except the CAPE contract's articles. */
export const documents = {
  common: {
    siren: 'SIREN {siren}',
    registry: '{siren} RCS {city}',
    reference: '{issuer} · SIREN {siren} · {number}',
    page: 'page {page} / {pages}',
    number: 'Numéro {number}',
    date: 'Date : {date}',
    replaces: 'Remplace n° {number}',
    provisional: 'Provisoire',
    person: 'Personne',
    bornOn: 'Date de naissance',
    birthPlace: 'Lieu de naissance',
    activity: 'Activité',
    month: 'Mois',
    total: 'Total',
    fromTo: 'du {from} au {to}',
    from: 'depuis le {from}',
    CAPE: 'Contrat (CAPE)',
    CESA: 'Contrat (CESA)',
    doneAt: 'Fait à {place}, le {date}',
    forIssuer: 'Pour {issuer}',
    signatureSpace: 'Signature',
    logoAlt: 'Logo de {issuer}',
    verifyTitle: 'Vérifier ce document',
    verifyHow: 'Scannez le carré avec un téléphone. Ou ouvrez {page} et tapez ce code :',
    verifyAlt: 'Carré à scanner (code QR). Il ouvre la page de vérification {url}',
    sealReason: 'Cachet électronique de la coopérative, {number}',
    languageNote: '',
    aloneNote: '',
    copyNote: 'Suivie d’une traduction en anglais. Le texte français est celui qui compte.',
    notClosed: 'Mois non clos',
  },
  monthlyIncomeCertificate: {
    title: 'Attestation d’activité et de revenus',
    capeStatement:
      '{issuer} atteste que {name} est titulaire d’un contrat d’appui au projet d’entreprise ' +
      '(articles L127-1 à L127-7 du code de commerce). Ce contrat n’est pas un contrat de travail.',
    cesaStatement:
      '{issuer} atteste que {name} est titulaire d’un contrat d’entrepreneur salarié associé ' +
      '(articles L7331-1 à L7331-3 du code du travail).',
    capeStatementPast:
      '{issuer} atteste que {name} a été titulaire d’un contrat d’appui au projet d’entreprise ' +
      '(articles L127-1 à L127-7 du code de commerce). Ce contrat n’était pas un contrat de travail.',
    cesaStatementPast:
      '{issuer} atteste que {name} a été titulaire d’un contrat d’entrepreneur salarié associé ' +
      '(articles L7331-1 à L7331-3 du code du travail).',
    capeKeyFigure: 'Rémunération réellement versée pour la période',
    cesaKeyFigure: 'Montant net social des salaires versés',
    accountHeading: 'Compte d’activité, mois par mois',
    revenue: 'Ventes hors taxes',
    productionPurchases: 'Achats pour produire',
    expenses: 'Frais',
    contribution: 'Part de la coopérative',
    accidentCover: 'Cotisation accident',
    result: 'Résultat du mois',
    capePay: 'Réellement versé',
    cesaPay: 'Coût du salaire versé',
    balance: 'Solde du compte',
    salariesHeading: 'Salaires versés, au mois du paiement',
    paidOn: 'Date de paiement',
    gross: 'Salaire brut',
    netBeforeTax: 'Net avant impôt',
    netSocial: 'Montant net social',
    capeNotice: 'Le résultat reste sur le compte d’activité. Ce n’est pas un revenu.',
    capeNoticeDetail:
      'La coopérative tient ce compte. Seule la rémunération réellement versée est un revenu.',
    cesaNotice: 'Le solde reste sur le compte d’activité. Ce n’est pas un revenu.',
    cesaNoticeDetail: 'La coopérative tient ce compte. Seul le salaire versé est un revenu.',
    provisionalNote:
      'Chiffres provisoires : le mois n’est pas encore clos. Une attestation définitive suivra.',
  },
  capeEntryCertificate: {
    title: 'Attestation d’entrée en CAPE',
    subtitle: 'Contrat d’appui au projet d’entreprise',
    statement:
      '{issuer} atteste que {name} est titulaire d’un contrat d’appui au projet d’entreprise ' +
      '(articles L127-1 à L127-7 du code de commerce).',
    startsOn: 'Début du contrat',
    endsOn: 'Terme du contrat',
    rank: 'Rang du contrat',
    rank0: 'Contrat initial',
    rank1: 'Premier renouvellement',
    rank2: 'Second et dernier renouvellement',
    contractNumber: 'Numéro du contrat',
    supporter: 'Structure qui appuie le projet',
    supporterName: 'Nom',
    seat: 'Siège',
    registration: 'Numéro d’identification',
    notice: 'Le CAPE n’est pas un contrat de travail.',
    noticeDetail:
      'La coopérative apporte à la personne une aide particulière et continue pour préparer ' +
      'puis gérer son activité.',
    use: 'La personne peut présenter cette attestation à tout organisme.',
  },
  accountStatement: {
    title: 'Relevé du compte d’activité',
    keyFigure: 'Solde du compte le {date}',
    date: 'Date',
    movement: 'Mouvement',
    amount: 'Montant',
    balance: 'Solde',
    opening: 'Solde au début du mois',
    closing: 'Mouvement du mois et solde à la fin',
    noLine: 'Aucun mouvement ce mois-ci.',
    notice: 'Le solde n’est pas un revenu tant qu’il n’est pas versé.',
    vatNote: 'La TVA n’est pas sur ce compte : la coopérative la déclare et la paie à l’État.',
    closingVersion: 'Clôture numéro {version}, faite le {instant}.',
    closingReplaces: 'Elle remplace la clôture numéro {previous}.',
    hash: 'Empreinte SHA-256 de la clôture : {hash}',
  },
  periodStatement: {
    title: 'Relevé de compte d’activité',
    period: 'du {from} au {to}',
    statement: '{issuer} atteste que le compte d’activité de {name} porte les mouvements suivants.',
    opening: 'Solde au début de la période',
    closing: 'Mouvement de la période et solde à la fin',
    openMonth:
      '{month} n’est pas clos : ses lignes sont celles du {date} et peuvent encore changer.',
    closedMonths: 'Les mois clos ne changent plus.',
  },
  tutoringCertificate: {
    title: 'Attestation de tutorat',
    statementOne: '{issuer} atteste que {name} a accompagné {count} personne {period}.',
    statementMany: '{issuer} atteste que {name} a accompagné {count} personnes {period}.',
    apart: 'Bénévoles ou payées, les heures sont comptées à part : elles ne s’additionnent pas.',
    kinds: {
      volunteer: {
        alone: 'Cet accompagnement est bénévole.',
        keyFigure: 'Heures de bénévolat validées',
        named: '{time} (bénévolat)',
      },
      paid: {
        alone: 'Cet accompagnement est une mission payée.',
        keyFigure: 'Heures de mission payée validées',
        named: '{time} (mission payée)',
      },
      unstated: {
        alone: 'Rien n’indique si cet accompagnement est bénévole ou payé.',
        keyFigure: 'Heures validées, bénévoles ou payées : non précisé',
        named: '{time} (non précisé)',
      },
    },
    individual: 'Avec une personne',
    group: 'En groupe (comptées une fois)',
    travel: 'Trajets, non compris dans les heures',
    subjects: 'Sujets',
    subjectsNone: 'Sujets non précisés',
    people: 'Personnes accompagnées',
    sessions: 'Séances',
    noted: 'Heures notées',
    confirmed: 'Heures confirmées',
    approved: 'Heures validées',
    notice: 'Seules les heures validées comptent.',
    noticeDetail:
      'Les heures notées sont celles que la personne a écrites. Les heures confirmées sont ' +
      'celles que les personnes accompagnées ont reconnues. Les heures validées ont aussi été ' +
      'vérifiées par la structure.',
  },
  declarationReceipt: {
    title: 'Reçu de déclaration',
    keyFigure: 'Numéro de la déclaration',
    sentAt: 'Envoyée le {instant}',
    statement:
      '{issuer} a reçu cette déclaration de {name}. Ce reçu prouve l’envoi et son contenu.',
    sales: 'Ventes',
    expenses: 'Dépenses',
    date: 'Date',
    what: 'Quoi',
    original: 'Montant d’origine',
    rate: 'Taux',
    euros: 'En euros',
    euroRate: '–',
    gross: 'TVA comprise',
    net: 'hors taxes',
    rateFormula: '1 € = {rate} {currency}',
    noSale: 'Aucune vente ce mois-ci.',
    noExpense: 'Aucune dépense ce mois-ci.',
    notice: 'La coopérative vérifie maintenant ces montants.',
    noticeDetail: 'Un montant peut changer après cette vérification. La personne est prévenue.',
  },
  ...attestDocuments,
  activityConvention,
  capeContract,
  capeNotice,
  cesaContract,
  interviewReport,
  signatureEvidence,
  signatureSheet,
  contractAmendment,
} as const
