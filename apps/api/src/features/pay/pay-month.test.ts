import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  givenAccepted,
  givenScheme,
  givenTester,
  saleLine,
  type TestScheme,
  type TestTester,
} from '../../../test/given-money.ts'
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
let scheme: TestScheme
let accountant: Caller
let rich: TestTester
let poor: TestTester

beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  scheme = await givenScheme(test, cooperative)
  accountant = await givenUser(test, cooperative, ['accountant'])
  rich = await givenTester(test, cooperative, scheme, { familyName: 'Aisé', kind: 'CESA' })
  poor = await givenTester(test, cooperative, scheme, { familyName: '=Vide', kind: 'CESA' })
  await givenTester(test, cooperative, scheme, { familyName: 'Sous-Cape', kind: 'CAPE' })
  await givenAccepted(test, cooperative, rich, '2026-10', {
    lines: { sales: [saleLine(200_000n)] },
  })
  await fixedPart(rich, '60000')
  await fixedPart(poor, '60000')
})
afterAll(() => test.close())

async function fixedPart(tester: TestTester, cents: string): Promise<void> {
  await queryAsOwner(
    test,
    `update terreau.contract set terms = jsonb_build_object('fixedPartCents', $1::text) where id = $2`,
    [cents, tester.contractId],
  )
}

async function amend(tester: TestTester, of: { n: number; on: string; after: string }) {
  await queryAsOwner(
    test,
    `insert into terreau.contract_amendment
       (cooperative_id, id, contract_id, n, effective_on, reason, changes, state, created_by)
     values ($1, $2, $3, $4, $5, 'Baisse', jsonb_build_object('fixedPartCents',
       jsonb_build_object('before', '60000', 'after', $6::text)), 'active', $7)`,
    [cooperative.id, randomUUID(), tester.contractId, of.n, of.on, of.after, accountant.userId],
  )
}

async function linesOf(month: string) {
  const { status, body } = await call(test, accountant, 'GET /pay/:month', { params: { month } })
  expect(status).toBe(200)
  return body
}

async function alerts() {
  const { body } = await call(test, accountant, 'GET /home/queue')
  return body.items.filter((item) => item.kind === 'fixed-part-uncovered')
}

describe('the fixed part of a month (R7331-11)', () => {
  it('is owed by every CESA, an empty account included; a CAPE owes none', async () => {
    const lines = await linesOf('2026-11')
    expect(
      lines.map(({ familyName, fixedPartCents, state }) => ({ familyName, fixedPartCents, state })),
    ).toEqual([
      { familyName: '=Vide', fixedPartCents: '60000', state: 'uncovered' },
      { familyName: 'Aisé', fixedPartCents: '60000', state: 'covered' },
    ])
  })

  it('an account too low waits in the work queue until the fixed part is covered', async () => {
    expect(await alerts()).toMatchObject([
      { personId: poor.personId, consequence: 'blocks-pay', dueOn: '2026-11-30' },
    ])
    await amend(poor, { n: 1, on: '2026-11-01', after: '0' })
    expect(await alerts()).toEqual([])
    await amend(poor, { n: 2, on: '2026-11-02', after: '1' })
    expect(await alerts()).toHaveLength(1)
  })

  it('follows the signed amendments, from the day they take effect', async () => {
    await amend(rich, { n: 1, on: '2026-12-01', after: '45000' })
    const of = async (month: string) =>
      (await linesOf(month)).find((line) => line.personId === rich.personId)?.fixedPartCents
    expect(await of('2026-11')).toBe('60000')
    expect(await of('2026-12')).toBe('45000')
  })

  it('goes to the payroll service as a file that no spreadsheet runs', async () => {
    const answer = await call(test, accountant, 'GET /pay/:month/variables', {
      params: { month: '2026-11' },
    })
    const text = Buffer.from(await answer.bytes()).toString('utf8')
    const rows = text.replace('\uFEFF', '').trim().split('\r\n')
    expect(rows[0]).toContain('part_fixe_brute;acompte_variable_brut')
    expect(rows).toHaveLength(3)
    expect(rows[1]).toContain(";'=Vide;")
    expect(rows[2]).toContain(';600,00;;')
    const observer = await givenUser(test, cooperative, ['observer'])
    const refused = await call(test, observer, 'GET /pay/:month/variables', {
      params: { month: '2026-11' },
    })
    expect(refused.status).toBe(403)
  })
})
