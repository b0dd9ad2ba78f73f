export { type KeptVersion, keepDocument, withdrawDocument } from './keep-document.ts'
export { documentFile } from './queries.ts'
