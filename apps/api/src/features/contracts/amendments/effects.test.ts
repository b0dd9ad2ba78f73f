import { localDate } from '@terreau/domain/time/local-date'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { givenClosedMonth } from '../../../../test/given-closed-month.ts'
import {
  CLAUSES,
  givenReadyPerson,
  signAsPerson,
  type TestPerson,
} from '../../../../test/given-contract.ts'
import {
  givenAccepted,
  givenScheme,
  saleLine,
  type TestTester,
} from '../../../../test/given-money.ts'
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

let test: TestApp
let cooperative: TestCooperative
let director: Caller
let awa: TestPerson
let tester: TestTester
let monthly: string
let yearly: string

beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  director = await givenUser(test, cooperative, ['direction'])
  monthly = (await givenScheme(test, cooperative)).id
  yearly = (await givenScheme(test, cooperative, { period: 'year' })).id
  awa = await givenReadyPerson(test, cooperative, director, {
    givenName: 'Awa',
    familyName: 'Touré',
  })
  tester = { ...awa, contractId: await contract(), userId: null }
})
afterAll(() => test.close())

function contract(): Promise<string> {
  return asCommand(test, cooperative.id, async (ctx, tx) => {
    const { contractId } = await insertContract(tx, ctx, {
      kind: 'CESA',
      personId: awa.personId,
      activityId: awa.activityId,
      schemeId: monthly,
      startsOn: localDate('2026-06-01'),
      endsOn: null,
      state: 'active',
    })
    await tx
      .updateTable('contract')
      .set({ terms: JSON.stringify(CLAUSES) })
      .where('cooperativeId', '=', cooperative.id)
      .where('id', '=', contractId)
      .execute()
    return contractId
  })
}

function sell(month: string): Promise<string> {
  const soldOn = localDate(`${month}-05`)
  const lines = { sales: [saleLine(100_000n, { soldOn })] }
  return givenAccepted(test, cooperative, tester, month, { lines })
}

async function draft(over: { schemeId?: string; fixedPartCents?: string; effectiveOn: string }) {
  const made = await call(test, director, 'POST /contracts/:contractId/amendments', {
    params: { contractId: tester.contractId },
    body: {
      reason: 'Décision',
      schemeId: null,
      fixedPartCents: null,
      minimumActivity: null,
      means: null,
      ...over,
    },
  })
  expect(made.status).toBe(200)
  return made.body.id
}

const detail = async (amendmentId: string) =>
  (await call(test, director, 'GET /amendments/:amendmentId', { params: { amendmentId } })).body

async function sign(amendmentId: string): Promise<void> {
  const { body } = await call(test, director, 'POST /amendments/:amendmentId/sending', {
    params: { amendmentId },
    ifMatch: (await detail(amendmentId)).version,
  })
  await signAsPerson(test, awa, { ...body, typedName: 'Awa Touré' })
  await call(test, director, 'POST /signatures/countersignatures', { body: { signatures: [body] } })
}

it('says before it is sent which months it asks to accept again, and those that follow', async () => {
  await sell('2026-09')
  await givenClosedMonth(test, cooperative, { ...tester, month: '2026-09' })
  const october = await sell('2026-10')
  const november = await sell('2026-11')
  const id = await draft({ schemeId: yearly, effectiveOn: '2026-11-20' })
  const { effects } = await detail(id)
  expect(effects).toMatchObject({
    openFrom: null,
    again: [{ month: '2026-11', declarationId: november }],
    settled: [
      { month: '2026-09', isClosed: true },
      { month: '2026-10', isClosed: false },
    ],
    paid: [],
    exported: [],
  })
  const outdated = async () => {
    const answers = ['2026-10', '2026-11'].map((month) =>
      call(test, director, 'GET /closings/:month/checks', { params: { month } }),
    )
    const checks = (await Promise.all(answers)).flatMap(({ body }) => body.checks)
    return checks
      .filter((check) => check.code === 'contributions-outdated')
      .flatMap((check) => check.people.map((person) => person.declarationId))
  }
  expect(await outdated()).toEqual([])
  await sign(id)
  // What was said before is what the closing asks for afterwards.
  expect(await outdated()).toEqual(effects?.again.map((one) => one.declarationId))
  expect((await detail(id)).effects).toBeNull()
  expect(october).not.toBe(november)
})

it('says for which months a pay with the former fixed part left already', async () => {
  const exported = await call(test, director, 'POST /pay/:month/exports', {
    params: { month: '2026-11' },
    body: { format: 'csv' },
  })
  expect(exported.status).toBe(200)
  const later = await draft({ fixedPartCents: '90000', effectiveOn: '2026-12-01' })
  expect((await detail(later)).effects).toMatchObject({ again: [], settled: [], exported: [] })
  await call(test, director, 'PUT /amendments/:amendmentId', {
    params: { amendmentId: later },
    ifMatch: 1,
    body: {
      effectiveOn: '2026-11-30',
      reason: 'Décision',
      schemeId: null,
      fixedPartCents: '90000',
      minimumActivity: null,
      means: null,
    },
  })
  expect((await detail(later)).effects).toMatchObject({ paid: [], exported: ['2026-11'] })
})
