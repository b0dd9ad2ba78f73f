import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  givenAccepted,
  givenScheme,
  givenTester,
  saleLine,
  type TestTester,
} from '../../../../test/given-money.ts'
import { queryAsOwner } from '../../../../test/query-as-owner.ts'
import {
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
} from '../../../../test/test-app.ts'

let test: TestApp
let accountant: Caller
let awa: TestTester

beforeAll(async () => {
  test = await createTestApp()
  const coop = await givenCooperative(test)
  const scheme = await givenScheme(test, coop, { floorCents: 0n })
  accountant = await givenUser(test, coop, ['accountant'])
  awa = await givenTester(test, coop, scheme, { familyName: 'Annoncée' })
  await givenTester(test, coop, scheme, {
    familyName: 'Sortie',
    startsOn: '2025-01-01',
    endsOn: '2026-09-30',
  })
  await givenAccepted(test, coop, awa, '2026-10', { lines: { sales: [saleLine(300_000n)] } })
  await queryAsOwner(
    test,
    `update terreau.contract set terms = jsonb_build_object('fixedPartCents', '60000')`,
  )
})
afterAll(() => test.close())

const params = { month: '2026-10' }
const HEADING = 'Nom et prénom;Brut;Net avant impôt;Montant net social;Coût employeur;Payé le'
const file = (lines: string[], heading = HEADING) =>
  Buffer.from(`\ufeff${[heading, ...lines].join('\r\n')}\r\n`)
const preview = async (body: Uint8Array) =>
  (await call(test, accountant, 'POST /pay/:month/imports/preview', { params, body })).body
/** The warnings of the first line. */
const warned = async (...lines: string[]) => (await preview(file(lines))).slips[0]?.warnings
const awaLine = (gross: string, cost = '2 000,00') =>
  `Annoncée Awa;${gross};500,00;500,00;${cost};31/10/2026`
const decide = (grossCents: string) =>
  call(test, accountant, 'POST /pay/:month/decisions', {
    params,
    body: { contractId: awa.contractId, kind: 'advance', grossCents },
  })

describe('a slip beside what was announced', () => {
  it('is told apart when its gross is not the fixed part with what was decided', async () => {
    expect(await warned(awaLine('600,00'))).toEqual([])
    expect(await warned(awaLine('599,99'))).toEqual(['below-fixed-part'])
    expect(await warned(awaLine('1 600,00'))).toEqual(['not-announced'])
    expect((await decide('100000')).status).toBe(204)
    expect(await warned(awaLine('1 600,00'))).toEqual([])
    expect(await warned(awaLine('600,00'))).toEqual(['not-announced'])
  })

  it('of somebody who has left warns of an account that goes below zero, and of what nobody decided', async () => {
    expect(await warned('Sortie Awa;100,00;80,00;80,00;120,00;31/10/2026')).toEqual([
      'not-announced',
      'account-short',
    ])
  })

  it('may be the second of the month: the first counts for the fixed part, and its money is gone', async () => {
    const heading = `${HEADING};Bulletin;Mois`
    const first = file(
      ['Annoncée Awa;600,00;450,00;450,00;700,00;31/10/2026;B1;octobre 2026'],
      heading,
    )
    const { fingerprint } = await preview(first)
    const done = await call(test, accountant, 'POST /pay/:month/imports', {
      params,
      query: { fingerprint },
      body: first,
    })
    expect(done.body).toMatchObject({ added: 1 })
    const second = async (gross: string) => {
      const line = `Annoncée Awa;${gross};500,00;500,00;1 200,00;31/10/2026;B2;10 2026`
      return (await preview(file([line], heading))).slips[0]?.warnings
    }
    expect(await second('1 000,00')).toEqual(['second-slip'])
    expect(await second('900,00')).toEqual(['second-slip', 'not-announced'])
    // 2,700.00 earned, 700.00 gone with the slip: an advance may take all that is left of it.
    expect((await decide('200001')).problem.code).toBe('advance-above-account')
    expect((await decide('200000')).status).toBe(204)
  })
})
