import type { Permission } from '@terreau/domain/access/permissions'
import type { z } from 'zod'
import type { ProblemCode } from './problems.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/**
 * Who may call: everybody ('public'), whoever is signed in, or whoever holds one of the permissions.
 * There is no default: an endpoint without a rule does not compile.
 */
export type Access = 'public' | 'signed-in' | Permission | readonly Permission[]

/** How the body travels: JSON by default, the raw bytes of one paper, of a table (CSV, XLSX), or of a recorded voice. */
export type BodyKind = 'json' | 'bytes' | 'table' | 'voice'

/** How the answer travels: JSON, the bytes of a file, or a stream of events. */
export type ResponseKind = 'json' | 'file' | 'events'

export interface Endpoint {
  readonly method: Method
  /** Below /api, with `:name` for parameters. */
  readonly path: `/${string}`
  readonly summary: string
  readonly tag: string
  readonly access: Access
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  readonly bodyKind?: BodyKind
  /** The most fields of a JSON body that carries long lists; 1,000 without it. */
  readonly mostFields?: number
  readonly response?: z.ZodType
  readonly responseKind?: ResponseKind
  /** The caller must send If-Match with the version it read. */
  readonly versioned?: boolean
  /** It carries what may be stored nowhere in clear: its answer is not kept for a repeated request. */
  readonly isGuarded?: boolean
  /**
   * Stays open while staff have given their screen to a person who signs: 'always', or for the one signature
   * that the screen was given for ('this-signature', by its `signatureId`). Every other endpoint is shut then.
   */
  readonly whileHanded?: 'always' | 'this-signature'
  /** Codes this endpoint may answer, beyond those every endpoint may. */
  readonly problems?: readonly ProblemCode[]
}

/** Declares an endpoint; the literal types are kept for the API, the web and OpenAPI. */
export function endpoint<const E extends Endpoint>(definition: E): E {
  return definition
}

type Name<E extends Endpoint> = `${E['method']} ${E['path']}`

/** One endpoint of a list by its method and path, with its own types. */
export function pick<E extends Endpoint, const N extends Name<E>>(
  list: readonly E[],
  name: N,
): Extract<E, { method: MethodOf<N>; path: PathOf<N> }> {
  const isNamed = (e: E): e is Extract<E, { method: MethodOf<N>; path: PathOf<N> }> =>
    `${e.method} ${e.path}` === name
  const endpoint = list.find(isNamed)
  if (endpoint === undefined) throw new Error(`${name} is not in this list of endpoints`)
  return endpoint
}
type MethodOf<N extends string> = N extends `${infer M} ${string}` ? M : never
type PathOf<N extends string> = N extends `${string} ${infer P}` ? P : never

type Output<S> = S extends z.ZodType ? z.output<S> : undefined
type Input<S> = S extends z.ZodType ? z.input<S> : undefined

/** What a handler receives: parsed values (bigint cents, branded dates). */
export interface HandlerInput<E extends Endpoint> {
  params: Output<E['params']>
  query: Output<E['query']>
  body: E['bodyKind'] extends 'bytes' | 'table' | 'voice' ? Uint8Array : Output<E['body']>
}
/** What a handler returns. */
export type HandlerOutput<E extends Endpoint> = Output<E['response']>

/** What the caller sends and gets: wire values (cents and dates as strings). */
export interface Wire<E extends Endpoint> {
  params: Input<E['params']>
  query: Input<E['query']>
  body: E['bodyKind'] extends 'bytes' | 'table' | 'voice' ? Blob : Input<E['body']>
  response: Input<E['response']>
}
