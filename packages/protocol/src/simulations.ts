import { z } from 'zod'
import { centsCodec } from './codecs.ts'
import { endpoint } from './endpoint.ts'
import { schemeRules } from './settings.ts'

const group = z.strictObject({
  /** The group holds whose year changes by more than this, in cents; null without bound. */
  overCents: centsCodec.nullable(),
  upToCents: centsCodec.nullable(),
  people: z.int(),
  takenCents: centsCodec,
  simulatedCents: centsCodec,
  revenueCents: centsCodec,
})

export const simulationsEndpoints = [
  endpoint({
    method: 'POST',
    path: '/scheme-simulations',
    tag: 'settings',
    summary:
      'What a scheme would have taken from the declarations of a year; never fewer than 5 people together',
    access: 'scheme.simulate',
    body: z.strictObject({ year: z.int().min(2000).max(2100), ...schemeRules.shape }),
    response: z.strictObject({
      people: z.int(),
      takenCents: centsCodec,
      simulatedCents: centsCodec,
      groups: z.array(group),
    }),
    problems: ['simulation-too-few'],
  }),
] as const
