import { afterAll, beforeAll, expect, it } from 'vitest'
import { givenAccepted, givenScheme, givenTester, saleLine } from '../../../test/given-money.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import {
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
} from '../../../test/test-app.ts'

let test: TestApp

beforeAll(async () => {
  test = await createTestApp()
})
afterAll(() => test.close())

it('a contract that was never signed moves no exemption of a simulation', async () => {
  const coop = await givenCooperative(test)
  const direction = await givenUser(test, coop, ['direction'])
  const scheme = await givenScheme(test, coop, { exemptMonths: 3 })
  for (let n = 0; n < 5; n += 1) {
    const tester = await givenTester(test, coop, scheme, { startsOn: '2026-09-01' })
    await queryAsOwner(
      test,
      `insert into terreau.contract (cooperative_id, id, person_id, activity_id, scheme_id, kind, number,
                                     starts_on, ends_on, state)
       select cooperative_id, gen_random_uuid(), person_id, activity_id, scheme_id, kind, number || '-0',
              '2026-03-01', '2026-08-31', 'cancelled'
         from terreau.contract where cooperative_id = $1 and id = $2`,
      [coop.id, tester.contractId],
    )
    const lines = { sales: [saleLine(100_000n)] }
    await givenAccepted(test, coop, tester, '2026-10', { lines })
  }
  const { body } = await call(test, direction, 'POST /scheme-simulations', {
    body: {
      ...{ year: 2026, base: 'revenue', period: 'month', exemptMonths: 3 },
      tiers: [{ upToCents: null, rateBp: 1_000 }],
      ...{ monthlyFloorCents: '0', fixedMonthlyCents: '0', exemptStatuses: [], deductedCosts: [] },
    },
  })
  expect(body).toMatchObject({ people: 5, takenCents: '0', simulatedCents: '0' })
})
