export { type NewSignature, openSignature } from './open-signature.ts'
export { type SignatureView, signatureState } from './signature-state.ts'
export { namesWithoutEmail } from './signer-address.ts'
export { withdrawSignature } from './withdraw-signature.ts'
