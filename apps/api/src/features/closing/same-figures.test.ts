import { execFileSync } from 'node:child_process'
import { addDays } from '@terreau/domain/time/local-date'
import { dayInZone } from '@terreau/domain/time/zoned-day'
import { describeLine } from '@terreau/i18n/account-lines'
import { formatCents } from '@terreau/i18n/format'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  expenseLine,
  givenAccepted,
  givenScheme,
  givenTester,
  saleLine,
  type TestScheme,
  type TestTester,
  tripLine,
} from '../../../test/given-money.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import {
  asCommand,
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  runJob,
  type TestApp,
  type TestCooperative,
} from '../../../test/test-app.ts'
import { acceptDeclaration, undoAcceptance } from '../declarations/index.ts'
import { statementsJob } from './statements.job.ts'

// A month with all that an account may hold, closed, opened again, corrected and closed as version 2, on
// three days that follow each other.
const MONTH = '2026-10'
const params = { month: MONTH }
let test: TestApp
let coop: TestCooperative
let scheme: TestScheme
let direction: Caller
let own: Caller
let awa: TestTester
/** The three days, as the clock of the machine says. */
let days: readonly [string, string, string]
const statements: Record<'fr' | 'en', string> = { fr: '', en: '' }

beforeAll(async () => {
  test = await createTestApp()
  coop = await givenCooperative(test, 'Coopérative Baobab', '2026-09')
  scheme = await givenScheme(test, coop, {
    tiers: [
      { upToCents: 100_000n, rateBp: 1_250 },
      { upToCents: null, rateBp: 875 },
    ],
  })
  direction = await givenUser(test, coop, ['direction', 'accountant'])
  awa = await givenTester(test, coop, scheme, { familyName: 'N’Diaye' })
  own = await givenUser(test, coop, ['tester'], { personId: awa.personId })
  const now = Date.now()
  const dayMs = 86_400_000
  const at = (n: number) => vi.setSystemTime(now - (3 - n) * dayMs)
  const first = dayInZone(new Date(now - 3 * dayMs), 'Europe/Paris')
  days = [first, addDays(first, 1), addDays(first, 2)]
  vi.useFakeTimers({ toFake: ['Date'] })
  at(0)
  await givenAccepted(test, coop, awa, '2026-09', { lines: { sales: [saleLine(12_345n)] } })
  await close('2026-09')
  const dakar = saleLine(750_001n, { currency: 'XAF', customerCountry: 'CM', vatRateBp: 0 })
  const wrong = await givenAccepted(test, coop, awa, MONTH, {
    lines: { sales: [saleLine(33_333n)] },
  })
  await givenAccepted(test, coop, awa, MONTH, {
    concernsMonth: '2026-09',
    lines: { sales: [saleLine(7_001n)] },
  })
  await close(MONTH)
  at(1)
  await call(test, direction, 'POST /closings/:month/reopening', {
    params,
    body: { reason: 'Vente fausse' },
  })
  at(2)
  await asCommand(test, coop.id, (ctx) => undoAcceptance(ctx, { declarationId: wrong }))
  await asCommand(test, coop.id, (ctx) => acceptDeclaration(ctx, { declarationId: wrong }))
  const right = await givenAccepted(test, coop, awa, MONTH, {
    lines: {
      sales: [dakar, saleLine(123_457n)],
      expenses: [expenseLine(12_001n, 2_000n)],
      trips: [tripLine(37)],
    },
  })
  await call(test, direction, 'PUT /declarations/:id/sales/:lineId/bank-credit', {
    params: { id: right, lineId: dakar.id },
    body: { creditedText: '1 120', feeText: '15', creditedOn: '2026-10-30', reference: 'VIR 9' },
  })
  await pay('701,03', '552,11', '811,07')
  await pay('700,02', '551,11', '811,06')
  await queryAsOwner(test, `update terreau.person set locale = 'en' where id = $1`, [awa.personId])
  await close(MONTH)
  statements.en = await printed()
})
afterAll(async () => {
  vi.useRealTimers()
  await test.close()
})

async function close(month: string): Promise<void> {
  const closed = await call(test, direction, 'POST /closings/:month', {
    params: { month },
    body: { sendMails: false },
  })
  expect([closed.status, closed.status === 200 ? null : closed.problem]).toEqual([200, null])
  const [row] = await queryAsOwner<{ version: number }>(
    test,
    'select max(version) as version from terreau.closing where month = $1',
    [month],
  )
  const payload = { cooperativeId: coop.id, month, version: row?.version ?? 0, sendMails: false }
  await runJob(test, statementsJob, payload)
  if (month === MONTH && row?.version === 1) statements.fr = await printed()
}

async function pay(gross: string, net: string, cost: string): Promise<void> {
  const body = Buffer.from(
    `Nom et prénom;Brut;Net;MNS;Coût employeur;Payé le\nN’Diaye Awa;${gross};${net};${net};${cost};31/10/2026\n`,
  )
  const seen = await call(test, direction, 'POST /pay/:month/imports/preview', { params, body })
  const { fingerprint } = seen.body
  const done = await call(test, direction, 'POST /pay/:month/imports', {
    params,
    query: { fingerprint },
    body,
  })
  expect(done.status).toBe(200)
}

/** The statement that stands, as one line of text. */
async function printed(): Promise<string> {
  const answer = await call(test, own, 'GET /me/statements/:month', { params })
  const input = await answer.bytes()
  return flat(execFileSync('pdftotext', ['-raw', '-', '-'], { input, encoding: 'utf8' }))
}

function flat(text: string): string {
  return text.replaceAll(/[\s\u202f\u00a0]+/gu, ' ')
}

const staffAccount = async (query: { month?: string; asOf?: string }) =>
  (
    await call(test, direction, 'GET /activities/:activityId/account', {
      params: { activityId: awa.activityId },
      query,
    })
  ).body
type Line = Awaited<ReturnType<typeof staffAccount>>['lines'][number]

/** A line as each page writes it: label, reason, amount. */
function words(line: Line, locale: 'fr' | 'en') {
  const { label, why } = describeLine(locale, {
    labelKey: line.labelKey,
    labelParams: line.explanationParams,
    explanationKey: line.explanationKey,
    bookedMonth: line.month,
  })
  return { label, why, amount: formatCents(BigInt(line.effectCents), locale) }
}

const sum = (lines: readonly Line[]) =>
  lines.reduce((total, line) => total + BigInt(line.effectCents), 0n)

describe('one month of an account, closed twice', () => {
  it('is the same for staff and on the phone, line by line, and adds up', async () => {
    const staff = await staffAccount({ month: MONTH })
    const mine = (await call(test, own, 'GET /me/account/:month', { params })).body
    expect(mine.lines.map((line) => words(line, 'fr'))).toEqual(
      staff.lines.map((line) => words(line, 'fr')),
    )
    const kinds = new Set(staff.lines.map((line) => line.postingKind))
    expect([...kinds].sort()).toEqual(['adjustment', 'bank', 'declaration', 'pay', 'reversal'])
    expect(BigInt(staff.openingCents) + sum(staff.lines)).toBe(BigInt(staff.closingCents))
    expect([mine.openingCents, mine.closingCents]).toEqual([staff.openingCents, staff.closingCents])
    const [account] = (await call(test, own, 'GET /me/account')).body
    const month = account?.months.find((one) => one.month === MONTH)
    expect(month).toMatchObject({
      movementCents: sum(staff.lines).toString(),
      balanceCents: staff.closingCents,
      payCents: '81106',
    })
    expect(staff.months.find((one) => one.month === MONTH)).toEqual(month)
  })

  it.each(['fr', 'en'] as const)(
    'is what the statement prints, in the same words (%s)',
    async (locale) => {
      const { lines, openingCents, closingCents } = await staffAccount(
        locale === 'en' ? { month: MONTH } : { asOf: days[0] },
      )
      const text = statements[locale]
      for (const line of lines) {
        const { label, why, amount } = words(line, locale)
        for (const said of [label, why, amount]) expect(text).toContain(flat(said))
      }
      for (const cents of [openingCents, closingCents])
        expect(text).toContain(flat(formatCents(BigInt(cents), locale)))
    },
  )

  it('is read as it was the day before the reopening and the day after, to the cent', async () => {
    const [first, between, last] = await Promise.all(days.map((asOf) => staffAccount({ asOf })))
    const closings = await queryAsOwner<{ closing: string }>(
      test,
      'select closing_cents as closing from terreau.closing_line where month = $1 order by version',
      [MONTH],
    )
    expect([first?.closingCents, last?.closingCents]).toEqual(closings.map((row) => row.closing))
    expect(between?.closingCents).toBe(first?.closingCents)
    expect(between?.lines).toEqual(first?.lines)
    for (const [day, account] of [
      [days[0], first],
      [days[2], last],
    ] as const) {
      const mine = await call(test, own, 'GET /me/account-on', { query: { day } })
      expect(mine.body[0]?.balanceCents).toBe(account?.closingCents)
    }
    // The months of the account are those of now, whatever day is read.
    expect(last?.lines.map((line) => words(line, 'en'))).toEqual(
      (await staffAccount({ month: MONTH })).lines.map((line) => words(line, 'en')),
    )
  })

  it('is what the journal holds as CSV and as a workbook, with its reasons, and so are the shared services', async () => {
    const { lines } = await staffAccount({ month: MONTH })
    const table = async (locale: 'fr' | 'en') => {
      await queryAsOwner(test, 'update terreau.app_user set locale = $1 where id = $2', [
        locale,
        direction.userId,
      ])
      const csv = await call(test, direction, 'GET /closings/:month/journal.csv', { params })
      const text = Buffer.from(await csv.bytes()).toString('utf8')
      const xlsx = await call(test, direction, 'GET /closings/:month/journal.xlsx', { params })
      const sheet = (await readXlsx(await xlsx.bytes())).sheets[0]?.rows ?? []
      return { csv: parseCsv(text), sheet }
    }
    for (const locale of ['fr', 'en'] as const) {
      const { csv, sheet } = await table(locale)
      const own = csv.filter((row) => row[7] !== '' && row[0] !== csv[0]?.[0])
      expect(own.map((row) => [row[10], row[13], effect(row)])).toEqual(
        lines.map((line) => {
          const { label, why } = words(line, locale)
          return [label, why, BigInt(line.effectCents)]
        }),
      )
      expect(own.every((row) => row[4] !== '')).toBe(true)
      expect(sheet).toHaveLength(csv.length)
      for (const [index, row] of csv.slice(1).entries()) {
        const cells = sheet[index + 1] ?? []
        expect([cells[10], Number(cells[11] ?? 0), Number(cells[12] ?? 0)]).toEqual([
          row[10],
          numberOf(row[11]),
          numberOf(row[12]),
        ])
      }
    }
    const { totals } = (await call(test, direction, 'GET /ledger', { query: { month: MONTH } }))
      .body
    const shared = totals.find((one) => one.accountKind === 'shared_services')
    const [closed] = (await call(test, direction, 'GET /closings/:month', { params })).body.lines
    expect(BigInt(shared?.creditCents ?? 0) - BigInt(shared?.debitCents ?? 0)).toBe(
      BigInt(closed?.contributionCents ?? -1),
    )
  })
})

function effect(row: readonly string[]): bigint {
  const cents = (text: string | undefined) => BigInt((text ?? '').replace(',', '') || 0)
  return cents(row[12]) - cents(row[11])
}

function numberOf(text: string | undefined): number {
  return Number((text ?? '').replace(',', '.') || 0)
}

/** No cell of this journal holds a line break or a semicolon. */
function parseCsv(text: string): string[][] {
  return text
    .replace('\uFEFF', '')
    .trim()
    .split('\r\n')
    .map((line) =>
      line.split(';').map((cell) => cell.replace(/^"(.*)"$/, '$1').replaceAll('""', '"')),
    )
}
