import type { DocumentFacts, DocumentKind } from '../src/document-kinds.ts'
import { activityConventionFacts } from './given-activity-convention.ts'
import {
  associateFacts,
  attendanceFacts,
  capePeriodFacts,
  employmentFacts,
  settlementFacts,
  workFacts,
} from './given-attest.ts'
import { capeContractFacts } from './given-cape-contract.ts'
import { capeNoticeFacts } from './given-cape-notice.ts'
import {
  cesaFacts,
  entryFacts,
  incomeFacts,
  mixedTutoringFacts,
  tutoringFacts,
  yearTutoringFacts,
} from './given-certificates.ts'
import { cesaContractFacts } from './given-cesa-contract.ts'
import { contractAmendmentFacts } from './given-contract-amendment.ts'
import { interviewReportFacts } from './given-interview-report.ts'
import { receiptFacts, statementFacts } from './given-month.ts'
import { openPeriodFacts, periodFacts } from './given-period.ts'
import { evidenceFacts, sheetFacts, wordSheetFacts } from './given-signatures.ts'

/** A document that the tests print, in French and in English. */
export type Sample = {
  [Kind in DocumentKind]: {
    readonly name: string
    readonly kind: Kind
    readonly facts: DocumentFacts[Kind]
  }
}[DocumentKind]

export const CREATED_AT = new Date('2026-11-10T09:00:00Z')

export const SAMPLES: readonly Sample[] = [
  { name: 'income-cape', kind: 'monthly-income-certificate', facts: incomeFacts },
  { name: 'income-cesa', kind: 'monthly-income-certificate', facts: cesaFacts },
  { name: 'cape-entry', kind: 'cape-entry-certificate', facts: entryFacts },
  { name: 'cape-period', kind: 'cape-period-certificate', facts: capePeriodFacts },
  { name: 'attendance', kind: 'attendance-certificate', facts: attendanceFacts },
  { name: 'employment', kind: 'employment-certificate', facts: employmentFacts },
  { name: 'associate', kind: 'associate-certificate', facts: associateFacts },
  { name: 'work-certificate', kind: 'work-certificate', facts: workFacts },
  { name: 'settlement-receipt', kind: 'settlement-receipt', facts: settlementFacts },
  { name: 'cape-contract', kind: 'cape-contract', facts: capeContractFacts },
  { name: 'cape-notice', kind: 'cape-notice', facts: capeNoticeFacts },
  { name: 'cesa-contract', kind: 'cesa-contract', facts: cesaContractFacts },
  { name: 'contract-amendment', kind: 'contract-amendment', facts: contractAmendmentFacts },
  { name: 'activity-convention', kind: 'activity-convention', facts: activityConventionFacts },
  { name: 'interview-report', kind: 'interview-report', facts: interviewReportFacts },
  { name: 'account-statement', kind: 'account-statement', facts: statementFacts },
  { name: 'period-statement', kind: 'period-statement', facts: periodFacts },
  { name: 'open-statement', kind: 'period-statement', facts: openPeriodFacts },
  { name: 'tutoring', kind: 'tutoring-certificate', facts: tutoringFacts },
  { name: 'tutoring-year', kind: 'tutoring-certificate', facts: yearTutoringFacts },
  { name: 'tutoring-mixed', kind: 'tutoring-certificate', facts: mixedTutoringFacts },
  { name: 'declaration-receipt', kind: 'declaration-receipt', facts: receiptFacts },
  { name: 'signature-evidence', kind: 'signature-evidence', facts: evidenceFacts },
  { name: 'signature-sheet', kind: 'signature-sheet', facts: sheetFacts },
  { name: 'word-sheet', kind: 'word-sheet', facts: wordSheetFacts },
]
