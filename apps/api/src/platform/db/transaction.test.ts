import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestApp, givenCooperative, type TestApp } from '../../../test/test-app.ts'
import { enterCooperative, inGuardedTransaction, type Tx } from './transaction.ts'

let test: TestApp
let cooperativeId: string

beforeAll(async () => {
  test = await createTestApp()
  cooperativeId = (await givenCooperative(test)).id
})
afterAll(() => test.close())

let day = 0
const open = (tx: Tx) => enterCooperative(tx, cooperativeId)

/** A write of the cooperative, told apart by its source. */
async function write(tx: Tx, source: string): Promise<void> {
  day += 1
  await tx
    .insertInto('cooperativeSetting')
    .values({
      cooperativeId,
      key: 'receipt_threshold_cents',
      value: '1',
      validFrom: `2026-01-0${day}`,
      source,
    })
    .execute()
}

async function written(source: string): Promise<number> {
  const read = async (tx: Tx) => {
    const rows = tx.selectFrom('cooperativeSetting').select('source')
    return (await rows.where('source', '=', source).execute()).length
  }
  return inGuardedTransaction(test.services.db, { open, run: read }, { mayRetry: false })
}

it('commits what one connection wrote', async () => {
  const source = randomUUID()
  const run = (tx: Tx) => write(tx, source)
  await inGuardedTransaction(test.services.db, { open, run }, { mayRetry: false })
  expect(await written(source)).toBe(1)
})

it('commits nothing of a transaction that ends on another connection than it began on', async () => {
  const source = randomUUID()
  const elsewhere = async (tx: Tx) => ({ ...(await open(tx)), connection: '1:1' })
  const run = (tx: Tx) => write(tx, source)
  const done = inGuardedTransaction(test.services.db, { open: elsewhere, run }, { mayRetry: false })
  await expect(done).rejects.toMatchObject({ code: 'unavailable' })
  expect(await written(source)).toBe(0)
})

it('tells another transaction of the same connection from its own', async () => {
  const source = randomUUID()
  const run = async (tx: Tx) => {
    await sql.raw('rollback').execute(tx)
    await sql.raw('begin').execute(tx)
    await open(tx)
    await write(tx, source)
  }
  const done = inGuardedTransaction(test.services.db, { open, run }, { mayRetry: false })
  await expect(done).rejects.toMatchObject({ code: 'unavailable' })
  expect(await written(source)).toBe(0)
})
