import type { Wire } from './endpoint.ts'
import type { endpoints } from './endpoints.ts'

type AnyEndpoint = (typeof endpoints)[number]

/** The API as the web sees it: `Api['GET /people/:personId']['response']`, in wire values. Types only. */
export type Api = { [E in AnyEndpoint as `${E['method']} ${E['path']}`]: Wire<E> }
export type Route = keyof Api
