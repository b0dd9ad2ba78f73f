import type { Locale } from '@terreau/protocol/codecs'
import type { Context as HonoContext } from 'hono'
import type { HttpEnv } from './http-env.ts'

/** French unless the caller's first language is English (`?lang=` on any page, or Accept-Language). */
export function localeOf(c: HonoContext<HttpEnv>): Locale {
  const asked = c.req.query('lang') ?? c.req.header('accept-language') ?? 'fr'
  return asked.trim().toLowerCase().startsWith('en') ? 'en' : 'fr'
}
