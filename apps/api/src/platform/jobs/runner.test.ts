import { connect, createServer, type Server } from 'node:net'
import { ownerRole } from '@terreau/db/roles'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { startJobs } from './runner.ts'

/** What a new worker asks first: which of its tasks the queue knows. */
const FIRST_QUESTION = '_private_tasks'

let test: TestApp
let between: Server
let resets = 0

beforeAll(async () => {
  test = await createTestApp()
  const { hostname, port } = new URL(test.urls.ownerUrl)
  between = createServer((near) => {
    const far = connect({ host: hostname, port: Number(port) })
    near.on('error', () => far.destroy())
    far.on('error', () => near.destroy())
    near.on('data', (bytes) => {
      if (resets > 0 || !bytes.includes(FIRST_QUESTION)) return
      resets += 1
      near.resetAndDestroy()
      far.destroy()
    })
    near.pipe(far).pipe(near)
  })
  await new Promise<void>((done) => between.listen(0, '127.0.0.1', done))
})
afterAll(async () => {
  await new Promise((done) => between.close(done))
  await test.close()
})

function throughBetween(url: string): string {
  const address = between.address()
  if (address === null || typeof address === 'string') throw new Error('a port is listened to')
  const through = new URL(url)
  through.host = `127.0.0.1:${address.port}`
  return through.href
}

it('does the jobs although the database went away at the very first question of the workers', async () => {
  const done: unknown[] = []
  const job = { name: 'bar', run: async (_: unknown, payload: unknown) => void done.push(payload) }
  await queryAsOwner(test, `select graphile_worker.add_job('bar', '{"n": 1}'::json)`, [])
  const owner = { url: throughBetween(test.urls.ownerUrl), role: ownerRole }
  const jobs = await startJobs(owner, test.services, [job])
  try {
    await vi.waitFor(() => expect(done).toEqual([{ n: 1 }]), 20_000)
    expect(resets).toBe(1)
  } finally {
    await jobs.stop()
  }
})
