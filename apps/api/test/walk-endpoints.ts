import { randomUUID } from 'node:crypto'
import type { Endpoint } from '@terreau/protocol/endpoint'
import type { App } from '../src/app.ts'
import { pdf } from './hostile-files.ts'
import { sampleOf, samplePath } from './sample-value.ts'
import type { Caller } from './test-app.ts'
import { webmVoice } from './voice-files.ts'

export function rulesOf(endpoint: Endpoint): readonly string[] {
  return typeof endpoint.access === 'string' ? [endpoint.access] : endpoint.access
}

export function idParams(endpoint: Endpoint): string[] {
  const params = [...endpoint.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '')
  return params.filter((param) => param === 'id' || param.endsWith('Id'))
}

export function missing(param: string): string {
  throw new Error(`the neighbour has no ${param}`)
}

export function bodyOf(endpoint: Endpoint): string | Uint8Array<ArrayBuffer> | undefined {
  if (endpoint.bodyKind === 'voice') return webmVoice()
  if (endpoint.bodyKind === 'bytes') return Buffer.from(pdf()).toString('latin1')
  if (endpoint.bodyKind === 'table') return 'référence;brut\nP-1;1 200,50\n'
  return endpoint.body === undefined ? undefined : JSON.stringify(sampleOf(endpoint.body))
}

export async function send(
  app: App,
  caller: Caller | null,
  endpoint: Endpoint,
  options: {
    params?: (param: string) => string
    body?: string | Uint8Array<ArrayBuffer> | undefined
    query?: string
  },
): Promise<{ status: number; code: string | undefined; errors: unknown; body?: unknown }> {
  const fill = options.params ?? (() => randomUUID())
  const path = samplePath(endpoint, fill)
  const isGet = endpoint.method === 'GET'
  const headers = new Headers({ host: 'localhost:3000' })
  if (caller) headers.set('cookie', caller.cookie)
  if (!isGet) headers.set('origin', 'http://localhost:3000')
  if (endpoint.versioned === true) headers.set('if-match', '"1"')
  const isFile = endpoint.bodyKind !== undefined && endpoint.bodyKind !== 'json'
  const type = isFile ? 'application/octet-stream' : 'application/json'
  if (!isGet && options.body !== undefined) headers.set('content-type', type)
  const response = await app.hono.request(
    `http://localhost:3000/api${path}${options.query ?? ''}`,
    {
      method: endpoint.method,
      headers,
      ...(isGet || options.body === undefined ? {} : { body: options.body }),
    },
  )
  if (response.status === 200 && response.headers.get('content-type') === 'application/json')
    return { status: 200, code: undefined, errors: undefined, body: await response.json() }
  const isProblem = response.headers.get('content-type')?.includes('problem+json') === true
  const problem = isProblem ? await response.json() : undefined
  return { status: response.status, code: problem?.code, errors: problem?.errors }
}
