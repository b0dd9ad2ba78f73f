export { attestationBatchJob } from './batches/issue-batch.job.ts'
export type { AttestationContent } from './contents.ts'
export {
  type IssuedAttestation,
  issueAttestation,
  type NewAttestation,
} from './issue-attestation.ts'
export { documentOf } from './queries.ts'
