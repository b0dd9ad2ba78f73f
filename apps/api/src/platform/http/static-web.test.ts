import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { HttpEnv } from './http-env.ts'
import { serveWeb } from './static-web.ts'

const SCRIPT = 'export const answer = 42\n'.repeat(50)
/** Told apart from what the server would write itself by how little it is compressed. */
const BUILT_GZIP = gzipSync(SCRIPT, { level: 1 })
const app = new Hono<HttpEnv>()
const directory = mkdtempSync(join(tmpdir(), 'terreau-web-'))

beforeAll(() => {
  mkdirSync(join(directory, 'assets'))
  writeFileSync(join(directory, 'assets/a.js'), SCRIPT)
  writeFileSync(join(directory, 'assets/a.js.br'), brotliCompressSync(SCRIPT))
  writeFileSync(join(directory, 'assets/a.js.gz'), BUILT_GZIP)
  writeFileSync(join(directory, 'assets/b.js'), SCRIPT)
  serveWeb(app, directory)
})
afterAll(() => rmSync(directory, { recursive: true }))

const get = async (path: string, accepted?: string) => {
  const headers = accepted === undefined ? {} : { 'accept-encoding': accepted }
  const response = await app.request(path, { headers })
  const bytes = Buffer.from(await response.arrayBuffer())
  return { coding: response.headers.get('content-encoding'), bytes, status: response.status }
}

it('sends what the build compressed to who reads Brotli, gzip to others, else the file itself', async () => {
  const brotli = await get('/assets/a.js', 'gzip, deflate, br, zstd')
  expect([brotli.coding, brotliDecompressSync(brotli.bytes).toString()]).toEqual(['br', SCRIPT])
  const gzip = await get('/assets/a.js', 'gzip')
  expect([gzip.coding, gzip.bytes]).toEqual(['gzip', BUILT_GZIP])
  const plain = await get('/assets/a.js')
  expect([plain.coding, plain.bytes.toString()]).toEqual([null, SCRIPT])
  const ours = await get('/assets/b.js', 'br, gzip')
  expect([ours.coding, gunzipSync(ours.bytes).toString()]).toEqual(['gzip', SCRIPT])
})

it('does not serve the compressed file as one of its own', async () => {
  expect((await get('/assets/a.js.br')).status).toBe(404)
  expect((await get('/assets/a.js.gz')).status).toBe(404)
})
