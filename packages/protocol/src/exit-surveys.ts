import { SITUATIONS, SURVEY_ANSWERS, SURVEY_ROUNDS } from '@terreau/domain/contracts/exit-survey'
import { z } from 'zod'
import { instant, localDateCodec, uuid } from './codecs.ts'
import { contractId } from './contract-schemas.ts'
import { endpoint } from './endpoint.ts'

const round = z.enum(SURVEY_ROUNDS)
const said = z.enum(SURVEY_ANSWERS).nullable()
const surveyId = z.strictObject({ surveyId: uuid })
const token = z.strictObject({ token: z.string().min(20).max(100) })

/** Every question may be left out. */
const answers = {
  situation: z.enum(SITUATIONS).nullable(),
  living: said,
  helped: said,
  words: z.string().trim().max(500),
}

/** People for each answer; null stands for fewer than five, or what would tell of fewer than five. */
const counted = <Key extends string>(keys: readonly [Key, ...Key[]]) =>
  z.strictObject({
    total: z.int().nullable(),
    cells: z.record(z.enum(keys), z.int().nullable()),
  })

/** What becomes of people after they leave: asked once, and once more six months later. */
export const exitSurveysEndpoints = [
  endpoint({
    method: 'GET',
    path: '/contracts/:contractId/surveys',
    tag: 'contracts',
    summary: 'What somebody was asked after the end of a contract, and answered',
    access: 'contract.read',
    params: contractId,
    response: z.array(
      z.strictObject({
        id: uuid,
        round,
        askedOn: localDateCodec,
        wasMailed: z.boolean(),
        closesOn: localDateCodec,
        isOpen: z.boolean(),
        answer: z
          .strictObject({
            at: instant,
            channel: z.enum(['mailed', 'shared', 'phone']),
            /** Of whoever wrote down what was said on the phone. */
            who: z.string().nullable(),
            isDeclined: z.boolean(),
            ...answers,
          })
          .nullable(),
      }),
    ),
  }),
  endpoint({
    method: 'POST',
    path: '/exit-surveys/:surveyId/link',
    tag: 'contracts',
    summary: 'A link to share with whoever reads no e-mail, by a message or a sheet',
    access: 'contract.create',
    params: surveyId,
    response: z.strictObject({ url: z.string() }),
    problems: ['survey-closed'],
  }),
  endpoint({
    method: 'POST',
    path: '/exit-surveys/:surveyId/answer',
    tag: 'contracts',
    summary: 'Writes down what somebody said on the phone, or that they prefer not to answer',
    access: 'contract.create',
    params: surveyId,
    body: z.strictObject({ isDeclined: z.boolean(), ...answers }),
    problems: ['survey-closed', 'survey-empty'],
  }),
  endpoint({
    method: 'GET',
    path: '/exit-survey-figures',
    tag: 'contracts',
    summary: 'What became of the people who left in a year; no figure speaks of fewer than five',
    access: 'contract.read',
    query: z.strictObject({ year: z.coerce.number().int().min(2000).max(2100) }),
    response: z.array(
      z.strictObject({
        round,
        /** Whom the round was asked; null for fewer than five. */
        asked: z.int().nullable(),
        situation: counted(SITUATIONS),
        living: counted(SURVEY_ANSWERS),
        helped: counted(SURVEY_ANSWERS),
      }),
    ),
  }),
  endpoint({
    method: 'GET',
    path: '/surveys/:token',
    tag: 'contracts',
    summary: 'What the holder of a link is asked; opening it changes nothing',
    access: 'public',
    params: token,
    response: z.strictObject({
      greeted: z.string(),
      round,
      lastDay: localDateCodec,
      cooperative: z.strictObject({ name: z.string(), phone: z.string() }),
      isAnswered: z.boolean(),
      gesture: z.string(),
    }),
    problems: ['code-unknown', 'link-expired', 'too-many-attempts'],
  }),
  endpoint({
    method: 'POST',
    path: '/surveys/:token',
    tag: 'contracts',
    summary: 'The answers of whoever left, once, without an account',
    access: 'public',
    params: token,
    body: z.strictObject({ ...answers, gesture: z.string().max(200) }),
    problems: ['code-unknown', 'link-expired', 'gesture-missing', 'survey-closed', 'survey-empty'],
  }),
] as const
