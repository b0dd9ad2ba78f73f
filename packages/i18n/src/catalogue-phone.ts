import { access } from './fr/access.ts'
import { account } from './fr/account.ts'
import { attestationsPhone } from './fr/attestations-phone.ts'
import { common } from './fr/common.ts'
import { cooperativeZones } from './fr/cooperative-zones.ts'
import { declarationsAnswer } from './fr/declarations-answer.ts'
import { declarationsCategory } from './fr/declarations-category.ts'
import { declarationsCheck } from './fr/declarations-check.ts'
import { declarationsConflict } from './fr/declarations-conflict.ts'
import { declarationsDone } from './fr/declarations-done.ts'
import { declarationsExpenses } from './fr/declarations-expenses.ts'
import { declarationsHome } from './fr/declarations-home.ts'
import { declarationsLines } from './fr/declarations-lines.ts'
import { declarationsMoney } from './fr/declarations-money.ts'
import { declarationsPhotos } from './fr/declarations-photos.ts'
import { declarationsReceipt } from './fr/declarations-receipt.ts'
import { declarationsSales } from './fr/declarations-sales.ts'
import { declarationsSent } from './fr/declarations-sent.ts'
import { declarationsStart } from './fr/declarations-start.ts'
import { declarationsSteps } from './fr/declarations-steps.ts'
import { exitSurvey } from './fr/exit-survey.ts'
import { fieldErrors } from './fr/field-errors.ts'
import { interviewsPhone } from './fr/interviews-phone.ts'
import { lineErrors } from './fr/line-errors.ts'
import { permitKinds } from './fr/permit-kinds.ts'
import { personalDataPhone } from './fr/personal-data-phone.ts'
import { problems } from './fr/problems.ts'
import { rightToWorkPhone } from './fr/right-to-work-phone.ts'
import { salaryPhone } from './fr/salary-phone.ts'
import { signaturesPhone } from './fr/signatures-phone.ts'
import { tasksPhone } from './fr/tasks-phone.ts'
import { tutoringAccord } from './fr/tutoring-accord.ts'
import { tutoringOffer } from './fr/tutoring-offer.ts'
import { tutoringPhone } from './fr/tutoring-phone.ts'
import { tutoringRecap } from './fr/tutoring-recap.ts'
import { voice } from './fr/voice.ts'
import { welcomePhone } from './fr/welcome-phone.ts'

/** The French words of the phone pages: the source of their keys. */
export const phoneCatalogue = {
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
} as const

export type PhoneCatalogue = typeof phoneCatalogue
