import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import {
  asCommand,
  createTestApp,
  givenCooperative,
  type TestApp,
  type TestCooperative,
} from '../../../test/test-app.ts'
import { type FieldPlace, sealedFields } from './sealed-fields.ts'

const IBAN = 'FR7630006000011234567890189'
const place: FieldPlace = { table: 'sealed_number', column: 'value', rowId: randomUUID() }

let test: TestApp
let ours: TestCooperative
let theirs: TestCooperative

beforeAll(async () => {
  test = await createTestApp()
  ours = await givenCooperative(test, 'Baobab')
  theirs = await givenCooperative(test, 'Kapok')
})
afterAll(() => test.close())

const seal = (coop: TestCooperative) =>
  asCommand(test, coop.id, async (ctx, tx) => (await sealedFields(tx, ctx)).seal(IBAN, place))
const open = (coop: TestCooperative, sealed: string, at = place) =>
  asCommand(test, coop.id, async (ctx, tx) => (await sealedFields(tx, ctx)).open(sealed, at))

it('opens in its own cooperative, row, table and column only', async () => {
  const sealed = await seal(ours)
  expect(await open(ours, sealed)).toBe(IBAN)
  for (const other of [
    { ...place, rowId: randomUUID() },
    { ...place, column: 'number' },
    { ...place, table: 'permit' },
  ])
    await expect(open(ours, sealed, other)).rejects.toThrow()
})

it('of one cooperative never opens in another, whose keys have the same names', async () => {
  const sealed = await seal(ours)
  expect((await seal(theirs)).split('.')[0]).toBe(sealed.split('.')[0])
  await expect(open(theirs, sealed)).rejects.toThrow()
})

it('does not even with the keys of the one copied into the other', async () => {
  const sealed = await seal(ours)
  await seal(theirs)
  await queryAsOwner(
    test,
    `update terreau.data_key set wrapped =
       (select wrapped from terreau.data_key where cooperative_id = $1 and id = 'd1')
      where cooperative_id = $2 and id = 'd1'`,
    [ours.id, theirs.id],
  )
  await expect(open(theirs, sealed)).rejects.toThrow()
})

it('changed by one character does not open', async () => {
  const sealed = await seal(ours)
  const last = sealed.at(-2) === 'A' ? 'B' : 'A'
  await expect(open(ours, `${sealed.slice(0, -2)}${last}${sealed.at(-1)}`)).rejects.toThrow()
})
