import type { PhoneCatalogue } from '@terreau/i18n/catalogue-phone'
import { common } from '@terreau/i18n/fr/common'
import type { Locale } from '@terreau/i18n/t'
import { createWords } from '../../lib/words.ts'

export type PhoneWordsPart = keyof PhoneCatalogue

type Loaders<Part extends PhoneWordsPart> = Record<Locale, () => Promise<Record<Part, object>>>

/** Each part is a file of its own, which exports it by its name: a page brings only the words it shows. */
const PARTS: { [Part in PhoneWordsPart]: Loaders<Part> } = {
  access: {
    fr: () => import('@terreau/i18n/fr/access'),
    en: () => import('@terreau/i18n/en/access'),
  },
  account: {
    fr: () => import('@terreau/i18n/fr/account'),
    en: () => import('@terreau/i18n/en/account'),
  },
  attestationsPhone: {
    fr: () => import('@terreau/i18n/fr/attestations-phone'),
    en: () => import('@terreau/i18n/en/attestations-phone'),
  },
  common: {
    fr: () => Promise.resolve({ common }),
    en: () => import('@terreau/i18n/en/common'),
  },
  cooperativeZones: {
    fr: () => import('@terreau/i18n/fr/cooperative-zones'),
    en: () => import('@terreau/i18n/en/cooperative-zones'),
  },
  signaturesPhone: {
    fr: () => import('@terreau/i18n/fr/signatures-phone'),
    en: () => import('@terreau/i18n/en/signatures-phone'),
  },
  declarationsHome: {
    fr: () => import('@terreau/i18n/fr/declarations-home'),
    en: () => import('@terreau/i18n/en/declarations-home'),
  },
  declarationsAnswer: {
    fr: () => import('@terreau/i18n/fr/declarations-answer'),
    en: () => import('@terreau/i18n/en/declarations-answer'),
  },
  declarationsSent: {
    fr: () => import('@terreau/i18n/fr/declarations-sent'),
    en: () => import('@terreau/i18n/en/declarations-sent'),
  },
  declarationsConflict: {
    fr: () => import('@terreau/i18n/fr/declarations-conflict'),
    en: () => import('@terreau/i18n/en/declarations-conflict'),
  },
  declarationsPhotos: {
    fr: () => import('@terreau/i18n/fr/declarations-photos'),
    en: () => import('@terreau/i18n/en/declarations-photos'),
  },
  declarationsReceipt: {
    fr: () => import('@terreau/i18n/fr/declarations-receipt'),
    en: () => import('@terreau/i18n/en/declarations-receipt'),
  },
  declarationsDone: {
    fr: () => import('@terreau/i18n/fr/declarations-done'),
    en: () => import('@terreau/i18n/en/declarations-done'),
  },
  declarationsCategory: {
    fr: () => import('@terreau/i18n/fr/declarations-category'),
    en: () => import('@terreau/i18n/en/declarations-category'),
  },
  declarationsMoney: {
    fr: () => import('@terreau/i18n/fr/declarations-money'),
    en: () => import('@terreau/i18n/en/declarations-money'),
  },
  declarationsSales: {
    fr: () => import('@terreau/i18n/fr/declarations-sales'),
    en: () => import('@terreau/i18n/en/declarations-sales'),
  },
  declarationsExpenses: {
    fr: () => import('@terreau/i18n/fr/declarations-expenses'),
    en: () => import('@terreau/i18n/en/declarations-expenses'),
  },
  declarationsCheck: {
    fr: () => import('@terreau/i18n/fr/declarations-check'),
    en: () => import('@terreau/i18n/en/declarations-check'),
  },
  declarationsStart: {
    fr: () => import('@terreau/i18n/fr/declarations-start'),
    en: () => import('@terreau/i18n/en/declarations-start'),
  },
  declarationsLines: {
    fr: () => import('@terreau/i18n/fr/declarations-lines'),
    en: () => import('@terreau/i18n/en/declarations-lines'),
  },
  declarationsSteps: {
    fr: () => import('@terreau/i18n/fr/declarations-steps'),
    en: () => import('@terreau/i18n/en/declarations-steps'),
  },
  voice: {
    fr: () => import('@terreau/i18n/fr/voice'),
    en: () => import('@terreau/i18n/en/voice'),
  },
  exitSurvey: {
    fr: () => import('@terreau/i18n/fr/exit-survey'),
    en: () => import('@terreau/i18n/en/exit-survey'),
  },
  fieldErrors: {
    fr: () => import('@terreau/i18n/fr/field-errors'),
    en: () => import('@terreau/i18n/en/field-errors'),
  },
  interviewsPhone: {
    fr: () => import('@terreau/i18n/fr/interviews-phone'),
    en: () => import('@terreau/i18n/en/interviews-phone'),
  },
  lineErrors: {
    fr: () => import('@terreau/i18n/fr/line-errors'),
    en: () => import('@terreau/i18n/en/line-errors'),
  },
  permitKinds: {
    fr: () => import('@terreau/i18n/fr/permit-kinds'),
    en: () => import('@terreau/i18n/en/permit-kinds'),
  },
  personalDataPhone: {
    fr: () => import('@terreau/i18n/fr/personal-data-phone'),
    en: () => import('@terreau/i18n/en/personal-data-phone'),
  },
  problems: {
    fr: () => import('@terreau/i18n/fr/problems'),
    en: () => import('@terreau/i18n/en/problems'),
  },
  rightToWorkPhone: {
    fr: () => import('@terreau/i18n/fr/right-to-work-phone'),
    en: () => import('@terreau/i18n/en/right-to-work-phone'),
  },
  salaryPhone: {
    fr: () => import('@terreau/i18n/fr/salary-phone'),
    en: () => import('@terreau/i18n/en/salary-phone'),
  },
  tasksPhone: {
    fr: () => import('@terreau/i18n/fr/tasks-phone'),
    en: () => import('@terreau/i18n/en/tasks-phone'),
  },
  tutoringAccord: {
    fr: () => import('@terreau/i18n/fr/tutoring-accord'),
    en: () => import('@terreau/i18n/en/tutoring-accord'),
  },
  tutoringOffer: {
    fr: () => import('@terreau/i18n/fr/tutoring-offer'),
    en: () => import('@terreau/i18n/en/tutoring-offer'),
  },
  tutoringPhone: {
    fr: () => import('@terreau/i18n/fr/tutoring-phone'),
    en: () => import('@terreau/i18n/en/tutoring-phone'),
  },
  tutoringRecap: {
    fr: () => import('@terreau/i18n/fr/tutoring-recap'),
    en: () => import('@terreau/i18n/en/tutoring-recap'),
  },
  welcomePhone: {
    fr: () => import('@terreau/i18n/fr/welcome-phone'),
    en: () => import('@terreau/i18n/en/welcome-phone'),
  },
}

/** The words of the phone pages. */
export const phoneWords = createWords<PhoneCatalogue>({
  french: { common },
  load: async (locale, part) => Object.values(await PARTS[part][locale]())[0] ?? {},
})

/** `const t = useT(); t('common.continue')` — keys and placeholders are checked when compiling. */
export const useT = phoneWords.useT
