import type { retentionKinds as source } from '../fr/retention-kinds.ts'
import type { Translation } from '../t.ts'

export const retentionKinds = {
  contact: 'How to reach somebody, situation, exchanges',
  papers: 'Identity paper, CV, diplomas',
  right_to_work: 'Residence permit: number, scans, decisions',
  pay: 'Pay: social security number, IBAN, bank details',
  contract: 'Contracts, amendments, signatures, notices',
  attestation: 'Certificates issued',
  tutoring: 'Notes of tutoring',
  identity: 'Name, date of birth, account, journal of the file',
  lead: 'Contacts that led nowhere',
  accounting: 'Accounting vouchers: customers, reasons, receipts',
  message: 'Messages that left',
  check: 'Checks of certificates',
  look: 'Who opened a paper',
  sign_in: 'Sign-ins',
  journal: 'Contents of the journal',
  request: 'Answers kept for a repeated request',
  export: 'Copies of data that expired',
} as const satisfies Translation<typeof source>
