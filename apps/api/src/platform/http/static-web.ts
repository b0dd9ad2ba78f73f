import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Hono } from 'hono'
import type { HttpEnv } from './http-env.ts'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
}
const COMPRESSIBLE = new Set(['.js', '.css', '.svg', '.json', '.webmanifest', '.txt'])

/** What the build adds to the name of a file that it has compressed. */
const BROTLI = '.br'
const GZIP = '.gz'

interface Asset {
  bytes: Buffer
  /** As the build compressed it; without that, gzip of our own. */
  brotli: Buffer | undefined
  gzip: Buffer | undefined
  mediaType: string
}

/**
 * The built web, read once into memory: two pages (phone, staff) and content-hashed files. Each page gets
 * this response's nonce.
 */
export function serveWeb(app: Hono<HttpEnv>, directory: string): void {
  const assets = existsSync(directory) ? readAssets(directory) : new Map<string, Asset>()
  app.get('*', (c) => {
    const path = new URL(c.req.url).pathname
    const asset = path.endsWith('.html') ? undefined : assets.get(path)
    if (asset !== undefined)
      return assetResponse(asset, path, c.req.header('accept-encoding') ?? '')
    if (path.startsWith('/api/') || extname(path) !== '') return c.notFound()
    const page = assets.get(isStaffPath(path) ? '/staff.html' : '/phone.html')
    if (page === undefined) return c.text('The web is not built yet: run npm start.', 503)
    const html = page.bytes.toString('utf8').replaceAll('__CSP_NONCE__', c.get('nonce'))
    return c.body(html, 200, { 'Content-Type': page.mediaType, 'Cache-Control': 'no-cache' })
  })
}

function isStaffPath(path: string): boolean {
  return path === '/gestion' || path.startsWith('/gestion/')
}

function assetResponse(asset: Asset, path: string, accepted: string): Response {
  const isHashed = path.startsWith('/assets/')
  const headers = new Headers({
    'Content-Type': asset.mediaType,
    'Cache-Control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    Vary: 'Accept-Encoding',
  })
  const [coding, bytes] = encodingOf(asset, accepted)
  if (coding !== null) headers.set('Content-Encoding', coding)
  return new Response(new Uint8Array(bytes), { headers })
}

function encodingOf(asset: Asset, accepted: string): ['br' | 'gzip' | null, Buffer] {
  if (asset.brotli !== undefined && /\bbr\b/.test(accepted)) return ['br', asset.brotli]
  if (asset.gzip !== undefined && /\bgzip\b/.test(accepted)) return ['gzip', asset.gzip]
  return [null, asset.bytes]
}

function readAssets(directory: string): Map<string, Asset> {
  const assets = new Map<string, Asset>()
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || isCompressed(entry.name)) continue
    const file = join(entry.parentPath, entry.name)
    const kind = extname(entry.name)
    const bytes = readFileSync(file)
    assets.set(`/${relative(directory, file).replaceAll('\\', '/')}`, {
      bytes,
      brotli: existsSync(file + BROTLI) ? readFileSync(file + BROTLI) : undefined,
      gzip: gzipOf(file, bytes),
      mediaType: MEDIA_TYPES[kind] ?? 'application/octet-stream',
    })
  }
  return assets
}

function isCompressed(name: string): boolean {
  return name.endsWith(BROTLI) || name.endsWith(GZIP)
}

function gzipOf(file: string, bytes: Buffer): Buffer | undefined {
  if (existsSync(file + GZIP)) return readFileSync(file + GZIP)
  return COMPRESSIBLE.has(extname(file)) ? gzipSync(bytes, { level: 9 }) : undefined
}
