import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import {
  Set as Asn1Set,
  BitString,
  fromBER,
  Integer,
  ObjectIdentifier,
  PrintableString,
  Sequence,
  Utf8String,
} from 'asn1js'
import {
  AlgorithmIdentifier,
  BasicConstraints,
  Certificate,
  Extension,
  PublicKeyInfo,
  RelativeDistinguishedNames,
  Time,
} from 'pkijs'
import type { DocumentSigner } from './cades.ts'

const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2'
const COMMON_NAME = '2.5.4.3'
const ORGANISATION = '2.5.4.10'
const SERIAL_NUMBER = '2.5.4.5'
const COUNTRY = '2.5.4.6'
const BASIC_CONSTRAINTS = '2.5.29.19'
const KEY_USAGE = '2.5.29.15'
/** digitalSignature and nonRepudiation, as a seal needs (RFC 5280 4.2.1.3). */
const SIGNS = 0b1100_0000
const VALID_YEARS = 5

export interface Owner {
  name: string
  siren: string
}

/** A new P-256 key with a certificate that the cooperative gives to itself: it proves no identity alone. */
export function selfSigned(owner: Owner, now: Date): DocumentSigner {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const certificate = new Certificate()
  certificate.version = 2
  const serial = randomBytes(16)
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40
  certificate.serialNumber = new Integer({ valueHex: new Uint8Array(serial).buffer })
  certificate.issuer = nameOf(owner)
  certificate.subject = nameOf(owner)
  const until = new Date(now)
  until.setUTCFullYear(until.getUTCFullYear() + VALID_YEARS)
  certificate.notBefore = new Time({ value: now })
  certificate.notAfter = new Time({ value: until })
  certificate.extensions = [
    extension(BASIC_CONSTRAINTS, new BasicConstraints({ cA: false }).toSchema().toBER()),
    extension(
      KEY_USAGE,
      new BitString({ valueHex: new Uint8Array([SIGNS]).buffer, unusedBits: 6 }).toBER(),
    ),
  ]
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  certificate.subjectPublicKeyInfo = new PublicKeyInfo({
    schema: fromBER(new Uint8Array(spki).buffer).result,
  })
  const algorithm = new AlgorithmIdentifier({ algorithmId: ECDSA_WITH_SHA256 })
  certificate.signature = algorithm
  certificate.signatureAlgorithm = algorithm
  const toSign = new Uint8Array(certificate.encodeTBS().toBER())
  const signature = new Uint8Array(sign('sha256', toSign, privateKey))
  certificate.signatureValue = new BitString({ valueHex: signature.buffer })
  return { chain: [new Uint8Array(certificate.toSchema(true).toBER())], privateKey }
}

/** One attribute in each part of the name, as readers of certificates expect. */
function nameOf({ name, siren }: Owner): RelativeDistinguishedNames {
  const attributes: [string, PrintableString | Utf8String][] = [
    [COUNTRY, new PrintableString({ value: 'FR' })],
    [ORGANISATION, new Utf8String({ value: name })],
    [SERIAL_NUMBER, new PrintableString({ value: siren })],
    [COMMON_NAME, new Utf8String({ value: name })],
  ]
  const parts = attributes.map(([value, text]) => {
    const attribute = new Sequence({ value: [new ObjectIdentifier({ value }), text] })
    return new Asn1Set({ value: [attribute] })
  })
  // The library would put all attributes in one part; it keeps the bytes of what it has read.
  const { result } = fromBER(new Sequence({ value: parts }).toBER())
  return new RelativeDistinguishedNames({ schema: result })
}

function extension(extnID: string, value: ArrayBuffer): Extension {
  return new Extension({ extnID, critical: true, extnValue: value })
}
