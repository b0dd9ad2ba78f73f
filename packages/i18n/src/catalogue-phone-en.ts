import type { PhoneCatalogue } from './catalogue-phone.ts'
import { access } from './en/access.ts'
import { account } from './en/account.ts'
import { attestationsPhone } from './en/attestations-phone.ts'
import { common } from './en/common.ts'
import { cooperativeZones } from './en/cooperative-zones.ts'
import { declarationsAnswer } from './en/declarations-answer.ts'
import { declarationsCategory } from './en/declarations-category.ts'
import { declarationsCheck } from './en/declarations-check.ts'
import { declarationsConflict } from './en/declarations-conflict.ts'
import { declarationsDone } from './en/declarations-done.ts'
import { declarationsExpenses } from './en/declarations-expenses.ts'
import { declarationsHome } from './en/declarations-home.ts'
import { declarationsLines } from './en/declarations-lines.ts'
import { declarationsMoney } from './en/declarations-money.ts'
import { declarationsPhotos } from './en/declarations-photos.ts'
import { declarationsReceipt } from './en/declarations-receipt.ts'
import { declarationsSales } from './en/declarations-sales.ts'
import { declarationsSent } from './en/declarations-sent.ts'
import { declarationsStart } from './en/declarations-start.ts'
import { declarationsSteps } from './en/declarations-steps.ts'
import { exitSurvey } from './en/exit-survey.ts'
import { fieldErrors } from './en/field-errors.ts'
import { interviewsPhone } from './en/interviews-phone.ts'
import { lineErrors } from './en/line-errors.ts'
import { permitKinds } from './en/permit-kinds.ts'
import { personalDataPhone } from './en/personal-data-phone.ts'
import { problems } from './en/problems.ts'
import { rightToWorkPhone } from './en/right-to-work-phone.ts'
import { salaryPhone } from './en/salary-phone.ts'
import { signaturesPhone } from './en/signatures-phone.ts'
import { tasksPhone } from './en/tasks-phone.ts'
import { tutoringAccord } from './en/tutoring-accord.ts'
import { tutoringOffer } from './en/tutoring-offer.ts'
import { tutoringPhone } from './en/tutoring-phone.ts'
import { tutoringRecap } from './en/tutoring-recap.ts'
import { voice } from './en/voice.ts'
import { welcomePhone } from './en/welcome-phone.ts'
import type { Translation } from './t.ts'

/** The English words of the phone pages, loaded only by those who ask for English. */
export const phoneCatalogueEn = {
  access,
  account,
  attestationsPhone,
  common,
  cooperativeZones,
  signaturesPhone,
  declarationsHome,
  declarationsSent,
  declarationsMoney,
  declarationsSales,
  declarationsConflict,
  declarationsPhotos,
  declarationsReceipt,
  declarationsDone,
  declarationsAnswer,
  declarationsCategory,
  declarationsExpenses,
  declarationsCheck,
  declarationsStart,
  declarationsLines,
  declarationsSteps,
  voice,
  fieldErrors,
  interviewsPhone,
  lineErrors,
  exitSurvey,
  permitKinds,
  personalDataPhone,
  problems,
  salaryPhone,
  rightToWorkPhone,
  tasksPhone,
  tutoringAccord,
  tutoringOffer,
  tutoringPhone,
  tutoringRecap,
  welcomePhone,
} as const satisfies Translation<PhoneCatalogue>
