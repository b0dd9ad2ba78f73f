import type { Api, Route } from '@terreau/protocol/api'
import type { Problem } from '@terreau/protocol/problems'
import { currentLocale } from './locale.ts'
import { networkFailed } from './network.ts'
import { ProblemError } from './problem-error.ts'

export type { Api, Route } from '@terreau/protocol/api'

type Part<Name extends string, V> = [V] extends [undefined]
  ? { [N in Name]?: undefined }
  : Record<never, never> extends V
    ? { [N in Name]?: V }
    : { [N in Name]: V }

interface Extras {
  /** Same key, same act: the server answers a repeated call with the first answer. */
  idempotencyKey?: string
  /** The version that was read, for a change that must not overwrite someone else's. */
  ifMatch?: number
  signal?: AbortSignal
}
type Place<R extends Route> = Part<'params', Api[R]['params']> & Part<'query', Api[R]['query']>
export type CallOptions<R extends Route> = Place<R> & Part<'body', Api[R]['body']> & Extras
type Args<O> = Record<never, never> extends O ? [options?: O] : [options: O]

interface LooseOptions extends Extras {
  params?: object | undefined
  query?: object | undefined
  body?: unknown
}

/**
 * Calls the API: `await call('GET /people/:personId', { params: { personId } })`. Values are those of
 * the wire: cents are decimal strings, dates 'YYYY-MM-DD'. Refusals are thrown as `ProblemError`.
 */
export async function call<R extends Route>(
  route: R,
  ...args: Args<CallOptions<R>>
): Promise<Api[R]['response']> {
  const options: LooseOptions = args[0] ?? {}
  const response = await send(route, options, jsonBody(options.body))
  return (await readAnswer(response)) as Api[R]['response']
}

/** Sends the raw bytes of one file. */
export async function upload<R extends Route>(
  route: R,
  file: Blob,
  ...args: Args<Place<R> & Extras>
): Promise<Api[R]['response']> {
  const options: LooseOptions = args[0] ?? {}
  const type = file.type || 'application/octet-stream'
  const response = await send(route, options, { content: file, type })
  return (await readAnswer(response)) as Api[R]['response']
}

/** The bytes that a route answers, when it is no plain address: a guarded paper opens with a reason. */
export async function fetchFile<R extends Route>(
  route: R,
  ...args: Args<CallOptions<R>>
): Promise<Blob> {
  const options: LooseOptions = args[0] ?? {}
  const response = await send(route, options, jsonBody(options.body))
  return response.blob()
}

/** The address of a GET route, for links and images: `<a href={apiUrl('GET /…', { params })}>`. */
export function apiUrl<R extends Route>(route: R, ...args: Args<Place<R>>): string {
  const options: LooseOptions = args[0] ?? {}
  return `/api${fillPath(pathOf(route), options.params ?? {})}${queryString(options.query ?? {})}`
}

interface Body {
  content: BodyInit
  type: string
}

async function send(route: Route, options: LooseOptions, body: Body | null): Promise<Response> {
  const method = route.slice(0, route.indexOf(' '))
  const place = fillPath(pathOf(route), options.params ?? {}) + queryString(options.query ?? {})
  const headers = new Headers({ Accept: 'application/json', 'Accept-Language': currentLocale() })
  if (body) headers.set('Content-Type', body.type)
  if (options.ifMatch !== undefined) headers.set('If-Match', `"${options.ifMatch}"`)
  const key = options.idempotencyKey ?? (method === 'POST' ? crypto.randomUUID() : undefined)
  if (key !== undefined) headers.set('Idempotency-Key', key)
  const init: RequestInit = { method, headers, credentials: 'same-origin' }
  if (body) init.body = body.content
  if (options.signal) init.signal = options.signal
  const response = await fetch(`/api${place}`, init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    networkFailed()
    throw new ProblemError({ status: 0, code: 'network' })
  })
  if (!response.ok) throw await problemFrom(response)
  return response
}

async function readAnswer(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined
  return response.json()
}

async function problemFrom(response: Response): Promise<ProblemError> {
  const fallback = { status: response.status, code: codeOfStatus(response.status) }
  if (!response.headers.get('Content-Type')?.includes('problem+json')) {
    return new ProblemError(fallback)
  }
  const problem = await response.json().then(asProblem, () => null)
  if (!problem) return new ProblemError(fallback)
  const requestId = problem.instance.split(':').at(-1)
  return new ProblemError({ ...problem, status: response.status, requestId })
}

/** The server is ours and its answers are checked there; a shape test here would repeat its schema. */
function asProblem(body: unknown): Problem | null {
  return typeof body === 'object' && body !== null && 'code' in body ? (body as Problem) : null
}

/** A proxy in front of the API may answer without a problem document. */
function codeOfStatus(status: number): 'unavailable' | 'body-too-large' | 'not-found' | 'internal' {
  if (status === 404) return 'not-found'
  if (status === 413) return 'body-too-large'
  return status === 502 || status === 503 || status === 504 ? 'unavailable' : 'internal'
}

function jsonBody(body: unknown): Body | null {
  if (body === undefined) return null
  return { content: JSON.stringify(body), type: 'application/json' }
}

function pathOf(route: Route): string {
  return route.slice(route.indexOf(' ') + 1)
}

function fillPath(path: string, params: object): string {
  return path.replace(/:(\w+)/g, (_whole, name: string) =>
    encodeURIComponent(String(Reflect.get(params, name))),
  )
}

function queryString(query: object): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  return search.size === 0 ? '' : `?${search}`
}
