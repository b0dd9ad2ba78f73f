import { waitingApprovals } from './approvals.ts'
import { askedAttestations } from './attestations.ts'
import { alertingClocks, variablePayDue } from './clocks.ts'
import {
  endedByLaw,
  nextHireToRegister,
  openExits,
  pendingNotices,
  surveysToCallFor,
  undeclaredHires,
} from './contract-life.ts'
import {
  contractsToPrepare,
  draftAmendments,
  draftContracts,
  endedCapes,
  endingContracts,
} from './contracts.ts'
import { missingDeclarations, sentDeclarations } from './declarations.ts'
import { dueInterviews, missedInterviews, openInterviews } from './interviews.ts'
import {
  papersToRenew,
  piecesToCallFor,
  piecesToCheck,
  waitingLeads,
  welcomesToFinish,
} from './onboarding.ts'
import { uncoveredFixedParts } from './pay.ts'
import {
  permitsToFollow,
  permitsToRead,
  permitsToResend,
  permitsWithoutEnd,
  prefecturesToAsk,
} from './permits.ts'
import { erasuresToAnswer } from './personal-data.ts'
import { sharedServicesToGive } from './shared-services.ts'
import { waitingSignatures, wantedReadings } from './signatures.ts'
import type { WorkSource } from './source.ts'
import { agreementsToSign, disputedSessions, needsWithoutTutor } from './tutoring.ts'

/** Every source of the work queue. A topic adds its file here, its kinds and its words. */
export const WORK_SOURCES: readonly WorkSource[] = [
  sentDeclarations,
  missingDeclarations,
  waitingSignatures,
  wantedReadings,
  contractsToPrepare,
  draftContracts,
  endingContracts,
  endedCapes,
  draftAmendments,
  pendingNotices,
  prefecturesToAsk,
  undeclaredHires,
  nextHireToRegister,
  endedByLaw,
  openExits,
  surveysToCallFor,
  permitsToFollow,
  permitsWithoutEnd,
  permitsToRead,
  permitsToResend,
  alertingClocks,
  variablePayDue,
  dueInterviews,
  missedInterviews,
  openInterviews,
  uncoveredFixedParts,
  sharedServicesToGive,
  waitingApprovals,
  disputedSessions,
  needsWithoutTutor,
  agreementsToSign,
  askedAttestations,
  waitingLeads,
  piecesToCheck,
  piecesToCallFor,
  papersToRenew,
  welcomesToFinish,
  erasuresToAnswer,
]
