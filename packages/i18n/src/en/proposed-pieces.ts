import type { proposedPieces as source } from '../fr/proposed-pieces.ts'
import type { Translation } from '../t.ts'

export const proposedPieces = {
  identity: {
    label: 'Identity card or passport',
    hint: 'Both sides, valid today.',
  },
  social_security: {
    label: 'Certificate of social security rights',
    hint: 'You find it on ameli.fr, or at the machine of the CPAM.',
  },
  bank_details: {
    label: 'Bank details (RIB)',
    hint: 'In your own name. Your bank gives it to you.',
  },
  application: {
    label: 'Application form',
    hint: 'The pages we gave you, filled in and signed.',
  },
  charter: {
    label: 'Charter of the cooperative, signed',
    hint: 'Read the charter that we gave you, sign it, then photograph its last page.',
  },
  insurance: {
    label: 'Certificate of insurance',
    hint: 'Civil liability, valid today.',
  },
  job_seeker_proof: {
    label: 'Statement of France Travail',
    hint: 'In your personal space of France Travail, of this month.',
  },
  minimum_income_proof: {
    label: 'Certificate of RSA',
    hint: 'In your space of the CAF or the MSA, of this month.',
  },
  employer_agreement: {
    label: 'Current employment contract',
    hint: 'The page that shows your hours a week.',
  },
} as const satisfies Translation<typeof source>
