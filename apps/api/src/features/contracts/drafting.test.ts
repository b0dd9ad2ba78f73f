import { execFileSync } from 'node:child_process'
import { localDate } from '@terreau/domain/time/local-date'
import type { Api } from '@terreau/protocol/api'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { givenReadyPerson, TERMS, type TestPerson } from '../../../test/given-contract.ts'
import { givenScheme } from '../../../test/given-money.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import {
  asCommand,
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
} from '../../../test/test-app.ts'
import { insertContract } from './index.ts'

let test: TestApp
let cooperative: TestCooperative
let adviser: Caller
let schemeId: string
let awa: TestPerson
let people = 0

beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  adviser = await givenUser(test, cooperative, ['adviser'])
  schemeId = (await givenScheme(test, cooperative)).id
})
beforeEach(async () => {
  people += 1
  const name = { givenName: 'Awa', familyName: `Diop ${people}` }
  awa = await givenReadyPerson(test, cooperative, adviser, name)
})
afterAll(() => test.close())

type Draft = Api['POST /people/:personId/contracts']['body']

function draft(period: [string, string], over: Partial<Draft> = {}, person = awa) {
  return call(test, adviser, 'POST /people/:personId/contracts', {
    params: { personId: person.personId },
    body: {
      activityId: person.activityId,
      schemeId,
      startsOn: period[0],
      endsOn: period[1],
      terms: TERMS,
      ...over,
    },
  })
}

describe('drafting a CAPE', () => {
  it('numbers contracts without a gap, even after a refusal', async () => {
    const first = await draft(['2026-01-15', '2027-01-14'])
    expect(first.status).toBe(200)
    const n = Number(first.body.number.slice(-4))
    expect(first.body.number).toBe(`CAPE-2026-${String(n).padStart(4, '0')}`)
    expect((await draft(['2026-03-01', '2026-04-30'])).status).toBe(422)
    const next = await draft(['2027-01-15', '2028-01-14'])
    expect(Number(next.body.number.slice(-4))).toBe(n + 1)
  })

  it('refuses one day more than twelve months, next to the field', async () => {
    const answer = await draft(['2026-01-15', '2027-01-15'])
    expect(answer.status).toBe(422)
    expect(answer.problem).toMatchObject({
      code: 'cape-too-long',
      params: { latestEndsOn: '2027-01-14' },
      title:
        'Un CAPE dure 12 mois au plus (article L127-2). Choisissez une fin au plus tard le 14/01/2027.',
      errors: [{ pointer: '/body/endsOn' }],
    })
  })

  it('refuses an end before the start and a day that does not exist', async () => {
    expect((await draft(['2026-05-02', '2026-05-01'])).problem.code).toBe('cape-ends-before-start')
    for (const far of ['1990-01-01', '9999-01-01']) {
      const { problem } = await draft([far, far])
      expect(problem.errors?.map(({ code }) => code)).toEqual([
        'contract-day-far',
        'contract-day-far',
      ])
    }
    const noDay = await draft(['2026-02-30', '2026-05-01'])
    expect(noDay.problem.errors).toMatchObject([
      { pointer: '/body/startsOn', code: 'date-does-not-exist' },
    ])
  })

  it('refuses a full-time employee', async () => {
    const terms = { ...TERMS, isFullTimeEmployee: true }
    const answer = await draft(['2026-01-15', '2027-01-14'], { terms })
    expect(answer.problem).toMatchObject({
      code: 'cape-full-time-employee',
      errors: [{ pointer: '/body/terms/isFullTimeEmployee' }],
    })
  })

  it('refuses whoever said to have a full-time job, until another answer is recorded', async () => {
    const params = { personId: awa.personId }
    const answer = (value: string, validFrom: string) =>
      call(test, adviser, 'PUT /people/:personId/facts', {
        params,
        body: { kind: 'other_job', value, validFrom },
      })
    await answer('full_time', '2025-09-01')
    const refused = await draft(['2026-01-15', '2027-01-14'])
    expect(refused.status).toBe(422)
    expect(refused.problem).toMatchObject({
      code: 'cape-full-time-declared',
      params: { since: '2025-09-01' },
    })
    await answer('none', '2026-02-01')
    expect((await draft(['2026-01-31', '2027-01-30'])).problem.code).toBe('cape-full-time-declared')
    const { body } = await draft(['2026-02-01', '2027-01-31'])
    await answer('full_time', '2026-02-01')
    const sent = await call(test, adviser, 'POST /contracts/:contractId/sending', {
      params: { contractId: body.id },
      ifMatch: 1,
    })
    expect(sent.problem.code).toBe('cape-full-time-declared')
  })

  it('counts two renewals and refuses the third, however short they were', async () => {
    expect((await draft(['2026-01-01', '2026-03-31'])).status).toBe(200)
    expect((await draft(['2026-04-01', '2026-06-30'])).status).toBe(200)
    const last = await draft(['2026-07-01', '2026-09-30'])
    const { body } = await call(test, adviser, 'GET /contracts/:contractId', {
      params: { contractId: last.body.id },
    })
    expect(body).toMatchObject({ sequence: 2, isRenewable: false })
    expect((await draft(['2026-10-01', '2026-12-31'])).problem.code).toBe('cape-third-renewal')
  })

  it('finds what a contract renews by itself, and refuses another one', async () => {
    const first = await draft(['2026-01-01', '2026-03-31'])
    const wrong = await draft(['2026-04-01', '2026-06-30'], { renewsContractId: schemeId })
    expect(wrong.problem.errors).toMatchObject([{ pointer: '/body/renewsContractId' }])
    const second = await draft(['2026-04-01', '2026-06-30'], { renewsContractId: first.body.id })
    const { body } = await call(test, adviser, 'GET /contracts/:contractId', {
      params: { contractId: second.body.id },
    })
    expect(body).toMatchObject({ sequence: 1, renewsContractId: first.body.id })
    const paper = await call(test, adviser, 'GET /contracts/:contractId/document', {
      params: { contractId: second.body.id },
    })
    const text = execFileSync('pdftotext', ['-', '-'], { input: await paper.bytes() }).toString()
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      `Il renouvelle le contrat ${first.body.number}, dont le dernier jour est le 31 mars 2026.`,
    )
  })

  it('refuses a gap before a renewal unless somebody says why', async () => {
    await draft(['2026-01-01', '2026-03-31'])
    const gap = await draft(['2026-04-02', '2026-06-30'])
    expect(gap.problem).toMatchObject({
      code: 'cape-gap',
      params: { expectedStartsOn: '2026-04-01' },
      errors: [{ pointer: '/body/startsOn' }],
    })
    const excused = await draft(['2026-04-02', '2026-06-30'], { gapReason: 'Hospitalisation' })
    expect(excused.status).toBe(200)
  })

  it('refuses a period that overlaps the previous one, or a CESA', async () => {
    await draft(['2026-01-01', '2026-03-31'])
    const before = await draft(['2026-03-31', '2026-06-30'])
    expect(before.problem.code).toBe('cape-overlaps-previous')
    const moussa = await givenReadyPerson(test, cooperative, adviser, {
      givenName: 'Moussa',
      familyName: 'Bah',
    })
    await asCommand(test, cooperative.id, (ctx, tx) =>
      insertContract(tx, ctx, {
        kind: 'CESA',
        ...moussa,
        schemeId,
        startsOn: localDate('2026-01-01'),
        endsOn: null,
        state: 'active',
      }),
    )
    const during = await draft(['2026-05-01', '2026-06-30'], {}, moussa)
    expect([during.status, during.problem.code]).toEqual([409, 'contract-overlaps'])
  })

  it('forgets a cancelled contract when it counts', async () => {
    const first = await draft(['2026-01-01', '2026-03-31'])
    const params = { contractId: first.body.id }
    const body = { reason: 'Le projet attend' }
    const done = await call(test, adviser, 'POST /contracts/:contractId/cancellation', {
      params,
      body,
      ifMatch: 1,
    })
    expect(done.status).toBe(204)
    const again = await draft(['2026-01-01', '2026-03-31'])
    const { body: detail } = await call(test, adviser, 'GET /contracts/:contractId', {
      params: { contractId: again.body.id },
    })
    expect(detail.sequence).toBe(0)
    const kept = await call(test, adviser, 'GET /contracts/:contractId', { params })
    expect(kept.body).toMatchObject({
      state: 'cancelled',
      cancellation: { reason: 'Le projet attend', who: 'adviser' },
    })
  })

  it('is looked at again when it is sent: the contract before it may have changed', async () => {
    const first = await draft(['2026-01-01', '2026-03-31'])
    const second = await draft(['2026-04-01', '2026-06-30'])
    const params = { contractId: second.body.id }
    const send = (ifMatch: number) =>
      call(test, adviser, 'POST /contracts/:contractId/sending', { params, ifMatch })
    // It ended early meanwhile.
    await queryAsOwner(test, `update terreau.contract set ends_on = '2026-03-15' where id = $1`, [
      first.body.id,
    ])
    expect((await send(1)).problem).toMatchObject({
      code: 'cape-gap',
      params: { expectedStartsOn: '2026-03-16' },
    })
    // It was given up: what was drafted as its renewal is a first contract.
    await queryAsOwner(test, `update terreau.contract set state = 'cancelled' where id = $1`, [
      first.body.id,
    ])
    expect((await send(1)).status).toBe(200)
    const { body } = await call(test, adviser, 'GET /contracts/:contractId', { params })
    expect(body).toMatchObject({ sequence: 0, renewsContractId: null })
  })

  it('lets one of two people who renew at once win', async () => {
    await draft(['2026-01-01', '2026-03-31'])
    await draft(['2026-04-01', '2026-06-30'])
    const answers = await Promise.all([
      draft(['2026-07-01', '2026-09-30']),
      draft(['2026-10-01', '2026-12-31'], { gapReason: 'En même temps' }),
    ])
    expect(answers.map((a) => a.status).sort()).toEqual([200, 422])
  })

  it('checks the dates again when a draft changes, and only a draft changes', async () => {
    const made = await draft(['2026-01-01', '2026-12-31'])
    const params = { contractId: made.body.id }
    const body = { schemeId, startsOn: '2026-01-01', endsOn: '2027-01-01', terms: TERMS }
    const put = (over: object, ifMatch: number) =>
      call(test, adviser, 'PUT /contracts/:contractId', {
        params,
        body: { ...body, ...over },
        ifMatch,
      })
    expect((await put({}, 1)).problem.code).toBe('cape-too-long')
    expect((await put({ endsOn: '2026-06-30' }, 7)).problem.code).toBe('version-changed')
    expect((await put({ endsOn: '2026-06-30' }, 1)).body).toEqual({ version: 2 })
    await call(test, adviser, 'POST /contracts/:contractId/sending', { params, ifMatch: 2 })
    expect((await put({ endsOn: '2026-07-31' }, 3)).problem.code).toBe('contract-act-not-allowed')
  })

  it('offers the terms of the previous contract and the day after its end', async () => {
    const made = await draft(['2026-01-01', '2026-03-31'])
    const { body } = await call(test, adviser, 'GET /people/:personId/contract-choices', {
      params: { personId: awa.personId },
    })
    expect(body.activities).toMatchObject([
      { previous: { id: made.body.id, endsOn: '2026-03-31', sequence: 0, terms: TERMS } },
    ])
    expect(body.schemes).toMatchObject([{ id: schemeId, tiers: [{ rateBp: 1000 }] }])
  })

  it('hides the contracts of another cooperative and refuses other roles', async () => {
    const made = await draft(['2026-01-01', '2026-03-31'])
    const params = { contractId: made.body.id }
    const other = await givenCooperative(test, 'Coopérative Karité')
    const stranger = await givenUser(test, other, ['direction'])
    const accountant = await givenUser(test, cooperative, ['accountant'])
    for (const route of [
      'GET /contracts/:contractId',
      'GET /contracts/:contractId/document',
    ] as const)
      expect((await call(test, stranger, route, { params })).status).toBe(404)
    expect(
      (
        await call(test, stranger, 'POST /people/:personId/contracts', {
          params: { personId: awa.personId },
          body: {
            activityId: awa.activityId,
            schemeId,
            startsOn: '2026-04-01',
            endsOn: '2026-06-30',
            terms: TERMS,
          },
        })
      ).status,
    ).toBe(404)
    expect((await call(test, accountant, 'GET /contracts/:contractId', { params })).status).toBe(
      200,
    )
    expect(
      (await call(test, accountant, 'POST /contracts/:contractId/sending', { params, ifMatch: 1 }))
        .status,
    ).toBe(403)
  })
})

describe('the list of contracts', () => {
  it('shows each contract under what it waits for', async () => {
    await draft(['2026-11-02', '2026-12-15'])
    const views = async (view: 'to-sign' | 'active' | 'ending' | 'ended') => {
      const answer = await call(test, adviser, 'GET /contracts', {
        query: { view, search: awa.email },
      })
      return answer.body.contracts.map((c) => [c.personName, c.state])
    }
    expect(await views('to-sign')).toEqual([[`Awa Diop ${people}`, 'draft']])
    expect(await views('active')).toEqual([])
    await asCommand(test, cooperative.id, (_ctx, tx) =>
      tx
        .updateTable('contract')
        .set({ state: 'active' })
        .where('personId', '=', awa.personId)
        .execute(),
    )
    expect(await views('active')).toHaveLength(1)
    expect(await views('ending')).toHaveLength(1)
    test.setToday('2026-12-16')
    expect(await views('ended')).toEqual([[`Awa Diop ${people}`, 'ended']])
    test.setToday('2026-11-02')
  })
})
