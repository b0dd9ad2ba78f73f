import type { JobDefinition } from './platform/jobs/define-job.ts'
import { sendMailJob } from './platform/mail/queue-mail.ts'

/** Every background job the worker knows. */
export const allJobs: readonly JobDefinition[] = [sendMailJob]
