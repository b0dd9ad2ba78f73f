import type { Endpoint } from '@terreau/protocol/endpoint'
import type { FieldProblem, ProblemCode } from '@terreau/protocol/problems'
import type { Context as HonoContext } from 'hono'
import type { z } from 'zod'
import { ProblemError } from '../problem-error.ts'
import { sha256 } from '../secrets.ts'
import { clientNetwork } from './client-network.ts'
import type { HttpEnv } from './http-env.ts'
import { jsonExcess, MOST_FIELDS } from './json-limits.ts'

/**
 * A request as read from the wire. Validity is thrown only by `orThrow`, after the permission was checked:
 * a stranger learns nothing about what a route expects.
 */
export interface ParsedRequest {
  orThrow(): { params: unknown; query: unknown; body: unknown }
  idempotencyKey: string | undefined
  ifMatch: number | undefined
  fingerprint: Buffer
  clientNetwork: string
}

const KEY = /^[\w-]{8,200}$/

export async function parseRequest(
  c: HonoContext<HttpEnv>,
  endpoint: Endpoint,
): Promise<ParsedRequest> {
  const problems: FieldProblem[] = []
  let refused: ProblemCode | undefined
  const params = check(endpoint.params, c.req.param(), '/params', problems)
  const query = check(endpoint.query, c.req.query(), '/query', problems, ['lang'])
  let body: unknown
  let raw = new Uint8Array()
  if (endpoint.bodyKind !== undefined && endpoint.bodyKind !== 'json') {
    raw = new Uint8Array(await c.req.arrayBuffer())
    body = raw
  } else if (endpoint.body !== undefined) {
    raw = new Uint8Array(await c.req.arrayBuffer())
    const excess = jsonExcess(raw, endpoint.mostFields ?? MOST_FIELDS)
    const json = isJson(c) && excess === null ? readJson(raw) : undefined
    if (json === undefined) refused = excess ?? 'body-not-json'
    else body = check(endpoint.body, json.value, '/body', problems)
  }
  return {
    orThrow() {
      if (refused !== undefined) throw new ProblemError(refused)
      if (problems.some(isOfNoAddress)) throw new ProblemError('not-found')
      if (problems.length > 0) throw new ProblemError('request-invalid', undefined, problems)
      return { params, query, body }
    },
    idempotencyKey: keyOf(c.req.header('idempotency-key')),
    ifMatch: versionOf(c.req.header('if-match')),
    fingerprint: sha256(Buffer.concat([Buffer.from(`${c.req.path}\0`), raw])),
    clientNetwork: clientNetwork(c),
  }
}

/** An address that nothing can have: there is no field to set right. Other codes are rules that have words of their own. */
function isOfNoAddress({ pointer, code }: FieldProblem): boolean {
  return pointer.startsWith('/params') && /^field-|-does-not-exist$/.test(code)
}

function check(
  schema: z.ZodType | undefined,
  value: unknown,
  at: string,
  problems: FieldProblem[],
  ignored: readonly string[] = [],
): unknown {
  if (schema === undefined) return undefined
  const input =
    ignored.length > 0 && typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).filter(([name]) => !ignored.includes(name)))
      : value
  const unreadable = unreadableTexts(input, at)
  problems.push(...unreadable.map((pointer) => ({ pointer, code: 'field-format' })))
  const result = schema.safeParse(input)
  if (result.success) return result.data
  for (const issue of result.error.issues) problems.push(fieldProblem(at, issue))
  return undefined
}

/** Texts that no column can hold, for the sign NUL in them: no keyboard writes it, and it would end as a fault of ours. */
function unreadableTexts(value: unknown, at: string): string[] {
  if (typeof value === 'string') return value.includes('\0') ? [at] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, item]) => unreadableTexts(item, `${at}/${name}`))
}

/** Zod's own sentences never reach a person: only a code, which the catalogue translates. */
function fieldProblem(at: string, issue: z.core.$ZodIssue): FieldProblem {
  const pointer = [at, ...issue.path.map(String)].join('/')
  // A schema that has a word of its own for what it refuses.
  if (/^[a-z][a-z-]+$/.test(issue.message)) return { pointer, code: issue.message }
  if (issue.code === 'too_small') {
    return { pointer, code: issue.origin === 'string' ? 'field-required' : 'field-too-small' }
  }
  if (issue.code === 'too_big') return { pointer, code: 'field-too-long' }
  if (issue.code === 'invalid_format') return { pointer, code: `field-format-${issue.format}` }
  if (issue.code === 'invalid_type') {
    return { pointer, code: issue.input === undefined ? 'field-required' : 'field-wrong-kind' }
  }
  if (issue.code === 'unrecognized_keys') return { pointer, code: 'field-unknown' }
  return { pointer, code: 'field-not-accepted' }
}

function isJson(c: HonoContext<HttpEnv>): boolean {
  return /^application\/json\b/i.test(c.req.header('content-type') ?? '')
}

function readJson(raw: Uint8Array): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw)) }
  } catch {
    return undefined
  }
}

function keyOf(header: string | undefined): string | undefined {
  return header !== undefined && KEY.test(header) ? header : undefined
}

function versionOf(header: string | undefined): number | undefined {
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header ?? '')
  return match?.[1] === undefined ? undefined : Number.parseInt(match[1], 10)
}
