import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import forge from 'node-forge'
import type { CertificateChain, DocumentSigner } from './cades.ts'

export type P12Fault =
  | 'p12-not-readable'
  | 'p12-password-wrong'
  | 'p12-without-key'
  | 'p12-key-not-supported'

/** A certificate and its key out of a PKCS#12 file, of the old and of the modern kind. */
export function readP12(bytes: Uint8Array, password: string): DocumentSigner | P12Fault {
  const file = open(bytes, password)
  if (typeof file === 'string') return file
  const keys = contents(file, [forge.pki.oids.pkcs8ShroudedKeyBag, forge.pki.oids.keyBag])
  const certificates = contents(file, [forge.pki.oids.certBag]).map(
    (der) => new X509Certificate(der),
  )
  const [der] = keys
  if (der === undefined) return 'p12-without-key'
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  if (!isSupported(privateKey)) return 'p12-key-not-supported'
  const own = certificates.find((certificate) => certificate.checkPrivateKey(privateKey))
  return own === undefined ? 'p12-without-key' : { chain: chainOf(own, certificates), privateKey }
}

function open(bytes: Uint8Array, password: string): forge.pkcs12.Pkcs12Pfx | P12Fault {
  let asn1: forge.asn1.Asn1
  try {
    asn1 = forge.asn1.fromDer(forge.util.createBuffer(Buffer.from(bytes).toString('latin1')))
  } catch {
    return 'p12-not-readable'
  }
  try {
    return forge.pkcs12.pkcs12FromAsn1(asn1, password)
  } catch (error) {
    const isPassword = error instanceof Error && /password|mac|decrypt/i.test(error.message)
    if (!isPassword) return 'p12-not-readable'
    return openAsUtf8(asn1, password) ?? 'p12-password-wrong'
  }
}

/**
 * Modern files take the password as UTF-8 for the contents and as UTF-16 for the checksum; the library
 * knows one form at a time. The contents prove the password as well as the checksum would.
 */
function openAsUtf8(asn1: forge.asn1.Asn1, password: string): forge.pkcs12.Pkcs12Pfx | null {
  if (!Array.isArray(asn1.value) || /^[ -~]*$/.test(password)) return null
  const VERSION_AND_CONTENTS = 2
  const withoutChecksum = { ...asn1, value: asn1.value.slice(0, VERSION_AND_CONTENTS) }
  try {
    return forge.pkcs12.pkcs12FromAsn1(withoutChecksum, forge.util.encodeUtf8(password))
  } catch {
    return null
  }
}

/** The DER of what the bags hold. The library decodes RSA only and leaves the rest as it is. */
function contents(file: forge.pkcs12.Pkcs12Pfx, kinds: readonly (string | undefined)[]): Buffer[] {
  return kinds.flatMap((bagType) => {
    const bags = bagType === undefined ? [] : (file.getBags({ bagType })[bagType] ?? [])
    return bags.flatMap(({ key, cert, asn1 }) => {
      if (key) return [derOf(forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key)))]
      if (cert) return [derOf(forge.pki.certificateToAsn1(cert))]
      return asn1 ? [derOf(asn1)] : []
    })
  })
}

function derOf(asn1: forge.asn1.Asn1): Buffer {
  return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'latin1')
}

function isSupported(key: KeyObject): boolean {
  const { asymmetricKeyType, asymmetricKeyDetails } = key
  if (asymmetricKeyType === 'rsa') return (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048
  return asymmetricKeyType === 'ec'
}

/** From the own certificate up to the last issuer in the file, without the root that signs itself. */
function chainOf(own: X509Certificate, all: readonly X509Certificate[]): CertificateChain {
  const rest: Uint8Array[] = []
  let last = own
  for (let step = 0; step < all.length; step += 1) {
    const issuer = all.find((other) => other !== last && last.checkIssued(other))
    if (issuer === undefined || issuer.checkIssued(issuer)) break
    rest.push(new Uint8Array(issuer.raw))
    last = issuer
  }
  return [new Uint8Array(own.raw), ...rest]
}
