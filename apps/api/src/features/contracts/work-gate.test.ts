import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  CLAUSES,
  givenReadyPerson,
  givenSentContract,
  signAsPerson,
  TERMS,
  type TestPerson,
} from '../../../test/given-contract.ts'
import { givenScheme } from '../../../test/given-money.ts'
import { pdf } from '../../../test/hostile-files.ts'
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
let accountant: Caller
let schemeId: string
let ama: TestPerson
let people = 0

beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  adviser = await givenUser(test, cooperative, ['adviser'])
  accountant = await givenUser(test, cooperative, ['accountant'])
  schemeId = (await givenScheme(test, cooperative)).id
})
beforeEach(async () => {
  people += 1
  const name = { givenName: 'Ama', familyName: `Mensah ${people}` }
  ama = await givenReadyPerson(test, cooperative, adviser, name)
})
afterAll(() => test.close())

const recordCard = (
  kind: 'employee' | 'resident_card' | 'entrepreneur' | 'talent',
  more: { validFrom?: '2026-03-01' | '2026-11-01'; validUntil?: '2027-10-31' } = {},
) =>
  call(test, adviser, 'POST /people/:personId/permits', {
    params: { personId: ama.personId },
    body: {
      kind,
      number: '',
      validFrom: '2026-02-01',
      validUntil: '2027-01-31',
      originalSeenOn: '2026-10-30',
      authorisedFrom: null,
      authorisedUntil: null,
      ...more,
    },
  })

const decide = (
  contract: 'CAPE' | 'CESA',
  decision: 'may_work' | 'may_not_work',
  on = '2026-12-01',
) =>
  call(test, adviser, 'POST /people/:personId/work-decisions', {
    params: { personId: ama.personId },
    body: { contract, on, decision, reason: 'Papier lu avec la personne' },
  })

async function draftCape(startsOn = '2026-12-01', endsOn = '2027-11-30'): Promise<string> {
  const { body } = await call(test, adviser, 'POST /people/:personId/contracts', {
    params: { personId: ama.personId },
    body: { activityId: ama.activityId, schemeId, startsOn, endsOn, terms: TERMS },
  })
  return body.id
}

const detail = async (contractId: string, by = adviser) =>
  (await call(test, by, 'GET /contracts/:contractId', { params: { contractId } })).body

const send = async (contractId: string) =>
  call(test, adviser, 'POST /contracts/:contractId/sending', {
    params: { contractId },
    ifMatch: (await detail(contractId)).version,
  })

describe('a contract is sent to sign', () => {
  it('once a person has decided, where the texts leave it open; told beforehand with its article', async () => {
    await recordCard('employee')
    const contractId = await draftCape()
    const item = { pointer: '/right-to-work', code: 'right-to-work-undecided' }
    const articles = 'CESEDA L421-1'
    expect((await detail(contractId)).missing).toEqual([{ ...item, params: { articles } }])
    const { status, problem } = await send(contractId)
    expect([status, problem.code]).toEqual([409, 'right-to-work-undecided'])
    expect(problem.params).toEqual({ articles, kind: 'CAPE', on: '2026-12-01' })
    expect(problem.errors?.[0]).toMatchObject(item)
    await decide('CESA', 'may_work')
    expect((await send(contractId)).status).toBe(409)
    await decide('CAPE', 'may_work')
    expect((await detail(contractId)).missing).toEqual([])
    expect((await send(contractId)).status).toBe(200)
  })

  it('without naming the paper to those who may not see it', async () => {
    await recordCard('employee')
    const seen = (await detail(await draftCape(), accountant)).missing
    expect(seen[0]?.params).toEqual({ articles: 'C. trav. L8251-1' })
  })

  it('never against a refusal, even of a paper that allows it', async () => {
    await decide('CAPE', 'may_not_work')
    const contractId = await draftCape()
    expect((await send(contractId)).problem.code).toBe('right-to-work-refused')
    await recordCard('resident_card')
    expect((await send(contractId)).status).toBe(200)
  })

  it('when the decision covers its first day', async () => {
    await recordCard('employee')
    await decide('CAPE', 'may_work')
    const late = await draftCape('2027-02-01', '2028-01-31')
    expect((await send(late)).problem.code).toBe('right-to-work-outdated')
    await decide('CAPE', 'may_work', '2027-02-01')
    expect((await send(late)).status).toBe(200)
  })

  it('as CESA only after the question was asked again for salaried work', async () => {
    await recordCard('resident_card')
    const made = await call(test, adviser, 'POST /people/:personId/cesa', {
      params: { personId: ama.personId },
      body: { activityId: ama.activityId, schemeId, startsOn: '2026-12-01', terms: CLAUSES },
    })
    const { id } = made.body
    expect((await detail(id)).missing).toEqual([
      {
        pointer: '/right-to-work',
        code: 'right-to-work-undecided',
        params: { articles: 'C. trav. R5221-41' },
      },
    ])
    const params = { personId: ama.personId }
    const kept = await call(test, adviser, 'POST /people/:personId/documents', {
      params,
      query: { kind: 'job_seeker_registration', fileName: 'inscription.pdf' },
      body: new Uint8Array(pdf()),
    })
    const { documentId } = kept.body
    const registered = (doneOn: string, proof: { documentId?: string } = { documentId }) =>
      call(test, adviser, 'POST /people/:personId/hire-checks', {
        params,
        body: { kind: 'job_seeker', doneOn, ...proof },
      })
    // A registration of two years ago says nothing of the day of the hire.
    await registered('2024-10-01')
    expect((await detail(id)).missing).toMatchObject([{ code: 'right-to-work-undecided' }])
    // A day that somebody typed is no proof (R5221-43).
    await registered('2026-11-01', {})
    expect((await detail(id)).missing).toMatchObject([{ code: 'right-to-work-undecided' }])
    await registered('2026-11-01')
    expect((await send(id)).status).toBe(200)
  })
})

async function draftCesa(): Promise<string> {
  const { body } = await call(test, adviser, 'POST /people/:personId/cesa', {
    params: { personId: ama.personId },
    body: { activityId: ama.activityId, schemeId, startsOn: '2026-12-01', terms: CLAUSES },
  })
  return body.id
}

/** A request to the préfet, with its answer unless it waits. */
async function askPrefecture(answer: 'authentic' | 'refused' | null = 'authentic') {
  const { body } = await call(test, adviser, 'POST /people/:personId/hire-checks', {
    params: { personId: ama.personId },
    body: { kind: 'prefecture', doneOn: '2026-11-02' },
  })
  if (answer === null) return
  const params = { checkId: body.id }
  const given = { answer, answeredOn: '2026-11-02' } as const
  await call(test, adviser, 'POST /hire-checks/:checkId/answer', { params, body: given })
}
const cesa = async () => {
  const { body } = await call(test, adviser, 'GET /people/:personId/right-to-work', {
    params: { personId: ama.personId },
    query: { on: '2026-12-01' },
  })
  return body.answers[1]?.points.map(({ code }) => code)
}

describe('CAPE becomes CESA', () => {
  it('never with a title for own account alone: the CAPE may be decided, the CESA may not', async () => {
    await recordCard('entrepreneur')
    await decide('CAPE', 'may_work')
    expect((await send(await draftCape('2026-11-10', '2026-11-30'))).status).toBe(200)
    const contractId = await draftCesa()
    const { missing } = await detail(contractId)
    expect(missing.map(({ code }) => code)).toEqual(['right-to-work-forbidden'])
    const sent = await send(contractId)
    const decided = await decide('CESA', 'may_work')
    expect([sent.problem.code, decided.problem.code]).toEqual(Array(2).fill(missing[0]?.code))
    const articles = 'CESEDA L421-5 ; C. trav. R5221-2, R5221-3'
    expect(decided.problem.params).toEqual({ articles, kind: 'CESA', on: '2026-12-01' })
    expect((await decide('CESA', 'may_not_work')).status).toBe(200)
  })

  it('with an answer of the préfet on the title that is shown, not on the one before', async () => {
    await recordCard('talent')
    await askPrefecture()
    expect(await cesa()).toEqual(['kind-allows', 'prefecture-authentic'])
    // One day written again is the same title; another kind, or both days, is another one.
    await recordCard('talent', { validFrom: '2026-03-01' })
    expect(await cesa()).toEqual(['kind-allows', 'prefecture-authentic'])
    await recordCard('talent', { validFrom: '2026-11-01', validUntil: '2027-10-31' })
    expect(await cesa()).toEqual(['kind-allows', 'prefecture-not-asked'])
  })

  it('never against the préfet, registered as a job seeker or not, until he confirms the title', async () => {
    await recordCard('talent')
    await askPrefecture('refused')
    const kept = await call(test, adviser, 'POST /people/:personId/documents', {
      params: { personId: ama.personId },
      query: { kind: 'job_seeker_registration', fileName: 'inscription.pdf' },
      body: new Uint8Array(pdf()),
    })
    const { documentId } = kept.body
    await call(test, adviser, 'POST /people/:personId/hire-checks', {
      params: { personId: ama.personId },
      body: { kind: 'job_seeker', doneOn: '2026-11-02', documentId },
    })
    await askPrefecture(null)
    expect(await cesa()).toEqual(['kind-allows', 'prefecture-refused'])
    expect((await decide('CESA', 'may_work')).problem.code).toBe('right-to-work-forbidden')
    await askPrefecture()
    expect(await cesa()).toEqual(['kind-allows', 'job-seeker'])
    expect((await send(await draftCesa())).status).toBe(200)
  })
})

it('is not concluded against what was learnt while it waited for signatures', async () => {
  const sent = await givenSentContract(test, adviser, ama, schemeId)
  const { contractId, signatureId, documentSha256 } = sent
  const typedName = `Ama Mensah ${people}`
  await signAsPerson(test, ama, { signatureId, documentSha256, typedName })
  const countersign = () =>
    call(test, adviser, 'POST /signatures/countersignatures', {
      body: { signatures: [{ signatureId, documentSha256 }] },
    })
  await decide('CAPE', 'may_not_work')
  expect((await countersign()).problem.code).toBe('right-to-work-refused')
  expect((await detail(contractId)).state).toBe('signed')
  await decide('CAPE', 'may_work')
  expect((await countersign()).status).toBe(204)
})
