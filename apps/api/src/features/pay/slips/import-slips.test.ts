import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  givenAccepted,
  givenScheme,
  givenTester,
  saleLine,
  type TestScheme,
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
  type TestCooperative,
} from '../../../../test/test-app.ts'
import { runChecks } from '../../../cli/run-checks.ts'

let test: TestApp
let coop: TestCooperative
let scheme: TestScheme
let accountant: Caller
let awa: TestTester
let ibou: TestTester

const MONTH = '2026-10'
const HEADING =
  'Référence;Nom;Prénom;Brut;Net avant impôt;Montant net social;Coût employeur;Payé le;Bulletin'

beforeAll(async () => {
  test = await createTestApp()
  coop = await givenCooperative(test)
  scheme = await givenScheme(test, coop, { floorCents: 0n })
  accountant = await givenUser(test, coop, ['direction', 'accountant'])
  awa = await givenTester(test, coop, scheme, { familyName: 'Ndiaye' })
  ibou = await givenTester(test, coop, scheme, { familyName: 'Traoré' })
  for (const tester of [awa, ibou])
    await givenAccepted(test, coop, tester, MONTH, { lines: { sales: [saleLine(500_000n)] } })
})
afterAll(() => test.close())

async function referenceOf(tester: TestTester): Promise<string> {
  const [row] = await queryAsOwner<{ reference: string }>(
    test,
    'select reference from terreau.person where id = $1',
    [tester.personId],
  )
  return row?.reference ?? ''
}

const csv = (...lines: string[]) => Buffer.from(`\ufeff${[HEADING, ...lines].join('\r\n')}\r\n`)
const preview = async (body: Uint8Array, month = MONTH) =>
  (await call(test, accountant, 'POST /pay/:month/imports/preview', { params: { month }, body }))
    .body
async function confirm(body: Uint8Array, month = MONTH) {
  const { fingerprint } = await preview(body, month)
  return call(test, accountant, 'POST /pay/:month/imports', {
    params: { month },
    query: { fingerprint, fileName: 'paie.csv' },
    body,
  })
}
const undo = (importId: string | null) =>
  call(test, accountant, 'POST /pay-imports/:importId/undo', {
    params: { importId: importId ?? '' },
  })
const listed = async (month = MONTH) =>
  (await call(test, accountant, 'GET /pay/:month/slips', { params: { month } })).body

async function balanceOf({ activityId }: TestTester): Promise<string> {
  const { body } = await call(test, accountant, 'GET /activities/:activityId/account', {
    params: { activityId },
  })
  return body.closingCents
}

async function counted(): Promise<unknown> {
  return queryAsOwner(
    test,
    `select (select count(*) from terreau.pay_slip) as slips, (select count(*) from terreau.posting) as postings`,
  )
}

const isHealthy = async () =>
  (await runChecks(test.urls)).flatMap((result) => (result.rows.length > 0 ? [result.name] : []))

describe('the paid amounts of a month', () => {
  it('are refused whole when a line is wrong, each with its line, its column and a reason', async () => {
    const before = await counted()
    const reference = await referenceOf(awa)
    const file = csv(
      `${reference};;;1.250;1 000,00;1 000,00;1 300,00;31/10/2026;`,
      'P-INCONNU;;;100,00;80,00;80,00;120,00;31/10/2026;',
      `${await referenceOf(ibou)};;;100,00;80,00;80,00;99,99;31/13/2026;`,
      `${reference};;;;80,00;80,00;120,00;31/10/2025;`,
      'Total;;;1;1;1;1;;',
    )
    const { state, refusals, skippedLines } = await preview(file)
    expect(state).toBe('refused')
    expect(refusals.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, 'Brut', 'amount-ambiguous'],
      [3, '', 'person-unknown'],
      [4, 'Payé le', 'date-unreadable'],
      [5, 'Brut', 'field-required'],
      [5, 'Payé le', 'date-outside'],
    ])
    expect(skippedLines).toEqual([6])
    const answer = await confirm(file)
    expect([answer.status, answer.problem.code]).toEqual([422, 'pay-file-refused'])
    expect(await counted()).toEqual(before)
  })

  it('are previewed, then booked: the whole cost leaves the account, in words', async () => {
    const file = csv(
      `${await referenceOf(awa)};Ndiaye;Awa;2 646,05;2 072,67;2 100,00;3 419,55;31/10/2026;B-1`,
    )
    const seen = await preview(file)
    expect(seen).toMatchObject({
      state: 'ready',
      bookMonth: MONTH,
      slips: [{ line: 2, change: 'added', grossCents: '264605', warnings: [] }],
      missing: [{ personId: ibou.personId }],
    })
    const answer = await confirm(file)
    expect(answer.body).toMatchObject({ added: 1, replaced: 0 })
    expect(await balanceOf(awa)).toBe('108045')
    const { body } = await call(test, accountant, 'GET /activities/:activityId/account', {
      params: { activityId: awa.activityId },
      query: { month: MONTH },
    })
    expect(body.lines.slice(-2)).toMatchObject([
      { labelKey: 'ledger.line.gross-pay', effectCents: '-264605', postingKind: 'pay' },
      { labelKey: 'ledger.line.employer-contributions', effectCents: '-77350' },
    ])
    expect(body.months[0]).toMatchObject({ payCents: '341955', movementCents: '108045' })
    expect(await isHealthy()).toEqual([])
  })

  it('change nothing when the same file comes twice', async () => {
    const file = csv(
      `${await referenceOf(awa)};Ndiaye;Awa;2 646,05;2 072,67;2 100,00;3 419,55;31/10/2026;B-1`,
    )
    const before = await counted()
    expect((await preview(file)).state).toBe('unchanged')
    expect((await confirm(file)).body).toEqual({ importId: null, added: 0, replaced: 0 })
    expect(await counted()).toEqual(before)
  })

  it('are corrected by reversal, and the undo brings the replaced slip back', async () => {
    const file = csv(
      `${await referenceOf(awa)};Diop;Awa;2 500,00;2 000,00;2 000,00;3 100,00;31/10/2026;B-1`,
    )
    const [slip] = (await preview(file)).slips
    expect(slip).toMatchObject({
      change: 'replaces',
      previous: { grossCents: '264605' },
      warnings: ['name-differs'],
    })
    const { body } = await confirm(file)
    expect(body).toMatchObject({ added: 0, replaced: 1 })
    expect(await balanceOf(awa)).toBe('140000')
    const [latest, first] = (await listed()).imports
    expect([latest?.state, first?.state]).toEqual(['open', 'replaced'])
    expect((await undo(first?.id ?? '')).problem.code).toBe('pay-import-replaced')
    expect((await undo(body.importId)).body).toEqual({ withdrawn: 1, restored: 1 })
    expect(await balanceOf(awa)).toBe('108045')
    expect((await undo(body.importId)).status).toBe(404)
    expect((await listed()).slips).toMatchObject([{ grossCents: '264605', slipNumber: 'B-1' }])
    expect(await isHealthy()).toEqual([])
  })

  it('may come as a workbook, with names for references; a confirmation of another state is refused', async () => {
    const body = await writeXlsx({
      sheets: [
        {
          name: 'Paie',
          columns: [{}, {}, {}, {}, {}, { numFmt: 'dd/mm/yyyy' }],
          rows: [
            ['État de paie'],
            ['Nom et prénom', 'Brut', 'Net', 'MNS', 'Coût total', 'Date de paiement'],
            ['TRAORE Awa', 600, 453.02, 460, 645.52, new Date(Date.UTC(2026, 10, 5))],
          ],
        },
      ],
    })
    const stale = await call(test, accountant, 'POST /pay/:month/imports', {
      params: { month: MONTH },
      query: { fingerprint: 'x' },
      body,
    })
    expect([stale.status, stale.problem.code]).toEqual([412, 'version-changed'])
    expect((await confirm(body)).body).toMatchObject({ added: 1 })
    expect(await balanceOf(ibou)).toBe('385448')
    expect((await listed()).missing).toEqual([])
    const lines = await call(test, accountant, 'GET /pay/:month', { params: { month: MONTH } })
    expect(lines.body.map((line) => line.state)).toEqual(['paid', 'paid'])
  })

  it('of a closed month are booked in the open one, which names it; closed imports stay', async () => {
    const closed = await call(test, accountant, 'POST /closings/:month', {
      params: { month: MONTH },
      body: { sendMails: false },
    })
    expect(closed.status).toBe(200)
    const frozen = await queryAsOwner(
      test,
      'select pay_cents from terreau.closing_line where month = $1 order by pay_cents',
      [MONTH],
    )
    expect(frozen).toEqual([{ pay_cents: '64552' }, { pay_cents: '341955' }])
    const [last] = (await listed()).imports
    expect(last?.state).toBe('month-closed')
    expect((await undo(last?.id ?? '')).problem.code).toBe('month-is-closed')
    const late = csv(
      `${await referenceOf(awa)};;;2 646,05;2 072,67;2 100,00;3 419,56;31/10/2026;B-1`,
    )
    expect((await preview(late)).bookMonth).toBe('2026-11')
    expect((await confirm(late)).body).toMatchObject({ replaced: 1 })
    expect(await balanceOf(awa)).toBe('108044')
    const { body } = await call(test, accountant, 'GET /activities/:activityId/account', {
      params: { activityId: awa.activityId },
      query: { month: '2026-11' },
    })
    expect(new Set(body.lines.map((line) => line.concernsMonth))).toEqual(new Set([MONTH]))
    expect(await isHealthy()).toEqual([])
  })

  it('stand on the income certificate by month of payment, apart from the revenue', async () => {
    const factsOf = async ({ personId }: TestTester, months: string) =>
      (
        await call(test, accountant, 'GET /attestations/facts', {
          query: { kind: 'monthly_income', personId, months },
        })
      ).body
    const facts = await factsOf(awa, MONTH)
    expect(facts.canIssue).toBe(true)
    expect(facts.months.find((one) => one.month === MONTH)).toMatchObject({
      figures: { revenueCents: '500000', resultCents: '450000', payCents: '341955' },
      salaries: [{ paidOn: '2026-10-31', grossCents: '264605', netSocialCents: '210000' }],
    })
    // Paid on 5 November: nothing in October, and that is said.
    expect((await factsOf(ibou, MONTH)).missing).toContainEqual({
      code: 'no-pay-in-month',
      isBlocking: false,
      month: MONTH,
      text: null,
    })
    const issued = await call(test, accountant, 'POST /attestations', {
      body: { kind: 'monthly_income', personId: awa.personId, months: [MONTH], locale: 'fr' },
    })
    const { body } = await call(test, accountant, 'GET /attestations/:attestationId', {
      params: { attestationId: issued.body.id },
    })
    const figures = Object.fromEntries(body.keyFigures.map(({ key, value }) => [key, value]))
    expect(figures.netSocial?.replaceAll(/\s/g, ' ')).toBe('2 100,00 €')
    expect(figures.gross?.replaceAll(/\s/g, ' ')).toBe('2 646,05 €')
    expect(figures).not.toHaveProperty('pay')
  })

  it('stand on the statement of the account over a period, which is verified like the others', async () => {
    const issued = await call(test, accountant, 'POST /attestations', {
      body: { kind: 'account_statement', personId: awa.personId, months: [MONTH], locale: 'fr' },
    })
    expect(issued.status).toBe(200)
    const [row] = await queryAsOwner<{
      start: string
      accounts: { openingCents: string; closingCents: string; lines: { label: string }[] }[]
    }>(
      test,
      `select period_start as start, facts -> 'accounts' as accounts from terreau.attestation where id = $1`,
      [issued.body.id],
    )
    expect(row).toMatchObject({
      start: MONTH,
      accounts: [{ openingCents: '0', closingCents: '108045' }],
    })
    expect(row?.accounts[0]?.lines.map((line) => line.label)).toContain('Salaire brut')
    const { body } = await call(test, accountant, 'GET /attestations/:attestationId', {
      params: { attestationId: issued.body.id },
    })
    expect(body.keyFigures.map(({ key, value }) => [key, value.replaceAll(/\s/g, ' ')])).toEqual([
      ['balance', '1 080,45 €'],
    ])
    const open = await call(test, accountant, 'POST /attestations', {
      body: {
        kind: 'account_statement',
        personId: awa.personId,
        months: ['2026-11'],
        locale: 'fr',
      },
    })
    expect(open.problem.code).toBe('attestation-nothing-to-attest')
  })

  it('are for those who keep the books', async () => {
    const adviser = await givenUser(test, coop, ['adviser'])
    const refused = await call(test, adviser, 'POST /pay/:month/imports/preview', {
      params: { month: MONTH },
      body: csv(),
    })
    expect(refused.status).toBe(403)
    const wrong = await call(test, accountant, 'POST /pay/:month/imports/preview', {
      params: { month: MONTH },
      body: Buffer.from('%PDF-1.7'),
    })
    expect(wrong.problem.code).toBe('table-kind-refused')
  })
})
