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

export const personalDataEndpoints = [
  endpoint({
    method: 'GET',
    path: '/me/personal-data',
    tag: 'personal-data',
    summary: 'The copies of your data, and whether something must be kept',
    access: 'personal-data.own',
    response: z.strictObject({ exports: z.array(exportView) }),
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
] as const
