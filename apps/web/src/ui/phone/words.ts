import type { PhoneCatalogue } from '@terreau/i18n/catalogue-phone'
import { common } from '@terreau/i18n/fr/common'
import type { Locale } from '@terreau/i18n/t'
import { createWords } from '../../lib/words.ts'

export type PhoneWordsPart = keyof PhoneCatalogue

type Loaders = Record<Locale, () => Promise<object>>

/** Each part is a file of its own: a page brings only the words it shows. */
const PARTS: Record<PhoneWordsPart, Loaders> = {
  access: {
    fr: () => import('@terreau/i18n/fr/access').then((m) => m.access),
    en: () => import('@terreau/i18n/en/access').then((m) => m.access),
  },
  account: {
    fr: () => import('@terreau/i18n/fr/account').then((m) => m.account),
    en: () => import('@terreau/i18n/en/account').then((m) => m.account),
  },
  attestationsPhone: {
    fr: () => import('@terreau/i18n/fr/attestations-phone').then((m) => m.attestationsPhone),
    en: () => import('@terreau/i18n/en/attestations-phone').then((m) => m.attestationsPhone),
  },
  common: {
    fr: () => Promise.resolve(common),
    en: () => import('@terreau/i18n/en/common').then((m) => m.common),
  },
  signaturesPhone: {
    fr: () => import('@terreau/i18n/fr/signatures-phone').then((m) => m.signaturesPhone),
    en: () => import('@terreau/i18n/en/signatures-phone').then((m) => m.signaturesPhone),
  },
  declarationsHome: {
    fr: () => import('@terreau/i18n/fr/declarations-home').then((m) => m.declarationsHome),
    en: () => import('@terreau/i18n/en/declarations-home').then((m) => m.declarationsHome),
  },
  declarationsAnswer: {
    fr: () => import('@terreau/i18n/fr/declarations-answer').then((m) => m.declarationsAnswer),
    en: () => import('@terreau/i18n/en/declarations-answer').then((m) => m.declarationsAnswer),
  },
  declarationsSent: {
    fr: () => import('@terreau/i18n/fr/declarations-sent').then((m) => m.declarationsSent),
    en: () => import('@terreau/i18n/en/declarations-sent').then((m) => m.declarationsSent),
  },
  declarationsConflict: {
    fr: () => import('@terreau/i18n/fr/declarations-conflict').then((m) => m.declarationsConflict),
    en: () => import('@terreau/i18n/en/declarations-conflict').then((m) => m.declarationsConflict),
  },
  declarationsReceipt: {
    fr: () => import('@terreau/i18n/fr/declarations-receipt').then((m) => m.declarationsReceipt),
    en: () => import('@terreau/i18n/en/declarations-receipt').then((m) => m.declarationsReceipt),
  },
  declarationsDone: {
    fr: () => import('@terreau/i18n/fr/declarations-done').then((m) => m.declarationsDone),
    en: () => import('@terreau/i18n/en/declarations-done').then((m) => m.declarationsDone),
  },
  declarationsCategory: {
    fr: () => import('@terreau/i18n/fr/declarations-category').then((m) => m.declarationsCategory),
    en: () => import('@terreau/i18n/en/declarations-category').then((m) => m.declarationsCategory),
  },
  declarationsMoney: {
    fr: () => import('@terreau/i18n/fr/declarations-money').then((m) => m.declarationsMoney),
    en: () => import('@terreau/i18n/en/declarations-money').then((m) => m.declarationsMoney),
  },
  declarationsSales: {
    fr: () => import('@terreau/i18n/fr/declarations-sales').then((m) => m.declarationsSales),
    en: () => import('@terreau/i18n/en/declarations-sales').then((m) => m.declarationsSales),
  },
  declarationsExpenses: {
    fr: () => import('@terreau/i18n/fr/declarations-expenses').then((m) => m.declarationsExpenses),
    en: () => import('@terreau/i18n/en/declarations-expenses').then((m) => m.declarationsExpenses),
  },
  declarationsCheck: {
    fr: () => import('@terreau/i18n/fr/declarations-check').then((m) => m.declarationsCheck),
    en: () => import('@terreau/i18n/en/declarations-check').then((m) => m.declarationsCheck),
  },
  declarationsStart: {
    fr: () => import('@terreau/i18n/fr/declarations-start').then((m) => m.declarationsStart),
    en: () => import('@terreau/i18n/en/declarations-start').then((m) => m.declarationsStart),
  },
  declarationsLines: {
    fr: () => import('@terreau/i18n/fr/declarations-lines').then((m) => m.declarationsLines),
    en: () => import('@terreau/i18n/en/declarations-lines').then((m) => m.declarationsLines),
  },
  declarationsSteps: {
    fr: () => import('@terreau/i18n/fr/declarations-steps').then((m) => m.declarationsSteps),
    en: () => import('@terreau/i18n/en/declarations-steps').then((m) => m.declarationsSteps),
  },
  voice: {
    fr: () => import('@terreau/i18n/fr/voice').then((m) => m.voice),
    en: () => import('@terreau/i18n/en/voice').then((m) => m.voice),
  },
  exitSurvey: {
    fr: () => import('@terreau/i18n/fr/exit-survey').then((m) => m.exitSurvey),
    en: () => import('@terreau/i18n/en/exit-survey').then((m) => m.exitSurvey),
  },
  fieldErrors: {
    fr: () => import('@terreau/i18n/fr/field-errors').then((m) => m.fieldErrors),
    en: () => import('@terreau/i18n/en/field-errors').then((m) => m.fieldErrors),
  },
  interviewsPhone: {
    fr: () => import('@terreau/i18n/fr/interviews-phone').then((m) => m.interviewsPhone),
    en: () => import('@terreau/i18n/en/interviews-phone').then((m) => m.interviewsPhone),
  },
  lineErrors: {
    fr: () => import('@terreau/i18n/fr/line-errors').then((m) => m.lineErrors),
    en: () => import('@terreau/i18n/en/line-errors').then((m) => m.lineErrors),
  },
  permitKinds: {
    fr: () => import('@terreau/i18n/fr/permit-kinds').then((m) => m.permitKinds),
    en: () => import('@terreau/i18n/en/permit-kinds').then((m) => m.permitKinds),
  },
  personalDataPhone: {
    fr: () => import('@terreau/i18n/fr/personal-data-phone').then((m) => m.personalDataPhone),
    en: () => import('@terreau/i18n/en/personal-data-phone').then((m) => m.personalDataPhone),
  },
  problems: {
    fr: () => import('@terreau/i18n/fr/problems').then((m) => m.problems),
    en: () => import('@terreau/i18n/en/problems').then((m) => m.problems),
  },
  rightToWorkPhone: {
    fr: () => import('@terreau/i18n/fr/right-to-work-phone').then((m) => m.rightToWorkPhone),
    en: () => import('@terreau/i18n/en/right-to-work-phone').then((m) => m.rightToWorkPhone),
  },
  salaryPhone: {
    fr: () => import('@terreau/i18n/fr/salary-phone').then((m) => m.salaryPhone),
    en: () => import('@terreau/i18n/en/salary-phone').then((m) => m.salaryPhone),
  },
  tasksPhone: {
    fr: () => import('@terreau/i18n/fr/tasks-phone').then((m) => m.tasksPhone),
    en: () => import('@terreau/i18n/en/tasks-phone').then((m) => m.tasksPhone),
  },
  tutoringAccord: {
    fr: () => import('@terreau/i18n/fr/tutoring-accord').then((m) => m.tutoringAccord),
    en: () => import('@terreau/i18n/en/tutoring-accord').then((m) => m.tutoringAccord),
  },
  tutoringOffer: {
    fr: () => import('@terreau/i18n/fr/tutoring-offer').then((m) => m.tutoringOffer),
    en: () => import('@terreau/i18n/en/tutoring-offer').then((m) => m.tutoringOffer),
  },
  tutoringPhone: {
    fr: () => import('@terreau/i18n/fr/tutoring-phone').then((m) => m.tutoringPhone),
    en: () => import('@terreau/i18n/en/tutoring-phone').then((m) => m.tutoringPhone),
  },
  tutoringRecap: {
    fr: () => import('@terreau/i18n/fr/tutoring-recap').then((m) => m.tutoringRecap),
    en: () => import('@terreau/i18n/en/tutoring-recap').then((m) => m.tutoringRecap),
  },
  welcomePhone: {
    fr: () => import('@terreau/i18n/fr/welcome-phone').then((m) => m.welcomePhone),
    en: () => import('@terreau/i18n/en/welcome-phone').then((m) => m.welcomePhone),
  },
}

/** The words of the phone pages. */
export const phoneWords = createWords<PhoneCatalogue>({
  french: { common },
  load: (locale, part) => PARTS[part][locale](),
})

/** `const t = useT(); t('common.continue')` — keys and placeholders are checked when compiling. */
export const useT = phoneWords.useT
