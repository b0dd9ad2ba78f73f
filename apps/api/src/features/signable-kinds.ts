import type { SignableKind } from '../platform/signable-kind.ts'
import { signableConvention } from './activities/index.ts'
import { signableAmendment, signableContract } from './contracts/index.ts'
import { signableInterviewReport } from './interviews/index.ts'

/** Every kind of document that can be signed, written by the feature that owns it. */
export const signableKinds: readonly SignableKind[] = [
  signableConvention,
  signableContract,
  signableAmendment,
  signableInterviewReport,
]
