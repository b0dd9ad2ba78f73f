import type {
  MonthlyIncomeCertificateFacts,
  MonthlyIncomeCertificateModel,
} from './documents/monthly-income-certificate/model.ts'

export const DOCUMENT_KINDS = ['monthly-income-certificate'] as const

export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

export type DocumentFacts = {
  'monthly-income-certificate': MonthlyIncomeCertificateFacts
}

export type DocumentModels = {
  'monthly-income-certificate': MonthlyIncomeCertificateModel
}
