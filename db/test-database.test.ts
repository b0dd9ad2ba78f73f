import { expect, test } from 'vitest'
import { connect } from './connect.ts'
import { cloneDatabase } from './test-database.ts'

test('two clones do not see each other, and the application role is not powerful', async () => {
  const [one, other] = await Promise.all([cloneDatabase(), cloneDatabase()])
  const owner = await connect(one.ownerUrl)
  await owner.query('create table terreau.only_here (id int)')
  await owner.end()
  const app = await connect(other.appUrl)
  const { rows } = await app.query(
    `select to_regclass('terreau.only_here') as table, rolsuper, rolbypassrls,
            current_setting('statement_timeout') as statement_timeout,
            current_setting('lock_timeout') as lock_timeout,
            current_setting('idle_in_transaction_session_timeout') as idle_timeout,
            current_setting('search_path') as search_path
       from pg_roles where rolname = current_user`,
  )
  await app.end()
  expect(rows[0]).toEqual({
    table: null,
    rolsuper: false,
    rolbypassrls: false,
    statement_timeout: '10s',
    lock_timeout: '2s',
    idle_timeout: '15s',
    search_path: 'terreau, public',
  })
  await one.drop()
  await other.drop()
})
