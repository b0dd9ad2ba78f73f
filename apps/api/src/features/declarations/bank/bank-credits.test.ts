import { describeLine } from '@terreau/i18n/account-lines'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  givenAccepted,
  givenScheme,
  givenTester,
  saleLine,
  type TestTester,
} from '../../../../test/given-money.ts'
import {
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
} from '../../../../test/test-app.ts'
import { runChecks } from '../../../cli/run-checks.ts'

let test: TestApp
let coop: TestCooperative
let accountant: Caller
let tester: TestTester
let caller: Caller
let declarationId: string
const dakar = saleLine(750_000n, { currency: 'XAF', customerCountry: 'CM', vatRateBp: 0 })
const lyon = saleLine(10_000n)

beforeAll(async () => {
  test = await createTestApp()
  coop = await givenCooperative(test)
  const scheme = await givenScheme(test, coop, { floorCents: 0n })
  accountant = await givenUser(test, coop, ['accountant'], { displayName: 'Omar Diallo' })
  tester = await givenTester(test, coop, scheme)
  caller = await givenUser(test, coop, ['tester'], { personId: tester.personId })
  const lines = { sales: [dakar, lyon] }
  declarationId = await givenAccepted(test, coop, tester, '2026-10', { lines })
})
afterAll(() => test.close())

const sale = (lineId = dakar.id) => ({ params: { id: declarationId, lineId } })
const note = (
  typed: Partial<Record<'creditedText' | 'feeText' | 'creditedOn', string>>,
  line?: string,
) =>
  call(test, accountant, 'PUT /declarations/:id/sales/:lineId/bank-credit', {
    ...sale(line),
    body: {
      creditedText: '1 120,00',
      feeText: '15',
      creditedOn: '2026-10-30',
      reference: 'VIR 9',
      ...typed,
    },
  })
const withdraw = () =>
  call(test, accountant, 'DELETE /declarations/:id/sales/:lineId/bank-credit', sale())
const noted = async () =>
  (await call(test, accountant, 'GET /declarations/:id', { params: { id: declarationId } })).body
    .bankCredits
const money = async () => {
  const [account] = (await call(test, caller, 'GET /me/account')).body
  const [newest] = account?.months ?? []
  return { balance: account?.balanceCents, ...newest }
}
const faults = async () =>
  (await runChecks(test.urls)).flatMap((result) => (result.rows.length > 0 ? [result.name] : []))

it('books the loss and the fees apart: revenue and contribution stay as declared', async () => {
  const before = await money()
  expect((await note({})).status).toBe(204)
  const after = await money()
  // 750,000 XAF = 1,143.37; credited 1,120.00 after 15.00: 8.37 lost at the rate of the bank.
  expect(after).toMatchObject({
    revenueCents: before.revenueCents,
    contributionCents: before.contributionCents,
    bankCents: '2337',
  })
  expect(BigInt(before.balance ?? '') - BigInt(after.balance ?? '')).toBe(2_337n)
  expect(await noted()).toMatchObject([
    {
      lineId: dakar.id,
      exchangeCents: '-837',
      feeCents: '1500',
      bookedMonth: '2026-10',
      enteredBy: 'Omar Diallo',
    },
  ])
})

it('is read by the person line by line, each with its sentence', async () => {
  const { lines } = (
    await call(test, caller, 'GET /me/account/:month', { params: { month: '2026-10' } })
  ).body
  const bank = lines.filter((line) => line.postingKind === 'bank')
  const words = bank.map(
    (line) => describeLine('fr', { ...line, labelParams: line.explanationParams }).why,
  )
  const text = words.join(' ').replaceAll(/\s/gu, ' ')
  expect(text).toContain('La banque a pris 15,00 € de frais sur votre vente de 750 000 FCFA')
  expect(text).toContain('Nous avons compté 1 143,37 €')
  expect(text).toContain('la banque l’a changée en 1 135,00 €')
})

it('replaces what was noted, and takes it back to the cent', async () => {
  const { balance } = await money()
  await note({ creditedText: '1150', feeText: '' })
  const replaced = await money()
  expect(replaced.bankCents).toBe('-663')
  expect(BigInt(replaced.balance ?? '') - BigInt(balance ?? '')).toBe(3_000n)
  expect(await noted()).toHaveLength(1)
  expect((await withdraw()).status).toBe(204)
  expect(await money()).toMatchObject({ bankCents: '0' })
  expect(await noted()).toEqual([])
  expect((await withdraw()).status).toBe(404)
})

it('has no entry when the bank gave what was declared', async () => {
  expect((await note({ creditedText: '1143,37', feeText: '' })).status).toBe(204)
  expect(await noted()).toMatchObject([{ exchangeCents: '0', bookedMonth: null }])
})

it.each([
  [{ creditedText: '750000' }, 'creditedText', 'bank-credit-unlikely'],
  [{ creditedText: '' }, 'creditedText', 'amount-empty'],
  [{ creditedText: '1.143' }, 'creditedText', 'amount-ambiguous'],
  [{ feeText: '-3' }, 'feeText', 'amount-negative'],
  [{ creditedOn: '2027-01-01' }, 'creditedOn', 'date-not-yet'],
  [{ creditedOn: '2026-10-11' }, 'creditedOn', 'bank-credit-before-sale'],
])('says at the field what cannot be: %j', async (typed, field, code) => {
  const { problem, status } = await note(typed)
  expect(status).toBe(422)
  expect(problem.errors).toMatchObject([{ pointer: `/body/${field}`, code }])
})

it('is refused for a sale in euro, and for somebody who does not keep the books', async () => {
  expect((await note({}, lyon.id)).problem.code).toBe('bank-credit-not-possible')
  const adviser = await givenUser(test, coop, ['adviser'])
  const { status } = await call(
    test,
    adviser,
    'DELETE /declarations/:id/sales/:lineId/bank-credit',
    sale(),
  )
  expect(status).toBe(403)
})

it('keeps the acceptance under it, until it is withdrawn', async () => {
  const undo = () =>
    call(test, accountant, 'DELETE /declarations/:id/acceptance', { params: { id: declarationId } })
  expect((await undo()).problem.code).toBe('bank-credit-stands')
})

it('goes to the open month once its own is closed, which does not change', async () => {
  await note({ creditedText: '1143,37', feeText: '' })
  const closed = await call(test, accountant, 'POST /closings/:month', {
    params: { month: '2026-10' },
    body: { sendMails: false },
  })
  expect(closed.status).toBe(200)
  expect(
    (await note({ creditedText: '1120', feeText: '15', creditedOn: '2026-11-02' })).status,
  ).toBe(204)
  expect(await noted()).toMatchObject([{ bookedMonth: '2026-11' }])
  expect(await money()).toMatchObject({ month: '2026-11', revenueCents: '0', bankCents: '2337' })
  const frozen = await call(test, accountant, 'GET /closings/:month', {
    params: { month: '2026-10' },
  })
  expect(frozen.body.lines).toMatchObject([{ bankCents: '0' }])
  expect(await faults()).toEqual([])
})

it('is part of the movement of the month that closes', async () => {
  const preview = await call(test, accountant, 'GET /closings/:month/preview', {
    params: { month: '2026-11' },
  })
  const [line] = preview.body.lines
  expect(line).toMatchObject({ bankCents: '2337', movementCents: '-2337' })
})
