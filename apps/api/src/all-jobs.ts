import { noteRefusedSignInJob } from './features/access/note-refused-sign-in.ts'
import { mailSignInJob } from './features/access/request-sign-in.ts'
import { attestationBatchJob } from './features/attestations/index.ts'
import { refreshCesasJob } from './features/clocks/index.ts'
import { personRenamedJob } from './features/closing/person-renamed.job.ts'
import { drawAccountJob } from './features/closing/shared-services/draw-account.job.ts'
import { statementsJob } from './features/closing/statements.job.ts'
import { askSurveysJob } from './features/contracts/surveys/ask-surveys.job.ts'
import { remindDeclarationsJob } from './features/declarations/index.ts'
import { scanOlderFilesJob } from './features/documents/index.ts'
import { remindInterviewsJob } from './features/interviews/remind.job.ts'
import { alertPapersJob } from './features/onboarding/papers/alert-papers.job.ts'
import { remindJob } from './features/onboarding/pieces/remind.job.ts'
import { personalExportJob, retentionJob } from './features/personal-data/index.ts'
import { alertPermitsJob } from './features/right-to-work/alert-permits.job.ts'
import { signatureFollowUpJob } from './features/signatures/follow-up.job.ts'
import { scanFileJob } from './platform/files/scan-file.job.ts'
import type { JobDefinition } from './platform/jobs/define-job.ts'
import { type DailyJob, everyDay } from './platform/jobs/every-day.ts'
import { sendMailJob } from './platform/mail/queue-mail.ts'

/** The jobs that each cooperative needs once a day. */
const DAILY_JOBS: readonly DailyJob[] = [
  remindJob,
  remindInterviewsJob,
  remindDeclarationsJob,
  alertPermitsJob,
  alertPapersJob,
  askSurveysJob,
  retentionJob,
  scanOlderFilesJob,
]

/** Every background job the worker knows. */
export const allJobs: readonly JobDefinition[] = [
  sendMailJob,
  scanFileJob,
  mailSignInJob,
  noteRefusedSignInJob,
  statementsJob,
  drawAccountJob,
  personRenamedJob,
  refreshCesasJob,
  attestationBatchJob,
  personalExportJob,
  ...DAILY_JOBS,
  everyDay(DAILY_JOBS),
  signatureFollowUpJob,
]
