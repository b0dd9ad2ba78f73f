export { type KeptVersion, keepDocument, withdrawDocument } from './keep-document.ts'
export { recordLook } from './looks.ts'
export { documentFile } from './queries.ts'
export { scanOlderFilesJob } from './scan-older.job.ts'
