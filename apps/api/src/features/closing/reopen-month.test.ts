import { execFileSync } from 'node:child_process'
import { yearMonth } from '@terreau/domain/time/year-month'
import { formatCents } from '@terreau/i18n/format'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  givenAccepted,
  givenScheme,
  givenTester,
  saleLine,
  type TestTester,
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
import { runChecks } from '../../cli/run-checks.ts'
import { acceptDeclaration, undoAcceptance } from '../declarations/index.ts'
import { firstOpenMonth } from '../ledger/index.ts'
import { statementsJob } from './statements.job.ts'

let test: TestApp
let coop: TestCooperative
let direction: Caller
let accountant: Caller
let anna: TestTester
let declarationId: string

beforeAll(async () => {
  test = await createTestApp()
  coop = await givenCooperative(test)
  const scheme = await givenScheme(test, coop)
  direction = await givenUser(test, coop, ['direction'])
  accountant = await givenUser(test, coop, ['accountant'])
  anna = await givenTester(test, coop, scheme, { familyName: 'Anna', kind: 'CAPE' })
  declarationId = await givenAccepted(test, coop, anna, '2026-10', {
    lines: { sales: [saleLine(100_000n)] },
  })
})
afterAll(() => test.close())

const october = { month: '2026-10' }
const close = async (month = '2026-10') => {
  const closed = await call(test, accountant, 'POST /closings/:month', {
    params: { month },
    body: { sendMails: false },
  })
  const [row] = await queryAsOwner<{ version: number }>(
    test,
    'select max(version) as version from terreau.closing where month = $1',
    [month],
  )
  const payload = { cooperativeId: coop.id, month, version: row?.version ?? 0, sendMails: false }
  if (closed.status === 200) await runJob(test, statementsJob, payload)
  return closed
}
const reopen = (by: Caller, month = '2026-10') =>
  call(test, by, 'POST /closings/:month/reopening', {
    params: { month },
    body: { reason: 'Vente comptée deux fois' },
  })
const broken = async () =>
  (await runChecks(test.urls)).filter(({ rows }) => rows.length > 0).map(({ name }) => name)
const certificate = () =>
  call(test, direction, 'POST /attestations', {
    body: { kind: 'monthly_income', personId: anna.personId, locale: 'fr', months: ['2026-10'] },
  })
const detail = async () =>
  (await call(test, direction, 'GET /closings/:month', { params: october })).body
const account = async () =>
  (
    await call(test, direction, 'GET /activities/:activityId/account', {
      params: { activityId: anna.activityId },
      query: { month: '2026-10' },
    })
  ).body

describe('opening the last closed month again', () => {
  it('is for the direction, with a reason, and only for a month that is closed', async () => {
    expect((await reopen(direction)).problem.code).toBe('month-not-closed')
    expect((await close()).status).toBe(200)
    expect((await reopen(accountant)).status).toBe(403)
  })

  it('keeps the closing with its figures and its seal, and what was issued from it is told', async () => {
    const before = await detail()
    const attestation = await certificate()
    expect(attestation.status).toBe(200)
    expect((await reopen(direction)).body).toEqual({ version: 1 })
    expect((await reopen(direction)).problem.code).toBe('month-not-closed')
    expect(await asCommand(test, coop.id, (_ctx, tx) => firstOpenMonth(tx, coop.id))).toBe(
      yearMonth('2026-10'),
    )
    expect(await account()).toMatchObject({ isClosed: false, hasStatement: false })
    expect((await certificate()).status).not.toBe(200)
    const { body } = await call(test, accountant, 'GET /closings/:month/versions', {
      params: october,
    })
    expect(body).toMatchObject([
      {
        version: 1,
        sha256: before.sha256,
        reason: 'Vente comptée deux fois',
        statements: 1,
        attestations: [{ id: attestation.body.id }],
      },
    ])
    expect(await broken()).toEqual([])
  })

  it('then closes as a second version: reversals only, and both seals still answer', async () => {
    await asCommand(test, coop.id, (ctx) => undoAcceptance(ctx, { declarationId }))
    await givenAccepted(test, coop, anna, '2026-10', { lines: { sales: [saleLine(50_000n)] } })
    const [first] = await queryAsOwner<{ sha256: Buffer }>(
      test,
      'select sha256 from terreau.closing where version = 1',
    )
    const waiting = await call(test, accountant, 'GET /closings/:month/checks', { params: october })
    expect(waiting.body.checks.map(({ code }) => code)).toContain('declarations-unreviewed')
    await asCommand(test, coop.id, (ctx) => acceptDeclaration(ctx, { declarationId }))
    expect((await close()).status).toBe(200)
    expect(await detail()).toMatchObject({
      version: 2,
      previousSha256: first?.sha256.toString('hex'),
      totals: { revenueCents: '150000' },
      statements: { done: 1, failed: 0, total: 1 },
    })
    expect((await certificate()).status).toBe(200)
    expect(await account()).toMatchObject({ isClosed: true, hasStatement: true })
    const postings = await queryAsOwner<{ kind: string; version: number }>(
      test,
      `select kind, version from terreau.posting where month = '2026-10' order by version, kind`,
    )
    expect(postings).toEqual([
      { kind: 'declaration', version: 1 },
      { kind: 'declaration', version: 2 },
      { kind: 'declaration', version: 2 },
      { kind: 'reversal', version: 2 },
    ])
    expect(await broken()).toEqual([])
  })

  it('sees an entry that is moved from one closing to the other, and a cent of the old one', async () => {
    for (const fault of [
      `update terreau.posting set version = 1 where kind = 'reversal'`,
      'update terreau.closing_line set revenue_cents = revenue_cents + 1, movement_cents = movement_cents + 1, closing_cents = closing_cents + 1 where version = 1',
    ]) {
      const found = await brokenBy(fault)
      expect(found).toContain('i-08-closing-seals')
      expect(found).toContain('i-08-closing-figures')
    }
  })

  it('is over once a later month is closed, in SQL too', async () => {
    await givenAccepted(test, coop, anna, '2026-11')
    test.setToday('2026-12-02')
    expect((await close('2026-11')).status).toBe(200)
    expect((await reopen(direction)).problem.code).toBe('month-not-last-closed')
    const forged = queryAsOwner(
      test,
      `insert into terreau.closing_reopening (cooperative_id, month, version, reason, reopened_by)
       values ($1, '2026-10', 2, 'x', $2)`,
      [coop.id, direction.userId],
    )
    await expect(forged).rejects.toMatchObject({ constraint: 'last_closing_reopens' })
    expect(await broken()).toEqual([])
  })
})

describe('a statement that was not drawn before the month was opened again', () => {
  it('is drawn as its closing froze it, and no mail speaks of it', async () => {
    const other = await givenCooperative(test, 'Coopérative Néré')
    const scheme = await givenScheme(test, other)
    const staff = await givenUser(test, other, ['direction', 'accountant'])
    const binta = await givenTester(test, other, scheme, {
      familyName: 'Binta',
      kind: 'CAPE',
      email: 'binta@example.org',
    })
    test.setToday('2026-11-02')
    const sale = (amount: bigint) => ({ lines: { sales: [saleLine(amount)] } })
    const id = await givenAccepted(test, other, binta, '2026-10', sale(100_000n))
    const closeIt = () =>
      call(test, staff, 'POST /closings/:month', { params: october, body: { sendMails: true } })
    const draw = (version: number) =>
      runJob(test, statementsJob, {
        cooperativeId: other.id,
        month: '2026-10',
        version,
        sendMails: true,
      })
    expect((await closeIt()).status).toBe(200)
    expect((await reopen(staff)).status).toBe(200)
    await asCommand(test, other.id, (ctx) => undoAcceptance(ctx, { declarationId: id }))
    await givenAccepted(test, other, binta, '2026-10', sale(50_000n))
    await asCommand(test, other.id, (ctx) => acceptDeclaration(ctx, { declarationId: id }))
    expect((await closeIt()).status).toBe(200)
    await draw(1)
    await draw(2)
    const statements = await queryAsOwner<{ version: number; name: string; bytes: Buffer }>(
      test,
      `select s.version, f.file_name as name, f.bytes from terreau.closing_statement s
         join terreau.stored_file f on f.cooperative_id = s.cooperative_id and f.id = s.file_id
        where s.cooperative_id = $1 order by s.version`,
      [other.id],
    )
    expect(statements.map(({ name }) => name)).toEqual([
      'R-2026-10-0001.pdf',
      'R-2026-10-0001-V2.pdf',
    ])
    const plain = (text: string) => text.replaceAll(/\s+/g, ' ')
    const texts = statements.map(({ bytes }) =>
      execFileSync('pdftotext', ['-layout', '-', '-'], { input: bytes, encoding: 'utf8' }),
    )
    const lines = await queryAsOwner<{ closing: bigint }>(
      test,
      `select closing_cents as closing from terreau.closing_line where cooperative_id = $1 order by version`,
      [other.id],
    )
    expect(lines).toHaveLength(2)
    for (const [index, { closing }] of lines.entries())
      expect(plain(texts[index] ?? '')).toContain(
        `Solde du compte le 31 octobre 2026 ${plain(formatCents(BigInt(closing), 'fr'))}`,
      )
    const mails = await queryAsOwner(
      test,
      `select id from terreau.mail where cooperative_id = $1 and template = 'statement-ready'`,
      [other.id],
    )
    expect(mails).toHaveLength(1)
  })
})

/** The checks that turn red under a fault, planted as a superuser would and taken away again. */
async function brokenBy(fault: string): Promise<string[]> {
  const { default: pg } = await import('pg')
  const { readChecks } = await import('@terreau/db/checks')
  const owner = new pg.Client({ connectionString: test.urls.ownerUrl })
  await owner.connect()
  try {
    await owner.query('begin')
    await owner.query('set local session_replication_role = replica')
    await owner.query(fault)
    const red: string[] = []
    for (const check of readChecks())
      if ((await owner.query(check.sql)).rowCount !== 0) red.push(check.name)
    return red
  } finally {
    await owner.query('rollback')
    await owner.end()
  }
}
