import { REGISTER_MENTIONS } from '@terreau/domain/contracts/staff-register'
import { PERMIT_KINDS } from '@terreau/domain/right-to-work/permit-kinds'
import { z } from 'zod'
import { instant, localDateCodec, shortText, uuid } from './codecs.ts'
import { endpoint } from './endpoint.ts'

const sex = z.enum(['f', 'm'])
const mention = z.enum(REGISTER_MENTIONS)
const words = z.string().trim().min(1).max(200)

const entry = z.strictObject({
  n: z.int(),
  contractId: uuid,
  personId: uuid,
  familyName: z.string(),
  givenNames: z.string(),
  nationality: z.string(),
  bornOn: localDateCodec.nullable(),
  /** Null once the line was erased, five years after the departure. */
  sex: sex.nullable(),
  job: z.string(),
  qualification: z.string(),
  hiredOn: localDateCodec,
  /** The last day of the contract, once an exit was written. */
  leftOn: localDateCodec.nullable(),
  authorisationOn: localDateCodec.nullable(),
  /** The paper of the hire, when it is a permit; its number behind dots. */
  permitKind: z.enum(PERMIT_KINDS).nullable(),
  permitNumber: z.string(),
  recordedAt: instant,
  recordedBy: z.string(),
  notes: z.array(
    z.strictObject({
      n: z.int(),
      mention,
      words: z.string(),
      happenedOn: localDateCodec,
      recordedAt: instant,
      recordedBy: z.string(),
    }),
  ),
})

const toEnter = z.strictObject({
  contractId: uuid,
  number: z.string(),
  personName: z.string(),
  activityName: z.string(),
  hiredOn: localDateCodec,
  isFrench: z.boolean(),
})

export const staffRegisterEndpoints = [
  endpoint({
    method: 'GET',
    path: '/staff-register',
    tag: 'contracts',
    summary:
      'The register of the staff, in the order of hire, and the hires that are missing in it',
    access: 'staff-register.read',
    response: z.strictObject({ entries: z.array(entry), toEnter: z.array(toEnter) }),
  }),
  endpoint({
    method: 'POST',
    path: '/contracts/:contractId/register-entry',
    tag: 'contracts',
    summary: 'Writes a hire in the register; the line never changes afterwards',
    access: 'staff-register.edit',
    params: z.strictObject({ contractId: uuid }),
    body: z.strictObject({
      nationality: words,
      sex,
      job: words,
      qualification: words,
      authorisationOn: localDateCodec.nullable(),
    }),
    response: z.strictObject({ n: z.int() }),
    problems: ['register-entry-exists', 'register-out-of-order', 'person-birth-unknown'],
  }),
  endpoint({
    method: 'POST',
    path: '/staff-register/notes',
    tag: 'contracts',
    summary: 'Notes beside a line what changed, with its day; the line stays as it was written',
    access: 'staff-register.edit',
    body: z.strictObject({ entry: z.int().min(1), mention, words, happenedOn: localDateCodec }),
    problems: ['date-in-the-future'],
  }),
  endpoint({
    method: 'POST',
    path: '/staff-register/copies',
    isGuarded: true,
    tag: 'contracts',
    summary:
      'The register as a PDF or a table; whoever may see permits gets their numbers, and people read why',
    access: 'staff-register.copy',
    body: z.strictObject({ format: z.enum(['pdf', 'csv']), reason: shortText }),
    responseKind: 'file',
  }),
] as const
