import type { verify as source } from '../fr/verify.ts'
import type { Translation } from '../t.ts'

export const verify = {
  pageName: 'Check a certificate',
  otherLanguage: 'Français',
  skip: 'Go to content',
  form: {
    intro: 'Write the code of the document. You find it at the bottom, beside the square to scan.',
    label: 'Code of the document',
    hint: 'The code has 10 characters. Example: {example}',
    submit: 'Check',
    empty: 'Write the code of the document.',
    errorTitle: 'Error: {page}',
    again: 'Check another document',
  },
  genuine: {
    title: 'Genuine certificate',
    sentence: 'This certificate is genuine. {issuer} issued it on {date}.',
    compare: 'Compare these lines with the document. They must be the same.',
    provisional: 'The figures are provisional: the month was not closed on that day.',
  },
  revoked: {
    title: 'Certificate cancelled on {date}',
    sentence: '{issuer} cancelled this certificate. It is no longer valid.',
  },
  altered: {
    title: 'Do not rely on this document',
    sentence: 'The document kept here is no longer the one of the first day. Call the cooperative.',
  },
  unknown: {
    title: 'Unknown number',
    sentence: 'We do not know this code. Check each letter and each digit.',
    wasNumber:
      'This is the number of the certificate. Write the 10-character code beside the square.',
  },
  paused: {
    title: 'Checks are paused',
    sentence: 'There were too many tries. Wait {minutes} minutes, then try again.',
    scan: 'Do you have the document? Scan the square with a phone.',
    unavailable: 'The service is resting for a moment. Wait one minute, then try again.',
  },
  line: {
    kind: 'Document',
    number: 'Number',
    issuer: 'Issued by',
    issuedOn: 'Issued on',
    period: 'Period',
    name: 'Name',
    initials: 'Initials',
    seal: 'Seal of the document',
  },
  kind: {
    monthly_income: 'Certificate of activity and income',
    cape_entry: 'Certificate of entry into a CAPE (business project support contract)',
    cape_period: 'Certificate of CAPE (business project support contract)',
    employment: 'Certificate of current employment',
    associate: 'Certificate of associate',
    work_certificate: 'Certificate of employment',
    settlement_receipt: 'Receipt for full and final settlement',
    tutoring_hours: 'Tutoring certificate',
  },
  figure: {
    pay: 'Pay actually made for the period',
    revenue: 'Sales before VAT',
    result: 'Result',
    balance: 'Balance of the account at the end',
    startsOn: 'Start of the contract',
    endsOn: 'End of the contract',
    contractNumber: 'Number of the contract',
    associateOn: 'Associate since',
    sumsPaid: 'Total paid at the end of the contract',
    confirmedHours: 'Confirmed hours',
    approvedHours: 'Approved hours',
    peopleHelped: 'People helped',
  },
  period: 'from {from} to {to}',
  erased: 'The name and the details are erased: the time they are kept is over.',
  sealIntact: 'Intact: the document has not changed since that day.',
  shortCodeNote:
    'With the written code, the page hides the name. Scan the square to see all of it.',
  notIncome: 'The result stays on the activity account. Only the pay is income.',
  help: {
    title: 'A question about this document?',
    call: 'Call {issuer}: {phone}',
    write: 'Write to {issuer}: {email}',
    anyone: 'Call the cooperative. Its phone number is at the top of the document.',
  },
} as const satisfies Translation<typeof source>
