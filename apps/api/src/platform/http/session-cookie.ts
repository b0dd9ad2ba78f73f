import type { Context as HonoContext } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Context } from '../context.ts'
import type { HttpEnv } from './http-env.ts'

/** `__Host-` needs https; a first day on http://localhost uses the plain name. */
function cookieName(isSecure: boolean): string {
  return isSecure ? '__Host-terreau' : 'terreau'
}

export function readSessionToken(c: HonoContext<HttpEnv>, isSecure: boolean): string | undefined {
  return getCookie(c, cookieName(isSecure))
}

export function writeSessionCookie(
  c: HonoContext<HttpEnv>,
  isSecure: boolean,
  reply: Context['reply']['sessionCookie'],
): void {
  if (reply === undefined) return
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure } as const
  if (reply === 'clear') deleteCookie(c, cookieName(isSecure), options)
  else setCookie(c, cookieName(isSecure), reply.token, { ...options, maxAge: reply.maxAgeSeconds })
}
