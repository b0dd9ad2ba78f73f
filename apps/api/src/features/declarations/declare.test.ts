import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenClosedMonth } from '../../../test/given-closed-month.ts'
import { draft, typedExpense, typedSale, type WireDraft } from '../../../test/given-draft.ts'
import {
  givenAccepted,
  givenScheme,
  givenTester,
  type TestScheme,
  type TestTester,
} from '../../../test/given-money.ts'
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

let test: TestApp
let coop: TestCooperative
let scheme: TestScheme

beforeAll(async () => {
  test = await createTestApp()
  coop = await givenCooperative(test, 'Coopérative Baobab', '2026-09')
  scheme = await givenScheme(test, coop)
  await asCommand(test, coop.id, async (_ctx, tx) => {
    await tx
      .insertInto('exchangeRate')
      .values({
        cooperativeId: coop.id,
        month: '2026-10',
        currency: 'GNF',
        unitsPerEuro: '9874.50',
        source: 'taux de clôture',
      })
      .execute()
  })
})
afterAll(() => test.close())

interface Person extends TestTester {
  caller: Caller
}

async function givenPerson(options: Parameters<typeof givenTester>[3] = {}): Promise<Person> {
  const tester = await givenTester(test, coop, scheme, options)
  const caller = await givenUser(test, coop, ['tester'], { personId: tester.personId })
  return { ...tester, caller }
}

const october = { month: '2026-10' }
const save = (caller: Caller, body: WireDraft, ifMatch?: number) =>
  call(test, caller, 'PUT /me/declarations/:month/draft', {
    params: october,
    body,
    ...(ifMatch === undefined ? {} : { ifMatch }),
  })
const send = (caller: Caller, body: WireDraft, month = '2026-10') =>
  call(test, caller, 'POST /me/declarations/:month/submission', { params: { month }, body })
const read = (caller: Caller, month = '2026-10') =>
  call(test, caller, 'GET /me/declarations/:month', { params: { month } })

describe('the months of a person', () => {
  it('are those her contract covers, newest first, with the deadline of the cooperative', async () => {
    const { caller } = await givenPerson({ startsOn: '2026-10-15' })
    const { body } = await call(test, caller, 'GET /me/months')
    expect(body.months).toMatchObject([
      { month: '2026-10', state: 'none', deadlineOn: '2026-11-05', daysLeft: 3, isClosed: false },
    ])
    expect(body.next).toEqual({ month: '2026-11', opensOn: '2026-12-01' })
  })

  it('do not open before they are over, nor without a contract', async () => {
    const { caller } = await givenPerson({ startsOn: '2026-10-15' })
    expect((await read(caller, '2026-11')).problem.code).toBe('declaration-month-not-open')
    expect((await read(caller, '2026-09')).problem.code).toBe('no-contract-in-month')
  })

  it('are nobody’s for staff and for visitors', async () => {
    const staff = await givenUser(test, coop, ['direction'])
    expect((await call(test, staff, 'GET /me/months')).status).toBe(403)
    expect((await call(test, null, 'GET /me/months')).status).toBe(401)
  })
})

describe('a draft', () => {
  it('keeps the texts as typed, whatever they are, and answers them back', async () => {
    const { caller } = await givenPerson()
    const typed = draft({ sales: [typedSale('1.250', { soldOn: '', customerKind: '' })] })
    const saved = await save(caller, typed)
    expect(saved.status).toBe(200)
    expect(saved.body.movementCents).toBeNull()
    expect((await read(caller)).body).toMatchObject({ state: 'draft', draft: typed })
  })

  it('tells what the month would add to the account, and writes no line for it', async () => {
    const { caller } = await givenPerson()
    const saved = await save(caller, draft({ sales: [typedSale('1 200')] }))
    // 1 000 € net of 20 % VAT, minus 10 % for the cooperative.
    expect(saved.body.movementCents).toBe('90000')
    expect((await read(caller)).body.lines.sales).toEqual([])
  })

  it('is not overwritten by a device that read an older version', async () => {
    const { caller } = await givenPerson()
    const first = await save(caller, draft({ sales: [typedSale('10')] }))
    const second = draft({ sales: [typedSale('20')] })
    expect((await save(caller, second)).problem.code).toBe('version-required')
    expect((await save(caller, second, first.body.version + 5)).problem.code).toBe(
      'version-changed',
    )
    expect((await save(caller, second, first.body.version)).status).toBe(200)
  })

  it('sent again as it is changes nothing, so that a lost answer can be asked again', async () => {
    const { caller } = await givenPerson()
    const typed = draft({ sales: [typedSale('10')] })
    const first = await save(caller, typed)
    const again = await save(caller, typed, 0)
    expect(again.body.version).toBe(first.body.version)
  })
})

describe('sending a month', () => {
  it('takes a nil month and numbers it', async () => {
    const { caller } = await givenPerson()
    const sent = await send(caller, draft())
    expect(sent.status).toBe(200)
    expect(sent.body.number).toMatch(/^D-2026-10-\d{4}$/)
    expect((await read(caller)).body).toMatchObject({ state: 'submitted', salesCents: '0' })
  })

  it('reads amounts as people type them, in five currencies, with the rule for VAT', async () => {
    const { caller } = await givenPerson()
    const abroad = { customerKind: 'business', customerCountry: 'SN' } as const
    const body = draft({
      sales: [
        typedSale('1 250,50 €'),
        typedSale('150.000 F CFA', { currency: 'XOF', ...abroad }),
        typedSale('655957', { currency: 'XAF', customerKind: 'person', customerCountry: 'CM' }),
        typedSale('491 967,75', { currency: 'EUR' }),
        typedSale('9 874 500', { currency: 'GNF', ...abroad, customerCountry: 'GN' }),
        typedSale('491968', { currency: 'KMF', ...abroad, customerCountry: 'KM' }),
      ],
      expenses: [typedExpense('72,00', { vatText: '12' })],
      trips: [{ id: randomUUID(), kmText: '120 km', reason: 'livraison' }],
    })
    const sent = await send(caller, body)
    expect(sent.problem).toMatchObject({ number: expect.stringMatching(/^D-/) })
    const { lines } = (await read(caller)).body
    expect(lines.sales.map((sale) => [sale.euroCents, sale.vatRateBp])).toEqual([
      ['125050', 2000],
      ['22867', 0],
      // A private customer abroad: French VAT stays due (CGI 259).
      ['100000', 2000],
      ['49196775', 2000],
      ['100000', 0],
      ['100000', 0],
    ])
    expect(lines.expenses).toMatchObject([
      { grossCents: '7200', recoverableVatCents: '1200', costCents: '6000' },
    ])
    expect(lines.trips).toMatchObject([{ km: 120, allowanceCents: '7632' }])
  })

  it('asks about an amount with two readings, and names every field to correct', async () => {
    const { caller } = await givenPerson()
    const body = draft({
      sales: [
        typedSale('1.250'),
        typedSale('', { paymentMeans: '' }),
        typedSale('12,345,6', { soldOn: '2026-09-30' }),
        typedSale('0', { customerCountry: '' }),
      ],
      expenses: [typedExpense('10', { vatText: '12', category: '', spentOn: '2026-10-40' })],
      trips: [{ id: randomUUID(), kmText: '12,5', reason: '' }],
    })
    const answer = await send(caller, body)
    expect(answer.status).toBe(422)
    expect(answer.problem.code).toBe('declaration-lines-invalid')
    const codes = answer.problem.errors?.map(({ pointer, code }) => `${pointer} ${code}`)
    expect(codes).toEqual([
      '/body/sales/0/amountText amount-ambiguous',
      '/body/sales/1/amountText amount-empty',
      '/body/sales/1/paymentMeans field-required',
      '/body/sales/2/amountText amount-characters',
      '/body/sales/2/soldOn date-outside-month',
      '/body/sales/3/amountText amount-zero',
      '/body/sales/3/customerCountry field-required',
      '/body/expenses/0/vatText vat-above-gross',
      '/body/expenses/0/spentOn date-does-not-exist',
      '/body/expenses/0/category field-required',
      '/body/trips/0/kmText km-not-whole',
      '/body/trips/0/reason field-required',
    ])
    expect(answer.problem.errors?.[0]?.params).toEqual({ decimal: '1,25', thousands: '1250,00' })
    expect((await read(caller)).body.state).toBe('none')
  })

  it('declares nothing of what was typed before "Non"', async () => {
    const { caller } = await givenPerson()
    await send(caller, draft({ hasSales: false, sales: [typedSale('not an amount')] }))
    expect((await read(caller)).body.lines.sales).toEqual([])
  })

  it('refuses a currency whose rate nobody entered, and keeps the draft', async () => {
    const { caller } = await givenPerson()
    const body = draft({ sales: [typedSale('100', { currency: 'USD' })] })
    await save(caller, body)
    expect((await send(caller, body)).problem).toMatchObject({
      code: 'exchange-rate-missing',
      params: { currency: 'USD', month: '2026-10' },
    })
    expect((await read(caller)).body).toMatchObject({ state: 'draft', draft: body })
  })

  it('twice is one declaration, even at the same moment', async () => {
    const { caller, personId } = await givenPerson()
    const body = draft({ sales: [typedSale('100')] })
    const answers = await Promise.all([send(caller, body), send(caller, body), send(caller, body)])
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200])
    expect(new Set(answers.map((answer) => answer.body.number)).size).toBe(1)
    const rows = await asCommand(test, coop.id, (_ctx, tx) =>
      tx.selectFrom('declaration').select('id').where('personId', '=', personId).execute(),
    )
    expect(rows).toHaveLength(1)
    const other = await send(caller, draft())
    expect(other.problem.code).toBe('declaration-already-sent')
  })

  it('leaves no hole in the numbers when it is refused', async () => {
    const before = await send((await givenPerson()).caller, draft())
    await send((await givenPerson()).caller, draft({ sales: [typedSale('x')] }))
    const after = await send((await givenPerson()).caller, draft())
    const n = (number: string) => Number(number.slice(-4))
    expect(n(after.body.number)).toBe(n(before.body.number) + 1)
  })

  it('can be taken back until it is accepted, and keeps its number', async () => {
    const { caller, personId } = await givenPerson()
    const first = await send(caller, draft({ sales: [typedSale('100')] }))
    const params = october
    const back = await call(test, caller, 'POST /me/declarations/:month/withdrawal', { params })
    expect(back.status).toBe(200)
    const reopened = (await read(caller)).body
    expect(reopened).toMatchObject({ state: 'draft', lines: { sales: [] } })
    expect(reopened.draft?.sales[0]?.amountText).toBe('100')
    const second = await send(caller, draft({ sales: [typedSale('250')] }))
    expect(second.body.number).toBe(first.body.number)
    const staff = await givenUser(test, coop, ['adviser'])
    const version = (await read(caller)).body.version ?? 0
    await call(test, staff, 'POST /declarations/:id/acceptance', {
      params: { id: second.body.id },
      ifMatch: version,
    })
    const tooLate = await call(test, caller, 'POST /me/declarations/:month/withdrawal', { params })
    expect(tooLate.problem.code).toBe('declaration-act-not-allowed')
    expect(personId).toBeDefined()
  })

  it('proves itself as a PDF, whatever alphabet customers and expenses were typed in', async () => {
    const { caller } = await givenPerson()
    const params = october
    const early = await call(test, caller, 'GET /me/declarations/:month/proof', { params })
    expect(early.status).toBe(404)
    const abroad = { customerCountry: 'SN', currency: 'XOF', customer: 'عائشة' } as const
    await send(
      caller,
      draft({
        sales: [typedSale('150000', abroad), typedSale('20', { customer: 'Café ☕' })],
        expenses: [typedExpense('12', { label: '中 🙂' })],
        trips: [{ id: randomUUID(), kmText: '20', reason: 'marché' }],
      }),
    )
    const proof = await call(test, caller, 'GET /me/declarations/:month/proof', { params })
    expect(proof.headers.get('content-type')).toBe('application/pdf')
    const input = await proof.bytes()
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' })
    expect(text).toContain('Café \ufffd')
    expect(text).toContain('\ufffd'.repeat(5))
  })
})

describe('a month that is closed', () => {
  it('goes to the first open month as an adjustment, said in advance', async () => {
    const other = await givenCooperative(test, 'Coopérative close', '2026-08')
    const otherScheme = await givenScheme(test, other)
    const tester = await givenTester(test, other, otherScheme)
    const { personId } = tester
    const caller = await givenUser(test, other, ['tester'], { personId })
    const august = { month: '2026-08' }
    const waiting = await call(test, caller, 'PUT /me/declarations/:month/draft', {
      params: august,
      body: draft({ sales: [typedSale('80', { soldOn: '2026-08-20' })] }),
    })
    await givenAccepted(test, other, tester, '2026-09')
    for (const month of ['2026-08', '2026-09']) {
      await givenClosedMonth(test, other, { personId, activityId: tester.activityId, month })
    }
    const told = await read(caller, '2026-08')
    expect(told.body).toMatchObject({
      state: 'draft',
      isAdjustment: true,
      bookMonth: '2026-10',
      version: waiting.body.version,
    })
    const late = draft({ sales: [typedSale('90', { soldOn: '2026-08-20' })] })
    const kept = await call(test, caller, 'PUT /me/declarations/:month/draft', {
      params: august,
      body: late,
      ifMatch: waiting.body.version,
    })
    expect(kept.status).toBe(200)
    const sent = await send(caller, late, '2026-08')
    expect(sent.body).toMatchObject({ month: '2026-08', bookMonth: '2026-10' })
    // September was accepted: what was forgotten is a further declaration, not a change.
    const forgotten = draft({ sales: [typedSale('15', { soldOn: '2026-09-02' })] })
    const more = await send(caller, forgotten, '2026-09')
    expect(more.body).toMatchObject({ month: '2026-09', bookMonth: '2026-10' })
    const months = await call(test, caller, 'GET /me/months')
    expect(months.body.months.map((month) => [month.month, month.isClosed])).toEqual([
      ['2026-10', false],
      ['2026-09', true],
      ['2026-08', true],
    ])
  })
})

describe('somebody else', () => {
  it('of the same cooperative neither reads nor changes it', async () => {
    const awa = await givenPerson()
    const binta = await givenPerson()
    await send(awa.caller, draft({ sales: [typedSale('100')] }))
    expect((await read(binta.caller)).body.state).toBe('none')
    const answer = await call(test, binta.caller, 'GET /me/declarations/:month', {
      params: october,
      query: { activity: awa.activityId },
    })
    expect(answer.problem.code).toBe('no-contract-in-month')
  })

  it('of another cooperative finds nothing', async () => {
    const awa = await givenPerson()
    const sent = await send(awa.caller, draft())
    const elsewhere = await givenCooperative(test, 'Coopérative Karité')
    const stranger = await givenUser(test, elsewhere, ['direction'])
    const params = { id: sent.body.id }
    expect((await call(test, stranger, 'GET /declarations/:id', { params })).status).toBe(404)
    const accepted = await call(test, stranger, 'POST /declarations/:id/acceptance', {
      params,
      ifMatch: 1,
    })
    expect(accepted.status).toBe(404)
  })

  it('on the phone with staff is declared for, and it says so', async () => {
    const { personId, caller } = await givenPerson()
    const staff = await givenUser(test, coop, ['adviser'], { displayName: 'Fatou Ndiaye' })
    const params = { personId, month: '2026-10' }
    const sent = await call(test, staff, 'POST /people/:personId/declarations/:month', {
      params,
      body: draft({ sales: [typedSale('100')] }),
    })
    expect(sent.status).toBe(200)
    const seen = await call(test, staff, 'GET /declarations/:id', { params: { id: sent.body.id } })
    expect(seen.body).toMatchObject({ channel: 'staff', declaredBy: 'Fatou Ndiaye' })
    expect((await read(caller)).body.state).toBe('submitted')
    const refused = await call(test, caller, 'POST /people/:personId/declarations/:month', {
      params,
      body: draft(),
    })
    expect(refused.status).toBe(403)
  })

  it('on the phone with staff goes on from what the person had begun', async () => {
    const { personId, caller } = await givenPerson()
    const staff = await givenUser(test, coop, ['adviser'])
    const params = { personId, month: '2026-10' }
    const begun = () =>
      call(test, staff, 'GET /people/:personId/declarations/:month/draft', { params })
    expect((await begun()).body).toEqual({ draft: null, savedAt: null })
    const typed = draft({ sales: [typedSale('80')] })
    await call(test, caller, 'PUT /me/declarations/:month/draft', {
      params: { month: '2026-10' },
      body: typed,
    })
    expect((await begun()).body).toMatchObject({ draft: typed, savedAt: expect.any(String) })
    await send(caller, typed)
    expect((await begun()).body.draft).toBeNull()
  })
})
