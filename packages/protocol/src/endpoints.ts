import { accessEndpoints } from './access.ts'
import { activitiesEndpoints } from './activities.ts'
import { amendmentsEndpoints } from './amendments.ts'
import { approvalsEndpoints } from './approvals.ts'
import { assembliesEndpoints } from './assemblies.ts'
import { attestationBatchesEndpoints } from './attestation-batches.ts'
import { attestationDeliveriesEndpoints } from './attestation-deliveries.ts'
import { attestationKeysEndpoints } from './attestation-keys.ts'
import { attestationRequestsEndpoints } from './attestation-requests.ts'
import { attestationTemplatesEndpoints } from './attestation-templates.ts'
import { attestationsEndpoints } from './attestations.ts'
import { bankCreditsEndpoints } from './bank-credits.ts'
import { cesaEndpoints } from './cesa.ts'
import { clocksEndpoints } from './clocks.ts'
import { closingEndpoints } from './closing.ts'
import { contractLifeEndpoints } from './contract-life.ts'
import { contractsEndpoints } from './contracts.ts'
import { declarationContactsEndpoints } from './declaration-contacts.ts'
import { declarationsEndpoints } from './declarations.ts'
import { documentsEndpoints } from './documents.ts'
import type { Endpoint } from './endpoint.ts'
import { exitSurveysEndpoints } from './exit-surveys.ts'
import { expensesEndpoints } from './expenses.ts'
import { homeEndpoints } from './home.ts'
import { infoMeetingsEndpoints } from './info-meetings.ts'
import { interviewsEndpoints } from './interviews.ts'
import { leadsEndpoints } from './leads.ts'
import { ledgerEndpoints } from './ledger.ts'
import { payEndpoints } from './pay.ts'
import { paySlipEndpoints } from './pay-slips.ts'
import { peopleEndpoints } from './people.ts'
import { personalDataEndpoints } from './personal-data.ts'
import { pieceKindsEndpoints } from './piece-kinds.ts'
import { referentsEndpoints } from './referents.ts'
import { reviewEndpoints } from './review.ts'
import { rightToWorkEndpoints } from './right-to-work.ts'
import { settingsEndpoints } from './settings.ts'
import { sharedServicesEndpoints } from './shared-services.ts'
import { signaturesEndpoints } from './signatures.ts'
import { simulationsEndpoints } from './simulations.ts'
import { staffRegisterEndpoints } from './staff-register.ts'
import { tutoringEndpoints } from './tutoring.ts'
import { tutoringAgreementsEndpoints } from './tutoring-agreements.ts'
import { tutoringBadgesEndpoints } from './tutoring-badges.ts'
import { tutoringEngagementEndpoints } from './tutoring-engagement.ts'
import { tutoringMatchingEndpoints } from './tutoring-matching.ts'
import { tutoringRippleEndpoints } from './tutoring-ripple.ts'
import { tutoringTimeSheetEndpoints } from './tutoring-time-sheets.ts'
import { tutoringValuationEndpoints } from './tutoring-valuation.ts'
import { tutoringVoiceEndpoints } from './tutoring-voices.ts'
import { vehiclesEndpoints } from './vehicles.ts'
import { welcomeEndpoints } from './welcome.ts'

/** Every endpoint, as data: the API mounts them, the web calls them, OpenAPI is printed from them. */
export const endpoints = [
  ...accessEndpoints,
  ...peopleEndpoints,
  ...activitiesEndpoints,
  ...documentsEndpoints,
  ...assembliesEndpoints,
  ...clocksEndpoints,
  ...rightToWorkEndpoints,
  ...contractsEndpoints,
  ...contractLifeEndpoints,
  ...cesaEndpoints,
  ...staffRegisterEndpoints,
  ...signaturesEndpoints,
  ...amendmentsEndpoints,
  ...declarationsEndpoints,
  ...reviewEndpoints,
  ...declarationContactsEndpoints,
  ...vehiclesEndpoints,
  ...expensesEndpoints,
  ...bankCreditsEndpoints,
  ...simulationsEndpoints,
  ...closingEndpoints,
  ...approvalsEndpoints,
  ...ledgerEndpoints,
  ...sharedServicesEndpoints,
  ...payEndpoints,
  ...paySlipEndpoints,
  ...attestationsEndpoints,
  ...attestationDeliveriesEndpoints,
  ...attestationKeysEndpoints,
  ...attestationBatchesEndpoints,
  ...attestationRequestsEndpoints,
  ...attestationTemplatesEndpoints,
  ...tutoringEndpoints,
  ...tutoringVoiceEndpoints,
  ...tutoringBadgesEndpoints,
  ...tutoringEngagementEndpoints,
  ...tutoringMatchingEndpoints,
  ...exitSurveysEndpoints,
  ...tutoringAgreementsEndpoints,
  ...tutoringRippleEndpoints,
  ...tutoringTimeSheetEndpoints,
  ...tutoringValuationEndpoints,
  ...leadsEndpoints,
  ...infoMeetingsEndpoints,
  ...welcomeEndpoints,
  ...pieceKindsEndpoints,
  ...referentsEndpoints,
  ...personalDataEndpoints,
  ...interviewsEndpoints,
  ...settingsEndpoints,
  ...homeEndpoints,
] as const satisfies readonly Endpoint[]
