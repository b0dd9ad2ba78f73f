import { execFileSync } from 'node:child_process'
import { localDate } from '@terreau/domain/time/local-date'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  type CesaTerms,
  CLAUSES,
  givenReadyPerson,
  signAsPerson,
  type TestPerson,
} from '../../../../test/given-contract.ts'
import { givenScheme } from '../../../../test/given-money.ts'
import {
  asCommand,
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
} from '../../../../test/test-app.ts'
import { insertContract } from '../index.ts'

const NONE: CesaTerms = {
  ...CLAUSES,
  objectives: [],
  minimumActivity: '',
  means: [],
  fixedPartCents: null,
  variablePart: '',
  statutesOn: null,
  clientele: '',
  intellectualProperty: '',
  interviews: '',
  becomingAssociate: '',
  netResult: '',
}

let test: TestApp
let cooperative: TestCooperative
let adviser: Caller
let schemeId: string
let awa: TestPerson
let people = 0

beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  adviser = await givenUser(test, cooperative, ['adviser'], { displayName: 'Fatou Ndiaye' })
  schemeId = (await givenScheme(test, cooperative)).id
})
beforeEach(async () => {
  people += 1
  const name = { givenName: 'Awa', familyName: `Sall ${people}` }
  awa = await givenReadyPerson(test, cooperative, adviser, name)
})
afterAll(() => test.close())

function givenCape(startsOn: string, endsOn: string): Promise<string> {
  return asCommand(test, cooperative.id, async (ctx, tx) => {
    const { contractId } = await insertContract(tx, ctx, {
      kind: 'CAPE',
      personId: awa.personId,
      activityId: awa.activityId,
      schemeId,
      startsOn: localDate(startsOn),
      endsOn: localDate(endsOn),
      state: 'active',
    })
    return contractId
  })
}

const draft = (startsOn: string, over: Partial<CesaTerms> = {}, terms = CLAUSES) =>
  call(test, adviser, 'POST /people/:personId/cesa', {
    params: { personId: awa.personId },
    body: { activityId: awa.activityId, schemeId, startsOn, terms: { ...terms, ...over } },
  })

const detail = async (contractId: string) =>
  (await call(test, adviser, 'GET /contracts/:contractId', { params: { contractId } })).body

async function send(contractId: string) {
  const { version } = await detail(contractId)
  return call(test, adviser, 'POST /contracts/:contractId/sending', {
    params: { contractId },
    ifMatch: version,
  })
}

async function signByBoth(contractId: string): Promise<void> {
  const { documentSha256, signatureId } = (await send(contractId)).body
  await signAsPerson(test, awa, { signatureId, documentSha256, typedName: `Awa Sall ${people}` })
  const countersigned = await call(test, adviser, 'POST /signatures/countersignatures', {
    body: { signatures: [{ signatureId, documentSha256 }] },
  })
  expect(countersigned.status).toBe(204)
}

describe('drafting a CESA', () => {
  it('offers the limits of the law, earlier contracts deducted', async () => {
    await givenCape('2026-05-01', '2027-04-30')
    const { body } = await call(test, adviser, 'GET /people/:personId/cesa-choices', {
      params: { personId: awa.personId },
      query: {},
    })
    expect(body.startsOn).toBe('2027-05-01')
    expect(body.trialEndsOnMax).toBeNull()
    expect(body.associateBy).toBe('2029-05-01')
    expect(body.activities[0]?.cape?.endsOn).toBe('2027-04-30')
  })

  it('refuses a trial that earlier contracts have used up, or one day too long', async () => {
    const alone = await draft('2027-01-01', { trialEndsOn: '2027-08-31' })
    expect(alone.status).toBe(200)
    const long = await draft('2027-01-01', { trialEndsOn: '2027-09-01' })
    expect(long.problem).toMatchObject({
      code: 'cesa-trial-too-long',
      errors: [{ pointer: '/body/terms/trialEndsOn' }],
    })
    await givenCape('2025-01-01', '2025-12-31')
    const none = await draft('2028-01-01', { trialEndsOn: '2028-01-31' })
    expect(none.problem.code).toBe('cesa-no-trial-left')
  })

  it('lists every clause of L7331-2 that is missing and sends nothing', async () => {
    const { body } = await draft('2027-01-01', {}, NONE)
    const { missing, state } = await detail(body.id)
    expect(state).toBe('draft')
    expect(missing.map(({ pointer }) => pointer).sort()).toEqual(
      [
        'objectives',
        'minimumActivity',
        'means',
        'variablePart',
        'netResult',
        'statutesOn',
        'clientele',
        'intellectualProperty',
        'interviews',
        'becomingAssociate',
        'fixedPartCents',
      ]
        .map((name) => `/terms/${name}`)
        .sort(),
    )
    expect((await send(body.id)).problem.code).toBe('contract-incomplete')
  })

  it('changes a draft with the version that was read, and no other contract', async () => {
    const { body } = await draft('2027-01-01', {}, NONE)
    const edit = (contractId: string, ifMatch: number) =>
      call(test, adviser, 'PUT /contracts/:contractId/cesa', {
        params: { contractId },
        ifMatch,
        body: { schemeId, startsOn: '2027-02-01', terms: CLAUSES },
      })
    expect((await edit(body.id, 7)).problem.code).toBe('version-changed')
    expect((await edit(body.id, 1)).body.version).toBe(2)
    expect((await detail(body.id)).missing).toEqual([])
    const cape = await givenCape('2026-05-01', '2026-12-31')
    expect((await edit(cape, 1)).problem.code).toBe('contract-act-not-allowed')
  })
})

describe('from CAPE to CESA', () => {
  it('is not written from the first day of a CAPE or before: it replaces what runs', async () => {
    await givenCape('2026-09-01', '2027-08-31')
    const early = await draft('2026-09-01')
    expect(early.problem).toMatchObject({
      code: 'contract-overlaps',
      errors: [{ pointer: '/body/startsOn' }],
    })
    const { body } = await draft('2026-09-02')
    const changed = await call(test, adviser, 'PUT /contracts/:contractId/cesa', {
      params: { contractId: body.id },
      ifMatch: 1,
      body: { schemeId, startsOn: '2026-08-01', terms: CLAUSES },
    })
    expect(changed.problem.code).toBe('contract-overlaps')
  })

  it('ends the CAPE on the eve, once both have signed, and keeps each clause in the document', async () => {
    const cape = await givenCape('2026-09-01', '2027-08-31')
    const { body } = await draft('2026-12-01')
    expect((await detail(cape)).endsOn).toBe('2027-08-31')
    await signByBoth(body.id)
    const ended = await call(test, adviser, 'GET /contracts/:contractId/life', {
      params: { contractId: cape },
    })
    expect(ended.body.exit).toMatchObject({
      reason: 'to_cesa',
      effectiveOn: '2026-11-30',
      termOn: '2027-08-31',
      who: null,
    })
    expect(ended.body.notices.map(({ event }) => event)).toEqual(['early_end', 'early_end'])
    const cesa = await detail(body.id)
    expect(cesa).toMatchObject({ state: 'active', kind: 'CESA', endsOn: '2029-09-01' })
    const file = await call(test, adviser, 'GET /contracts/:contractId/document', {
      params: { contractId: body.id },
      query: { stage: 'signed' },
    })
    const text = execFileSync('pdftotext', ['-', '-'], { input: await file.bytes() })
      .toString()
      .replaceAll(/[\s\u00a0]+/g, ' ')
    expect(text).toContain('600,00 € bruts par mois')
    expect(text).toContain('au plus tard le 1er septembre 2029')
    expect(text).toContain('facturer 900 € par mois en moyenne.')
    expect(text).toContain('Preuves de signature')
  })
})
