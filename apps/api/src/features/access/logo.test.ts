import { execFileSync } from 'node:child_process'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { givenScheme, givenTester } from '../../../test/given-money.ts'
import {
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
} from '../../../test/test-app.ts'

let test: TestApp
let direction: Caller
let adviser: Caller
let stranger: Caller
let personId: string

beforeAll(async () => {
  test = await createTestApp()
  const cooperative = await givenCooperative(test)
  direction = await givenUser(test, cooperative, ['direction'])
  adviser = await givenUser(test, cooperative, ['adviser'])
  const other = await givenCooperative(test, 'Coopérative Karité')
  stranger = await givenUser(test, other, ['direction'])
  const scheme = await givenScheme(test, cooperative)
  personId = (await givenTester(test, cooperative, scheme, { kind: 'CAPE' })).personId
})
afterAll(() => test.close())

const put = (who: Caller, file: Uint8Array, fileName = 'logo.png') =>
  call(test, who, 'PUT /cooperative/logo', { query: { fileName }, body: file as never })
const get = (who: Caller) => call(test, who, 'GET /cooperative/logo')

async function certificate(): Promise<{ text: string; images: string }> {
  const body = { kind: 'cape_entry', personId, locale: 'fr' } as const
  const { body: issued } = await call(test, adviser, 'POST /attestations', { body })
  const params = { attestationId: issued.id }
  const answer = await call(test, adviser, 'GET /attestations/:attestationId/document', { params })
  const input = await answer.bytes()
  const run = (tool: string, args: string[]) =>
    execFileSync(tool, args, { input, encoding: 'utf8' })
  return { text: run('pdftotext', ['-layout', '-', '-']), images: run('pdfimages', ['-list', '-']) }
}

it('is put by the direction, drawn again small and opaque, and heads the certificates to come', async () => {
  const picture = await sharp({
    create: {
      width: 3_000,
      height: 900,
      channels: 4,
      background: { r: 11, g: 90, b: 90, alpha: 0.4 },
    },
  })
    .png()
    .toBuffer()
  const file = new Uint8Array(picture)
  expect((await put(adviser, file)).status).toBe(403)
  expect((await get(direction)).status).toBe(404)
  expect((await certificate()).images).not.toContain('jpeg')
  expect((await put(direction, file)).status).toBe(204)
  const kept = await sharp(await (await get(adviser)).bytes()).metadata()
  expect(kept).toMatchObject({ format: 'jpeg', width: 1_000, height: 300, channels: 3 })
  expect((await get(stranger)).status).toBe(404)
  expect((await certificate()).images).toMatch(/image +1000 +300 +rgb .*jpeg/)
  expect((await call(test, direction, 'DELETE /cooperative/logo')).status).toBe(204)
  expect((await get(direction)).status).toBe(404)
  expect((await certificate()).images).not.toContain('jpeg')
})

it('is a picture and nothing else', async () => {
  const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n')
  expect((await put(direction, pdf, 'logo.pdf')).problem.code).toBe('file-unreadable')
  const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')
  expect((await put(direction, svg, 'logo.svg')).problem.code).toBe('file-kind-refused')
})

const drawing = (width: number, height: number, colour: string) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><circle cx="${width / 2}" cy="${height / 2}" r="${height / 2}" fill="${colour}"/></svg>`,
  )

it.each([
  ['a single point', 1, 1, '#0a7a5a', 'logo-too-small'],
  ['the icon of a site', 32, 32, '#0a7a5a', 'logo-too-small'],
  ['a line', 3_000, 2, '#0a7a5a', 'logo-too-small'],
  ['white on nothing', 600, 200, '#ffffff', 'logo-white'],
  ['nothing at all', 600, 200, 'none', 'logo-white'],
])('is seen on paper: %s is refused', async (_what, width, height, colour, code) => {
  const file = await sharp(drawing(width, height, colour))
    .png()
    .toBuffer()
  const answer = await put(direction, new Uint8Array(file))
  expect([answer.status, answer.problem.errors]).toEqual([400, [{ pointer: '/body', code }]])
  expect((await get(direction)).status).toBe(404)
})

it('is taken from the inks of a printer, and small when it is sharp', async () => {
  const inks = sharp(drawing(200, 60, '#0a7a5a')).flatten({ background: '#ffffff' })
  const file = await inks.toColourspace('cmyk').jpeg().toBuffer()
  expect((await put(direction, new Uint8Array(file), 'logo.jpg')).status).toBe(204)
  const kept = sharp(await (await get(direction)).bytes())
  expect(await kept.metadata()).toMatchObject({ width: 200, height: 60, space: 'srgb' })
  const [red = 0, green = 0] = await kept
    .extract({ left: 100, top: 30, width: 1, height: 1 })
    .raw()
    .toBuffer()
  expect(green).toBeGreaterThan(red + 60)
  expect((await call(test, direction, 'DELETE /cooperative/logo')).status).toBe(204)
})

it('stands beside the town of the register, which the direction writes', async () => {
  const { body: now } = await call(test, direction, 'GET /cooperative')
  const { version, firstMonth: _month, hasLogo: _logo, ...identity } = now
  const edited = await call(test, direction, 'PUT /cooperative', {
    body: { ...identity, registryCity: 'Bobigny' },
    ifMatch: version,
  })
  expect(edited.body.registryCity).toBe('Bobigny')
  expect((await certificate()).text).toMatch(/SIREN \d{3}\s\d{3}\s\d{3} RCS Bobigny/)
})
