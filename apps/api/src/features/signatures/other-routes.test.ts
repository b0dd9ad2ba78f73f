import { unzipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  givenReadyPerson,
  givenSentContract,
  type TestPerson,
} from '../../../test/given-contract.ts'
import { givenScheme } from '../../../test/given-money.ts'
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

let test: TestApp
let cooperative: TestCooperative
let adviser: Caller
let direction: Caller
let schemeId: string
let awa: TestPerson
let signatureId: string
let documentSha256: string
let people = 0

beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  adviser = await givenUser(test, cooperative, ['adviser'], { displayName: 'Fatou Ndiaye' })
  direction = await givenUser(test, cooperative, ['direction'], { displayName: 'Ana Öz' })
  schemeId = (await givenScheme(test, cooperative)).id
})
beforeEach(async () => {
  people += 1
  const name = { givenName: 'Awa', familyName: `Ba ${people}` }
  awa = await givenReadyPerson(test, cooperative, adviser, name)
  ;({ signatureId, documentSha256 } = await givenSentContract(test, adviser, awa, schemeId))
})
afterAll(() => test.close())

const params = () => ({ signatureId })
const detail = async () =>
  (await call(test, adviser, 'GET /signatures/:signatureId', { params: params() })).body

describe('signing in the office without an e-mail address', () => {
  const giveCode = (who: Caller) =>
    call(test, who, 'POST /signatures/:signatureId/colleague-code', {
      params: params(),
      body: { position: 1 },
    })
  const forgetAddress = () =>
    queryAsOwner(test, `update terreau.person set email = '' where id = $1`, [awa.personId])
  async function sign(code: string) {
    const screen = { code: '2468' }
    await call(test, adviser, 'POST /signatures/:signatureId/handover', {
      params: params(),
      body: { position: 1, reason: 'Sans adresse', ...screen },
    })
    const typedName = `Awa Ba ${people}`
    const answer = await call(test, adviser, 'POST /signatures/:signatureId/office-signature', {
      params: params(),
      body: { position: 1, typedName, code, documentSha256 },
    })
    await call(test, adviser, 'POST /session/screen', { body: screen })
    return answer
  }

  it('takes a code that a second colleague handed over, and names both', async () => {
    await forgetAddress()
    const byMail = await call(test, adviser, 'POST /signatures/:signatureId/office-code', {
      params: params(),
      body: { position: 1 },
    })
    expect(byMail.problem.code).toBe('person-has-no-email')
    const given = await giveCode(direction)
    expect(given.body.code).toMatch(/^\d{6}$/)
    const other = given.body.code === '000000' ? '000001' : '000000'
    expect((await sign(other)).problem.code).toBe('signing-code-wrong')
    expect((await sign(given.body.code)).status).toBe(204)
    const body = await detail()
    expect(body.parties[0]).toMatchObject({ route: 'office', level: 'simple_code_witnessed' })
    expect(body.acts.find((act) => act.act === 'signed')).toMatchObject({
      witness: 'Fatou Ndiaye',
      reason: 'Sans adresse',
    })
    const codes = await queryAsOwner(
      test,
      'select handed_by, sent_to from terreau.signature_code where request_id = $1',
      [signatureId],
    )
    expect(codes).toEqual([{ handed_by: direction.userId, sent_to: 'Ana Öz' }])
    const done = await call(test, direction, 'POST /signatures/countersignatures', {
      body: { signatures: [{ signatureId, documentSha256 }] },
    })
    expect(done.status).toBe(204)
    expect((await detail()).signedSha256).not.toBeNull()
  })

  it('is refused to one colleague alone, and for whoever has an address', async () => {
    expect((await giveCode(adviser)).problem.code).toBe('person-has-email')
    await forgetAddress()
    const given = await giveCode(adviser)
    expect((await sign(given.body.code)).problem.code).toBe('signature-code-own')
    expect((await detail()).parties[0]?.state).toBe('asked')
  })
})

describe('signing on paper', () => {
  it('hands out a document that was not printed here beside the sheet, its bytes untouched', async () => {
    const picture = Buffer.from('ffd8ffe000104a464946ffd9', 'hex')
    const bytes = `'\\x${picture.toString('hex')}'::bytea`
    await queryAsOwner(
      test,
      `set session_replication_role = replica;
       update terreau.stored_file f set media_type = 'image/jpeg', file_name = 'contrat.jpg',
              bytes = ${bytes}, sha256 = sha256(${bytes})
         from terreau.signature_request r where r.id = '${signatureId}' and f.id = r.file_id`,
    )
    const paper = await call(test, adviser, 'GET /signatures/:signatureId/paper', {
      params: params(),
    })
    const parts = unzipSync(new Uint8Array(await paper.bytes()))
    const names = Object.keys(parts)
    expect(names).toEqual(['1-contrat.jpg', expect.stringMatching(/^2-SIG-2026-\d+-papier\.pdf$/)])
    expect(Buffer.from(parts[names[0] ?? ''] ?? [])).toEqual(picture)
    expect(Buffer.from(parts[names[1] ?? ''] ?? []).subarray(0, 5)).toEqual(Buffer.from('%PDF-'))
  })
})
