import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import jsQR from 'jsqr'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenClosedMonth } from '../../../test/given-closed-month.ts'
import { givenScheme, givenTester } from '../../../test/given-money.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import {
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
} from '../../../test/test-app.ts'

const HOSTILE = '<img src=x onerror=alert(1)>'

let test: TestApp
let adviser: Caller
let personId: string
let hostileId: string

beforeAll(async () => {
  test = await createTestApp()
  const cooperative = await givenCooperative(test)
  const scheme = await givenScheme(test, cooperative)
  adviser = await givenUser(test, cooperative, ['adviser'])
  const awa = await givenTester(test, cooperative, scheme, {
    kind: 'CAPE',
    familyName: 'Ŋdiaye-Ɓâ',
  })
  personId = awa.personId
  await givenClosedMonth(test, cooperative, { ...awa, month: '2026-09' })
  const hostile = await givenTester(test, cooperative, scheme, {
    kind: 'CAPE',
    familyName: HOSTILE,
  })
  hostileId = hostile.personId
})
afterAll(() => test.close())

async function issued(of = personId, kind: 'monthly_income' | 'cape_entry' = 'monthly_income') {
  const { body } = await call(test, adviser, 'POST /attestations', {
    body: {
      kind,
      personId: of,
      months: kind === 'monthly_income' ? ['2026-09'] : [],
      locale: 'fr',
    },
  })
  const detail = await call(test, adviser, 'GET /attestations/:attestationId', {
    params: { attestationId: body.id },
  })
  const longCode = new URL(detail.body.verifyUrl).pathname.split('/').at(-1) ?? ''
  return { ...detail.body, longCode }
}

async function open(path: string, method = 'GET') {
  const response = await test.app.hono.request(`http://localhost:3000${path}`, { method })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

async function pdfOf(attestationId: string): Promise<Uint8Array> {
  const answer = await call(test, adviser, 'GET /attestations/:attestationId/document', {
    params: { attestationId },
  })
  return answer.bytes()
}

describe('the verification page', () => {
  it('shows name and figures as printed with the long code', async () => {
    const attestation = await issued()
    const { status, text } = await open(`/verifier/${attestation.longCode}`)
    expect(status).toBe(200)
    expect(text).toContain('<h1>Attestation vraie</h1>')
    expect(text).toContain('Awa Ŋdiaye-Ɓâ')
    expect(text).toContain(attestation.number)
    const paper = execFileSync('pdftotext', ['-layout', '-', '-'], {
      input: await pdfOf(attestation.id),
      encoding: 'utf8',
    })
    expect(attestation.keyFigures.map((figure) => figure.key)).toContain('result')
    for (const { value } of attestation.keyFigures) {
      expect(text).toContain(value)
      expect(squeeze(paper)).toContain(squeeze(value))
    }
  })

  it('shows initials and no figure with the short code, however it is typed', async () => {
    const attestation = await issued()
    const [left = '', right = ''] = attestation.shortCode.split('-')
    for (const typed of [
      attestation.shortCode,
      `${left}${right}`.toLowerCase(),
      encodeURIComponent(` ${left} ${right} `),
    ]) {
      const { status, text } = await open(`/verifier/${typed}`)
      expect(status).toBe(200)
      expect(text).toContain('Attestation vraie')
      expect(text).toContain('A. Ŋ. Ɓ.')
      expect(text).not.toContain('diaye')
      for (const { value } of attestation.keyFigures) expect(text).not.toContain(value)
    }
  })

  it('speaks English, to readers who ask for it, with the figures as printed', async () => {
    const attestation = await issued()
    const { text } = await open(`/verifier/${attestation.longCode}?lang=en`)
    expect(text).toContain('<html lang="en">')
    expect(text).toContain('Genuine certificate')
    expect(text).toContain(attestation.keyFigures[1]?.value ?? '-')
    expect(text).toContain(`href="/verifier/${attestation.longCode}?lang=fr"`)
  })

  it('says that it was revoked, at the very next visit, and hides its figures', async () => {
    const attestation = await issued()
    const before = await open(`/verifier/${attestation.longCode}`)
    expect(before.text).toContain('Attestation vraie')
    await call(test, adviser, 'POST /attestations/:attestationId/revocation', {
      params: { attestationId: attestation.id },
      body: { reason: 'motif interne' },
    })
    for (const code of [attestation.longCode, attestation.shortCode]) {
      const { text } = await open(`/verifier/${code}`)
      expect(text).toContain('Attestation annulée le')
      expect(text).not.toContain('Attestation vraie')
      expect(text).not.toContain('motif interne')
      for (const { value } of attestation.keyFigures) expect(text).not.toContain(value)
    }
  })

  it('does not trust bytes that somebody changed behind the application', async () => {
    const attestation = await issued()
    await queryAsOwner(
      test,
      `set session_replication_role = replica;
       update terreau.stored_file set bytes = bytes || '\\x00'::bytea, sha256 = sha256(bytes || '\\x00'::bytea)
        where file_name = '${attestation.number}.pdf'`,
    )
    const { text } = await open(`/verifier/${attestation.longCode}`)
    expect(text).toContain('Ne vous fiez pas à ce document')
    expect(text).not.toContain('Attestation vraie')
    const detail = await call(test, adviser, 'GET /attestations/:attestationId', {
      params: { attestationId: attestation.id },
    })
    expect(detail.body.isIntact).toBe(false)
  })

  it('prints a hostile name as letters, never as markup', async () => {
    const attestation = await issued(hostileId, 'cape_entry')
    const { text } = await open(`/verifier/${attestation.longCode}`)
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(text).not.toContain('<img')
    const typed = await open(`/verifier/${encodeURIComponent('"><script>alert(1)<')}`)
    expect(typed.text).not.toContain('<script>')
    expect(typed.text).toContain('Numéro inconnu')
  })

  it('carries a QR code that opens the long address', async () => {
    const attestation = await issued()
    const folder = mkdtempSync(join(tmpdir(), 'terreau-qr-'))
    writeFileSync(join(folder, 'a.pdf'), await pdfOf(attestation.id))
    execFileSync('pdftoppm', ['-png', '-r', '150', join(folder, 'a.pdf'), join(folder, 'a')])
    const { data, info } = await sharp(join(folder, 'a-1.png'))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    rmSync(folder, { recursive: true })
    const code = jsQR.default(new Uint8ClampedArray(data), info.width, info.height)
    const [address, facts] = code?.data.split('#') ?? []
    expect(address).toBe(attestation.verifyUrl)
    expect(address).toBe(`http://localhost:3000/verifier/${attestation.longCode}`)
    expect(facts).toMatch(/^[\w-]+\.[\w-]+\.[\w-]{86}$/)
  })
})

describe('a device', () => {
  it('gets what it needs to check alone, in a page that stays light', async () => {
    const attestation = await issued()
    const { text } = await open(`/verifier/${attestation.longCode}`)
    const script = await open(/src="([^"]+)"/.exec(text)?.[1] ?? '')
    expect(script.headers.get('content-type')).toContain('text/javascript')
    expect(text.length + script.text.length).toBeLessThan(60_000)
    expect(text).toContain(attestation.sha256)
    expect(text).toContain('&quot;crv&quot;:&quot;Ed25519&quot;')
    expect((await open(`/verifier/${attestation.shortCode}`)).text).not.toContain(
      attestation.sha256,
    )
  })

  it('finds a document by the fingerprint of its file, and only that very file', async () => {
    const attestation = await issued()
    const found = await open(`/verifier/${attestation.sha256}`)
    expect(found.status).toBe(200)
    expect(found.text).toContain('Attestation vraie')
    expect(found.text).toContain('Ce fichier est exactement celui que la coopérative a donné.')
    const other = await open(
      `/verifier/${attestation.sha256.replace(/^./, (sign: string) => (sign === '0' ? '1' : '0'))}`,
    )
    expect(other.status).toBe(404)
    expect(other.text).toContain('<h1>Fichier non reconnu</h1>')
    expect(other.text).toContain('n’est pas, tel quel, une attestation donnée ici')
    expect(other.text).toContain('D’une autre coopérative ?')
    await queryAsOwner(test, 'delete from terreau.rate_limit')
  })
})

describe('a visitor', () => {
  it('reads the whole answer in one round trip, on a poor network and without a script', async () => {
    const attestation = await issued()
    const { headers, text } = await open(`/verifier/${attestation.longCode}`)
    // Ten packets are sent before the first acknowledgement (RFC 6928): what fits in them comes at once.
    expect(gzipSync(text).length).toBeLessThan(10 * 1_460)
    expect(text).not.toMatch(/<link rel="(?:stylesheet|preload)"|<img|@import|url\(/)
    const nonce = /<style nonce="([^"]+)">/.exec(text)?.[1] ?? ''
    expect(headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`)
    const answer = text.replace(/<script[\s\S]*?<\/script>/g, '')
    for (const said of ['Attestation vraie', 'Awa Ŋdiaye-Ɓâ', attestation.number])
      expect(answer).toContain(said)
  })

  it('is told which signs no code has, and how many it has', async () => {
    const misread = await open('/verifier/K7OM2-XTP1A')
    expect(misread.text).toContain('jamais ces signes : O, 1.')
    expect((await open('/verifier/K7QM2-XTPAA')).text).not.toContain('jamais ces signes')
    for (const [typed, said] of [
      ['K7QM2', 'Vous avez écrit 5 signes. Le code en a 10.'],
      ['K7QM2-XTP4RA', 'Vous avez écrit 11 signes. Le code en a 10.'],
      ['K', 'Vous avez écrit 1 signe. Le code en a 10.'],
    ])
      expect((await open(`/verifier/${typed}`)).text).toContain(said)
    expect((await open('/verifier/K7QM2-XTPAA')).text).not.toContain('Vous avez écrit')
    await queryAsOwner(test, 'delete from terreau.rate_limit')
  })

  it('stays in the language that was chosen, whatever the browser asks for', async () => {
    const { shortCode } = await issued()
    const hidden = '<input type="hidden" name="lang" value="fr" />'
    for (const path of ['/verifier', '/verifier/AAAAA-AAAAA']) {
      expect((await open(`${path}?lang=fr`)).text).toContain(hidden)
      expect((await open(path)).text).not.toContain('name="lang"')
    }
    const found = await open(`/verifier/${shortCode}?lang=fr`)
    expect(found.text).toContain('<a href="/verifier?lang=fr">')
    await queryAsOwner(test, 'delete from terreau.rate_limit')
  })

  it('types the code in a form that needs no script', async () => {
    const attestation = await issued()
    const form = await open('/verifier')
    expect(form.text).toContain('<form')
    expect(form.text.match(/<script/g)).toHaveLength(1)
    const sent = await open(`/verifier?code=${attestation.shortCode.toLowerCase()}`)
    expect(sent.status).toBe(303)
    expect(sent.headers.get('location')).toBe(`/verifier/${attestation.shortCode}`)
    const pasted = await open(`/verifier?code=${encodeURIComponent(attestation.verifyUrl)}&lang=en`)
    expect(pasted.headers.get('location')).toBe(`/verifier/${attestation.longCode}?lang=en`)
    expect((await open('/verifier?code=')).text).toContain('Écrivez le code du document.')
  })

  it('gets there however the address and the code were copied from paper', async () => {
    const { shortCode, longCode, sha256 } = await issued()
    const leadsTo = async (path: string) => {
      const { status, headers } = await open(path)
      return [status, headers.get('location')]
    }
    for (const typed of ['/v%C3%A9rifier', '/V%C3%89RIFIER/', '/Verifier'])
      expect(await leadsTo(`${typed}?lang=en`)).toEqual([302, '/verifier?lang=en'])
    for (const typed of [
      `/Verifier/${longCode}`,
      `/verifier/${longCode}/`,
      `/vérifier/${longCode}`,
    ])
      expect(await leadsTo(encodeURI(typed))).toEqual([302, `/verifier/${longCode}`])
    for (const typed of [`Code : ${shortCode}`, `le code ${shortCode.toLowerCase()}.`])
      expect(await leadsTo(`/verifier?code=${encodeURIComponent(typed)}`)).toEqual([
        303,
        `/verifier/${shortCode}`,
      ])
    expect(await leadsTo(`/verifier?code=${sha256.toUpperCase()}`)).toEqual([
      303,
      `/verifier/${sha256}`,
    ])
    expect((await open('/verifierx')).headers.get('location')).toBeNull()
  })

  it('is told to write the code when the number was written', async () => {
    const { status, text } = await open('/verifier/ATT-2026-000001')
    expect(status).toBe(404)
    expect(text).toContain('Numéro inconnu')
    expect(text).toContain('C’est le numéro de l’attestation')
    expect(squeeze(text)).toContain('01 23 45 67 89')
  })

  it('is not followed: no cookie, no index, no cache, the same answer to HEAD', async () => {
    const attestation = await issued()
    const page = await open(`/verifier/${attestation.longCode}`)
    expect(page.headers.get('set-cookie')).toBeNull()
    expect(page.headers.get('x-robots-tag')).toBe('noindex')
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.text).toContain('<meta name="robots" content="noindex"')
    const head = await open(`/verifier/${attestation.longCode}`, 'HEAD')
    expect([head.status, head.text]).toEqual([200, ''])
  })

  it('finds nothing by guessing: wrong codes soon close the short ones, and only those', async () => {
    const attestation = await issued()
    const guesses = Array.from({ length: 29 }, (_, index) => index)
    const statuses: number[] = []
    for (const index of guesses) {
      const long = `guess${String(index).padStart(19, '0')}`
      statuses.push((await open(`/verifier/${long}`)).status)
    }
    expect(statuses.filter((status) => status === 200)).toEqual([])
    expect(statuses.at(-1)).toBe(429)
    const paused = await open(`/verifier/${attestation.shortCode}`)
    expect(paused.status).toBe(429)
    expect(paused.text).toContain('Vérification en pause')
    expect(paused.text).not.toContain(attestation.number)
    await queryAsOwner(test, 'delete from terreau.rate_limit')
  })

  it('can still scan while guesses from everywhere keep short codes closed', async () => {
    const attestation = await issued()
    await queryAsOwner(
      test,
      `insert into terreau.rate_limit (key, points, expire)
        values ('verify/wrong-everywhere:all', 300, (extract(epoch from now()) * 1000 + 600000)::bigint)`,
    )
    expect((await open(`/verifier/${attestation.shortCode}`)).status).toBe(429)
    expect((await open(`/verifier/${attestation.longCode}`)).status).toBe(200)
    await queryAsOwner(test, 'delete from terreau.rate_limit')
  })
})

function squeeze(text: string): string {
  return text.replaceAll(/[\s\u00a0\u202f]+/g, ' ')
}
