import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrate } from './migrate.ts'
import { migrationsDir } from './migration-files.ts'
import { inspectSchema, judgeServer } from './schema-state.ts'
import { StartError } from './start-error.ts'
import { query } from './test-child.ts'
import { cloneDatabase, type TestDatabase } from './test-database.ts'

describe('a server that would not do is refused in one sentence', () => {
  const fit = { number: 150_000, text: '15.0', fsync: 'on' }
  const unfit: [string, Partial<typeof fit>, string, string][] = [
    ['older than PostgreSQL 15', { number: 140_019, text: '14.19' }, 'server-too-old', '14.19'],
    ['with fsync off', { fsync: 'off' }, 'database-refused', 'fsync'],
  ]
  test.for(unfit)('%s', ([, facts, code, word]) => {
    let refused: unknown
    try {
      judgeServer({ ...fit, ...facts })
    } catch (error) {
      refused = error
    }
    expect(refused).toBeInstanceOf(StartError)
    expect(refused).toMatchObject({ code, message: expect.stringContaining(word) })
    expect(String(refused).split('\n')).toHaveLength(1)
  })

  test('PostgreSQL 15 and newer are accepted', () => {
    judgeServer(fit)
    judgeServer({ number: 180_004, text: '18.4', fsync: 'on' })
  })
})

describe('looking at a database', () => {
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
  const inspect = () => inspectSchema(database.ownerUrl, { directory })

  test('of this version gives its roles', async () => {
    const { appUrl, checkUrl } = database
    expect(await inspect()).toEqual({ appUrl, checkUrl, owner: 'terreau_owner' })
  })

  test('of an older version says how to go on, and migrates nothing', async () => {
    writeFileSync(join(directory, '20990101000000_more.sql'), 'create table terreau.more (id int)')
    await expect(inspect()).rejects.toMatchObject({
      code: 'schema-older',
      message: expect.stringContaining('terreau -- migrate'),
    })
    const found = await query(database.ownerUrl, "select to_regclass('terreau.more') as more")
    expect(found).toEqual([{ more: null }])
  })

  test('of a newer version is refused', async () => {
    writeFileSync(join(directory, '20990101000000_more.sql'), 'create table terreau.more (id int)')
    await migrate(database.ownerUrl, { directory })
    rmSync(join(directory, '20990101000000_more.sql'))
    await expect(inspect()).rejects.toMatchObject({ code: 'database-newer' })
  })

  test('without Terreau in it prepares nothing', async () => {
    await query(database.ownerUrl, 'drop schema terreau cascade')
    await expect(inspect()).rejects.toMatchObject({ code: 'database-missing' })
    const found = await query(database.ownerUrl, "select to_regnamespace('terreau') as schema")
    expect(found).toEqual([{ schema: null }])
  })
})
