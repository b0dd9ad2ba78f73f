import type { PublishedKey } from '../../attestations/index.ts'
import { issuerAddresses } from './addresses.ts'

/**
 * The did:web document of a cooperative (W3C DID 1.0, Controlled Identifiers): each Ed25519 key that ever
 * signed and did not leak. A key that was replaced stays, so that what it signed remains checkable.
 */
export function didDocument(
  publicUrl: string,
  cooperativeId: string,
  keys: readonly PublishedKey[],
) {
  const { did } = issuerAddresses(publicUrl, cooperativeId)
  const methods = keys
    .filter((key) => key.kty === 'OKP')
    .map(({ kid, kty, crv, x }) => ({
      id: `${did}#${kid}`,
      type: 'JsonWebKey',
      controller: did,
      publicKeyJwk: { kid, kty, crv, x, alg: 'EdDSA' },
    }))
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://www.w3.org/ns/cid/v1'],
    id: did,
    verificationMethod: methods,
    assertionMethod: methods.map((method) => method.id),
  }
}
