import { PERMISSIONS } from '@terreau/domain/access/permissions'
import { ROLES } from '@terreau/domain/access/roles'
import { COOPERATIVE_ZONES } from '@terreau/domain/time/zoned-day'
import { z } from 'zod'
import { email, identity, officeEndpoints } from './access-office.ts'
import { instant, localDateCodec, localeSchema, shortText, uuid } from './codecs.ts'
import { endpoint } from './endpoint.ts'

/** A page of this site: '//elsewhere.example' would be another one. */
const ownPath = z
  .string()
  .max(300)
  .regex(/^\/(?![/\\])[^\s\\]*$/)
/** Testers and tutors get their access from their file, which ties it to a person. */
const INVITED_ROLES = ['direction', 'adviser', 'accountant', 'observer'] as const
const roles = z.array(z.enum(ROLES))
/** Six digits of an application; spaces are how people copy them. */
const totp = z.string().max(20)

const signedIn = z.strictObject({ home: z.string(), mustSetUpTotp: z.boolean() })

const sessionView = z.strictObject({
  user: z.strictObject({
    id: uuid,
    displayName: z.string(),
    email: z.string(),
    locale: localeSchema,
    hasPassword: z.boolean(),
    hasTotp: z.boolean(),
  }),
  cooperative: z.strictObject({
    id: uuid,
    name: z.string(),
    phone: z.string(),
    isDemo: z.boolean(),
    /** On whose clocks its days begin. */
    timeZone: z.enum(COOPERATIVE_ZONES),
  }),
  otherCooperatives: z.array(z.strictObject({ id: uuid, name: z.string() })),
  roles,
  /** What these roles allow: a page asks this list, so that a phone need not carry the whole table. */
  permissions: z.array(z.enum(PERMISSIONS)),
  personId: uuid.nullable(),
  assurance: z.string(),
  /** The screen is in the hands of a person who signs: nothing but this signature is open. */
  handed: z.strictObject({ signatureId: uuid, position: z.int(), reason: z.string() }).nullable(),
  /** Staff pages stay shut until a second factor is set up: a password alone does not open them. */
  mustSetUpTotp: z.boolean(),
  /** Today for the cooperative: the clock of a device may be wrong. */
  today: localDateCodec,
})

export const accessEndpoints = [
  endpoint({
    method: 'GET',
    path: '/installation',
    tag: 'access',
    summary:
      'What a visitor must know before signing in: is there a cooperative, is it a demonstration',
    access: 'public',
    response: z.strictObject({
      isInstalled: z.boolean(),
      demo: z.array(z.strictObject({ role: z.enum(ROLES), displayName: z.string() })),
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/installation',
    tag: 'access',
    summary:
      'Creates the first cooperative and its direction account, with the code printed at start',
    access: 'public',
    body: z.strictObject({
      setupCode: z.string().trim().min(1).max(100),
      cooperative: z.strictObject({
        ...identity.shape,
        firstMonth: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
      }),
      direction: z.strictObject({ displayName: shortText, email, password: z.string().max(200) }),
    }),
    response: z.strictObject({ cooperativeId: uuid }),
    problems: ['already-installed', 'setup-code-wrong', 'password-too-weak'],
  }),
  endpoint({
    method: 'POST',
    path: '/sign-in/code',
    tag: 'access',
    summary: 'Sends a code and a link by e-mail; answers the same for an unknown address',
    access: 'public',
    body: z.strictObject({ email, returnTo: ownPath.optional() }),
    response: z.strictObject({ ok: z.literal(true) }),
    problems: ['too-many-attempts'],
  }),
  endpoint({
    method: 'POST',
    path: '/sign-in/code/check',
    tag: 'access',
    summary: 'Signs in with the code received by e-mail',
    access: 'public',
    body: z.strictObject({ email, code: z.string().max(40), totp: totp.optional() }),
    response: signedIn,
    problems: ['sign-in-refused', 'too-many-attempts', 'sign-in-second-factor'],
  }),
  endpoint({
    method: 'POST',
    path: '/sign-in/link',
    tag: 'access',
    summary: 'Signs in with the token of a mailed link; only this POST uses it up',
    access: 'public',
    body: z.strictObject({ token: z.string().max(200), totp: totp.optional() }),
    response: signedIn,
    problems: ['link-expired', 'too-many-attempts', 'sign-in-second-factor'],
  }),
  endpoint({
    method: 'POST',
    path: '/sign-in/password',
    tag: 'access',
    summary: 'Signs in with a password, and a time-based code for staff who set one up',
    access: 'public',
    body: z.strictObject({
      email,
      password: z.string().max(200),
      totp: totp.optional(),
    }),
    response: signedIn,
    problems: ['sign-in-refused', 'sign-in-second-factor', 'too-many-attempts'],
  }),
  endpoint({
    method: 'POST',
    path: '/sign-in/demo',
    tag: 'access',
    summary: 'Signs in as one role of the demonstration cooperative',
    access: 'public',
    body: z.strictObject({ role: z.enum(ROLES) }),
    response: signedIn,
    problems: ['not-found'],
  }),
  endpoint({
    method: 'GET',
    path: '/session',
    tag: 'access',
    summary: 'Who is signed in, where, with which roles',
    access: 'signed-in',
    whileHanded: 'always',
    response: sessionView,
  }),
  endpoint({
    method: 'POST',
    path: '/session/screen',
    tag: 'access',
    summary: 'Takes back the screen that was given to a person, with the code chosen then',
    access: 'signed-in',
    whileHanded: 'always',
    body: z.strictObject({ code: z.string().max(40) }),
    problems: ['screen-code-wrong', 'too-many-attempts'],
  }),
  endpoint({
    method: 'DELETE',
    path: '/session',
    tag: 'access',
    summary: 'Signs this device out',
    access: 'signed-in',
    whileHanded: 'always',
  }),
  endpoint({
    method: 'PUT',
    path: '/session/cooperative',
    tag: 'access',
    summary: 'Moves this session to another cooperative of the same user',
    access: 'signed-in',
    body: z.strictObject({ cooperativeId: uuid }),
    response: signedIn,
  }),
  endpoint({
    method: 'PUT',
    path: '/session/locale',
    tag: 'access',
    summary: 'Chooses the language of screens and messages',
    access: 'signed-in',
    body: z.strictObject({ locale: localeSchema }),
  }),
  endpoint({
    method: 'GET',
    path: '/sessions',
    tag: 'access',
    summary: 'The devices where this user is signed in',
    access: 'session.read',
    response: z.array(
      z.strictObject({
        id: uuid,
        device: z.string(),
        createdAt: instant,
        lastSeenAt: instant,
        isThisOne: z.boolean(),
      }),
    ),
  }),
  endpoint({
    method: 'DELETE',
    path: '/sessions/:sessionId',
    tag: 'access',
    summary: 'Signs one device out, at once',
    access: 'session.revoke',
    params: z.strictObject({ sessionId: uuid }),
  }),
  endpoint({
    method: 'PUT',
    path: '/password',
    tag: 'access',
    summary: 'Sets or changes the password; every other session ends',
    access: 'signed-in',
    body: z.strictObject({
      current: z.string().max(200).optional(),
      password: z.string().max(200),
    }),
    problems: ['password-too-weak', 'sign-in-refused'],
  }),
  endpoint({
    method: 'POST',
    path: '/totp',
    tag: 'access',
    summary: 'Begins a second factor: a secret and its QR code. Replacing one takes a code of it',
    access: 'signed-in',
    body: z.strictObject({ code: totp.optional() }),
    problems: ['totp-code-wrong'],
    response: z.strictObject({ secret: z.string(), uri: z.string(), qrSvg: z.string() }),
  }),
  endpoint({
    method: 'PUT',
    path: '/totp',
    tag: 'access',
    summary: 'Confirms the second factor with a first code',
    access: 'signed-in',
    body: z.strictObject({ code: totp }),
    problems: ['totp-code-wrong'],
  }),
  endpoint({
    method: 'DELETE',
    path: '/users/:userId/second-factor',
    tag: 'access',
    summary: 'Takes away the lost second factor of a colleague, who is signed out everywhere',
    access: 'user.grant',
    params: z.strictObject({ userId: uuid }),
    problems: ['not-found'],
  }),
  endpoint({
    method: 'GET',
    path: '/users',
    tag: 'access',
    summary: 'Who has which role in the cooperative',
    access: 'user.read',
    response: z.array(
      z.strictObject({
        id: uuid,
        displayName: z.string(),
        email: z.string(),
        roles,
        hasTotp: z.boolean(),
      }),
    ),
  }),
  endpoint({
    method: 'POST',
    path: '/users',
    tag: 'access',
    summary: 'Invites a colleague by e-mail with a role',
    access: 'user.grant',
    body: z.strictObject({ displayName: shortText, email, role: z.enum(INVITED_ROLES) }),
    response: z.strictObject({ id: uuid }),
  }),
  endpoint({
    method: 'DELETE',
    path: '/users/:userId/roles/:role',
    tag: 'access',
    summary: 'Takes a role back; applies to the next request',
    access: 'user.grant',
    params: z.strictObject({ userId: uuid, role: z.enum(ROLES) }),
    problems: ['last-direction'],
  }),
  ...officeEndpoints,
] as const
