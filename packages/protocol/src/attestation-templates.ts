import { FREE_TEXT_KINDS, MOST_FREE_TEXT } from '@terreau/domain/attestations/free-text'
import { z } from 'zod'
import { instant, localeSchema, uuid } from './codecs.ts'
import { endpoint } from './endpoint.ts'

const TAG = 'attestations'

const template = z.strictObject({ kind: z.enum(FREE_TEXT_KINDS), locale: localeSchema })
/** Paragraphs parted by a blank line, with tags between double braces; empty takes them out. */
const body = z.string().trim().max(MOST_FREE_TEXT)

export const attestationTemplatesEndpoints = [
  endpoint({
    method: 'GET',
    path: '/attestation-templates',
    tag: TAG,
    summary:
      'The free paragraphs of a kind of certificate in one language, the version in use first',
    access: 'attestation.read',
    query: template,
    response: z.array(
      z.strictObject({
        version: z.int(),
        body: z.string(),
        publishedAt: instant,
        publishedBy: z.string(),
      }),
    ),
  }),
  endpoint({
    method: 'GET',
    path: '/attestation-templates/preview',
    tag: TAG,
    summary:
      'What a certificate would look like with these paragraphs, for a real person; no number, no seal',
    access: 'attestation.issue',
    query: z.strictObject({ ...template.shape, body, personId: uuid }),
    responseKind: 'file',
    problems: ['not-found', 'attestation-nothing-to-attest', 'attestation-name-not-printable'],
  }),
  endpoint({
    method: 'POST',
    path: '/attestation-templates',
    tag: TAG,
    summary:
      'Publishes a version: certificates issued from now on carry it, those issued before stay',
    access: 'cooperative.settings',
    body: z.strictObject({
      ...template.shape,
      body,
      /** The version that was read and changed; 0 when there was none. */
      basedOn: z.int().min(0),
    }),
    response: z.strictObject({ version: z.int() }),
    problems: ['version-changed'],
  }),
] as const
