import { createHash, type KeyObject, sign, verify, X509Certificate } from 'node:crypto'
import { BaseBlock, fromBER, Null, ObjectIdentifier, OctetString, Sequence } from 'asn1js'
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs'

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsa: '1.2.840.113549.1.1.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
} as const
const SIGNED_ATTRIBUTES = 0
const UNSIGNED_ATTRIBUTES = 1
/** What a token with its certificates may take; those of public services have three to eight kilobytes. */
export const TOKEN_ROOM = 16 * 1024

/** A certificate with its chain, the signer's own first, each as DER. */
export type CertificateChain = readonly [Uint8Array, ...Uint8Array[]]

export interface DocumentSigner {
  chain: CertificateChain
  privateKey: KeyObject
}

/**
 * A detached CAdES signature as PAdES baseline B-B asks for (ETSI EN 319 142-1): SHA-256, and the signed
 * attribute signing-certificate-v2, which binds the signature to its certificates.
 */
export function signDetached(
  content: Uint8Array,
  { chain, privateKey }: DocumentSigner,
): Uint8Array {
  const digest = sha256(content)
  const known = frameOf(chain)
  const signature = sign('sha256', withDigest(known.toSign, digest), privateKey)
  const cms = withDigest(known.around(signature.length), digest)
  cms.set(signature, cms.length - signature.length)
  return cms
}

/** Signatures of one signer, as far as they are the same: `PLACE` stands for the digest, zeros for the end. */
interface Frame {
  toSign: Uint8Array
  /** The signature whole, for a value of so many bytes: one of ECDSA has 70 to 72. */
  around(length: number): Uint8Array
}

const PLACE = sha256(new Uint8Array())
const frames = new Map<string, Frame>()

/** Writing a signature anew from its certificates took a sixth of the time of a page, a third of its memory. */
function frameOf(chain: CertificateChain): Frame {
  const key = chain.map((der) => sha256(der).toString('base64')).join()
  const known = frames.get(key)
  if (known !== undefined) return known
  const attributes = signedAttributes(chain, PLACE)
  const wholes = new Map<number, Uint8Array>()
  const frame: Frame = {
    toSign: attributes.toSign,
    around(length) {
      const whole =
        wholes.get(length) ??
        encode({ chain, attributes, signature: new Uint8Array(length), token: null })
      wholes.set(length, whole)
      return whole
    },
  }
  frames.set(key, frame)
  return frame
}

function withDigest(frame: Uint8Array, digest: Buffer): Uint8Array {
  const bytes = new Uint8Array(frame)
  bytes.set(digest, Buffer.from(frame).indexOf(PLACE))
  return bytes
}

/** What a time stamp is about: the signature itself, without what surrounds it. */
export function signatureValue(cms: Uint8Array): Uint8Array {
  const read = parse(cms)
  if (read === null) throw new Error('a signature made here can be read')
  return read.signature
}

/** The same signature with the time stamp of its value: PAdES baseline B-T. */
export function withTimeStamp(content: Uint8Array, cms: Uint8Array, token: Uint8Array): Uint8Array {
  const read = parse(cms)
  if (read === null) throw new Error('a signature made here can be read')
  const attributes = signedAttributes(read.chain, sha256(content))
  return encode({ ...read, attributes, token })
}

/** Bytes that a signature with this chain never exceeds: an RSA signature of 8192 bits has 1024. */
export function signatureRoom(chain: CertificateChain): number {
  const BESIDE_CERTIFICATES = 1800
  const FOR_EACH = 64
  return chain.reduce((sum, der) => sum + der.length + FOR_EACH, BESIDE_CERTIFICATES)
}

export interface DetachedSignature {
  chain: CertificateChain
  /** The signature is of this content, under the first certificate, and nothing in it was changed. */
  isIntact: boolean
  signature: Uint8Array
  /** The time stamp of the signature, to be checked on its own; null for a baseline B-B. */
  token: Uint8Array | null
}

/**
 * Reads a signature made by `signDetached`. It is written again from its parts and compared byte by byte,
 * so that a change is found even where the cryptography does not look. Null: no such signature.
 */
export function readDetached(content: Uint8Array, cms: Uint8Array): DetachedSignature | null {
  try {
    const read = parse(cms)
    if (read === null) return null
    const { chain, signature, token } = read
    const attributes = signedAttributes(chain, sha256(content))
    const key = new X509Certificate(chain[0]).publicKey
    const isIntact =
      verify('sha256', attributes.toSign, key, signature) &&
      Buffer.from(encode({ chain, attributes, signature, token })).equals(cms)
    return { chain, isIntact, signature, token }
  } catch {
    // Bytes that are no ASN.1, no CMS or no certificate throw in many ways: they prove nothing.
    return null
  }
}

type Parsed = Pick<DetachedSignature, 'chain' | 'signature' | 'token'>

function parse(cms: Uint8Array): Parsed | null {
  const content = new ContentInfo({ schema: fromBER(exactly(cms)).result })
  const data = new SignedData({ schema: content.content })
  const [signer] = data.signerInfos
  const [own, ...rest] = (data.certificates ?? []).flatMap((item) =>
    item instanceof Certificate ? [new Uint8Array(item.toSchema().toBER())] : [],
  )
  if (signer === undefined || own === undefined) return null
  return {
    chain: [own, ...rest],
    signature: new Uint8Array(signer.signature.valueBlock.valueHexView),
    token: tokenOf(signer),
  }
}

function tokenOf(signer: SignerInfo): Uint8Array | null {
  const stamp = signer.unsignedAttrs?.attributes.find(({ type }) => type === OID.timeStampToken)
  const value: unknown = stamp?.values[0]
  return value instanceof BaseBlock ? new Uint8Array(value.toBER()) : null
}

interface Attributes {
  block: SignedAndUnsignedAttributes
  /** What is signed: the same attributes as a SET OF, in DER order. */
  toSign: Uint8Array
}

function signedAttributes(chain: CertificateChain, digest: Buffer): Attributes {
  const certificates = chain.map((der) => {
    return new Sequence({ value: [new OctetString({ valueHex: exactly(sha256(der)) })] })
  })
  const attributes = [
    new Attribute({ type: OID.contentType, values: [new ObjectIdentifier({ value: OID.data })] }),
    new Attribute({
      type: OID.messageDigest,
      values: [new OctetString({ valueHex: exactly(digest) })],
    }),
    // SHA-256 is the default of ESSCertIDv2, so DER leaves it out (RFC 5035).
    new Attribute({
      type: OID.signingCertificateV2,
      values: [new Sequence({ value: [new Sequence({ value: certificates })] })],
    }),
  ].toSorted((left, right) => Buffer.compare(bytesOf(left), bytesOf(right)))
  const block = new SignedAndUnsignedAttributes({ type: SIGNED_ATTRIBUTES, attributes })
  const toSign = new Uint8Array(block.toSchema().toBER())
  const SET = 0x31
  toSign[0] = SET
  return { block, toSign }
}

function encode({
  chain,
  attributes,
  signature,
  token,
}: Parsed & { attributes: Attributes }): Uint8Array {
  const certificates = chain.map((der) => Certificate.fromBER(exactly(der)))
  const [own] = certificates
  if (own === undefined) throw new Error('a chain has a certificate')
  const isElliptic = new X509Certificate(chain[0]).publicKey.asymmetricKeyType === 'ec'
  const data = new SignedData({
    version: 1,
    digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: OID.sha256 })],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: OID.data }),
    certificates,
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
        digestAlgorithm: new AlgorithmIdentifier({ algorithmId: OID.sha256 }),
        signedAttrs: attributes.block,
        signatureAlgorithm: isElliptic
          ? new AlgorithmIdentifier({ algorithmId: OID.ecdsaWithSha256 })
          : new AlgorithmIdentifier({ algorithmId: OID.rsa, algorithmParams: new Null() }),
        signature: new OctetString({ valueHex: exactly(signature) }),
        ...(token !== null && { unsignedAttrs: stampBlock(token) }),
      }),
    ],
  })
  const content = new ContentInfo({ contentType: OID.signedData, content: data.toSchema(true) })
  return new Uint8Array(content.toSchema().toBER())
}

function stampBlock(token: Uint8Array): SignedAndUnsignedAttributes {
  const values = [fromBER(exactly(token)).result]
  const attributes = [new Attribute({ type: OID.timeStampToken, values })]
  return new SignedAndUnsignedAttributes({ type: UNSIGNED_ATTRIBUTES, attributes })
}

function bytesOf(attribute: Attribute): Uint8Array {
  return new Uint8Array(attribute.toSchema().toBER())
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}

/** A buffer that holds these bytes and nothing else. */
function exactly(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}
