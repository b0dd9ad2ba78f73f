import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connect } from './connect.ts'
import { migrate } from './migrate.ts'
import { migrationsDir } from './migration-files.ts'
import { query } from './test-child.ts'
import { cloneDatabase, type TestDatabase } from './test-database.ts'

let database: TestDatabase
let directory = ''

beforeEach(async () => {
  database = await cloneDatabase()
  directory = mkdtempSync(join(tmpdir(), 'terreau-migrations-'))
  cpSync(migrationsDir, directory, { recursive: true })
})
afterEach(async () => {
  await database.drop()
  rmSync(directory, { recursive: true, force: true })
})

const write = (name: string, sql: string) => writeFileSync(join(directory, name), sql)
const firstName = '20261123090000_foundation.sql'

test('a second call changes nothing', async () => {
  const before = await query(database.ownerUrl, 'select * from terreau.schema_migration')
  const { applied, appUrl } = await migrate(database.ownerUrl)
  expect(applied).toEqual([])
  expect(appUrl).toBe(database.appUrl)
  expect(await query(database.ownerUrl, 'select * from terreau.schema_migration')).toEqual(before)
})

test('several starts at once apply a migration once', async () => {
  write('20990101000000_more.sql', 'create table terreau.more (id int)')
  const results = await Promise.all(
    Array.from({ length: 3 }, () => migrate(database.ownerUrl, { directory })),
  )
  const applied = results.flatMap((result) => result.applied)
  expect(applied).toEqual(['20990101000000_more.sql'])
})

test('everything belongs to terreau_owner, nothing to the application', async () => {
  const owners = await query(
    database.ownerUrl,
    `select distinct pg_get_userbyid(relowner) as owner from pg_class
      where relnamespace in ('terreau'::regnamespace)
     union select distinct pg_get_userbyid(proowner) from pg_proc
      where pronamespace = 'terreau'::regnamespace`,
  )
  expect(owners).toEqual([{ owner: 'terreau_owner' }])
})

test('a migration that fails leaves no trace and names its file and line', async () => {
  write('20990101000000_half.sql', 'create table terreau.half (id int);\nselect nothing_like_it()')
  await expect(migrate(database.ownerUrl, { directory })).rejects.toMatchObject({
    code: 'migration-failed',
    message: expect.stringMatching(/20990101000000_half\.sql failed at line 2/),
  })
  const found = await query(database.ownerUrl, "select to_regclass('terreau.half') as half")
  expect(found).toEqual([{ half: null }])
})

test('a migration waits for readers in small steps, and goes through once they end', async () => {
  write('20990101000000_alter.sql', 'alter table terreau.app_user add column more int')
  const reader = await connect(database.ownerUrl)
  await reader.query('begin; lock table terreau.app_user in access share mode')
  const migrating = migrate(database.ownerUrl, { directory })
  await sleep(6_500)
  await reader.query('commit')
  await reader.end()
  expect((await migrating).applied).toEqual(['20990101000000_alter.sql'])
})

describe('refusals, each in one sentence', () => {
  test('a migration was edited after it was applied', async () => {
    appendFileSync(join(directory, firstName), '\n-- edited')
    await expect(migrate(database.ownerUrl, { directory })).rejects.toMatchObject({
      code: 'migration-changed',
      message: expect.stringContaining(firstName),
    })
  })

  test('the database is newer than this version', async () => {
    write('20990101000000_future.sql', 'create table terreau.future (id int)')
    await migrate(database.ownerUrl, { directory })
    await expect(migrate(database.ownerUrl)).rejects.toMatchObject({
      code: 'database-newer',
      message: expect.stringContaining('newer than this version of Terreau'),
    })
  })

  test('two migrations bear one number', async () => {
    write('20261123090000_twin.sql', 'select 1')
    await expect(migrate(database.ownerUrl, { directory })).rejects.toMatchObject({
      code: 'migration-failed',
    })
  })

  test('another process holds the lock', async () => {
    const other = await connect(database.ownerUrl)
    await other.query('select pg_advisory_lock(7231995404)')
    await expect(migrate(database.ownerUrl, { lockTimeoutMs: 300 })).rejects.toMatchObject({
      code: 'migration-locked',
    })
    await other.end()
  })

  test('the server confirms before it has written', async () => {
    const admin = await connect(database.ownerUrl)
    const name = new URL(database.ownerUrl).pathname.slice(1)
    await admin.query(`alter database ${name} set synchronous_commit = off`)
    await expect(migrate(database.ownerUrl, { directory })).rejects.toMatchObject({
      code: 'database-refused',
      message: expect.stringContaining('synchronous_commit'),
    })
    await admin.query(`alter database ${name} reset synchronous_commit`)
    await admin.query(`alter role terreau_app in database ${name} set synchronous_commit = off`)
    await expect(migrate(database.ownerUrl, { directory })).rejects.toMatchObject({
      code: 'database-refused',
    })
    await admin.query(`alter role terreau_app in database ${name} reset synchronous_commit`)
    await admin.end()
    await migrate(database.ownerUrl, { directory })
  })

  const wrongUrls: [string, (url: string) => string, string][] = [
    ['is no address', () => 'my database', 'database-url-invalid'],
    ['is another protocol', () => 'mysql://a:b@localhost/c', 'database-url-invalid'],
    ['has a wrong password', (url) => url.replace(/:[^:@]+@/, ':wrong@'), 'database-refused'],
    ['has a closed port', (url) => url.replace(/:\d+\//, ':1/'), 'database-unreachable'],
    ['has no such database', (url) => url.replace(/[^/]+$/, 'absent'), 'database-refused'],
    ['has no such host', () => 'postgres://a:b@host.invalid/c', 'database-unreachable'],
  ]
  test.for(wrongUrls)('DATABASE_URL %s', async ([, change, code]) => {
    const refused = await migrate(change(database.ownerUrl)).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code })
    const message = refused instanceof Error ? refused.message : ''
    expect(message).not.toContain('wrong')
    expect(message.split('\n')).toHaveLength(1)
  })
})
