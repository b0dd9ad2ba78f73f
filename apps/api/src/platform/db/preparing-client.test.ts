import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import type { DatabaseClient } from './client.ts'
import { inTransaction } from './transaction.ts'

let test: TestApp
let one: DatabaseClient

beforeAll(async () => {
  test = await createTestApp()
  // What this process has seen of other tests would fill the memory of texts: begin with an empty one.
  vi.resetModules()
  const { connect } = await import('./client.ts')
  // One connection, so that every statement below meets the same kept plans.
  one = connect(test.urls.appUrl, { max: 1 })
})
afterAll(async () => {
  await one.close()
  await test.close()
})

const kept = async (text: string): Promise<number> => {
  const { rows } = await sql<{ n: bigint }>`
    select count(*) as n from pg_prepared_statements where statement like ${`%${text}%`}
       and statement not like '%pg_prepared%'`.execute(one.db)
  return Number(rows[0]?.n ?? 0n)
}

describe('statements', () => {
  it('are kept by the connection once they come often, and not before', async () => {
    const ask = (n: number) =>
      sql<{ n: number }>`select ${n}::int + 1 as n /* often */`.execute(one.db)
    await ask(1)
    expect(await kept('often')).toBe(0)
    for (const n of [2, 3, 4]) expect((await ask(n)).rows).toEqual([{ n: n + 1 }])
    expect(await kept('often')).toBe(1)
  })

  it('survive a column added under the running process', async () => {
    await queryAsOwner(
      test,
      'create table terreau.passing (id int); insert into terreau.passing values (1)',
    )
    await queryAsOwner(test, 'grant select on terreau.passing to terreau_app')
    const read = () =>
      inTransaction(
        one.db,
        async (tx) => (await sql`select * from terreau.passing where id = ${1}`.execute(tx)).rows,
      )
    for (let n = 0; n < 4; n += 1) expect(await read()).toEqual([{ id: 1 }])
    expect(await kept('terreau.passing')).toBe(1)
    await queryAsOwner(test, 'alter table terreau.passing add column more int')
    expect(await read()).toEqual([{ id: 1, more: null }])
  })
})
