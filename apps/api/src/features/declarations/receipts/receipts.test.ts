import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draft, typedExpense, typedSale } from '../../../../test/given-draft.ts'
import { givenScheme, givenTester } from '../../../../test/given-money.ts'
import { pdf, photoWithPlace, pngBomb, svg } from '../../../../test/hostile-files.ts'
import {
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
} from '../../../../test/test-app.ts'

let test: TestApp
let coop: TestCooperative
let caller: Caller
const line = typedExpense('200')

beforeAll(async () => {
  test = await createTestApp()
  coop = await givenCooperative(test)
  caller = await givenPerson()
})
afterAll(() => test.close())

async function givenPerson(): Promise<Caller> {
  const scheme = await givenScheme(test, coop)
  const { personId } = await givenTester(test, coop, scheme)
  return givenUser(test, coop, ['tester'], { personId })
}

const params = { month: '2026-10' }
const add = (bytes: Uint8Array, options: { fileName?: string; receiptId?: string } = {}) =>
  call(test, caller, 'POST /me/declarations/:month/receipts', {
    params,
    query: {
      lineId: line.id,
      receiptId: options.receiptId ?? randomUUID(),
      fileName: options.fileName ?? 'recu.jpg',
    },
    body: bytes,
  })
const readBack = (receiptId: string, by = caller) =>
  call(test, by, 'GET /me/receipts/:receiptId', { params: { receiptId } })

describe('a receipt', () => {
  it('is drawn again: smaller, upright, without place or author', async () => {
    const added = await add(await photoWithPlace(), { fileName: '../../IMG 0042.JPEG' })
    expect(added.body).toMatchObject({ mediaType: 'image/jpeg', fileName: 'IMG 0042.jpg' })
    const file = await readBack(added.body.id)
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(file.headers.get('content-security-policy')).toMatch(/^sandbox/)
    const facts = await sharp(await file.bytes()).metadata()
    expect(facts).toMatchObject({ format: 'jpeg', width: 2_000, height: 1_000 })
    expect(facts.exif).toBeUndefined()
  })

  it('sent twice by a phone that lost the answer is kept once', async () => {
    const receiptId = randomUUID()
    const photo = await photoWithPlace(20, 20)
    await add(photo, { receiptId })
    const again = await add(photo, { receiptId })
    expect(again.status).toBe(200)
    const { body } = await call(test, caller, 'GET /me/declarations/:month', { params })
    expect(body.receipts.filter((receipt) => receipt.id === receiptId)).toHaveLength(1)
  })

  it('may be a PNG, a WebP or a PDF that only shows pages', async () => {
    const png = await sharp(await photoWithPlace(20, 20))
      .png()
      .toBuffer()
    const webp = await sharp(png).webp().toBuffer()
    for (const image of [png, webp]) {
      expect((await add(image)).body.mediaType).toBe('image/jpeg')
    }
    const objectStream = '5 0 <</Type /Font>>'
    expect((await add(pdf({ objectStream }), { fileName: 'facture.PDF' })).body).toMatchObject({
      mediaType: 'application/pdf',
      fileName: 'facture.pdf',
    })
  })

  it.each([
    ['a drawing with a script', svg(), 'file-kind-refused'],
    ['a program named .jpg', Buffer.from('MZ\x90\0 program'), 'file-kind-refused'],
    ['a page named .png', Buffer.from('<!doctype html><script>1</script>'), 'file-kind-refused'],
    ['nothing', Buffer.alloc(0), 'file-kind-refused'],
    ['a picture of 3.6 gigapixels', pngBomb(), 'file-too-many-pixels'],
    ['half a photo', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'file-unreadable'],
    ['a PDF that does', pdf({ catalogue: '/Names <</S /Launch>>' }), 'pdf-active'],
  ])('is refused when it is %s', async (_what, bytes, code) => {
    const answer = await add(bytes)
    expect(answer.problem.code).toBe(code)
  })

  it('of somebody else is not found', async () => {
    const added = await add(await photoWithPlace(20, 20))
    const other = await givenPerson()
    expect((await readBack(added.body.id, other)).status).toBe(404)
    const elsewhere = await givenCooperative(test, 'Coopérative Karité')
    const staff = await givenUser(test, elsewhere, ['direction'])
    const { body } = await call(test, caller, 'GET /me/declarations/:month', { params })
    const answer = await call(test, staff, 'GET /declarations/:id/receipts/:receiptId', {
      params: { id: body.id ?? '', receiptId: added.body.id },
    })
    expect(answer.status).toBe(404)
  })

  it('leaves a draft, stays once sent, and may still come after', async () => {
    caller = await givenPerson()
    const photo = await photoWithPlace(20, 20)
    const first = await add(photo)
    const second = await add(photo)
    const remove = (receiptId: string) =>
      call(test, caller, 'DELETE /me/declarations/:month/receipts/:receiptId', {
        params: { ...params, receiptId },
      })
    expect((await remove(first.body.id)).status).toBe(204)
    expect((await remove(second.body.id)).status).toBe(204)
    const body = draft({ expenses: [line], sales: [typedSale('300')] })
    const sent = await call(test, caller, 'POST /me/declarations/:month/submission', {
      params,
      body,
    })
    const staff = await givenUser(test, coop, ['adviser'])
    const seen = () => call(test, staff, 'GET /declarations/:id', { params: { id: sent.body.id } })
    expect((await seen()).body.lines.expenses[0]?.receiptState).toBe('missing')
    const late = await add(photo)
    expect((await seen()).body.lines.expenses[0]?.receiptState).toBe('attached')
    expect((await remove(late.body.id)).problem.code).toBe('declaration-act-not-allowed')
    const shown = await call(test, staff, 'GET /declarations/:id/receipts/:receiptId', {
      params: { id: sent.body.id, receiptId: late.body.id },
    })
    expect(shown.headers.get('content-type')).toBe('image/jpeg')
  })
})
