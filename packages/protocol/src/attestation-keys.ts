import { z } from 'zod'
import { instant, localDateCodec } from './codecs.ts'
import { endpoint } from './endpoint.ts'

const TAG = 'attestations'
/** A certificate with its chain and its key is a few kilobytes. */
const MOST_BASE64 = 100_000

const purpose = z.enum(['facts', 'document'])

const signingKey = z.strictObject({
  id: z.string(),
  purpose,
  createdAt: instant,
  /** The last day it signed; null while it is used. */
  retiredOn: localDateCodec.nullable(),
  isLeaked: z.boolean(),
  certificate: z
    .strictObject({
      /** The cooperative made it itself, or gave its own. */
      origin: z.enum(['made', 'given']),
      subject: z.string(),
      issuer: z.string(),
      validUntil: instant,
      /** Days left, below zero once it is over. */
      daysLeft: z.int(),
      fingerprint: z.string(),
    })
    .nullable(),
})

export type SigningKey = z.output<typeof signingKey>

export const attestationKeysEndpoints = [
  endpoint({
    method: 'GET',
    path: '/attestation-keys',
    tag: TAG,
    summary: 'Keys that certificates are signed with, and those used before',
    access: 'settings.read',
    response: z.strictObject({
      keys: z.array(signingKey),
      /** Where anybody reads the public keys. */
      publishedAt: z.string(),
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/attestation-keys/rotation',
    tag: TAG,
    summary:
      'A new key from now on; what the old one signed stays true, unless somebody else has it',
    access: 'cooperative.settings',
    body: z.strictObject({ purpose, isLeaked: z.boolean() }),
  }),
  endpoint({
    method: 'POST',
    path: '/attestation-keys/certificate',
    tag: TAG,
    summary: 'The cooperative’s own certificate, from a PKCS#12 file',
    access: 'cooperative.settings',
    isGuarded: true,
    body: z.strictObject({
      /** The file, in base64. */
      p12: z.base64().min(1).max(MOST_BASE64),
      password: z.string().max(200),
    }),
    response: z.strictObject({ subject: z.string() }),
  }),
] as const
