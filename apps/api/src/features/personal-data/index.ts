export { personalExportJob } from './export/make-export.job.ts'
export { retentionJob } from './retention/retention.job.ts'
export { type KindOutcome, planRetention, runRetention } from './retention/run.ts'
