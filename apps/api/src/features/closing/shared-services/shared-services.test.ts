import { execFileSync } from 'node:child_process'
import type { Api } from '@terreau/protocol/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestTester } from '../../../../test/given-money.ts'
import { givenSharedYear, sellIn, shareSince } from '../../../../test/given-shared-year.ts'
import { queryAsOwner } from '../../../../test/query-as-owner.ts'
import {
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  runJob,
  type TestApp,
  type TestCooperative,
} from '../../../../test/test-app.ts'
import { runChecks } from '../../../cli/run-checks.ts'
import { drawAccountJob } from './draw-account.job.ts'

/** Books since July 2026 in a financial year from October 2025 to September 2026. */
const YEAR = '2025-10'
const params = { firstMonth: YEAR }

let test: TestApp
let coop: TestCooperative
let accountant: Caller
let direction: Caller
let observer: Caller
let anna: TestTester
let binta: TestTester
let annaOnPhone: Caller
let bintaOnPhone: Caller

beforeAll(async () => {
  test = await createTestApp()
  const world = await givenSharedYear(test)
  ;({ coop, accountant, direction, observer, anna, binta, annaOnPhone, bintaOnPhone } = world)
})
afterAll(() => test.close())

const sell = (who: TestTester, month: string, amount: bigint) =>
  sellIn(test, coop, who, { month, amount })
const close = (month: string) =>
  call(test, accountant, 'POST /closings/:month', { params: { month }, body: { sendMails: false } })
const reopen = (month: string) =>
  call(test, direction, 'POST /closings/:month/reopening', {
    params: { month },
    body: { reason: 'Vente oubliée' },
  })
const read = async (version?: number, by = accountant) =>
  (
    await call(test, by, 'GET /shared-services/:firstMonth', {
      params,
      query: version === undefined ? {} : { version },
    })
  ).body
type Line = Api['POST /shared-services/:firstMonth/lines']['body']
const charge: Line = {
  nature: 'team_pay',
  label: '',
  amountCents: '90000',
  source: 'Comptes 641 et 645',
}
const add = (line: Partial<Line> = {}, by = accountant, firstMonth = YEAR) =>
  call(test, by, 'POST /shared-services/:firstMonth/lines', {
    params: { firstMonth },
    body: { ...charge, ...line },
  })
const give = async (of: Partial<Api['POST /shared-services/:firstMonth/giving']['body']> = {}) =>
  call(test, accountant, 'POST /shared-services/:firstMonth/giving', {
    params,
    body: {
      assemblyOn: null,
      resultCents: (await read()).resultCents,
      sendMails: true,
      ...of,
    },
  })
const draw = (version: number) =>
  runJob(test, drawAccountJob, {
    ...{ cooperativeId: coop.id, firstMonth: YEAR, version, sendMails: true },
  })
const own = async (who: Caller) => (await call(test, who, 'GET /me/shared-services')).body
const correct = (reason: string) =>
  call(test, accountant, 'POST /shared-services/:firstMonth/correction', {
    params,
    body: { reason },
  })
const textOf = (input: Uint8Array) =>
  execFileSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' })
const inQueue = async () => {
  const { body } = await call(test, accountant, 'GET /home/queue', { query: { topic: 'closing' } })
  return body.items.filter(({ kind }) => kind === 'shared-services-to-give')
}
/** What the closings of the year say now. */
async function closings() {
  const totals = { contribution: 0n, cover: 0n }
  for (const month of ['2026-07', '2026-08', '2026-09']) {
    const { body } = await call(test, accountant, 'GET /closings/:month', { params: { month } })
    totals.contribution += BigInt(body.totals.contributionCents)
    totals.cover += BigInt(body.totals.accidentCoverCents)
  }
  return totals
}
/** What the account of the shared services says in the ledger. */
async function ledger(kind: string) {
  const [row] = await queryAsOwner<{ sum: string }>(
    test,
    `select coalesce(-sum(l.amount_cents), 0)::text as sum from terreau.ledger_line l
       join terreau.posting p on p.id = l.posting_id join terreau.account a on a.id = l.account_id
      where a.kind = $1 and p.month between '2025-10' and '2026-09'`,
    [kind],
  )
  return BigInt(row?.sum ?? '0')
}

describe('while the year is not closed', () => {
  it('reads open months from the ledger, and says which month stops it', async () => {
    await close('2026-07')
    const draft = await read()
    expect([draft.firstMonth, draft.lastMonth, draft.version]).toEqual([YEAR, '2026-09', 1])
    expect(draft.months.map(({ state }) => state)).toEqual([
      ...Array(9).fill('before'),
      ...['closed', 'open', 'open'],
    ])
    expect(BigInt(draft.contributions.amountCents)).toBe(await ledger('shared_services'))
    expect(draft.contributions.amountCents).toBe('120000')
    expect(draft.accidentCover.amountCents).toBe(
      (await ledger('accident_cover_rebilled')).toString(),
    )
    expect(draft.stop).toEqual({ code: 'shared-services-month-open', month: '2026-08' })
    expect((await give()).problem.code).toBe('shared-services-month-open')
    const { body } = await call(test, accountant, 'GET /shared-services')
    expect(body.map(({ firstMonth, state }) => [firstMonth, state])).toEqual([
      ['2026-10', 'running'],
      [YEAR, 'month-open'],
    ])
    expect(await inQueue()).toEqual([])
  })

  it('is written by accountants and the direction, read by other staff, and by nobody else', async () => {
    const adviser = await givenUser(test, coop, ['adviser'])
    expect((await add({}, adviser)).status).toBe(403)
    expect((await add({}, observer)).status).toBe(403)
    expect((await read(undefined, observer)).version).toBe(1)
    const asTester = await call(test, annaOnPhone, 'GET /shared-services/:firstMonth', { params })
    expect(asTester.status).toBe(403)
    const elsewhere = await givenCooperative(test, 'Coopérative Karité', '2026-07')
    const neighbour = await givenUser(test, elsewhere, ['accountant', 'direction'])
    // Their financial year is the calendar year: ours is none of theirs.
    expect((await add({}, neighbour)).status).toBe(404)
    const asked = { params: { firstMonth: '2026-01' } }
    const theirs = await call(test, neighbour, 'GET /shared-services/:firstMonth', asked)
    expect(theirs.body.contributions.amountCents).toBe('0')
  })

  it('refuses a year that does not begin there, an amount of zero and a line without source', async () => {
    for (const firstMonth of ['2026-07', '2026-01', '2024-10', '2027-10', '9999-12', '0001-01'])
      expect([firstMonth, (await add({}, accountant, firstMonth)).status]).toEqual([
        firstMonth,
        404,
      ])
    for (const amountCents of ['0', '-1', '1000000000001']) {
      const { problem } = await add({ amountCents })
      expect(problem.errors?.[0]?.pointer).toBe('/body/amountCents')
    }
    expect((await add({ source: ' ' })).problem.errors?.[0]?.pointer).toBe('/body/source')
  })
})

describe('once the year is closed', () => {
  it('waits in the queue, and follows a month that is opened again until it is given', async () => {
    await close('2026-08')
    await close('2026-09')
    expect(await inQueue()).toMatchObject([
      { targetId: YEAR, month: '2026-09', article: 'C. trav. R7331-9', personId: null },
    ])
    expect((await read()).stop).toEqual({ code: 'shared-services-no-charge' })
    expect((await give()).problem.code).toBe('shared-services-no-charge')
    expect((await add()).status).toBe(200)
    const subsidy = {
      nature: 'subsidy',
      amountCents: '50000',
      label: 'Région',
      source: '74',
    } as const
    expect((await add(subsidy)).status).toBe(200)
    const before = await read()
    expect(before.stop).toBeNull()
    expect((await reopen('2026-09')).status).toBe(200)
    await sell(anna, '2026-09', 40_000n)
    await close('2026-09')
    const after = await read()
    const { contribution, cover } = await closings()
    expect(after.contributions.amountCents).toBe(contribution.toString())
    expect(BigInt(after.contributions.amountCents)).toBe(await ledger('shared_services'))
    expect(after.accidentCover.amountCents).toBe(cover.toString())
    expect(contribution).toBeGreaterThan(BigInt(before.contributions.amountCents))
    // Somebody else read the account before.
    expect((await give({ resultCents: before.resultCents })).problem.code).toBe('version-changed')
  })

  it('changes a line as it was read, and takes one out', async () => {
    const { body } = await add({ nature: 'software', amountCents: '1000' })
    const line = { ...params, lineId: body.id }
    const change = (ifMatch: number) =>
      call(test, accountant, 'PUT /shared-services/:firstMonth/lines/:lineId', {
        params: line,
        ifMatch,
        body: { ...charge, nature: 'premises', amountCents: '20000', label: 'Loyer' },
      })
    expect((await change(1)).status).toBe(204)
    expect((await change(1)).problem.code).toBe('version-changed')
    expect((await read()).charges.map(({ nature, amountCents }) => [nature, amountCents])).toEqual([
      ['team_pay', '90000'],
      ['premises', '20000'],
    ])
    const extra = await add({ nature: 'other_charge', amountCents: '7' })
    const gone = { params: { ...params, lineId: extra.body.id } }
    const remove = () =>
      call(test, direction, 'DELETE /shared-services/:firstMonth/lines/:lineId', gone)
    expect((await remove()).status).toBe(204)
    expect((await remove()).status).toBe(404)
  })

  it('is seen by nobody on the phone before it is given, then with the own contribution of each', async () => {
    expect(await own(annaOnPhone)).toEqual([])
    expect((await give({ assemblyOn: '2026-09-30' })).problem.errors?.[0]?.pointer).toBe(
      '/body/assemblyOn',
    )
    expect((await give({ assemblyOn: '2026-12-15' })).body).toEqual({ version: 1 })
    expect((await give()).problem.code).toBe('shared-services-given')
    expect(await inQueue()).toEqual([])
    const [anna1] = await own(annaOnPhone)
    const [binta1] = await own(bintaOnPhone)
    const { contribution, cover } = await closings()
    expect(anna1).toMatchObject({
      firstMonth: YEAR,
      knownFrom: '2026-07',
      assemblyOn: '2026-12-15',
      hasDocument: false,
      contributions: { amountCents: contribution.toString() },
      chargesCents: '110000',
      resultCents: (contribution + cover + 50_000n - 110_000n).toString(),
      ownCents: '34000',
    })
    expect(binta1?.ownCents).toBe('90000')
    expect(BigInt(anna1?.ownCents ?? '0') + BigInt(binta1?.ownCents ?? '0')).toBe(contribution)
    expect(JSON.stringify(anna1)).not.toContain('Comptes 641')
  })

  it('is drawn once in both languages, and told to whoever reads mails', async () => {
    await draw(1)
    await draw(1)
    const mails = await queryAsOwner<{ to_address: string; body: string }>(
      test,
      `select to_address, body from terreau.mail where template = 'shared-services-given'`,
    )
    expect(mails).toHaveLength(2)
    expect(mails[0]?.body).toContain('/moi/argent/services-communs')
    expect(mails[0]?.body).toContain('octobre 2025 à septembre 2026')
    const document = await call(
      test,
      bintaOnPhone,
      'GET /me/shared-services/:firstMonth/document',
      {
        params,
      },
    )
    const paper = textOf(await document.bytes())
    expect(paper).toContain('R7331-9')
    expect(paper).toMatch(/Contributions des activités[\s\S]*1\s240,00\s€/)
    expect(paper).toContain('Les mois avant juillet 2026')
    await call(test, observer, 'PUT /session/locale', { body: { locale: 'en' } })
    const english = await call(test, observer, 'GET /shared-services/:firstMonth/document', {
      params,
    })
    await call(test, observer, 'PUT /session/locale', { body: { locale: 'fr' } })
    expect(textOf(await english.bytes())).toContain('Analytic account of the shared services')
    expect((await own(annaOnPhone))[0]?.hasDocument).toBe(true)
  })

  it('keeps what was given when a month is opened again, and says so to staff', async () => {
    const before = await own(annaOnPhone)
    expect((await read()).given?.reopened).toEqual([])
    expect((await reopen('2026-09')).status).toBe(200)
    await sell(binta, '2026-09', 10_000n)
    expect((await read()).given?.reopened).toEqual(['2026-09'])
    await close('2026-09')
    expect((await read()).given?.reopened).toEqual(['2026-09'])
    expect(await own(annaOnPhone)).toEqual(before)
  })
})

describe('a correction', () => {
  it('is a new version with its reason: the lines of the one that was given do not change', async () => {
    const [line] = (await read()).charges
    const edit = { ...params, lineId: line?.id ?? '' }
    const refusedEdit = await call(
      test,
      accountant,
      'PUT /shared-services/:firstMonth/lines/:lineId',
      {
        params: edit,
        ifMatch: 1,
        body: charge,
      },
    )
    expect(refusedEdit.problem.code).toBe('shared-services-given')
    expect((await add()).problem.code).toBe('shared-services-given')
    const forged = queryAsOwner(test, `update terreau.shared_services_line set amount_cents = 1`)
    await expect(forged).rejects.toMatchObject({ constraint: 'shared_services_not_given' })
  })

  it('can be given up, and stays unseen until it is given', async () => {
    expect((await correct('Loyer oublié')).body).toEqual({ version: 2 })
    expect((await correct('encore')).problem.code).toBe('shared-services-not-given')
    const drop = () =>
      call(test, accountant, 'DELETE /shared-services/:firstMonth/correction', { params })
    expect((await drop()).status).toBe(204)
    expect((await drop()).problem.code).toBe('not-found')
    expect((await read()).version).toBe(1)
    await correct('Loyer oublié')
    await add({ nature: 'premises', amountCents: '30000', label: 'Loyer de juin' })
    const draft = await read()
    expect([draft.version, draft.given, draft.chargesCents]).toEqual([2, null, '140000'])
    expect(draft.contributions.amountCents).toBe((await closings()).contribution.toString())
    expect((await own(annaOnPhone))[0]).toMatchObject({ version: 1, chargesCents: '110000' })
  })

  it('replaces the account on the phone, and the earlier one stays readable', async () => {
    expect((await give()).body).toEqual({ version: 2 })
    await draw(2)
    expect(await own(annaOnPhone)).toMatchObject([
      { version: 2, reason: 'Loyer oublié', chargesCents: '140000' },
    ])
    const first = await read(1)
    expect([first.chargesCents, first.given?.reopened]).toEqual(['110000', []])
    expect(first.versions.map(({ version, reason }) => [version, reason])).toEqual([
      [1, ''],
      [2, 'Loyer oublié'],
    ])
    const paper = await call(test, accountant, 'GET /shared-services/:firstMonth/document', {
      params,
      query: { version: 1 },
    })
    expect(textOf(await paper.bytes())).toContain('version 1')
    const mails = await queryAsOwner<{ body: string }>(
      test,
      `select body from terreau.mail where template = 'shared-services-corrected'`,
    )
    expect(mails.map(({ body }) => body.includes('Loyer oublié'))).toEqual([true, true])
    expect((await call(test, accountant, 'GET /shared-services')).body[1]).toMatchObject({
      state: 'given',
      version: 2,
    })
  })

  it('is exported as the page shows it', async () => {
    const answer = await call(test, observer, 'GET /shared-services/:firstMonth/table', { params })
    const rows = new TextDecoder()
      .decode(await answer.bytes())
      .split('\r\n')
      .map((row) => row.split(';'))
    const shown = await read()
    const euros = (cents: string) => cents.replace(/^(-?\d*)(\d\d)$/, '$1,$2')
    const amountOf = (first: string) => rows.find(([cell]) => cell === first)?.[4]
    expect(amountOf('Total des ressources')).toBe(euros(shown.resourcesCents))
    expect(amountOf('Total des charges')).toBe(euros(shown.chargesCents))
    expect(amountOf('Résultat')).toBe(euros(shown.resultCents))
    const months = rows.filter(([, nature]) => nature === 'Contributions des activités')
    expect(months.map(([, , month, , amount]) => [month, amount])).toEqual(
      shown.months
        .filter(({ state }) => state !== 'before')
        .map(({ month, contributionCents }) => [month, euros(contributionCents)]),
    )
    const workbook = await call(test, observer, 'GET /shared-services/:firstMonth/workbook', {
      params,
    })
    expect((await workbook.bytes()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]))
  })
})

it('a shared activity is split as its convention says, month by month, and every check holds', async () => {
  await shareSince(test, coop, {
    startsOn: '2026-09-01',
    activityId: binta.activityId,
    parts: [
      [anna.personId, 250],
      [binta.personId, 750],
    ],
  })
  // 600.00 of July and August are of Binta alone; a quarter of the 310.00 of September is of Anna.
  const total = (await own(annaOnPhone))[0]?.contributions.amountCents
  expect((await own(annaOnPhone))[0]?.ownCents).toBe(String(34_000n + 31_000n / 4n))
  expect((await own(bintaOnPhone))[0]?.ownCents).toBe(String(BigInt(total ?? '0') - 41_750n))
  const broken = (await runChecks(test.urls)).filter(({ rows }) => rows.length > 0)
  expect(broken.map(({ name }) => name)).toEqual([])
})
