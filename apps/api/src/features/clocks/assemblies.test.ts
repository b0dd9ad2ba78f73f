import { localDate } from '@terreau/domain/time/local-date'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenReadyPerson, type TestPerson } from '../../../test/given-contract.ts'
import { givenScheme } from '../../../test/given-money.ts'
import {
  asCommand,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
  TODAY,
} from '../../../test/test-app.ts'
import { insertContract } from '../contracts/index.ts'
import { refreshCesasJob } from './index.ts'

let test: TestApp

beforeAll(async () => {
  test = await createTestApp()
})
afterAll(() => test.close())

describe('the balance of variable pay (R7331-12)', () => {
  it('is due a month after the assembly, waits in the queue, and ends with its payment', async () => {
    const place = await givenCooperative(test, 'Coopérative Solde')
    const accountant = await givenUser(test, place, ['accountant'])
    const staff = await givenUser(test, place, ['adviser'])
    const scheme = await givenScheme(test, place)
    const [awa, ibou] = await Promise.all(
      ['Solde', 'Autre'].map((familyName) =>
        givenReadyPerson(test, place, staff, { givenName: 'Awa', familyName }),
      ),
    )
    if (!awa || !ibou) throw new Error('two people')
    for (const { personId, activityId } of [awa, ibou])
      await asCommand(test, place.id, async (ctx, tx) =>
        insertContract(tx, ctx, {
          kind: 'CESA',
          personId,
          activityId,
          schemeId: scheme.id,
          startsOn: localDate('2025-06-01'),
          endsOn: null,
          state: 'active',
        }),
      )
    const record = (heldOn: string) =>
      call(test, accountant, 'POST /assemblies', { body: { heldOn, reference: 'AGO 2026' } })
    expect((await record('2026-11-03')).problem.errors).toEqual([
      { pointer: '/body/heldOn', code: 'date-in-future' },
    ])
    for (const _twice of [1, 2]) expect((await record('2026-10-15')).status).toBe(204)
    await refreshCesasJob.run(test.services, { cooperativeId: place.id, heldOn: '2026-10-15' })
    const clock = async ({ personId }: TestPerson) => {
      const { body } = await call(test, staff, 'GET /people/:personId/clocks', {
        params: { personId },
      })
      return body.clocks.find(({ kind }) => kind === 'variable-pay')
    }
    expect(await clock(awa)).toMatchObject({
      startsOn: '2026-10-15',
      endsOn: '2026-11-15',
      state: 'running',
      article: 'C. trav. R7331-12',
    })
    const waiting = async () =>
      (await call(test, accountant, 'GET /home/queue')).body.items
        .filter(({ kind }) => kind === 'variable-pay-due')
        .map(({ personName, dueOn, consequence }) => [personName, dueOn, consequence])
    expect(await waiting()).toEqual([
      ['Awa Autre', '2026-11-15', 'blocks-pay'],
      ['Awa Solde', '2026-11-15', 'blocks-pay'],
    ])
    const list = async () => (await call(test, accountant, 'GET /assemblies')).body
    const [assembly] = await list()
    expect(assembly).toMatchObject({
      heldOn: '2026-10-15',
      dueOn: '2026-11-15',
      settled: 0,
      isLate: false,
    })
    // One month after the assembly is still in time; the day after is not, in Paris.
    for (const [day, isLate] of [
      ['2026-11-15', false],
      ['2026-11-16', true],
    ] as const) {
      test.setToday(day)
      expect((await list())[0]?.isLate).toBe(isLate)
    }
    test.setToday(TODAY)
    expect(assembly?.waiting.map(({ personName }) => personName)).toEqual([
      'Awa Autre',
      'Awa Solde',
    ])
    const settle = (contractIds: string[], paidOn: string) =>
      call(test, accountant, 'POST /assemblies/:heldOn/settlements', {
        params: { heldOn: '2026-10-15' },
        body: { contractIds, paidOn },
      })
    expect((await settle([], '2026-10-14')).problem.errors).toEqual([
      { pointer: '/body/paidOn', code: 'date-too-early' },
    ])
    const first = assembly?.waiting[1]?.contractId ?? ''
    expect((await settle([first], '2026-10-30')).body).toEqual({ settled: 1 })
    expect(await clock(awa)).toMatchObject({ state: 'met' })
    expect(await waiting()).toHaveLength(1)
    const withdrawal = await call(test, accountant, 'DELETE /assemblies/:heldOn', {
      params: { heldOn: '2026-10-15' },
    })
    expect(withdrawal.problem.code).toBe('assembly-settled')
    expect((await settle([], '2026-11-02')).body).toEqual({ settled: 1 })
    expect((await settle([], '2026-11-02')).body).toEqual({ settled: 0 })
    expect(await waiting()).toEqual([])
    expect(await list()).toMatchObject([{ settled: 2, waiting: [] }])
    const byAdviser = await call(test, staff, 'POST /assemblies', {
      body: { heldOn: '2026-11-01', reference: '' },
    })
    expect(byAdviser.status).toBe(403)
    await record('2026-11-01')
    const back = await call(test, accountant, 'DELETE /assemblies/:heldOn', {
      params: { heldOn: '2026-11-01' },
    })
    expect(back.status).toBe(204)
    expect(await list()).toHaveLength(1)
  })
})
