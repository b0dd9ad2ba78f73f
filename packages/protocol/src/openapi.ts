import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { PROBLEMS } from './problems.ts'

type Json = Record<string, unknown>

/** OpenAPI 3.1 printed from the endpoints themselves, in wire form (`io: 'input'`). */
export function openApiDocument(endpoints: readonly Endpoint[]): Json {
  const paths: Record<string, Json> = {}
  for (const endpoint of endpoints) {
    const path = `/api${endpoint.path.replaceAll(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Terreau',
      version: '0.1.0',
      description: 'Money is euro cents as decimal strings.',
    },
    paths,
    components: { schemas: { Problem: PROBLEM_SCHEMA } },
  }
}

function operation(endpoint: Endpoint): Json {
  return {
    tags: [endpoint.tag],
    summary: endpoint.summary,
    'x-access': endpoint.access,
    parameters: [
      ...parameters(endpoint.params, 'path'),
      ...parameters(endpoint.query, 'query'),
      ...(endpoint.versioned === true ? [IF_MATCH] : []),
    ],
    ...(endpoint.body || isFile(endpoint) ? { requestBody: requestBody(endpoint) } : {}),
    responses: { ...success(endpoint), default: PROBLEM_RESPONSE },
    ...(endpoint.problems ? { 'x-problems': endpoint.problems } : {}),
  }
}

const IF_MATCH: Json = {
  name: 'If-Match',
  in: 'header',
  required: true,
  schema: { type: 'integer' },
  description: 'The version that was read',
}

function parameters(schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (schema === undefined) return []
  const json = schemaOf(schema)
  const required = Array.isArray(json.required) ? json.required : []
  return Object.entries((json.properties ?? {}) as Json).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}

function requestBody(endpoint: Endpoint): Json {
  if (isFile(endpoint)) {
    return { required: true, content: { 'application/octet-stream': {} } }
  }
  return {
    required: true,
    content: { 'application/json': { schema: schemaOf(endpoint.body ?? z.unknown()) } },
  }
}

function isFile({ bodyKind }: Endpoint): boolean {
  return bodyKind !== undefined && bodyKind !== 'json'
}

function success(endpoint: Endpoint): Json {
  if (endpoint.responseKind === 'file')
    return { 200: { description: 'The file', content: { '*/*': {} } } }
  if (endpoint.responseKind === 'events') {
    return { 200: { description: 'A stream of events', content: { 'text/event-stream': {} } } }
  }
  if (endpoint.response === undefined) return { 204: { description: 'Done' } }
  return {
    200: {
      description: 'Done',
      content: { 'application/json': { schema: schemaOf(endpoint.response) } },
    },
  }
}

function schemaOf(schema: z.ZodType): Json {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  })
  return json
}

const PROBLEM_SCHEMA: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'instance', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    instance: { type: 'string' },
    code: { enum: Object.keys(PROBLEMS) },
    params: { type: 'object' },
    errors: { type: 'array', items: { type: 'object' } },
  },
}

const PROBLEM_RESPONSE: Json = {
  description: 'A refusal (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}
