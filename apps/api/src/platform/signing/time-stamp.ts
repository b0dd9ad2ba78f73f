import { createHash, randomBytes } from 'node:crypto'
import { fromBER, Integer, Null, OctetString } from 'asn1js'
import {
  AlgorithmIdentifier,
  ContentInfo,
  MessageImprint,
  SignedData,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs'

/** The time of a signature, said by a body that did not make it. */
export interface TimeStamp {
  /** ContentInfo as DER (RFC 3161). */
  token: Uint8Array
  at: Date
}

/** Why there is none: no answer in time, an answer that refuses, or one that is not about this signature. */
export type StampFailure = 'no-answer' | 'refused' | 'wrong'

export interface Stamper {
  stamp(signature: Uint8Array): Promise<TimeStamp | StampFailure>
}

const OID = {
  sha256: '2.16.840.1.101.3.4.2.1',
  timeStampInfo: '1.2.840.113549.1.9.16.1.4',
} as const
const MOST_BYTES = 64 * 1024
/** After a service that does not answer, the next ones are not kept waiting. */
const PAUSE_MS = 60_000
const GRANTED: readonly number[] = [0, 1]

/** A service that stamps hashes over HTTP (RFC 3161). It learns a hash and nothing of the document. */
export function httpStamper(service: { url: string; timeoutMs: number }): Stamper {
  let pausedUntil = 0
  return {
    async stamp(signature) {
      if (performance.now() < pausedUntil) return 'no-answer'
      const nonce = randomBytes(8)
      // A number of ASN.1 has a sign: a first bit of zero keeps it positive.
      nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40
      const answer = await ask(service, queryFor(signature, nonce))
      if (answer === null) {
        pausedUntil = performance.now() + PAUSE_MS
        return 'no-answer'
      }
      return readAnswer(answer, signature, nonce)
    },
  }
}

/** What a token says of this signature: its time, once its own signature holds; null otherwise. */
export async function readTimeStamp(
  token: Uint8Array,
  signature: Uint8Array,
  nonce?: Uint8Array,
): Promise<Date | null> {
  try {
    const content = new ContentInfo({ schema: fromBER(exactly(token)).result })
    const data = new SignedData({ schema: content.content })
    if (data.encapContentInfo.eContentType !== OID.timeStampInfo) return null
    const said = data.encapContentInfo.eContent?.getValue()
    if (said === undefined) return null
    const info = TSTInfo.fromBER(said)
    const { hashAlgorithm, hashedMessage } = info.messageImprint
    const isOurs =
      hashAlgorithm.algorithmId === OID.sha256 &&
      sha256(signature).equals(Buffer.from(hashedMessage.valueBlock.valueHexView))
    const isFresh =
      nonce === undefined || Buffer.from(info.nonce?.valueBlock.valueHexView ?? []).equals(nonce)
    if (!isOurs || !isFresh) return null
    const isSigned = await data.verify({ signer: 0, data: exactly(signature) })
    return isSigned ? info.genTime : null
  } catch {
    // Bytes that are no ASN.1, no CMS or no token throw in many ways: they prove nothing.
    return null
  }
}

function queryFor(signature: Uint8Array, nonce: Uint8Array): Uint8Array {
  const query = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({
        algorithmId: OID.sha256,
        algorithmParams: new Null(),
      }),
      hashedMessage: new OctetString({ valueHex: exactly(sha256(signature)) }),
    }),
    nonce: new Integer({ valueHex: exactly(nonce) }),
    // Its certificate comes along, so that the token can be checked alone.
    certReq: true,
  })
  return new Uint8Array(query.toSchema().toBER())
}

async function ask(
  { url, timeoutMs }: { url: string; timeoutMs: number },
  query: Uint8Array,
): Promise<Uint8Array | null> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/timestamp-query' },
      body: exactly(query),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (!answer.ok || answer.body === null) return null
    const parts: Uint8Array[] = []
    let size = 0
    for await (const part of answer.body) {
      size += part.length
      if (size > MOST_BYTES) return null
      parts.push(part)
    }
    return new Uint8Array(Buffer.concat(parts))
  } catch {
    return null
  }
}

async function readAnswer(
  answer: Uint8Array,
  signature: Uint8Array,
  nonce: Uint8Array,
): Promise<TimeStamp | StampFailure> {
  const token = tokenIn(answer)
  if (token === 'refused') return 'refused'
  const at = token === null ? null : await readTimeStamp(token, signature, nonce)
  return token === null || at === null ? 'wrong' : { token, at }
}

function tokenIn(answer: Uint8Array): Uint8Array | 'refused' | null {
  try {
    const { status, timeStampToken } = TimeStampResp.fromBER(exactly(answer))
    if (!GRANTED.includes(Number(status.status))) return 'refused'
    return timeStampToken === undefined ? null : new Uint8Array(timeStampToken.toSchema().toBER())
  } catch {
    return null
  }
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}

/** A buffer that holds these bytes and nothing else. */
function exactly(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}
