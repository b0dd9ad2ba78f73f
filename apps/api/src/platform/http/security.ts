import { randomBytes } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { ProblemError } from '../problem-error.ts'
import type { HttpEnv } from './http-env.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Headers of every answer. style-src takes a nonce because the staff interface's component library
 * writes its style tags at run time; scripts come from our own files only.
 */
export const securityHeaders: MiddlewareHandler<HttpEnv> = async (c, next) => {
  const nonce = randomBytes(16).toString('base64')
  c.set('nonce', nonce)
  await next()
  const headers = c.res.headers
  if (!headers.has('Content-Security-Policy'))
    headers.set('Content-Security-Policy', contentSecurityPolicy(nonce))
  headers.set('Cross-Origin-Opener-Policy', 'same-origin')
  if (!headers.has('Cross-Origin-Resource-Policy'))
    headers.set('Cross-Origin-Resource-Policy', 'same-origin')
  headers.set('Referrer-Policy', 'no-referrer')
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('X-Frame-Options', 'DENY')
  headers.set('Permissions-Policy', 'camera=(self), microphone=(self), geolocation=()')
  headers.set('Strict-Transport-Security', 'max-age=31536000')
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
}

function contentSecurityPolicy(nonce: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' blob: data:`,
    `media-src 'self' blob:`,
    `connect-src 'self'`,
    `font-src 'self'`,
    `manifest-src 'self'`,
    `worker-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
  ].join('; ')
}

/**
 * A write must come from our own pages. The framework's own check lets cross-site JSON through, so every
 * unsafe method needs a same-origin Origin, or Sec-Fetch-Site: same-origin when Origin is absent.
 */
export const refuseCrossSite: MiddlewareHandler<HttpEnv> = async (c, next) => {
  if (!SAFE.has(c.req.method)) {
    const origin = c.req.header('origin')
    const site = c.req.header('sec-fetch-site')
    const host = c.req.header('host')
    const isOurs =
      origin === undefined
        ? site === 'same-origin'
        : host !== undefined && originHost(origin) === host
    if (!isOurs || (site !== undefined && site !== 'same-origin'))
      throw new ProblemError('cross-site')
  }
  await next()
}

/** Paths are compared once, as they are: no doubled slash, no encoded slash, no dot segment, no NUL. */
export const refusePathTricks: MiddlewareHandler<HttpEnv> = async (c, next) => {
  const path = new URL(c.req.url).pathname
  const raw = c.env?.incoming?.url?.split('?')[0] ?? path
  if (/\/\/|%2f|%5c|%00|\\|\/\.\.?(\/|$)|%2e/i.test(raw)) throw new ProblemError('not-found')
  await next()
}

function originHost(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
