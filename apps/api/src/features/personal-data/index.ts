export { personalExportJob } from './export/make-export.job.ts'
