import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSignature } from '@terreau/pdf/signature-field'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenScheme, givenTester } from '../../../test/given-money.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import {
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
} from '../../../test/test-app.ts'
import { rotateKeys } from '../../cli/keys-command.ts'
import { runCommandLine } from '../../cli.ts'
import { checkPdf } from './check-pdf.ts'
import { publishedKeys } from './published-keys.ts'
import { checkFacts } from './signed-facts.ts'

let test: TestApp
let cooperative: TestCooperative
let direction: Caller
let adviser: Caller
let personId: string

beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  const scheme = await givenScheme(test, cooperative)
  direction = await givenUser(test, cooperative, ['direction'])
  adviser = await givenUser(test, cooperative, ['adviser'])
  const person = await givenTester(test, cooperative, scheme, {
    kind: 'CAPE',
    familyName: 'Ŋdiaye',
  })
  personId = person.personId
})
afterAll(() => test.close())

async function issued(): Promise<{ number: string; pdf: Uint8Array }> {
  const { body } = await call(test, adviser, 'POST /attestations', {
    body: { kind: 'cape_entry', personId, months: [], locale: 'fr' },
  })
  const document = await call(test, adviser, 'GET /attestations/:attestationId/document', {
    params: { attestationId: body.id },
  })
  return { number: body.number, pdf: await document.bytes() }
}

async function keys() {
  const [row] = await queryAsOwner<{ siren: string }>(test, 'select siren from terreau.cooperative')
  const answer = await test.app.hono.request(
    `http://localhost:3000/.well-known/attestation-keys/${row?.siren}`,
  )
  return publishedKeys.parse(await answer.json()).keys
}

function factsOf(pdf: Uint8Array): string {
  const signed = readSignature(pdf)
  return typeof signed === 'string' ? signed : signed.facts
}

function withTool(tool: string, args: readonly string[], pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'terreau-seal-'))
  try {
    writeFileSync(join(folder, 'a.pdf'), pdf)
    return execFileSync(tool, [...args, join(folder, 'a.pdf')], { encoding: 'utf8' })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const rotate = (purpose: 'facts' | 'document', isLeaked: boolean) =>
  call(test, direction, 'POST /attestation-keys/rotation', { body: { purpose, isLeaked } })

const give = (file: string, password: string, who = direction) =>
  call(test, who, 'POST /attestation-keys/certificate', {
    body: {
      p12: readFileSync(join(import.meta.dirname, '../../../test/fixtures', file), 'base64'),
      password,
    },
  })

describe('a certificate', () => {
  it('is sealed whole, and stays tagged and sound', async () => {
    const { pdf } = await issued()
    const seen = withTool('pdfsig', [], pdf)
    expect(seen).toContain('Signature Validation: Signature is Valid.')
    expect(seen).toContain('Total document signed')
    expect(seen).toContain('Signature Type: ETSI.CAdES.detached')
    expect(withTool('qpdf', ['--check'], pdf)).toContain('No syntax or stream encoding errors')
    expect(withTool('pdfinfo', [], pdf)).toMatch(/Tagged: +yes/)
    expect(withTool('pdfinfo', ['-struct'], pdf)).toMatch(/Form\n +Object/)
  })

  it('is checked with the published keys alone, and a change of one byte is found', async () => {
    const { number, pdf } = await issued()
    const published = await keys()
    const verdict = await checkPdf(pdf, published)
    expect(verdict).toMatchObject({ is: 'genuine', facts: { number, person: 'Awa Ŋdiaye' } })
    expect(await checkPdf(pdf, [])).toEqual({ is: 'unknown-key' })
    expect(await checkFacts(factsOf(pdf), published)).toMatchObject({ is: 'genuine' })
    const step = Math.floor(pdf.length / 150)
    for (let at = 0; at < pdf.length; at += step) {
      const changed = Uint8Array.from(pdf)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(await checkPdf(changed, published), `byte ${at}`).not.toMatchObject({ is: 'genuine' })
    }
    const longer = new Uint8Array([...pdf, 0x0a])
    expect(await checkPdf(longer, published)).toEqual({ is: 'altered' })
  })

  it('is not genuine with the facts of one cooperative under the seal of another', async () => {
    const { pdf } = await issued()
    const published = await keys()
    for (const other of [{ issuer: 'Coopérative Karité' }, { siren: '732829320' }]) {
      const mixed = published.map((key) => (key.x5c === undefined ? key : { ...key, ...other }))
      expect(await checkPdf(pdf, mixed)).toEqual({ is: 'unknown-key' })
    }
  })

  it('publishes nothing private', async () => {
    const text = JSON.stringify(await keys())
    expect(text).not.toMatch(/"(d|p|q|private)"/)
  })
})

describe('changing keys', () => {
  it('keeps old documents true', async () => {
    const before = await issued()
    await rotate('facts', false)
    await rotate('document', false)
    const after = await issued()
    const published = await keys()
    expect(await checkPdf(before.pdf, published)).toMatchObject({ is: 'genuine' })
    expect(await checkPdf(after.pdf, published)).toMatchObject({ is: 'genuine' })
    expect(factsOf(before.pdf).split('.')[0]).not.toBe(factsOf(after.pdf).split('.')[0])
  })

  it('no longer publishes a key that leaked', async () => {
    const before = await issued()
    await rotate('facts', true)
    const published = await keys()
    expect(await checkFacts(factsOf(before.pdf), published)).toEqual({ is: 'unknown-key' })
    expect(await checkPdf((await issued()).pdf, published)).toMatchObject({ is: 'genuine' })
  })

  it('goes through a rotation of the encryption keys', async () => {
    await rotateKeys(test.services)
    const rows = await queryAsOwner<{ key: string }>(
      test,
      `select distinct split_part(private_sealed, '.', 1) as key from terreau.attestation_key`,
    )
    expect(rows).toEqual([{ key: 'd2' }])
    expect(await checkPdf((await issued()).pdf, await keys())).toMatchObject({ is: 'genuine' })
  })

  it('is for the direction', async () => {
    const body = { purpose: 'facts', isLeaked: false } as const
    const refused = await call(test, adviser, 'POST /attestation-keys/rotation', { body })
    expect(refused.status).toBe(403)
    expect((await give('seal-rsa.p12', 'sésame', adviser)).status).toBe(403)
  })
})

describe('the cooperative’s own certificate', () => {
  it.each([
    ['seal-rsa.p12', 'sésame', 'CN=Cachet RSA'],
    ['seal-ec-old.p12', 'sesame', 'CN=Cachet EC'],
  ])('seals with %s', async (file, password, subject) => {
    expect((await give(file, password)).body.subject).toContain(subject)
    const { pdf } = await issued()
    const seen = withTool('pdfsig', [], pdf)
    expect(seen).toContain('Signature is Valid.')
    expect(seen).toContain(subject)
    expect(await checkPdf(pdf, await keys())).toMatchObject({ is: 'genuine' })
    const { body } = await call(test, direction, 'GET /attestation-keys', {})
    const current = body.keys.find((key) => key.purpose === 'document' && key.retiredOn === null)
    expect(current?.certificate).toMatchObject({ origin: 'given' })
    expect(current?.certificate?.daysLeft).toBeGreaterThan(30_000)
  })

  it('can be left and taken again, unless its key leaked', async () => {
    await rotate('document', false)
    expect((await give('seal-rsa.p12', 'sésame')).status).toBe(200)
    await rotate('document', true)
    const { problem } = await give('seal-rsa.p12', 'sésame')
    expect(problem.errors).toEqual([{ pointer: '/body/p12', code: 'certificate-leaked' }])
    expect(await checkPdf((await issued()).pdf, await keys())).toMatchObject({ is: 'genuine' })
  })

  it.each([
    ['seal-rsa.p12', 'autre', '/body/password', 'p12-password-wrong'],
    ['seal-over.p12', 'sesame', '/body/p12', 'certificate-over'],
    ['../test-app.ts', '', '/body/p12', 'p12-not-readable'],
  ])('refuses %s', async (file, password, pointer, code) => {
    expect((await give(file, password)).problem.errors).toEqual([{ pointer, code }])
  })

  it('gives way to one made here on the day it is over', async () => {
    await give('seal-ec-old.p12', 'sesame')
    await queryAsOwner(
      test,
      `update terreau.attestation_key set valid_until = now() - interval '1 day' where retired_on is null and purpose = 'document'`,
    )
    const seen = withTool('pdfsig', [], (await issued()).pdf)
    expect(seen).not.toContain('Cachet EC')
    expect(seen).toContain('Signature is Valid.')
  })
})

describe('terreau verify', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'terreau-verify-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  async function verify(...args: string[]): Promise<{ code: number; said: string }> {
    const lines: string[] = []
    const say = (line: string): void => void lines.push(line)
    const code = await runCommandLine(['verify', ...args], { print: say, warn: say, write: say })
    return { code, said: lines.join('\n') }
  }

  function file(name: string, contents: Uint8Array | string): string {
    writeFileSync(join(folder, name), contents)
    return join(folder, name)
  }

  it('says genuine, altered, unknown or unsigned of a file, with its exit code', async () => {
    const { number, pdf } = await issued()
    const known = ['--keys', file('keys.json', JSON.stringify({ keys: await keys() }))]
    const genuine = await verify(file('a.pdf', pdf), ...known)
    expect(genuine.code).toBe(0)
    expect(genuine.said).toContain(number)
    expect(genuine.said).toContain('Nom : Awa Ŋdiaye')
    expect(genuine.said).toMatch(/Période : du \d.+ \d{4} au \d.+ \d{4}\n/)
    const english = await verify(file('a.pdf', pdf), '--lang', 'en', ...known)
    expect(english.said).toMatch(/Period: from \d.+ \d{4} to \d.+ \d{4}\n/)
    const changed = Uint8Array.from(pdf)
    changed[0] = 0x24
    expect((await verify(file('b.pdf', changed), ...known)).code).toBe(5)
    const none = file('none.json', '{"keys":[]}')
    expect((await verify(file('a.pdf', pdf), '--keys', none)).code).toBe(3)
    expect((await verify(join(folder, 'absent.pdf'), ...known)).code).toBe(2)
    expect((await verify(file('a.pdf', pdf), '--keys', file('d.txt', 'x'))).code).toBe(2)
    expect((await verify(...known)).code).toBe(2)
    const [first, ...others] = await keys()
    const unreadable = JSON.stringify({ keys: [{ ...first, kty: 'OKP', x: 'AAAA' }, ...others] })
    expect((await verify(file('a.pdf', pdf), '--keys', file('e.json', unreadable))).code).toBe(2)
    const utf16 = Buffer.from(`\ufeff${JSON.stringify({ keys: await keys() })}`, 'utf16le')
    expect((await verify(file('a.pdf', pdf), '--keys', file('f.json', utf16))).code).toBe(0)
  })

  it('never answers by the code of a verdict when it could not finish', async () => {
    const warned: string[] = []
    const none = file('none.json', '{"keys":[]}')
    const code = await runCommandLine(['verify', none, '--keys', none], {
      print: () => {
        throw new Error('the disk is full')
      },
      warn: (line) => void warned.push(line),
      write: () => {},
    })
    expect(code).toBe(1)
    expect(warned.join('\n')).toMatch(/sans rien conclure[\s\S]+the disk is full/)
    const help = await verify('--help')
    for (const said of [
      /0 +vraie/,
      /5 +modifiée/,
      /3 +clé/,
      /4 +aucune/,
      /2 +mal/,
      /1 +la commande/,
    ])
      expect(help.said).toMatch(said)
  })

  it('answers by its exit code also when nobody reads to the end', async () => {
    const known = ['--keys', file('keys.json', JSON.stringify({ keys: await keys() }))]
    const cli = join(import.meta.dirname, '../../cli.ts')
    const given = file('a.pdf', (await issued()).pdf)
    const child = spawn(process.execPath, [cli, 'verify', given, ...known])
    child.stdout.destroy()
    expect(await once(child, 'close')).toEqual([0, null])
  })

  it('says what a file without a signature is, and stops before a huge one', async () => {
    const { pdf } = await issued()
    const known = ['--keys', file('keys.json', JSON.stringify({ keys: await keys() }))]
    const png = Buffer.from('89504e470d0a1a0a0000000d', 'hex')
    const unsigned: [string, Uint8Array | string, string, RegExp][] = [
      ['text.txt', 'bonjour', 'not-a-pdf', /pas un PDF/],
      ['photo.pdf', png, 'not-a-pdf', /pas un PDF/],
      ['empty.pdf', '', 'empty', /vide/],
      ['start.pdf', pdf.subarray(0, 2_000), 'cut-short', /fichier entier/],
      [
        'other.pdf',
        '%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n',
        'not-signed',
        /le code qu’il porte/,
      ],
    ]
    for (const [name, contents, reason, sentence] of unsigned) {
      const path = file(name, contents)
      const told = await verify(path, ...known)
      expect(told).toMatchObject({ code: 4, said: expect.stringMatching(sentence) })
      const json = await verify(path, '--json', ...known)
      expect(JSON.parse(json.said)).toEqual({ verdict: 'not-signed', reason })
    }
    for (const cut of [pdf.length - 1, pdf.length - 200]) {
      expect((await verify(file('cut.pdf', pdf.subarray(0, cut)), ...known)).code).toBe(5)
    }
    const other = (await issued()).pdf
    const added = Buffer.from('9 0 obj\n<< /Type /Annot >>\nendobj\ntrailer\n<<>>\n%%EOF\n')
    for (const joined of [Buffer.concat([pdf, other]), Buffer.concat([pdf, added])])
      expect((await verify(file('joined.pdf', joined), ...known)).code).toBe(5)
    const longer = Buffer.concat([pdf, Buffer.from('\n')])
    expect((await verify(file('longer.pdf', longer), ...known)).code).toBe(5)
    const huge = file('huge.pdf', '%PDF-')
    truncateSync(huge, 5_000_000_000)
    expect(await verify(huge, ...known)).toMatchObject({
      code: 2,
      said: expect.stringContaining('trop gros'),
    })
    expect((await verify(folder, ...known)).code).toBe(2)
  })

  it('reads the text of a QR code, from a file or as it is', async () => {
    const { number, pdf } = await issued()
    const known = ['--keys', file('keys.json', JSON.stringify({ keys: await keys() }))]
    const facts = factsOf(pdf)
    const address = `https://coop.example/verifier/4JQ2M8XTB6R9WKZC3HFD7NPG#${facts}`
    // As a mail cuts it, as an editor marks it, as another shell writes it.
    const wrapped = facts.match(/.{1,60}/g)?.join('\r\n') ?? ''
    const texts = [
      `${address}\n`,
      `\ufeff${facts}`,
      wrapped,
      Buffer.from(`\ufeff${facts}`, 'utf16le'),
    ]
    const files = texts.map((text, index) => file(`qr${index}.txt`, text))
    for (const given of [facts, address, ...files]) {
      const { code, said } = await verify(given, '--json', ...known)
      expect(code).toBe(0)
      expect(JSON.parse(said)).toMatchObject({ verdict: 'genuine', facts: { number } })
    }
    const [header = '', payload = '', signature = ''] = facts.split('.')
    const other = payload.startsWith('eyJu') ? `eyJv${payload.slice(4)}` : payload
    const changes = [
      [header, other, signature].join('.'),
      `${facts.slice(0, -1)}${String.fromCharCode(facts.charCodeAt(facts.length - 1) + 1)}`,
      facts.replace('.', 'A'),
      `${facts}A`,
      address.slice(0, -20),
      file('lost.txt', facts.slice(0, 60)),
    ]
    for (const changed of changes) {
      const told = await verify(changed, ...known)
      expect(told).toMatchObject({ code: 5, said: expect.stringContaining('MODIFIÉE') })
    }
    for (const page of [address.split('#')[0] ?? '', 'DHH3K-BXV4R'])
      expect(await verify(page, ...known)).toMatchObject({
        code: 2,
        said: expect.stringContaining('sur la page de vérification'),
      })
    const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString())
    const headers: [object, number][] = [
      [{ alg: 'none', kid }, 5],
      [{ alg: 'HS256', kid }, 5],
      [{ alg: 'EdDSA', kid: 'AAAAAAAAAA' }, 3],
    ]
    for (const [head, code] of headers) {
      const made = Buffer.from(JSON.stringify(head)).toString('base64url')
      expect((await verify([made, payload, signature].join('.'), ...known)).code).toBe(code)
    }
  })
})
