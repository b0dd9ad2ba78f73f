import { access } from './fr/access.ts'
import { activities } from './fr/activities.ts'
import { amendments } from './fr/amendments.ts'
import { approvals } from './fr/approvals.ts'
import { assemblies } from './fr/assemblies.ts'
import { attestations } from './fr/attestations.ts'
import { calls } from './fr/calls.ts'
import { cesa } from './fr/cesa.ts'
import { closing } from './fr/closing.ts'
import { common } from './fr/common.ts'
import { contractLife } from './fr/contract-life.ts'
import { contracts } from './fr/contracts.ts'
import { cooperativeZones } from './fr/cooperative-zones.ts'
import { deadlines } from './fr/deadlines.ts'
import { exitSurvey } from './fr/exit-survey.ts'
import { exitSurveys } from './fr/exit-surveys.ts'
import { expenses } from './fr/expenses.ts'
import { fieldErrors } from './fr/field-errors.ts'
import { home } from './fr/home.ts'
import { imports } from './fr/imports.ts'
import { interviews } from './fr/interviews.ts'
import { ledger } from './fr/ledger.ts'
import { onboarding } from './fr/onboarding.ts'
import { papers } from './fr/papers.ts'
import { pay } from './fr/pay.ts'
import { paySlips } from './fr/pay-slips.ts'
import { people } from './fr/people.ts'
import { permitKinds } from './fr/permit-kinds.ts'
import { personalData } from './fr/personal-data.ts'
import { problems } from './fr/problems.ts'
import { retentionKinds } from './fr/retention-kinds.ts'
import { review } from './fr/review.ts'
import { rightToWork } from './fr/right-to-work.ts'
import { schemes } from './fr/schemes.ts'
import { settings } from './fr/settings.ts'
import { sharedServices } from './fr/shared-services.ts'
import { signatures } from './fr/signatures.ts'
import { staffFieldErrors } from './fr/staff-field-errors.ts'
import { staffFrame } from './fr/staff-frame.ts'
import { staffRegister } from './fr/staff-register.ts'
import { tutoring } from './fr/tutoring.ts'
import { tutoringAgreement } from './fr/tutoring-agreement.ts'
import { tutoringMatch } from './fr/tutoring-match.ts'
import { tutoringRipple } from './fr/tutoring-ripple.ts'
import { tutoringTimeSheet } from './fr/tutoring-time-sheet.ts'
import { tutoringValue } from './fr/tutoring-value.ts'
import { tutoringWay } from './fr/tutoring-way.ts'

/** The French words of the staff pages: the source of their keys. */
export const staffCatalogue = {
  access,
  amendments,
  activities,
  approvals,
  attestations,
  calls,
  cesa,
  closing,
  common,
  cooperativeZones,
  contractLife,
  contracts,
  staffRegister,
  assemblies,
  deadlines,
  home,
  expenses,
  fieldErrors: { ...fieldErrors, ...staffFieldErrors },
  imports,
  interviews,
  ledger,
  onboarding,
  papers,
  pay,
  paySlips,
  people,
  exitSurvey,
  exitSurveys,
  permitKinds,
  personalData,
  problems,
  retentionKinds,
  review,
  rightToWork,
  schemes,
  settings,
  sharedServices,
  signatures,
  staffFrame,
  tutoring,
  tutoringAgreement,
  tutoringWay,
  tutoringMatch,
  tutoringRipple,
  tutoringTimeSheet,
  tutoringValue,
} as const

export type StaffCatalogue = typeof staffCatalogue
