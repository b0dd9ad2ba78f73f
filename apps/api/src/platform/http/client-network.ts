import { isIPv6 } from 'node:net'
import type { Context as HonoContext } from 'hono'
import type { HttpEnv } from './http-env.ts'

/**
 * The caller's network for rate limits: /24 of an IPv4 address, /64 of an IPv6 one (a single subscriber
 * owns a whole /64). A proxy's header is believed only where `main` put it in place of the address.
 */
export function clientNetwork(c: HonoContext<HttpEnv>): string {
  const address = c.env?.incoming?.socket.remoteAddress ?? ''
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return networkOf(isTrustedProxy(c, address) && forwarded ? forwarded : address)
}

const trusted = new WeakMap<object, ReadonlySet<string>>()

/** Names the proxies whose X-Forwarded-For is believed, for one server. */
export function trustProxies(server: object, proxies: readonly string[]): void {
  trusted.set(server, new Set(proxies))
}

function isTrustedProxy(c: HonoContext<HttpEnv>, address: string): boolean {
  const server =
    c.env?.incoming?.socket && 'server' in c.env.incoming.socket
      ? c.env.incoming.socket.server
      : undefined
  return typeof server === 'object' && server !== null && trusted.get(server)?.has(address) === true
}

/**
 * The network of an address in one spelling. IPv6 is written out before it is cut: `2001:db8::1` and
 * `2001:db8:0:0:5::` are one /64, and a shortened form must not count as another network.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!isIPv6(plain)) return plain.split('.').slice(0, 3).join('.')
  const [head = '', tail] = plain.toLowerCase().replace(/%.*$/, '').split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0')
  const groups = tail === undefined ? before : [...before, ...zeros, ...after]
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
