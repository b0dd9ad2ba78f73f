export { attestationBatchJob } from './batches/issue-batch.job.ts'
export type { AttestationContent } from './contents.ts'
export { initialsOf } from './initials.ts'
export {
  type IssuedAttestation,
  issueAttestation,
  type NewAttestation,
} from './issue-attestation.ts'
export { keysOfCooperative, type PublishedKey } from './published-keys.ts'
export { documentOf } from './queries.ts'
export { currentFactsKey, type FactsKey } from './signing-keys.ts'
export { STATE_ICONS, type StateLook } from './verify-icons.ts'
export { VISITOR_CSS_URL } from './verify-routes.ts'
export { visitorPage } from './visitor-page.ts'
