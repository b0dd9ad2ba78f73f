import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, createTestApp, givenCooperative, type TestApp } from './test-app.ts'

describe('the request pipeline', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await createTestApp()
  })
  afterAll(() => test.close())

  it('answers a public read from the database', async () => {
    const before = await call(test, null, 'GET /installation')
    expect(before.body.isInstalled).toBe(false)
    await givenCooperative(test)
    const after = await call(test, null, 'GET /installation')
    expect(after.body.isInstalled).toBe(true)
  })
})
