import type { StaffCatalogue } from './catalogue-staff.ts'
import { access } from './en/access.ts'
import { activities } from './en/activities.ts'
import { amendments } from './en/amendments.ts'
import { approvals } from './en/approvals.ts'
import { assemblies } from './en/assemblies.ts'
import { attestations } from './en/attestations.ts'
import { calls } from './en/calls.ts'
import { cesa } from './en/cesa.ts'
import { closing } from './en/closing.ts'
import { common } from './en/common.ts'
import { contractLife } from './en/contract-life.ts'
import { contracts } from './en/contracts.ts'
import { cooperativeZones } from './en/cooperative-zones.ts'
import { deadlines } from './en/deadlines.ts'
import { exitSurvey } from './en/exit-survey.ts'
import { exitSurveys } from './en/exit-surveys.ts'
import { expenses } from './en/expenses.ts'
import { fieldErrors } from './en/field-errors.ts'
import { home } from './en/home.ts'
import { imports } from './en/imports.ts'
import { interviews } from './en/interviews.ts'
import { ledger } from './en/ledger.ts'
import { onboarding } from './en/onboarding.ts'
import { papers } from './en/papers.ts'
import { pay } from './en/pay.ts'
import { paySlips } from './en/pay-slips.ts'
import { people } from './en/people.ts'
import { permitKinds } from './en/permit-kinds.ts'
import { personalData } from './en/personal-data.ts'
import { problems } from './en/problems.ts'
import { retentionKinds } from './en/retention-kinds.ts'
import { review } from './en/review.ts'
import { rightToWork } from './en/right-to-work.ts'
import { schemes } from './en/schemes.ts'
import { settings } from './en/settings.ts'
import { sharedServices } from './en/shared-services.ts'
import { signatures } from './en/signatures.ts'
import { staffFieldErrors } from './en/staff-field-errors.ts'
import { staffFrame } from './en/staff-frame.ts'
import { staffRegister } from './en/staff-register.ts'
import { tutoring } from './en/tutoring.ts'
import { tutoringAgreement } from './en/tutoring-agreement.ts'
import { tutoringMatch } from './en/tutoring-match.ts'
import { tutoringRipple } from './en/tutoring-ripple.ts'
import { tutoringTimeSheet } from './en/tutoring-time-sheet.ts'
import { tutoringValue } from './en/tutoring-value.ts'
import { tutoringWay } from './en/tutoring-way.ts'
import type { Translation } from './t.ts'

/** The English words of the staff pages, loaded only by those who ask for English. */
export const staffCatalogueEn = {
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
} as const satisfies Translation<StaffCatalogue>
