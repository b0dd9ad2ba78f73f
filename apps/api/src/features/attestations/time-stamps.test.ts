import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSignature, withSignature } from '@terreau/pdf/signature-field'
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
} from '../../../test/test-app.ts'
import { readDetached, withTimeStamp } from '../../platform/signing/cades.ts'
import { httpStamper, type Stamper } from '../../platform/signing/time-stamp.ts'
import { checkPdf } from './check-pdf.ts'
import { publishedKeys } from './published-keys.ts'

const folder = mkdtempSync(join(tmpdir(), 'terreau-tsa-'))
const openssl = (...args: string[]) =>
  execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] })

/** What the service of the test does with the next requests. */
type Mood = 'stamps' | 'refuses' | 'silent' | 'other-hash' | 'garbage' | 'huge'

let mood: Mood = 'stamps'
let asked = 0
let server: Server
let stamper: Stamper
let test: TestApp
let adviser: Caller
let personId: string

beforeAll(async () => {
  makeService()
  server = createServer(async (request, response) => {
    asked += 1
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    if (mood === 'silent') return
    response.setHeader('Content-Type', 'application/timestamp-reply')
    response.end(answerTo(Buffer.concat(parts)))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  renewStamper()
  // The stamper of a test may be a new one: a pause of the last one is not carried on.
  test = await createTestApp({ stamper: { stamp: (signature) => stamper.stamp(signature) } })
  const cooperative = await givenCooperative(test)
  const scheme = await givenScheme(test, cooperative)
  adviser = await givenUser(test, cooperative, ['adviser'])
  personId = (await givenTester(test, cooperative, scheme, { kind: 'CAPE' })).personId
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await test.close()
  rmSync(folder, { recursive: true })
})

function renewStamper(): void {
  const { port } = server.address() as AddressInfo
  stamper = httpStamper({ url: `http://127.0.0.1:${port}/`, timeoutMs: 1500 })
}

/** A small service of RFC 3161: a key whose certificate may stamp and nothing else. */
function makeService(): void {
  writeFileSync(
    join(folder, 'tsa.cnf'),
    `[req]\ndistinguished_name=dn\nx509_extensions=ext\nprompt=no\n[dn]\nCN=Horodatage d'essai\n
[ext]\nextendedKeyUsage=critical,timeStamping\n[tsa]\ndefault_tsa=one\n[one]\nserial=serial\n
default_policy=1.2.3.4.1\ndigests=sha256\nsigner_digest=sha256\ness_cert_id_alg=sha256\naccuracy=secs:1\n`,
  )
  writeFileSync(join(folder, 'serial'), '01')
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '2',
    '-config',
    'tsa.cnf',
    '-keyout',
    'tsa.key',
    '-out',
    'tsa.pem',
  )
}

function answerTo(query: Buffer): Buffer {
  if (mood === 'garbage') return Buffer.from('nothing of the sort')
  if (mood === 'huge') return Buffer.alloc(200_000)
  const asked = mood === 'other-hash' ? otherQuery() : query
  writeFileSync(join(folder, 'query.tsq'), asked)
  // A policy that the service does not have makes it refuse.
  const policy = mood === 'refuses' ? ['-tspolicy', '1.2.3.9'] : []
  if (mood === 'refuses') {
    writeFileSync(join(folder, 'data'), 'x')
    openssl('ts', '-query', '-data', 'data', '-sha256', ...policy, '-out', 'query.tsq')
  }
  openssl(
    'ts',
    '-reply',
    '-queryfile',
    'query.tsq',
    '-config',
    'tsa.cnf',
    '-signer',
    'tsa.pem',
    '-inkey',
    'tsa.key',
    '-out',
    'reply.tsr',
  )
  return readFileSync(join(folder, 'reply.tsr'))
}

function otherQuery(): Buffer {
  writeFileSync(join(folder, 'data'), 'another document')
  openssl('ts', '-query', '-data', 'data', '-sha256', '-cert', '-out', 'other.tsq')
  return readFileSync(join(folder, 'other.tsq'))
}

async function issued(next: Mood) {
  mood = next
  const { body, status } = await call(test, adviser, 'POST /attestations', {
    body: { kind: 'cape_entry', personId, locale: 'fr' },
  })
  expect(status).toBe(200)
  const params = { attestationId: body.id }
  const detail = await call(test, adviser, 'GET /attestations/:attestationId', { params })
  const document = await call(test, adviser, 'GET /attestations/:attestationId/document', {
    params,
  })
  return { ...detail.body, pdf: await document.bytes() }
}

async function keys() {
  const [row] = await queryAsOwner<{ siren: string }>(test, 'select siren from terreau.cooperative')
  const answer = await test.app.hono.request(
    `http://localhost:3000/.well-known/attestation-keys/${row?.siren}`,
  )
  return publishedKeys.parse(await answer.json()).keys
}

describe('with a service that stamps', () => {
  it('seals at level B-T: the token is about this very signature, and others can check it', async () => {
    const { pdf, sealed, isIntact } = await issued('stamps')
    expect([sealed?.level, sealed?.stampFailure, isIntact]).toEqual(['B-T', null, true])
    expect(Math.abs(Date.parse(sealed?.stampedAt ?? '') - Date.now())).toBeLessThan(60_000)
    expect(await checkPdf(pdf, await keys())).toMatchObject({ is: 'genuine' })

    const { token, signature } = sealOf(pdf)
    writeFileSync(join(folder, 'token.der'), token)
    writeFileSync(join(folder, 'signature'), signature)
    const said = openssl(
      'ts',
      '-verify',
      '-data',
      'signature',
      '-in',
      'token.der',
      '-token_in',
      '-CAfile',
      'tsa.pem',
    )
    expect(String(said)).toContain('Verification: OK')
    writeFileSync(join(folder, 'a.pdf'), pdf)
    const tool = execFileSync('pdfsig', ['-nocert', join(folder, 'a.pdf')], { encoding: 'utf8' })
    expect(tool).toContain('Signature is Valid')
    expect(tool).toContain('Total document signed')
  })

  it('sees a stamp of another signature, and a changed one', async () => {
    const [one, two] = [sealOf((await issued('stamps')).pdf), sealOf((await issued('stamps')).pdf)]
    const known = await keys()
    const other = withSignature(one.pdf, withTimeStamp(one.content, one.cms, two.token))
    expect(await checkPdf(other, known)).toEqual({ is: 'altered' })
    const imprint = createHash('sha256').update(one.signature).digest('hex')
    const changed = Buffer.from(one.pdf)
    const place = changed.lastIndexOf(imprint)
    expect(place).toBeGreaterThan(0)
    changed[place] = changed[place] === 0x30 ? 0x31 : 0x30
    expect(await checkPdf(new Uint8Array(changed), known)).toEqual({ is: 'altered' })
  })
})

function sealOf(pdf: Uint8Array) {
  const signed = readSignature(pdf)
  const seal = typeof signed === 'string' ? null : readDetached(signed.content, signed.signature)
  if (typeof signed === 'string' || !seal?.token) throw new Error('this document has no stamp')
  return { pdf, content: signed.content, cms: signed.signature, ...seal, token: seal.token }
}

describe('without a good answer', () => {
  it.each([
    ['refuses', 'refused'],
    ['other-hash', 'wrong'],
    ['garbage', 'wrong'],
    ['huge', 'no-answer'],
  ] as const)(
    'issues all the same, at level B-B, and says so: the service %s',
    async (next, failure) => {
      renewStamper()
      const { pdf, sealed } = await issued(next)
      expect(sealed).toEqual({ level: 'B-B', stampedAt: null, stampFailure: failure })
      expect(await checkPdf(pdf, await keys())).toMatchObject({ is: 'genuine' })
    },
  )

  it('waits once for a service that is away, not for each certificate', async () => {
    renewStamper()
    const first = await issued('silent')
    expect(first.sealed).toMatchObject({ level: 'B-B', stampFailure: 'no-answer' })
    const before = asked
    expect((await issued('silent')).sealed).toMatchObject({ stampFailure: 'no-answer' })
    expect(asked).toBe(before)
  })
})
