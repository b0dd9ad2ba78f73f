import { addMonths, yearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seedPeople } from '../../../bench/seed.ts'
import { givenAccepted, givenScheme, givenTester, saleLine } from '../../../test/given-money.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import {
  asCommand,
  createTestApp,
  givenCooperative,
  type TestApp,
  type TestCooperative,
} from '../../../test/test-app.ts'

const PEOPLE = 25
const MONTH = '2026-10'

let test: TestApp

beforeAll(async () => {
  test = await createTestApp()
})
afterAll(() => test.close())

it('reads the month of a cooperative that no statistics know yet as it reads a known one', async () => {
  await givenMonth('Coopérative connue')
  await queryAsOwner(test, 'analyze', [])
  const arrived = await givenMonth('Coopérative qui arrive')
  const unknown = await buffersToClose(arrived)
  await queryAsOwner(test, 'analyze', [])
  expect(unknown).toBeLessThan(2 * (await buffersToClose(arrived)))
}, 60_000)

it('costs after ten years what it costs after one month', async () => {
  const young = await givenHistory('Coopérative jeune', 1)
  const old = await givenHistory('Coopérative ancienne', 120)
  await queryAsOwner(test, 'vacuum analyze', [])
  // The way to a row through an index may be one page longer.
  expect(await buffersToClose(old)).toBeLessThan(2 * (await buffersToClose(young)))
}, 60_000)

async function givenHistory(name: string, months: number): Promise<TestCooperative> {
  const cooperative = await givenCooperative(test, name)
  await seedPeople(test.urls.ownerUrl, {
    cooperativeId: cooperative.id,
    people: PEOPLE,
    months: Array.from({ length: months }, (_, n) => addMonths(yearMonth(MONTH), n + 1 - months)),
  })
  return cooperative
}

async function givenMonth(name: string): Promise<TestCooperative> {
  const cooperative = await givenCooperative(test, name)
  const scheme = await givenScheme(test, cooperative)
  for (let n = 0; n < PEOPLE; n += 1) {
    const tester = await givenTester(test, cooperative, scheme)
    const lines = { sales: [saleLine(100_000n)] }
    await givenAccepted(test, cooperative, tester, MONTH, { lines })
  }
  return cooperative
}

/** Pages that PostgreSQL reads for the figures of the month and for its seal, once they are planned. */
function buffersToClose({ id }: TestCooperative): Promise<number> {
  return asCommand(test, id, async (_ctx, tx) => {
    const ask = () =>
      sql<{ 'QUERY PLAN': { Plan: Record<string, number> }[] }>`
      explain (analyze, buffers, format json)
      select count(*), terreau.month_seal(${sql.lit(id)}, ${sql.lit(MONTH)}, 1, '', '')
        from terreau.month_figures(${sql.lit(id)}, ${sql.lit(MONTH)})`.execute(tx)
    await ask()
    const { rows } = await ask()
    const plan = Object.values(rows[0] ?? {})[0]?.[0]?.Plan
    return (plan?.['Shared Hit Blocks'] ?? 0) + (plan?.['Shared Read Blocks'] ?? 0)
  })
}
