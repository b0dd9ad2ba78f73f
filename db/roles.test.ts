import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate } from './migrate.ts'
import { query } from './test-child.ts'
import { cloneDatabase, type TestDatabase } from './test-database.ts'

// A hosted PostgreSQL often gives one plain user who owns one database and may not create roles.
const owner = `plain_${randomBytes(4).toString('hex')}`
let server: TestDatabase

beforeEach(async () => {
  server = await cloneDatabase()
  await query(server.ownerUrl, `create role ${owner} login password 'plain' nosuperuser`)
  await query(server.ownerUrl, `create database ${owner} owner ${owner}`)
})
afterEach(async () => {
  await query(server.ownerUrl, `drop database ${owner} with (force)`)
  await query(server.ownerUrl, `drop role ${owner}`)
  await server.drop()
})

const as = (url: string, user: string, password: string): string => {
  const changed = new URL(url)
  changed.username = user
  changed.password = password
  changed.pathname = `/${owner}`
  return changed.href
}

test('a plain owner is told what an administrator must run once', async () => {
  await expect(migrate(as(server.ownerUrl, owner, 'plain'))).rejects.toMatchObject({
    code: 'role-missing',
    message: expect.stringMatching(/CREATE ROLE terreau_app LOGIN .*APP_DATABASE_URL/),
  })
})

test('a plain owner with the application role made by an administrator can prepare everything', async () => {
  const { username, password } = new URL(server.appUrl)
  const appUrl = as(server.ownerUrl, username, password)
  const done = await migrate(as(server.ownerUrl, owner, 'plain'), { appUrl })
  expect(done).toMatchObject({ appUrl, checkUrl: undefined, ownerRole: owner })
  expect(done.applied.length).toBeGreaterThan(0)
  const found = await query(appUrl, 'select count(*)::int as n from terreau.cooperative')
  expect(found).toEqual([{ n: 0 }])
})

test('the application may not be the owner of the data', async () => {
  const ownerUrl = as(server.ownerUrl, owner, 'plain')
  await expect(migrate(ownerUrl, { appUrl: ownerUrl })).rejects.toMatchObject({
    code: 'role-missing',
    message: expect.stringContaining('must connect as terreau_app'),
  })
})

test('a user who may create roles, without being superuser, prepares everything', async () => {
  await query(server.ownerUrl, `alter role ${owner} createrole`)
  const { username, password } = new URL(server.appUrl)
  const appUrl = as(server.ownerUrl, username, password)
  const admin = await query(
    server.ownerUrl,
    `grant terreau_owner to ${owner} with admin option; select 1 as done`,
  ).catch((error: unknown) => error)
  expect(admin).not.toBeInstanceOf(Error)
  const done = await migrate(as(server.ownerUrl, owner, 'plain'), { appUrl })
  expect(done.ownerRole).toBe('terreau_owner')
  expect(done.applied.length).toBeGreaterThan(0)
})
