import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenDeclaration, givenScheme, givenTester, saleLine } from '../../../test/given-money.ts'
import {
  asCommand,
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
} from '../../../test/test-app.ts'
import { acceptDeclaration } from '../declarations/index.ts'

let test: TestApp
let coop: TestCooperative
let staff: Caller

beforeAll(async () => {
  test = await createTestApp()
  coop = await givenCooperative(test)
  staff = await givenUser(test, coop, ['accountant'])
})
afterAll(() => test.close())

const load = (text: string) =>
  call(test, staff, 'POST /exchange-rates/file', { body: new TextEncoder().encode(text) })
const HEAD = 'mois;monnaie;unités pour un euro;source\n'
const rates = async () => (await call(test, staff, 'GET /exchange-rates')).body

describe('a table of rates', () => {
  it('is read as spreadsheets write it, and read again without a change', async () => {
    const file = `\ufeff${HEAD}2026-10;usd;1,0842;BCE\r\n2026-10;GNF;9 874,50;BCRG\r\n;;;\r\n`
    expect((await load(file)).body).toEqual({ entered: 2, unchanged: 0 })
    expect((await load(file)).body).toEqual({ entered: 0, unchanged: 2 })
    expect(await rates()).toMatchObject([
      { month: '2026-10', currency: 'GNF', unitsPerEuro: '9874.50', source: 'BCRG' },
      { currency: 'USD', unitsPerEuro: '1.0842' },
    ])
    const commas = 'month,currency,units,source\n2026-09,USD,1.09,ECB\n'
    expect((await load(commas)).body).toEqual({ entered: 1, unchanged: 0 })
  })

  it('is refused whole, with the line and the reason of each slip', async () => {
    const before = await rates()
    const wrong = [
      '2026-11;USD;1,10;BCE',
      'octobre;USD;1,10;BCE',
      '2026-11;XOF;655,957;traité',
      '2026-11;ZZZ;2;BCE',
      '2026-11;GHS;douze;BoG',
      '2026-11;GHS;12',
      '2026-11;NGN;1700;',
      '2026-11;USD;1,11;BCE',
    ]
    const answer = await load(HEAD + wrong.join('\n'))
    expect(answer.status).toBe(422)
    expect(answer.problem.errors?.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/lines/3', 'month-not-understood'],
      ['/lines/4', 'currency-is-fixed'],
      ['/lines/5', 'currency-unknown'],
      ['/lines/6', 'rate-not-understood'],
      ['/lines/7', 'line-not-readable'],
      ['/lines/8', 'source-missing'],
      ['/lines/9', 'rate-twice'],
    ])
    expect(await rates()).toEqual(before)
    expect((await load(HEAD)).problem.errors).toMatchObject([{ code: 'file-without-lines' }])
  })

  it('never changes a rate that an accepted account uses', async () => {
    const tester = await givenTester(test, coop, await givenScheme(test, coop))
    await load(`${HEAD}2026-10;NGN;1700;CBN\n`)
    const lines = { sales: [saleLine(170_000n, { currency: 'NGN' })] }
    const declarationId = await givenDeclaration(test, coop, tester, '2026-10', { lines })
    await asCommand(test, coop.id, (ctx) => acceptDeclaration(ctx, { declarationId }))
    const answer = await load(`${HEAD}2026-11;USD;1,2;BCE\n2026-10;NGN;1800;CBN\n`)
    expect(answer.problem.errors).toEqual([{ pointer: '/lines/3', code: 'rate-is-used' }])
    expect((await load(`${HEAD}2026-10;NGN;1700,0;CBN\n`)).body).toEqual({
      entered: 0,
      unchanged: 1,
    })
    expect((await rates()).some((rate) => rate.month === '2026-11')).toBe(false)
  })
})
