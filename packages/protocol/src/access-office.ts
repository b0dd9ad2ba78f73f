import { isSiren } from '@terreau/domain/cooperative/siren'
import { COOPERATIVE_ZONES } from '@terreau/domain/time/zoned-day'
import { z } from 'zod'
import { instant, shortText, uuid } from './codecs.ts'
import { uploadProblems } from './documents.ts'
import { endpoint } from './endpoint.ts'

export const email = z.string().trim().toLowerCase().pipe(z.email().max(200))
/** Typed with spaces, as it is printed; kept as nine digits. */
export const siren = z
  .string()
  .max(20)
  .transform((text) => text.replaceAll(/\s/g, ''))
  .refine(isSiren, 'siren-wrong')

/** Who a cooperative is, as its documents print it. */
export const identity = z.strictObject({
  name: shortText,
  legalForm: shortText,
  siren,
  seatAddress: z.string().trim().min(1).max(500),
  city: shortText,
  email,
  phone: z.string().trim().max(40),
  /** Town of the trade register; empty for who is in none. */
  registryCity: z.string().trim().max(80).default(''),
  /** On whose clocks its days begin. */
  timeZone: z.enum(COOPERATIVE_ZONES).optional(),
  signatoryName: shortText,
  signatoryCapacity: shortText,
})

const cooperativeView = z.strictObject({
  ...identity.shape,
  siren: z.string(),
  email: z.string(),
  registryCity: z.string(),
  timeZone: z.enum(COOPERATIVE_ZONES),
  hasLogo: z.boolean(),
  firstMonth: z.string(),
  version: z.number().int(),
})

/** The office of a cooperative: who it is, what it wrote to people, its journal. */
export const officeEndpoints = [
  endpoint({
    method: 'GET',
    path: '/mails',
    tag: 'access',
    summary: 'Messages of the cooperative, with what was not sent yet',
    access: 'mail.read',
    query: z.strictObject({ before: instant.optional() }),
    response: z.strictObject({
      smtpConfigured: z.boolean(),
      mails: z.array(
        z.strictObject({
          id: uuid,
          toAddress: z.string(),
          toName: z.string(),
          subject: z.string(),
          body: z.string(),
          createdAt: instant,
          sentAt: instant.nullable(),
          lastError: z.string().nullable(),
        }),
      ),
    }),
  }),
  endpoint({
    method: 'GET',
    path: '/cooperative',
    tag: 'access',
    summary: 'Who the cooperative is: what contracts and certificates print',
    access: 'cooperative.read',
    response: cooperativeView,
  }),
  endpoint({
    method: 'PUT',
    path: '/cooperative',
    tag: 'access',
    summary: 'Changes who the cooperative is, for the documents to come',
    access: 'cooperative.settings',
    versioned: true,
    body: identity,
    response: cooperativeView,
    problems: ['version-required', 'version-changed'],
  }),
  endpoint({
    method: 'GET',
    path: '/cooperative/logo',
    tag: 'access',
    summary: 'The picture at the head of certificates',
    access: 'cooperative.read',
    responseKind: 'file',
    problems: ['not-found'],
  }),
  endpoint({
    method: 'PUT',
    path: '/cooperative/logo',
    tag: 'access',
    summary: 'Puts a picture at the head of the documents to come; it is drawn again, small',
    access: 'cooperative.settings',
    query: z.strictObject({ fileName: z.string().max(200) }),
    bodyKind: 'bytes',
    problems: [...uploadProblems],
  }),
  endpoint({
    method: 'DELETE',
    path: '/cooperative/logo',
    tag: 'access',
    summary: 'Takes the picture out, for the documents to come',
    access: 'cooperative.settings',
  }),
  endpoint({
    method: 'GET',
    path: '/audit',
    tag: 'access',
    summary: 'The journal: who did what to what, newest first',
    access: 'audit.read',
    query: z.strictObject({
      before: z
        .string()
        .regex(/^\d{1,15}$/)
        .optional(),
      action: z.string().max(60).optional(),
      actorId: z.string().max(60).optional(),
      entityId: z.string().max(60).optional(),
    }),
    response: z.strictObject({
      entries: z.array(
        z.strictObject({
          n: z.string(),
          at: instant,
          action: z.string(),
          actorKind: z.string(),
          actorId: z.string(),
          actorName: z.string().nullable(),
          entityKind: z.string(),
          entityId: z.string(),
          entityName: z.string().nullable(),
          before: z.unknown(),
          after: z.unknown(),
        }),
      ),
      next: z.string().nullable(),
    }),
  }),
] as const
