import { execFileSync } from 'node:child_process'
import { normaliseName } from '@terreau/domain/names/normalise'
import { localDate } from '@terreau/domain/time/local-date'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { givenScheme, type TestScheme } from '../../../test/given-money.ts'
import {
  asCommand,
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  runJob,
  type TestApp,
  type TestCooperative,
} from '../../../test/test-app.ts'
import { insertContract } from '../contracts/index.ts'
import { attestationBatchJob } from './batches/issue-batch.job.ts'

/** Given name, family name: as somebody typed or pasted them. Each is printed letter by letter. */
const PRINTED: readonly (readonly [string, string])[] = [
  ['', 'Zabihullah'],
  ['Nguyễn Thị Ánh', 'Đặng'],
  ['Nguyễn'.normalize('NFD'), 'Trần'.normalize('NFD')],
  ['Ọláìyá', 'Adéọlá Ẹ̀kúndayọ̀'],
  ['Ɓaaba', 'Ɗawda Ŋom Ƴero'],
  ['Àṣẹ', 'Ṣóyínká'],
  ['Ŋalla', 'N’Diaye'],
  ['Fatou', "N'Dour"],
  ['\u202eAwa\u202c', 'Di\u200bop\u2066\u2069'],
  ['  Awa  ', ' Sow\u00a0 Ba '],
  ['awa', 'diop'],
  ['O', 'U'],
  ['Null', 'Undefined'],
  ['None', 'NaN'],
  ['', 'W'.repeat(80)],
  ['W'.repeat(80), 'Diop'],
  ['<b>Awa</b>', '&lt;script&gt;'],
  ['=CMD|calc', '+SUM(A1:A9)A'],
  ['@Awa', '-Diop'],
  ['{{nom}}', '%s {name}'],
  ['Иван', 'Щукин'],
  ['Ελένη', 'Παπαδοπούλου'],
  ['İsmail', 'Işık Ğül'],
  ['Łukasz', 'Żółć-Šček'],
  ['Zoë', "D'Ångström ß Þór"],
  ['Ẹ\u0303\u0300\u0304la', 'Ɔ\u0303\u0300kɔ́'],
  ['Jean-Marie  Désiré', 'de La Tour du Pin'],
]

/** What documents cannot print, or names nobody: the field, the code, and the first sign that is told. */
const REFUSED: readonly (readonly [string, string, string, string])[] = [
  ['محمد', 'Diop', '/body/givenName name-not-printable', 'م (U+0645)'],
  ['Awa', 'כהן', '/body/familyName name-not-printable', 'כ (U+05DB)'],
  ['Awa', '漢字', '/body/familyName name-not-printable', '漢 (U+6F22)'],
  ['ኣበበ', 'Bekele', '/body/givenName name-not-printable', 'ኣ (U+12A3)'],
  ['Awa 🦁', 'Diop', '/body/givenName name-not-printable', '🦁 (U+1F981)'],
  ['Awa', '\u0301', '/body/familyName name-without-letter', ''],
  ['Awa', '\u200b\u202e', '/body/familyName field-required', ''],
  ['Awa', '1234', '/body/familyName name-without-letter', ''],
  ['...', 'Diop', '/body/givenName name-without-letter', ''],
  // A letter that some program lost, and marks that would be drawn over other lines.
  ['Awa', 'N\ufffdiaye', '/body/familyName name-not-printable', '\ufffd (U+FFFD)'],
  ['Awa', 'Zi\u0310\u0330\u0342\u035c\u0334', '/body/familyName name-not-printable', '(U+035C)'],
]

let test: TestApp
let cooperative: TestCooperative
let adviser: Caller
let scheme: TestScheme

beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  adviser = await givenUser(test, cooperative, ['adviser'])
  scheme = await givenScheme(test, cooperative)
})
afterAll(() => test.close())

function create(givenName: string, familyName: string) {
  return call(test, adviser, 'POST /people', {
    body: {
      ...{ civility: '', familyName, givenName, bornOn: null, email: '', phone: '' },
      ...{ locale: 'fr', address: '', isTutor: false, isReallyNew: true },
      activity: { name: 'couture', vatRateBp: 2_000, fiscalHorsepower: null },
    },
  })
}

async function hired(givenName: string, familyName: string): Promise<string> {
  const made = await create(givenName, familyName)
  expect([made.status, givenName, familyName]).toEqual([200, givenName, familyName])
  const personId = made.body.id
  const { body: file } = await call(test, adviser, 'GET /people/:personId', {
    params: { personId },
  })
  await asCommand(test, cooperative.id, (ctx, tx) =>
    insertContract(tx, ctx, {
      kind: 'CAPE',
      personId,
      activityId: file.activities[0]?.id ?? '',
      schemeId: scheme.id,
      startsOn: localDate('2026-06-01'),
      endsOn: localDate('2027-05-31'),
      state: 'active',
    }),
  )
  return personId
}

const squeeze = (text: string) => text.normalize('NFC').replace(/\s+/g, '')
const pdfText = (bytes: Uint8Array) =>
  execFileSync('pdftotext', ['-raw', '-', '-'], { input: bytes, encoding: 'utf8' })
const printedName = ([given, family]: readonly [string, string]) =>
  `${normaliseName(given)} ${normaliseName(family)}`.trim()

it('are printed letter by letter, in a batch and to whoever verifies, whatever was typed', async () => {
  const names = new Map<string, string>()
  for (const pair of PRINTED) names.set(await hired(...pair), printedName(pair))
  const ready = await call(test, adviser, 'GET /attestation-batches/preflight', {
    query: { kind: 'cape_entry', group: 'cape' },
  })
  expect(new Map(ready.body.people.map((one) => [one.personId, one.name]))).toEqual(names)
  expect(ready.body.people.filter(({ isReady }) => !isReady)).toEqual([])
  const started = await call(test, adviser, 'POST /attestation-batches', {
    body: { kind: 'cape_entry', months: [], personIds: [...names.keys()], locale: 'fr' },
  })
  const batchId = started.body.id
  await runJob(test, attestationBatchJob, { cooperativeId: cooperative.id, batchId })
  const params = { batchId }
  const batch = await call(test, adviser, 'GET /attestation-batches/:batchId', { params })
  const archive = await call(test, adviser, 'GET /attestation-batches/:batchId/archive', { params })
  const files = unzipSync(await archive.bytes())
  expect(Object.keys(files)).toHaveLength(names.size)
  for (const { personId, number, attestationId } of batch.body.items) {
    const name = names.get(personId) ?? ''
    const bytes = files[`${number}.pdf`] ?? new Uint8Array()
    const [page, ...others] = pdfText(bytes).split('\f')
    expect([name, others]).toEqual([name, ['']])
    expect(squeeze(page ?? '')).toContain(squeeze(name))
    const found = await call(test, adviser, 'GET /attestations/:attestationId', {
      params: { attestationId: attestationId ?? '' },
    })
    const long = await verify(new URL(found.body.verifyUrl).pathname)
    expect(long).toContain(escaped(name))
    const short = await verify(`/verifier/${found.body.shortCode}`)
    expect(short).toContain('Attestation')
    if (name.length > 8) expect(short).not.toContain(escaped(name))
  }
})

it('are refused at their field, with the signs that documents lack', async () => {
  for (const [given, family, told, sign] of REFUSED) {
    const refused = await create(given, family)
    expect(refused.status).toBe(400)
    const [error, ...others] = refused.problem.errors ?? []
    expect([`${error?.pointer} ${error?.code}`, others]).toEqual([told, []])
    expect(String(error?.params?.characters ?? '')).toContain(sign)
  }
})

async function verify(path: string): Promise<string> {
  const response = await test.app.hono.request(`http://localhost:3000${path}`)
  return response.text()
}

function escaped(name: string): string {
  const signs = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return name.replace(/[&<>"']/g, (sign) => signs[sign as keyof typeof signs])
}
