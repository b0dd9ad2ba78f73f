import type {
  AccountStatementFacts,
  AccountStatementModel,
} from './documents/account-statement/model.ts'
import { accountStatementModel } from './documents/account-statement/model.ts'
import type {
  ActivityConventionFacts,
  ActivityConventionModel,
} from './documents/activity-convention/model.ts'
import { activityConventionModel } from './documents/activity-convention/model.ts'
import type { AssociateCertificateFacts } from './documents/associate-certificate/model.ts'
import { associateCertificateModel } from './documents/associate-certificate/model.ts'
import type { AttendanceCertificateFacts } from './documents/attendance-certificate/model.ts'
import { attendanceCertificateModel } from './documents/attendance-certificate/model.ts'
import type { CapeContractFacts } from './documents/cape-contract/facts.ts'
import type { CapeContractModel } from './documents/cape-contract/model.ts'
import { capeContractModel } from './documents/cape-contract/model.ts'
import type {
  CapeEntryCertificateFacts,
  CapeEntryCertificateModel,
} from './documents/cape-entry-certificate/model.ts'
import { capeEntryCertificateModel } from './documents/cape-entry-certificate/model.ts'
import type { CapeNoticeFacts, CapeNoticeModel } from './documents/cape-notice/model.ts'
import { capeNoticeModel } from './documents/cape-notice/model.ts'
import type { CapePeriodCertificateFacts } from './documents/cape-period-certificate/model.ts'
import { capePeriodCertificateModel } from './documents/cape-period-certificate/model.ts'
import type { CesaContractFacts } from './documents/cesa-contract/facts.ts'
import type { CesaContractModel } from './documents/cesa-contract/model.ts'
import { cesaContractModel } from './documents/cesa-contract/model.ts'
import type { ContractAmendmentFacts } from './documents/contract-amendment/facts.ts'
import type { ContractAmendmentModel } from './documents/contract-amendment/model.ts'
import { contractAmendmentModel } from './documents/contract-amendment/model.ts'
import type {
  DeclarationReceiptFacts,
  DeclarationReceiptModel,
} from './documents/declaration-receipt/model.ts'
import { declarationReceiptModel } from './documents/declaration-receipt/model.ts'
import type { EmploymentCertificateFacts } from './documents/employment-certificate/model.ts'
import { employmentCertificateModel } from './documents/employment-certificate/model.ts'
import type {
  InterviewReportFacts,
  InterviewReportModel,
} from './documents/interview-report/model.ts'
import { interviewReportModel } from './documents/interview-report/model.ts'
import type {
  MonthlyIncomeCertificateFacts,
  MonthlyIncomeCertificateModel,
} from './documents/monthly-income-certificate/model.ts'
import { monthlyIncomeCertificateModel } from './documents/monthly-income-certificate/model.ts'
import type {
  PeriodStatementFacts,
  PeriodStatementModel,
} from './documents/period-statement/model.ts'
import { periodStatementModel } from './documents/period-statement/model.ts'
import type { SettlementReceiptFacts } from './documents/settlement-receipt/model.ts'
import { settlementReceiptModel } from './documents/settlement-receipt/model.ts'
import type { AttestModel } from './documents/shared/attest.ts'
import type { DocumentLocale } from './documents/shared/facts.ts'
import { textsOf } from './documents/shared/texts.ts'
import type {
  SignatureEvidenceFacts,
  SignatureEvidenceModel,
} from './documents/signature-evidence/model.ts'
import { signatureEvidenceModel } from './documents/signature-evidence/model.ts'
import type { SignatureSheetFacts, SignatureSheetModel } from './documents/signature-sheet/model.ts'
import { signatureSheetModel } from './documents/signature-sheet/model.ts'
import type {
  TutoringCertificateFacts,
  TutoringCertificateModel,
} from './documents/tutoring-certificate/model.ts'
import { tutoringCertificateModel } from './documents/tutoring-certificate/model.ts'
import type { WordSheetFacts, WordSheetModel } from './documents/word-sheet/model.ts'
import { wordSheetModel } from './documents/word-sheet/model.ts'
import type { WorkCertificateFacts } from './documents/work-certificate/model.ts'
import { workCertificateModel } from './documents/work-certificate/model.ts'

export type DocumentFacts = {
  'associate-certificate': AssociateCertificateFacts
  'attendance-certificate': AttendanceCertificateFacts
  'cape-period-certificate': CapePeriodCertificateFacts
  'employment-certificate': EmploymentCertificateFacts
  'settlement-receipt': SettlementReceiptFacts
  'work-certificate': WorkCertificateFacts
  'monthly-income-certificate': MonthlyIncomeCertificateFacts
  'cape-entry-certificate': CapeEntryCertificateFacts
  'cape-contract': CapeContractFacts
  'cape-notice': CapeNoticeFacts
  'cesa-contract': CesaContractFacts
  'contract-amendment': ContractAmendmentFacts
  'activity-convention': ActivityConventionFacts
  'interview-report': InterviewReportFacts
  'account-statement': AccountStatementFacts
  'period-statement': PeriodStatementFacts
  'tutoring-certificate': TutoringCertificateFacts
  'declaration-receipt': DeclarationReceiptFacts
  'signature-evidence': SignatureEvidenceFacts
  'signature-sheet': SignatureSheetFacts
  'word-sheet': WordSheetFacts
}

export type DocumentModels = {
  'associate-certificate': AttestModel
  'attendance-certificate': AttestModel
  'cape-period-certificate': AttestModel
  'employment-certificate': AttestModel
  'settlement-receipt': AttestModel
  'work-certificate': AttestModel
  'monthly-income-certificate': MonthlyIncomeCertificateModel
  'cape-entry-certificate': CapeEntryCertificateModel
  'cape-contract': CapeContractModel
  'cape-notice': CapeNoticeModel
  'cesa-contract': CesaContractModel
  'contract-amendment': ContractAmendmentModel
  'activity-convention': ActivityConventionModel
  'interview-report': InterviewReportModel
  'account-statement': AccountStatementModel
  'period-statement': PeriodStatementModel
  'tutoring-certificate': TutoringCertificateModel
  'declaration-receipt': DeclarationReceiptModel
  'signature-evidence': SignatureEvidenceModel
  'signature-sheet': SignatureSheetModel
  'word-sheet': WordSheetModel
}

export type DocumentKind = keyof DocumentModels

/** Stored with each issued document: a template that changes after issue gets the next number. */
export const TEMPLATE_VERSIONS: Readonly<Record<DocumentKind, number>> = {
  'associate-certificate': 3,
  'attendance-certificate': 4,
  'cape-period-certificate': 4,
  'employment-certificate': 3,
  'settlement-receipt': 4,
  'work-certificate': 4,
  'monthly-income-certificate': 5,
  'cape-entry-certificate': 4,
  'cape-contract': 6,
  'cape-notice': 2,
  'cesa-contract': 5,
  'contract-amendment': 5,
  'activity-convention': 4,
  'interview-report': 3,
  'account-statement': 3,
  'period-statement': 4,
  'tutoring-certificate': 6,
  'declaration-receipt': 2,
  'signature-evidence': 3,
  'signature-sheet': 2,
  'word-sheet': 2,
}

/** Turns facts into ready strings: a plain object, fit to be archived and sent to a worker. */
export function documentModel<Kind extends DocumentKind>(
  kind: Kind,
  facts: DocumentFacts[Kind],
  locale: DocumentLocale,
): DocumentModels[Kind] {
  return MODELS[kind](facts, locale)
}

/** A document that is issued in one language: there is no French text of it that could count instead. */
export function modelAlone<Kind extends DocumentKind>(
  kind: Kind,
  facts: DocumentFacts[Kind],
  locale: DocumentLocale,
): DocumentModels[Kind] {
  const { aloneNote } = textsOf(locale).common
  const languageNote = aloneNote === '' ? null : aloneNote
  return Object.assign({}, documentModel(kind, facts, locale), { languageNote })
}

/** A document and, after it, the same one in another language, which does not count. */
export type ModelWithCopy<Kind extends DocumentKind> = DocumentModels[Kind] & {
  readonly copy?: DocumentModels[Kind]
}

/** The French document with its English copy; the facts of both differ by the words typed in each language. */
export function modelWithCopy<Kind extends DocumentKind>(
  kind: Kind,
  facts: DocumentFacts[Kind],
  copyFacts: DocumentFacts[Kind],
): ModelWithCopy<Kind> {
  const languageNote = textsOf('fr').common.copyNote
  const copy = documentModel(kind, copyFacts, 'en')
  return Object.assign({}, documentModel(kind, facts, 'fr'), { languageNote, copy })
}

const MODELS: {
  readonly [Kind in DocumentKind]: (
    facts: DocumentFacts[Kind],
    locale: DocumentLocale,
  ) => DocumentModels[Kind]
} = {
  'associate-certificate': associateCertificateModel,
  'attendance-certificate': attendanceCertificateModel,
  'cape-period-certificate': capePeriodCertificateModel,
  'employment-certificate': employmentCertificateModel,
  'settlement-receipt': settlementReceiptModel,
  'work-certificate': workCertificateModel,
  'monthly-income-certificate': monthlyIncomeCertificateModel,
  'cape-entry-certificate': capeEntryCertificateModel,
  'cape-contract': capeContractModel,
  'cape-notice': capeNoticeModel,
  'cesa-contract': cesaContractModel,
  'contract-amendment': contractAmendmentModel,
  'activity-convention': activityConventionModel,
  'interview-report': interviewReportModel,
  'account-statement': accountStatementModel,
  'period-statement': periodStatementModel,
  'tutoring-certificate': tutoringCertificateModel,
  'declaration-receipt': declarationReceiptModel,
  'signature-evidence': signatureEvidenceModel,
  'signature-sheet': signatureSheetModel,
  'word-sheet': wordSheetModel,
}
