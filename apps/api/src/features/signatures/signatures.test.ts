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
  TODAY,
} from '../../../test/test-app.ts'
import { sha256 } from '../../platform/secrets.ts'
import { signatureFollowUpJob } from './follow-up.job.ts'

let test: TestApp
let cooperative: TestCooperative
let adviser: Caller
let direction: Caller
let schemeId: string
let awa: TestPerson
let contractId: string
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
  test.setToday(TODAY)
  people += 1
  const name = { givenName: 'Awa', familyName: `Ba ${people}` }
  awa = await givenReadyPerson(test, cooperative, adviser, name)
  ;({ contractId, signatureId, documentSha256 } = await givenSentContract(
    test,
    adviser,
    awa,
    schemeId,
  ))
})
afterAll(() => test.close())

const params = () => ({ signatureId })
const detail = async () =>
  (await call(test, adviser, 'GET /signatures/:signatureId', { params: params() })).body
const contractState = async () =>
  (await call(test, adviser, 'GET /contracts/:contractId', { params: { contractId } })).body.state

/** The code of the last mail that was written to Awa. */
async function lastCode(): Promise<string> {
  const [mail] = await queryAsOwner<{ subject: string }>(
    test,
    `select subject from terreau.mail where template = 'signing-code' and to_address = $1
      order by created_at desc limit 1`,
    [awa.email],
  )
  return /\d{6}/.exec(mail?.subject ?? '')?.[0] ?? ''
}

const officeCode = (who: Caller = adviser) =>
  call(test, who, 'POST /signatures/:signatureId/office-code', {
    params: params(),
    body: { position: 1 },
  })

async function signInOffice(
  code: string,
  over: { typedName?: string; documentSha256?: string } = {},
) {
  const screen = { code: '2468' }
  await call(test, adviser, 'POST /signatures/:signatureId/handover', {
    params: params(),
    body: { position: 1, reason: 'Téléphone cassé', ...screen },
  })
  const answer = await call(test, adviser, 'POST /signatures/:signatureId/office-signature', {
    params: params(),
    body: {
      position: 1,
      typedName: `Awa Ba ${people}`,
      code,
      documentSha256,
      ...over,
    },
  })
  await call(test, adviser, 'POST /session/screen', { body: screen })
  return answer
}

async function signOnPhone() {
  await call(test, awa.tester, 'POST /me/signatures/:signatureId/code', { params: params() })
  const body = {
    typedName: `Awa Ba ${people}`,
    code: (await lastCode()) || '000000',
    documentSha256,
  }
  return call(test, awa.tester, 'POST /me/signatures/:signatureId/signature', {
    params: params(),
    body,
  })
}

const countersign = (
  who: Caller,
  ids: readonly { signatureId: string; documentSha256: string }[],
) => call(test, who, 'POST /signatures/countersignatures', { body: { signatures: [...ids] } })

const SCAN = Buffer.from(
  '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>\nendobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000058 00000 n \n0000000115 00000 n \ntrailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n188\n%%EOF\n',
)

const handIn = (position: number, signedOn = '2026-11-02') =>
  call(test, adviser, 'POST /signatures/:signatureId/paper-scans', {
    params: params(),
    query: { position, signedOn, fileName: 'feuille.pdf' },
    body: new Uint8Array(SCAN),
  })

const check = (who: Caller, isRight: boolean, reason = '') =>
  call(test, who, 'POST /signatures/:signatureId/paper-check', {
    params: params(),
    body: { isRight, reason },
  })

const followUp = (what: 'remind' | 'expire') =>
  signatureFollowUpJob.run(test.services, {
    cooperativeId: cooperative.id,
    requestId: signatureId,
    what,
    position: what === 'remind' ? 1 : null,
  })

describe('signing in the office', () => {
  it('needs the code of the person, and names the witness with the reason', async () => {
    expect((await officeCode()).body.email).toBe(awa.email)
    expect((await signInOffice('000000')).problem.code).toBe('signing-code-wrong')
    expect((await signInOffice(await lastCode())).status).toBe(204)
    const body = await detail()
    expect(body.parties[0]).toMatchObject({
      state: 'signed',
      route: 'office',
      level: 'simple_code_witnessed',
    })
    expect(body.acts.find((act) => act.act === 'signed')).toMatchObject({
      witness: 'Fatou Ndiaye',
      reason: 'Téléphone cassé',
    })
    expect(await contractState()).toBe('signed')
  })

  it('takes no code of the phone route, nor the phone one of the office', async () => {
    await call(test, awa.tester, 'POST /me/signatures/:signatureId/code', { params: params() })
    expect((await signInOffice(await lastCode())).problem.code).toBe('signing-code-wrong')
    await officeCode()
    const body = { typedName: `Awa Ba ${people}`, code: await lastCode(), documentSha256 }
    const phone = await call(test, awa.tester, 'POST /me/signatures/:signatureId/signature', {
      params: params(),
      body,
    })
    expect(phone.problem.code).toBe('signing-code-wrong')
  })

  it('is refused once the address changed after the document was sent', async () => {
    await queryAsOwner(
      test,
      `insert into terreau.audit_entry (cooperative_id, at, actor_kind, actor_id, action, entity_kind, entity_id, after, request_id)
       values ($1, now() + interval '1 second', 'person', $2, 'person.edited', 'person', $3, '{"fields": ["email"]}', 'test')`,
      [cooperative.id, adviser.userId, awa.personId],
    )
    expect((await officeCode()).problem.code).toBe('signature-address-changed')
  })

  it('is not for a witness who could read the code on the page of messages', async () => {
    expect((await officeCode(direction)).problem.code).toBe('signature-code-readable')
  })

  it('keeps the witness from signing for the cooperative', async () => {
    await officeCode()
    await signInOffice(await lastCode())
    const own = await countersign(adviser, [{ signatureId, documentSha256 }])
    expect(own.problem.code).toBe('signature-witness-signs')
    expect((await countersign(direction, [{ signatureId, documentSha256 }])).status).toBe(204)
    expect(await contractState()).toBe('active')
  })

  it('refuses another document and another name', async () => {
    await officeCode()
    const code = await lastCode()
    const other = await signInOffice(code, { documentSha256: '0'.repeat(64) })
    expect(other.problem.code).toBe('document-changed')
    const name = await signInOffice(code, { typedName: 'Fatou Ndiaye' })
    expect(name.problem.code).toBe('signing-name-differs')
  })
})

describe('signing on paper', () => {
  it('prints the very bytes with a sheet, takes the scan in, and counts after a second look', async () => {
    const shown = await call(test, adviser, 'GET /signatures/:signatureId/document', {
      params: params(),
      query: { file: 'shown' },
    })
    const bytes = Buffer.from(await shown.bytes())
    const paper = await call(test, adviser, 'GET /signatures/:signatureId/paper', {
      params: params(),
    })
    expect(
      Buffer.from(await paper.bytes())
        .subarray(0, bytes.length)
        .equals(bytes),
    ).toBe(true)
    expect((await handIn(1)).status).toBe(204)
    expect(await contractState()).toBe('to_sign')
    expect((await check(adviser, true)).problem.code).toBe('signature-second-look')
    expect((await check(direction, true)).status).toBe(204)
    expect((await detail()).parties[0]).toMatchObject({ route: 'paper', level: 'handwritten' })
    expect(await contractState()).toBe('signed')
  })

  it('sends a wrong sheet back with the reason, and the person can still sign on the phone', async () => {
    await handIn(1)
    expect((await signOnPhone()).problem.code).toBe('signature-already-given')
    expect((await check(direction, false)).problem.errors?.[0]?.pointer).toBe('/body/reason')
    expect((await check(direction, false, 'Il manque la page 2')).status).toBe(204)
    expect((await signOnPhone()).status).toBe(204)
  })

  it('refuses a day before the document, after today, and a turn that has not come', async () => {
    expect((await handIn(1, '2020-01-01')).problem.code).toBe('signature-day-wrong')
    expect((await handIn(1, '2027-01-01')).problem.code).toBe('signature-day-wrong')
    expect((await handIn(2)).problem.code).toBe('signature-not-your-turn')
  })
})

describe('the end of a request', () => {
  it('a refusal reopens the contract, which can be sent again', async () => {
    const refused = await call(test, awa.tester, 'POST /me/signatures/:signatureId/refusal', {
      params: params(),
      body: { reason: 'La part est trop haute' },
    })
    expect(refused.status).toBe(204)
    expect((await detail()).state).toBe('refused')
    expect(await contractState()).toBe('draft')
    expect((await signOnPhone()).problem.code).toBe('signature-ended')
    const { version } = (
      await call(test, adviser, 'GET /contracts/:contractId', { params: { contractId } })
    ).body
    const again = await call(test, adviser, 'POST /contracts/:contractId/sending', {
      params: { contractId },
      ifMatch: version,
    })
    expect(again.status).toBe(200)
    expect(again.body.signatureId).not.toBe(signatureId)
  })

  it('a withdrawal reopens it too, and keeps the reason', async () => {
    await call(test, adviser, 'POST /signatures/:signatureId/withdrawal', {
      params: params(),
      body: { reason: 'Erreur de date' },
    })
    expect((await detail()).acts.at(-1)).toMatchObject({
      act: 'withdrawn',
      reason: 'Erreur de date',
    })
    expect(await contractState()).toBe('draft')
  })

  it('expires after its last day, not on it, and nobody signs in between', async () => {
    const { expiresOn } = await detail()
    test.setToday(expiresOn)
    await followUp('expire')
    expect((await detail()).state).toBe('waiting')
    test.setToday('2027-01-15')
    expect((await signOnPhone()).problem.code).toBe('signature-expired')
    await followUp('expire')
    expect((await detail()).state).toBe('expired')
    expect(await contractState()).toBe('draft')
  })
})

describe('reminders', () => {
  it('go once a day to the person in turn, never after the last day or the signature', async () => {
    const mails = async () =>
      (
        await queryAsOwner(
          test,
          `select 1 from terreau.mail where template = 'signature-reminder' and to_address = $1`,
          [awa.email],
        )
      ).length
    await followUp('remind')
    await followUp('remind')
    expect(await mails()).toBe(1)
    const byHand = await call(test, adviser, 'POST /signatures/:signatureId/reminder', {
      params: params(),
    })
    expect(byHand.problem.code).toBe('signature-reminded')
    test.setToday('2027-01-15')
    const late = await call(test, adviser, 'POST /signatures/:signatureId/reminder', {
      params: params(),
    })
    expect(late.problem.code).toBe('signature-expired')
    test.setToday(TODAY)
    await signOnPhone()
    await followUp('remind')
    expect(await mails()).toBe(1)
  })
})

describe('countersigning many', () => {
  it('signs all with one confirmation, or none', async () => {
    await signOnPhone()
    const first = { signatureId, documentSha256 }
    const moussa = await givenReadyPerson(test, cooperative, adviser, {
      givenName: 'Moussa',
      familyName: `Bah ${people}`,
    })
    const second = await givenSentContract(test, adviser, moussa, schemeId)
    const both = [first, second].map(({ signatureId: id, documentSha256: hash }) => ({
      signatureId: id,
      documentSha256: hash,
    }))
    expect((await countersign(direction, both)).problem.code).toBe('signature-not-your-turn')
    expect(await contractState()).toBe('signed')
    expect((await countersign(direction, both.slice(0, 1))).status).toBe(204)
    expect(await contractState()).toBe('active')
  })
})

describe('the signed file', () => {
  it('is kept as bytes, begins with what was shown, and is the same for everybody', async () => {
    await signOnPhone()
    await countersign(direction, [{ signatureId, documentSha256 }])
    const { signedSha256 } = await detail()
    const mine = await call(test, awa.tester, 'GET /me/signatures/:signatureId/document', {
      params: params(),
      query: {},
    })
    const theirs = await call(test, adviser, 'GET /contracts/:contractId/document', {
      params: { contractId },
    })
    const bytes = await mine.bytes()
    expect(sha256(bytes).toString('hex')).toBe(signedSha256)
    expect(await theirs.bytes()).toEqual(bytes)
  })
})

describe('the whole text on a screen', () => {
  it('is read from the bytes that are signed, for the person and for staff', async () => {
    const mine = await call(test, awa.tester, 'GET /me/signatures/:signatureId/text', {
      params: params(),
    })
    expect(mine.body.documentSha256).toBe(documentSha256)
    const words = JSON.stringify(mine.body.blocks)
    for (const part of [`Awa Ba ${people}`, 'Moyens mis à disposition', 'Signatures'])
      expect(words).toContain(part)
    const theirs = await call(test, adviser, 'GET /signatures/:signatureId/text', {
      params: params(),
    })
    expect(theirs.body).toEqual(mine.body)
  })

  it('stays the text that was sent, whatever becomes of the file of the person', async () => {
    const text = () =>
      call(test, awa.tester, 'GET /me/signatures/:signatureId/text', { params: params() })
    const before = (await text()).body
    await queryAsOwner(test, `update terreau.person set family_name = 'Diop' where id = $1`, [
      awa.personId,
    ])
    expect((await text()).body).toEqual(before)
    await signOnPhone()
    expect((await text()).body).toEqual(before)
  })

  it('is nobody else’s', async () => {
    const other = await givenReadyPerson(test, cooperative, adviser, {
      givenName: 'Moussa',
      familyName: `Sow ${people}`,
    })
    const stranger = await call(test, other.tester, 'GET /me/signatures/:signatureId/text', {
      params: params(),
    })
    expect(stranger.status).toBe(404)
  })
})
