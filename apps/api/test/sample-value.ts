import { randomUUID } from 'node:crypto'
import type { Endpoint } from '@terreau/protocol/endpoint'
import { z } from 'zod'

interface Shape {
  type?: string | string[]
  format?: string
  pattern?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Shape[]
  oneOf?: Shape[]
  $ref?: string
  properties?: Record<string, Shape>
  required?: string[]
  items?: Shape
  minItems?: number
  maxItems?: number
  additionalProperties?: Shape | boolean
  propertyNames?: Shape
  minimum?: number
  minLength?: number
}

/** Texts for what a pattern asks; the first that fits is taken. */
const TEXTS = [
  'texte',
  '14:30',
  '2026-10-01',
  '2026-10',
  '100',
  '123456782',
  '123456',
  'FR',
  'EUR',
  'sha256',
  '0'.repeat(64),
  'mot de passe sans nom propre',
]

/** Texts whose check is code, so that the JSON schema does not tell it. */
const BY_NAME: Readonly<Record<string, string>> = {
  email: 'quelquun@exemple.test',
  siren: '123456782',
  unitsPerEuro: '1.16',
}

/** Values of the parameters that name no row. */
const PLAIN: Readonly<Record<string, string>> = {
  month: '2026-10',
  role: 'adviser',
  version: '1',
  kind: 'iban',
  currency: 'USD',
  token: 'x'.repeat(43),
  event: 'conclusion',
  recipient: 'urssaf',
  step: 'balance',
}

/** The path of an endpoint with a value in each place; `fill` names the rows. */
export function samplePath(endpoint: Endpoint, fill: (param: string) => string): string {
  return endpoint.path.replaceAll(/:(\w+)/g, (_m, name: string) => PLAIN[name] ?? fill(name))
}

/** What the address must carry, and nothing more. */
export function sampleQuery(endpoint: Endpoint): string {
  const sample = endpoint.query === undefined ? {} : sampleOf(endpoint.query)
  return `?${new URLSearchParams(Object.entries(sample ?? {}).map(([k, v]) => [k, String(v)]))}`
}

/** A value that a schema accepts on the wire: what is required and nothing more. */
export function sampleOf(schema: z.ZodType): unknown {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return sample(root as Shape, root as { $defs?: Record<string, Shape> })
}

/** The most fields that a body of this schema may have, over all its objects; infinite for a list without end. */
export function mostFieldsOf(schema: z.ZodType): number {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return mostFields(root as Shape, root as { $defs?: Record<string, Shape> })
}

function mostFields(shape: Shape, root: { $defs?: Record<string, Shape> }): number {
  if (shape.$ref !== undefined) {
    return mostFields(root.$defs?.[shape.$ref.split('/').at(-1) ?? ''] ?? {}, root)
  }
  const options = shape.anyOf ?? shape.oneOf
  if (options !== undefined) return Math.max(...options.map((one) => mostFields(one, root)))
  if (shape.items !== undefined) {
    const each = mostFields(shape.items, root)
    return each === 0 ? 0 : each * (shape.maxItems ?? Number.POSITIVE_INFINITY)
  }
  const named = Object.values(shape.properties ?? {})
  const below = named.reduce((sum, one) => sum + mostFields(one, root), named.length)
  const { additionalProperties: free } = shape
  if (typeof free !== 'object') return below
  const names = shape.propertyNames?.enum?.length ?? Number.POSITIVE_INFINITY
  return below + names * (1 + mostFields(free, root))
}

function sample(shape: Shape, root: { $defs?: Record<string, Shape> }, key = ''): unknown {
  if (shape.$ref !== undefined) {
    const name = shape.$ref.split('/').at(-1) ?? ''
    return sample(root.$defs?.[name] ?? {}, root, key)
  }
  if (shape.const !== undefined) return shape.const
  if (shape.enum !== undefined) return shape.enum[0]
  const [option] = shape.anyOf ?? shape.oneOf ?? []
  if (option !== undefined) return sample(option, root, key)
  switch (Array.isArray(shape.type) ? shape.type[0] : shape.type) {
    case 'object':
      return Object.fromEntries(
        (shape.required ?? []).map((name) => [
          name,
          sample(shape.properties?.[name] ?? {}, root, name),
        ]),
      )
    case 'array':
      return Array.from({ length: shape.minItems ?? 0 }, () => sample(shape.items ?? {}, root))
    case 'integer':
    case 'number':
      return Math.max(1, shape.minimum ?? 1)
    case 'boolean':
      return false
    case 'null':
      return null
    default:
      return BY_NAME[key] ?? sampleText(shape)
  }
}

function sampleText(shape: Shape): string {
  if (shape.format === 'uuid') return randomUUID()
  if (shape.format === 'date-time') return '2026-10-01T08:00:00Z'
  const { pattern } = shape
  const fits = TEXTS.find((text) => pattern === undefined || new RegExp(pattern).test(text))
  if (fits === undefined) throw new Error(`no sample fits ${pattern}`)
  return fits
}
