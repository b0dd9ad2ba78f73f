import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import {
  asCommand,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
  TODAY,
} from '../../../test/test-app.ts'
import { deadlinesQuery } from './deadlines.ts'

let test: TestApp
beforeAll(async () => {
  test = await createTestApp()
})
afterAll(() => test.close())

/** People with three clocks each, their ends spread over three years around today. */
async function givenPeople(count: number, adviser: string): Promise<TestCooperative> {
  const cooperative = await givenCooperative(test, `Coopérative de ${count}`)
  await queryAsOwner(
    test,
    `insert into terreau.person (cooperative_id, id, reference, family_name, given_name, search_name, adviser_user_id)
     select $1, gen_random_uuid(), 'P' || i, 'Nom' || i, 'Prénom', 'prenom nom' || i,
            case when i <= 40 then $3::uuid end
       from generate_series(1, $2::integer) as i`,
    [cooperative.id, count, adviser],
  )
  await queryAsOwner(
    test,
    `insert into terreau.legal_clock (cooperative_id, person_id, n, kind, ends_on, clock)
     select cooperative_id, id, n, case n when 1 then 'trial' else 'associate-deadline' end,
            $2::date + ((row_number() over (order by id, n) * 37) % 1000 - 200)::integer, '{}'
       from terreau.person, generate_series(1, 3) as n
      where cooperative_id = $1`,
    [cooperative.id, TODAY],
  )
  return cooperative
}

const plan = z.tuple([
  z.object({
    Plan: z.object({ 'Shared Hit Blocks': z.number(), 'Shared Read Blocks': z.number() }),
  }),
])

async function buffersOf(
  cooperative: TestCooperative,
  filter: Parameters<typeof deadlinesQuery>[1],
): Promise<number> {
  return asCommand(test, cooperative.id, async (ctx, tx) => {
    const { rows } = await sql<{ 'QUERY PLAN': unknown }>`
      explain (analyze, buffers, format json) ${deadlinesQuery(ctx, filter)}`.execute(tx)
    const [first] = rows
    const text = Object.values(first ?? {})[0]
    const [{ Plan }] = plan.parse(typeof text === 'string' ? JSON.parse(text) : text)
    return Plan['Shared Hit Blocks'] + Plan['Shared Read Blocks']
  })
}

describe('a page of deadlines', () => {
  it('costs the same among ten thousand people as among a hundred', async () => {
    const { userId: adviser } = await givenUser(test, await givenCooperative(test), ['adviser'])
    const few = await givenPeople(100, adviser)
    const many = await givenPeople(10_000, adviser)
    await queryAsOwner(test, 'analyze')
    for (const filter of [{}, { view: 'passed' }, { kind: 'trial' }, { adviser }] as const) {
      await buffersOf(few, filter)
      const small = await buffersOf(few, filter)
      const large = await buffersOf(many, filter)
      expect(small, JSON.stringify(filter)).toBeGreaterThan(10)
      expect(large, `${JSON.stringify(filter)}: ${small} then ${large}`).toBeLessThanOrEqual(
        2 * Math.max(small, 150),
      )
    }
  }, 120_000)
})
