import { ownerRole } from '@terreau/db/roles'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { LeftBehind } from './left-behind.ts'

let test: TestApp
beforeAll(async () => {
  test = await createTestApp()
})
afterAll(() => test.close())

async function givenLockedJob(workerPool: string): Promise<void> {
  await queryAsOwner(
    test,
    `with added as (select id from graphile_worker.add_job('bar', job_key => $1))
     select 1 from added`,
    [workerPool],
  )
  await queryAsOwner(
    test,
    `update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - interval '1 minute'
      where key = $1`,
    [workerPool],
  )
}

const locked = async (): Promise<string[]> => {
  const rows = await queryAsOwner<{ by: string }>(
    test,
    'select locked_by as by from graphile_worker._private_jobs where locked_by is not null order by 1',
  )
  return rows.map(({ by }) => by)
}

it('gives back the jobs of a process that was killed, and leaves those of one that lives', async () => {
  const owner = { url: test.urls.ownerUrl, role: ownerRole }
  const neighbour = new LeftBehind(owner)
  neighbour.watchFor('pool-alive')
  await vi.waitFor(async () =>
    expect(
      await queryAsOwner(
        test,
        `select 1 from pg_locks where locktype = 'advisory'
            and database = (select oid from pg_database where datname = current_database())`,
      ),
    ).toHaveLength(1),
  )
  await givenLockedJob('pool-alive')
  await givenLockedJob('pool-killed')
  const restarted = new LeftBehind(owner)
  restarted.watchFor('pool-new')
  await vi.waitFor(async () => expect(await locked()).toEqual(['pool-alive']), 10_000)
  await neighbour.stop()
  const next = new LeftBehind(owner)
  next.watchFor('pool-next')
  await vi.waitFor(async () => expect(await locked()).toEqual([]), 10_000)
  await restarted.stop()
  await next.stop()
})
