import { noteRefusedSignInJob } from './features/access/note-refused-sign-in.ts'
import { mailSignInJob } from './features/access/request-sign-in.ts'
import { statementsJob } from './features/closing/statements.job.ts'
import type { JobDefinition } from './platform/jobs/define-job.ts'
import { sendMailJob } from './platform/mail/queue-mail.ts'

/** Every background job the worker knows. */
export const allJobs: readonly JobDefinition[] = [
  sendMailJob,
  mailSignInJob,
  noteRefusedSignInJob,
  statementsJob,
]
