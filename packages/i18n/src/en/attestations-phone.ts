import type { attestationsPhone as source } from '../fr/attestations-phone.ts'
import type { Translation } from '../t.ts'

export const attestationsPhone = {
  title: 'My certificates',
  hint: 'Give these papers to who asks: France Travail, CAF, a landlord.',
  kind: {
    monthly_income: 'Certificate of activity and income',
    cape_entry: 'Certificate of entry into a CAPE',
    cape_period: 'Certificate of CAPE (business project support contract)',
    attendance: 'Certificate of attendance',
    employment: 'Certificate of current employment',
    associate: 'Certificate of associate',
    work_certificate: 'Certificate of employment',
    settlement_receipt: 'Receipt for full and final settlement',
    account_statement: 'Statement of the activity account',
    tutoring_hours: 'Tutoring certificate',
  },
  ask: {
    title: 'Ask for a certificate',
    kind: 'Which paper?',
    months: 'Which months?',
    lastMonths: {
      one: 'The last month',
      other: 'The last {count} months',
    },
    submit: 'Ask',
    sent: 'Request sent. You get the paper here.',
    askedOn: 'asked on {date}',
    waiting: 'The cooperative is preparing this paper.',
    causes: {
      month_open: 'This month is not closed yet. Ask again next month.',
      not_entitled: 'You have no right to this paper. Call us to talk about it.',
      from_payroll: 'This paper comes with your payslip.',
      talk_first: 'Call us: we must talk about it first.',
    },
  },
  issuedOn: 'Issued on {date}',
  number: 'Number {number}',
  checks: {
    one: 'Verified {count} time',
    many: 'Verified {count} times',
    other: 'Verified {count} times',
  },
  open: 'Open the PDF',
  check: 'See what others see',
  replaced: 'Replaced. Give the new one.',
  revoked: 'Cancelled. Do not use it any more. Ask for a new certificate.',
  empty: 'You have no certificate yet. Ask your cooperative for one.',
} as const satisfies Translation<typeof source>
