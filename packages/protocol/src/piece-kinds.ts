import { PIECE_PEOPLE, PIECE_STAGES } from '@terreau/domain/pipeline/pieces'
import { z } from 'zod'
import { shortText, uuid } from './codecs.ts'
import { endpoint } from './endpoint.ts'

const kindFields = {
  labelFr: shortText,
  labelEn: shortText,
  hintFr: z.string().trim().max(300),
  hintEn: z.string().trim().max(300),
  stage: z.enum(PIECE_STAGES),
  forWhom: z.enum(PIECE_PEOPLE),
  expires: z.boolean(),
}

export const pieceKindsEndpoints = [
  endpoint({
    method: 'GET',
    path: '/piece-kinds',
    tag: 'onboarding',
    summary: 'Which pieces the cooperative asks for, at which stage and from whom',
    access: 'onboarding.read',
    response: z.array(
      z.strictObject({
        id: uuid,
        ...kindFields,
        code: z.string(),
        position: z.int(),
        asked: z.int(),
      }),
    ),
  }),
  endpoint({
    method: 'POST',
    path: '/piece-kinds',
    tag: 'onboarding',
    summary: 'Adds a piece to the list of the cooperative',
    access: 'cooperative.settings',
    body: z.strictObject({
      code: z
        .string()
        .trim()
        .regex(/^[a-z][a-z0-9_]{1,39}$/),
      ...kindFields,
    }),
    response: z.strictObject({ id: uuid }),
    problems: ['piece-kind-exists'],
  }),
  endpoint({
    method: 'POST',
    path: '/piece-kinds/proposal',
    tag: 'onboarding',
    summary: 'Begins an empty list with the pieces that cooperatives usually ask for',
    access: 'cooperative.settings',
    response: z.strictObject({ added: z.int() }),
  }),
  endpoint({
    method: 'DELETE',
    path: '/piece-kinds/:pieceKindId',
    tag: 'onboarding',
    summary: 'Asks for this piece no more; those already asked for stay',
    access: 'cooperative.settings',
    params: z.strictObject({ pieceKindId: uuid }),
  }),
] as const
