import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  givenReadyPerson,
  givenSentContract,
  TERMS,
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
import { sha256 } from '../../platform/secrets.ts'

let test: TestApp
let cooperative: TestCooperative
let adviser: Caller
let schemeId: string
let awa: TestPerson
let contractId: string
let documentSha256: string
let signatureId: string
let people = 0

beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  adviser = await givenUser(test, cooperative, ['adviser'], { displayName: 'Fatou Ndiaye' })
  schemeId = (await givenScheme(test, cooperative)).id
})
beforeEach(async () => {
  people += 1
  const name = { givenName: 'Awa', familyName: `Ŋdiaye ${people}` }
  awa = await givenReadyPerson(test, cooperative, adviser, name)
  const sent = await givenSentContract(test, adviser, awa, schemeId)
  contractId = sent.contractId
  documentSha256 = sent.documentSha256
  signatureId = sent.signatureId
})
afterAll(() => test.close())

const state = async () =>
  (await call(test, adviser, 'GET /contracts/:contractId', { params: { contractId } })).body.state

async function askCode(): Promise<string> {
  const asked = await call(test, awa.tester, 'POST /me/signatures/:signatureId/code', {
    params: { signatureId },
  })
  expect(asked.status).toBe(200)
  return lastCode()
}

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

function sign(
  over: { typedName?: string; code?: string; documentSha256?: string },
  who = awa.tester,
) {
  return call(test, who, 'POST /me/signatures/:signatureId/signature', {
    params: { signatureId },
    body: { typedName: `Awa Ŋdiaye ${people}`, code: '000000', documentSha256, ...over },
  })
}

function countersign(who: Caller, sha256 = documentSha256) {
  return call(test, who, 'POST /signatures/countersignatures', {
    body: { signatures: [{ signatureId, documentSha256: sha256 }] },
  })
}

const wrong = (code: string) => (code === '111111' ? '222222' : '111111')

describe('sending a contract to sign', () => {
  it('keeps the exact bytes, writes to the person and shows them the document', async () => {
    const file = await call(test, awa.tester, 'GET /me/contracts/:contractId/document', {
      params: { contractId },
    })
    expect(file.headers.get('content-disposition')).toContain('inline')
    const bytes = await file.bytes()
    expect(sha256(bytes).toString('hex')).toBe(documentSha256)
    const staffFile = await call(test, adviser, 'GET /contracts/:contractId/document', {
      params: { contractId },
    })
    expect(await staffFile.bytes()).toEqual(bytes)
    const own = await call(test, awa.tester, 'GET /me/signatures/:signatureId', {
      params: { signatureId },
    })
    expect(own.body).toMatchObject({
      state: 'waiting',
      own: 'asked',
      documentSha256,
      printedName: `Awa Ŋdiaye ${people}`,
      helperName: 'Fatou Ndiaye',
    })
    expect(own.body.summary).toHaveLength(6)
    expect(own.body.summary.join(' ')).toMatch(/jusqu’au 5 .* 500,00\s€.* 30 jours/)
  })

  it('lists each missing content with its place and sends nothing', async () => {
    const bare = await call(test, adviser, 'POST /people', {
      body: {
        civility: '',
        givenName: 'Ibrahima',
        familyName: 'Bah',
        bornOn: null,
        email: '',
        phone: '',
        locale: 'fr',
        address: '',
        activity: { name: 'Couture', vatRateBp: 2000, fiscalHorsepower: null },
        isReallyNew: true,
      },
    })
    // Written before such letters were refused where a name enters.
    await queryAsOwner(test, `update terreau.person set given_name = 'Ibrahima 😀' where id = $1`, [
      bare.body.id,
    ])
    const drafted = await call(test, adviser, 'POST /people/:personId/contracts', {
      params: { personId: bare.body.id },
      body: {
        activityId: bare.body.activityId,
        schemeId,
        startsOn: '2026-11-15',
        endsOn: '2027-11-14',
        terms: {
          ...TERMS,
          programme: { objectives: [], steps: [] },
          means: [],
          thirdParties: { nature: '', maximumCents: null, finalBearer: 'activity' },
        },
      },
    })
    const params = { contractId: drafted.body.id }
    const sent = await call(test, adviser, 'POST /contracts/:contractId/sending', {
      params,
      ifMatch: 1,
    })
    expect([sent.status, sent.problem.code]).toEqual([422, 'contract-incomplete'])
    expect(sent.problem.errors?.map((e) => e.pointer)).toEqual([
      '/person/bornOn',
      '/person/address',
      '/person/email',
      '/person/familyName',
      '/terms/programme/objectives',
      '/terms/programme/steps',
      '/terms/means',
      '/terms/thirdParties/nature',
      '/terms/thirdParties/maximumCents',
    ])
    const detail = await call(test, adviser, 'GET /contracts/:contractId', { params })
    const missing = [
      ...(sent.problem.errors ?? []),
      {
        pointer: '/right-to-work',
        code: 'right-to-work-undecided',
        params: { articles: 'C. trav. L5221-8' },
      },
    ]
    expect(detail.body).toMatchObject({ state: 'draft', missing })
    const preview = await call(test, adviser, 'GET /contracts/:contractId/document', { params })
    expect(preview.problem.code).toBe('contract-incomplete')
  })

  it('sends a contract once', async () => {
    const again = await call(test, adviser, 'POST /contracts/:contractId/sending', {
      params: { contractId },
      ifMatch: 2,
    })
    expect(again.problem.code).toBe('contract-act-not-allowed')
  })
})

describe('signing a contract', () => {
  it('goes from the code to the signed version with its evidence', async () => {
    const code = await askCode()
    expect((await sign({ code: ` ${code.slice(0, 3)} ${code.slice(3)} ` })).status).toBe(204)
    expect(await state()).toBe('signed')
    const done = await countersign(adviser)
    expect(done.status).toBe(204)
    const detail = await call(test, adviser, 'GET /contracts/:contractId', {
      params: { contractId },
    })
    expect(detail.body).toMatchObject({
      state: 'active',
      documents: [{ stage: 'to_sign', sha256: documentSha256 }, { stage: 'signed' }],
      signatures: [
        { signer: 'person', route: 'phone' },
        { signer: 'cooperative', typedName: 'Fatou Ndiaye' },
      ],
    })
    const file = await call(test, awa.tester, 'GET /me/contracts/:contractId/document', {
      params: { contractId },
    })
    const signedSha = sha256(await file.bytes()).toString('hex')
    expect(signedSha).toBe(detail.body.documents[1]?.sha256)
    expect(signedSha).not.toBe(documentSha256)
    const thread = await call(test, adviser, 'GET /people/:personId/timeline', {
      params: { personId: awa.personId },
      query: { about: 'contracts' },
    })
    expect(thread.body.events.map((e) => [e.kind, e.who])).toEqual([
      ['contract-countersigned', 'Fatou Ndiaye'],
      ['contract-signed', `Awa Ŋdiaye ${people}`],
      ['contract-sent', 'Fatou Ndiaye'],
      ['contract-created', 'Fatou Ndiaye'],
    ])
  })

  it('reads the name without accents and case, but not another name', async () => {
    const code = await askCode()
    const other = await sign({ code, typedName: 'Awa' })
    expect(other.problem).toMatchObject({
      code: 'signing-name-differs',
      errors: [{ pointer: '/body/typedName' }],
    })
    expect((await sign({ code, typedName: `NDIAYE ${people}  awa` })).status).toBe(204)
  })

  it('signs once: the same code again is refused', async () => {
    const code = await askCode()
    expect((await sign({ code })).status).toBe(204)
    expect((await sign({ code })).problem.code).toBe('signature-already-given')
  })

  it('lets one of two signatures at once win', async () => {
    const code = await askCode()
    const answers = await Promise.all([sign({ code }), sign({ code })])
    expect(answers.map((a) => a.status).sort()).toEqual([204, 409])
    const rows = await queryAsOwner(
      test,
      `select 1 from terreau.signature_act a join terreau.signature_request r on r.id = a.request_id
        where r.subject_id = $1 and a.act = 'signed'`,
      [contractId],
    )
    expect(rows).toHaveLength(1)
  })

  it('counts wrong codes although each is refused, and stops at five', async () => {
    const code = await askCode()
    for (let n = 1; n <= 5; n += 1)
      expect((await sign({ code: wrong(code) })).problem.code).toBe('signing-code-wrong')
    expect((await sign({ code })).problem.code).toBe('too-many-attempts')
    const fresh = await askCode()
    expect((await sign({ code: fresh })).status).toBe(204)
  })

  it('refuses a code that is too old, an older one, and none at all', async () => {
    expect((await sign({ code: '123456' })).problem.code).toBe('signing-code-wrong')
    const first = await askCode()
    const second = await askCode()
    if (first !== second)
      expect((await sign({ code: first })).problem.code).toBe('signing-code-wrong')
    await queryAsOwner(
      test,
      `update terreau.signature_code k set expires_at = now() - interval '1 second'
         from terreau.signature_request r where r.id = k.request_id and r.subject_id = $1`,
      [contractId],
    )
    expect((await sign({ code: second })).problem.code).toBe('signing-code-wrong')
    expect(await state()).toBe('to_sign')
  })

  it('refuses a document that is not the one on the screen', async () => {
    const code = await askCode()
    const answer = await sign({ code, documentSha256: '0'.repeat(64) })
    expect(answer.problem.code).toBe('document-changed')
    expect((await sign({ code })).status).toBe(204)
  })

  it('sends five codes an hour, not one more', async () => {
    for (let n = 1; n <= 5; n += 1) await askCode()
    const sixth = await call(test, awa.tester, 'POST /me/signatures/:signatureId/code', {
      params: { signatureId },
    })
    expect(sixth.status).toBe(429)
  })

  it('never lets somebody else see or sign it, whatever their role', async () => {
    const code = await askCode()
    const moussa = await givenReadyPerson(test, cooperative, adviser, {
      givenName: 'Moussa',
      familyName: `Bah ${people}`,
    })
    const params = { contractId }
    expect((await sign({ code }, moussa.tester)).status).toBe(404)
    expect(
      (
        await call(test, moussa.tester, 'GET /me/signatures/:signatureId', {
          params: { signatureId },
        })
      ).status,
    ).toBe(404)
    expect(
      (await call(test, moussa.tester, 'GET /me/contracts/:contractId/document', { params }))
        .status,
    ).toBe(404)
    expect((await call(test, moussa.tester, 'GET /me/contracts')).body).toEqual([])
    expect((await sign({ code }, adviser)).status).toBe(403)
    const other = await givenCooperative(test, 'Coopérative Karité')
    const stranger = await givenUser(test, other, ['direction'])
    expect((await countersign(stranger)).status).toBe(404)
  })

  it('prints the signed version from what was read, whatever changed since', async () => {
    const code = await askCode()
    await sign({ code })
    await queryAsOwner(test, `update terreau.person set address = '1 rue Neuve' where id = $1`, [
      awa.personId,
    ])
    await countersign(adviser)
    const params = { signatureId }
    const read = async (file: 'shown' | 'signed') =>
      Buffer.from(
        await (
          await call(test, awa.tester, 'GET /me/signatures/:signatureId/document', {
            params,
            query: { file },
          })
        ).bytes(),
      )
    const [shown, signed] = [await read('shown'), await read('signed')]
    expect(sha256(shown).toString('hex')).toBe(documentSha256)
    expect(signed.subarray(0, shown.length).equals(shown)).toBe(true)
    expect(signed.length).toBeGreaterThan(shown.length + 5_000)
  })
})

describe('countersigning', () => {
  it('waits for the person and signs what they signed', async () => {
    const early = await countersign(adviser)
    expect(early.problem.code).toBe('signature-not-your-turn')
    await sign({ code: await askCode() })
    const other = await countersign(adviser, 'a'.repeat(64))
    expect(other.problem.code).toBe('document-changed')
  })

  it('happens once, and an active contract is no longer cancelled', async () => {
    await sign({ code: await askCode() })
    const both = await Promise.all([1, 2].map(() => countersign(adviser)))
    expect(both.map((a) => a.status).sort()).toEqual([204, 409])
    const cancelled = await call(test, adviser, 'POST /contracts/:contractId/cancellation', {
      params: { contractId },
      body: { reason: 'Trop tard' },
      ifMatch: 4,
    })
    expect(cancelled.problem.code).toBe('contract-act-not-allowed')
  })
})
