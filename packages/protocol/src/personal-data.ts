import { ERASURE_REFUSALS } from '@terreau/domain/retention/erasure-refusals'
import { RETENTION_KINDS } from '@terreau/domain/retention/kinds'
import { z } from 'zod'
import { instant, localDateCodec, shortText, uuid } from './codecs.ts'
import { endpoint } from './endpoint.ts'

const personId = z.strictObject({ personId: uuid })
const exportId = z.strictObject({ exportId: uuid })
const reason = z.strictObject({ reason: shortText })

const exportView = z.strictObject({
  id: uuid,
  /** The person's own copy opens for the person alone. */
  askedFor: z.enum(['person', 'office']),
  askedAt: instant,
  askedBy: z.string(),
  reason: z.string(),
  state: z.enum(['waiting', 'ready', 'expired']),
  filesDone: z.int(),
  /** Null until the files are counted. */
  filesTotal: z.int().nullable(),
  expiresOn: localDateCodec.nullable(),
  byteCount: z.int().nullable(),
  /** Who opened it and when, newest first. */
  downloads: z.array(z.strictObject({ by: z.string(), at: instant })),
})

const holdView = z.strictObject({
  id: uuid,
  reason: z.string(),
  placedAt: instant,
  placedBy: z.string(),
  /** Null while it stands. */
  liftedAt: instant.nullable(),
  liftedBy: z.string(),
  liftReason: z.string(),
})

const erasureRefusal = z.enum(ERASURE_REFUSALS)
const retentionKind = z.enum(RETENTION_KINDS)

const standingView = z.strictObject({
  kind: retentionKind,
  /** Null while the relation runs: the length has not begun. */
  keptUntil: localDateCodec.nullable(),
  source: z.string(),
  state: z.enum(['running', 'kept', 'due', 'on-request', 'erased']),
})

const keptView = z.strictObject({
  kind: retentionKind,
  until: localDateCodec.nullable(),
  source: z.string(),
})

export const personalDataEndpoints = [
  endpoint({
    method: 'GET',
    path: '/me/personal-data',
    tag: 'personal-data',
    summary: 'The copies of your data, and whether something must be kept',
    access: 'personal-data.own',
    response: z.strictObject({
      exports: z.array(exportView),
      /** What is kept until when, and why. */
      standing: z.array(standingView),
      /** The day of a request to be erased that waits for its answer. */
      erasureAskedOn: localDateCodec.nullable(),
      /** The answer to the last request, when it was no. */
      erasureRefused: z.strictObject({ answeredAt: instant, refusal: erasureRefusal }).nullable(),
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/me/exports',
    tag: 'personal-data',
    summary: 'Asks for a copy of everything kept about you; a mail says when it is ready',
    access: 'personal-data.own',
    response: exportId,
    problems: ['export-under-way'],
  }),
  endpoint({
    method: 'POST',
    path: '/me/exports/:exportId/download',
    isGuarded: true,
    tag: 'personal-data',
    summary: 'The copy as a ZIP; each opening is written down',
    access: 'personal-data.own',
    params: exportId,
    responseKind: 'file',
    problems: ['export-not-open'],
  }),
  endpoint({
    method: 'GET',
    path: '/people/:personId/personal-data',
    tag: 'personal-data',
    summary: 'Copies, holds and lengths of one person',
    access: 'personal-data.read',
    params: personId,
    response: z.strictObject({
      name: z.string(),
      reference: z.string(),
      exports: z.array(exportView),
      /** Newest first; at most the first one stands. */
      holds: z.array(holdView),
      standing: z.array(standingView),
      erasureAskedOn: localDateCodec.nullable(),
      erasureRefused: z.strictObject({ answeredAt: instant, refusal: erasureRefusal }).nullable(),
      /** The name was erased: nothing more can be. */
      isErased: z.boolean(),
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/people/:personId/exports',
    tag: 'personal-data',
    summary:
      'Makes a copy for a person; numbers stay behind dots, the person sees who asked and why',
    access: 'personal-data.manage',
    params: personId,
    body: reason,
    response: exportId,
    problems: ['export-under-way'],
  }),
  endpoint({
    method: 'POST',
    path: '/exports/:exportId/download',
    isGuarded: true,
    tag: 'personal-data',
    summary: 'A copy made by the office, as a ZIP; each opening is written down',
    access: 'personal-data.manage',
    params: exportId,
    responseKind: 'file',
    problems: ['export-not-open'],
  }),
  endpoint({
    method: 'POST',
    path: '/people/:personId/holds',
    tag: 'personal-data',
    summary: 'Keeps everything of a person while a dispute lasts',
    access: 'personal-data.manage',
    params: personId,
    body: reason,
    response: z.strictObject({ holdId: uuid }),
    problems: ['hold-stands'],
  }),
  endpoint({
    method: 'POST',
    path: '/holds/:holdId/lift',
    tag: 'personal-data',
    summary: 'Ends a hold, with its reason',
    access: 'personal-data.manage',
    params: z.strictObject({ holdId: uuid }),
    body: reason,
  }),
  endpoint({
    method: 'POST',
    path: '/me/erasure-requests',
    tag: 'personal-data',
    summary: 'Asks to be erased; the cooperative answers within a month',
    access: 'personal-data.own',
    problems: ['erasure-asked-already'],
  }),
  endpoint({
    method: 'POST',
    path: '/people/:personId/erasure',
    tag: 'personal-data',
    summary: 'Erases of a person what no text makes us keep; amounts and issued numbers stay',
    access: 'personal-data.manage',
    params: personId,
    body: z.strictObject({ reference: shortText, reason: shortText }),
    response: z.strictObject({ erased: z.array(retentionKind), kept: z.array(keptView) }),
    problems: [
      'person-under-hold',
      'erasure-not-possible',
      'erasure-person-is-here',
      'erasure-reference-differs',
    ],
  }),
  endpoint({
    method: 'POST',
    path: '/people/:personId/erasure-refusal',
    tag: 'personal-data',
    summary: 'Answers a request to be erased with the reason why nothing is erased now (GDPR 12.4)',
    access: 'personal-data.manage',
    params: personId,
    body: z.strictObject({ refusal: erasureRefusal }),
  }),
  endpoint({
    method: 'GET',
    path: '/retention',
    tag: 'personal-data',
    summary: 'How long each kind of data is kept, by which text, and what is over today',
    access: 'personal-data.read',
    response: z.strictObject({
      isNightlyOn: z.boolean(),
      nextRunOn: localDateCodec,
      lastRun: z
        .strictObject({
          ranOn: localDateCodec,
          startedAt: instant,
          /** Null when it is under way, or when it was cut short. */
          endedAt: instant.nullable(),
          erased: z.int(),
          /** Files that were due and that this run left, because nightly erasing was off. */
          waiting: z.int(),
        })
        .nullable(),
      kinds: z.array(
        z.strictObject({
          kind: retentionKind,
          months: z.int(),
          source: z.string(),
          readOn: localDateCodec,
          isObliged: z.boolean(),
          effect: z.enum(['erase', 'redact']),
          start: z.enum(['departure', 'last-contact', 'year-end', 'event']),
          /** No text sets it and the cooperative has not decided either. */
          isToConfirm: z.boolean(),
          isErasedNightly: z.boolean(),
          files: z.int(),
          rows: z.int(),
          oldest: localDateCodec.nullable(),
          held: z.int(),
        }),
      ),
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/retention/nightly',
    tag: 'personal-data',
    summary: 'Lets the night erase files that are over their length, or takes it back',
    access: 'personal-data.manage',
    body: z.strictObject({ isOn: z.boolean(), reason: shortText }),
  }),
] as const
