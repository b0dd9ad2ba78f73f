import type { documents as frDocuments } from '../fr/documents.ts'
import type { SameTexts } from '../fr/documents-shape.ts'
import { activityConvention } from './documents-activity-convention.ts'
import { attestDocuments } from './documents-attest.ts'
import { capeContract } from './documents-cape-contract.ts'
import { capeNotice } from './documents-cape-notice.ts'
import { cesaContract } from './documents-cesa-contract.ts'
import { contractAmendment } from './documents-contract-amendment.ts'
import { interviewReport } from './documents-interview-report.ts'
import { signatureEvidence } from './documents-signature-evidence.ts'
import { signatureSheet } from './documents-signature-sheet.ts'

export const documents = {
  common: {
    siren: 'SIREN {siren}',
    registry: '{siren} RCS {city}',
    reference: '{issuer} · SIREN {siren} · {number}',
    page: 'page {page} of {pages}',
    number: 'Number {number}',
    date: 'Date: {date}',
    replaces: 'Replaces no. {number}',
    provisional: 'Provisional',
    person: 'Person',
    bornOn: 'Date of birth',
    birthPlace: 'Place of birth',
    activity: 'Activity',
    month: 'Month',
    total: 'Total',
    fromTo: 'from {from} to {to}',
    from: 'since {from}',
    CAPE: 'Contract (CAPE)',
    CESA: 'Contract (CESA)',
    doneAt: 'Done in {place}, on {date}',
    forIssuer: 'For {issuer}',
    signatureSpace: 'Signature',
    logoAlt: 'Logo of {issuer}',
    verifyTitle: 'Check this document',
    verifyHow: 'Scan the square with a phone. Or open {page} and type this code:',
    verifyAlt: 'Square to scan (QR code). It opens the verification page {url}',
    sealReason: 'Electronic seal of the cooperative, {number}',
    languageNote: 'This is a translation. The French text of this document is the one that counts.',
    aloneNote:
      'This document exists in English only. The laws it names are French: their French wording counts.',
    copyNote: 'An English translation follows. The French text is the one that counts.',
    notClosed: 'Month not closed',
  },
  monthlyIncomeCertificate: {
    title: 'Certificate of activity and income',
    capeStatement:
      '{issuer} certifies that {name} holds a business project support contract (articles L127-1 ' +
      'to L127-7 of the French commercial code). This is not an employment contract.',
    cesaStatement:
      '{issuer} certifies that {name} holds an employed associate entrepreneur contract (articles ' +
      'L7331-1 to L7331-3 of the French labour code).',
    capeStatementPast:
      '{issuer} certifies that {name} held a business project support contract (articles L127-1 ' +
      'to L127-7 of the French commercial code). This was not an employment contract.',
    cesaStatementPast:
      '{issuer} certifies that {name} held an employed associate entrepreneur contract (articles ' +
      'L7331-1 to L7331-3 of the French labour code).',
    capeKeyFigure: 'Pay actually made for the period',
    cesaKeyFigure: 'Net social amount of the salaries paid',
    accountHeading: 'Activity account, month by month',
    revenue: 'Sales before VAT',
    productionPurchases: 'Production purchases',
    expenses: 'Expenses',
    contribution: 'Cooperative’s share',
    accidentCover: 'Accident cover',
    result: 'Result of the month',
    capePay: 'Actually paid',
    cesaPay: 'Cost of salary paid',
    balance: 'Account balance',
    salariesHeading: 'Salaries, in the month of payment',
    paidOn: 'Date of payment',
    gross: 'Gross salary',
    netBeforeTax: 'Net before tax',
    netSocial: 'Net social amount',
    capeNotice: 'The result stays on the activity account. It is not income.',
    capeNoticeDetail: 'The cooperative keeps this account. Only pay actually made is income.',
    cesaNotice: 'The balance stays on the activity account. It is not income.',
    cesaNoticeDetail: 'The cooperative keeps this account. Only the salary paid is income.',
    provisionalNote:
      'Provisional figures: the month is not closed yet. A final certificate will follow.',
  },
  capeEntryCertificate: {
    title: 'Certificate of entry into a CAPE',
    subtitle: 'Business project support contract',
    statement:
      '{issuer} certifies that {name} holds a business project support contract (articles L127-1 ' +
      'to L127-7 of the French commercial code).',
    startsOn: 'Start of the contract',
    endsOn: 'Term of the contract',
    rank: 'Rank of the contract',
    rank0: 'Initial contract',
    rank1: 'First renewal',
    rank2: 'Second and last renewal',
    contractNumber: 'Contract number',
    supporter: 'Organisation supporting the project',
    supporterName: 'Name',
    seat: 'Registered office',
    registration: 'Identification number',
    notice: 'The CAPE is not an employment contract.',
    noticeDetail:
      'The cooperative gives the person specific and continuous help to prepare, then run, their ' +
      'activity.',
    use: 'The person may show this certificate to any organisation.',
  },
  accountStatement: {
    title: 'Statement of the activity account',
    keyFigure: 'Account balance on {date}',
    date: 'Date',
    movement: 'Movement',
    amount: 'Amount',
    balance: 'Balance',
    opening: 'Balance at the start of the month',
    closing: 'Movement of the month and closing balance',
    noLine: 'No movement this month.',
    notice: 'The balance is not income as long as it is not paid out.',
    vatNote: 'VAT is not on this account: the cooperative declares it and pays it to the State.',
    closingVersion: 'Closing number {version}, made on {instant}.',
    closingReplaces: 'It replaces closing number {previous}.',
    hash: 'SHA-256 fingerprint of the closing: {hash}',
  },
  periodStatement: {
    title: 'Statement of the activity account',
    period: 'from {from} to {to}',
    statement:
      '{issuer} certifies that the activity account of {name} bears the following movements.',
    opening: 'Balance at the beginning of the period',
    closing: 'Movement of the period and balance at its end',
    openMonth: '{month} is not closed: its lines are those of {date} and may still change.',
    closedMonths: 'Closed months do not change any more.',
  },
  tutoringCertificate: {
    title: 'Tutoring certificate',
    statementOne: '{issuer} certifies that {name} supported {count} person {period}.',
    statementMany: '{issuer} certifies that {name} supported {count} people {period}.',
    apart: 'Volunteer and paid hours are counted apart and never added up.',
    kinds: {
      volunteer: {
        alone: 'This support is voluntary and unpaid.',
        keyFigure: 'Approved volunteer hours',
        named: '{time} (volunteering)',
      },
      paid: {
        alone: 'This support is a paid mission.',
        keyFigure: 'Approved hours of paid missions',
        named: '{time} (paid missions)',
      },
      unstated: {
        alone: 'It is not recorded whether this support was voluntary or paid.',
        keyFigure: 'Approved hours, voluntary or paid: not recorded',
        named: '{time} (not recorded)',
      },
    },
    individual: 'With one person',
    group: 'In a group (counted once)',
    travel: 'Travel, not part of the hours',
    subjects: 'Subjects',
    subjectsNone: 'Subjects not given',
    people: 'People supported',
    sessions: 'Sessions',
    noted: 'Hours noted',
    confirmed: 'Hours confirmed',
    approved: 'Hours approved',
    notice: 'Only approved hours count.',
    noticeDetail:
      'Noted hours are those the person wrote down. Confirmed hours are those that the people ' +
      'supported have recognised. Approved hours were also checked by the organisation.',
  },
  declarationReceipt: {
    title: 'Declaration receipt',
    keyFigure: 'Declaration number',
    sentAt: 'Sent on {instant}',
    statement:
      '{issuer} has received this declaration from {name}. This receipt proves that it was sent, ' +
      'and what it says.',
    sales: 'Sales',
    expenses: 'Expenses',
    date: 'Date',
    what: 'What',
    original: 'Original amount',
    rate: 'Rate',
    euros: 'In euros',
    euroRate: '–',
    gross: 'including VAT',
    net: 'excluding VAT',
    rateFormula: '€1 = {rate} {currency}',
    noSale: 'No sale this month.',
    noExpense: 'No expense this month.',
    notice: 'The cooperative now checks these amounts.',
    noticeDetail: 'An amount may change after this check. The person is then told.',
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
} as const satisfies SameTexts<typeof frDocuments>
