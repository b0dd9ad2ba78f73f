import { createHash, randomUUID } from 'node:crypto'
import { cents } from '@terreau/domain/money/cents'
import { yearMonth } from '@terreau/domain/time/year-month'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  givenAccepted,
  givenScheme,
  givenTester,
  saleLine,
  type TestScheme,
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
  type TestApp,
  type TestCooperative,
} from '../../../test/test-app.ts'
import { postOpening } from '../ledger/index.ts'

let test: TestApp
let cooperative: TestCooperative
let scheme: TestScheme
let accountant: Caller
let rich: TestTester
let poor: TestTester

beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  scheme = await givenScheme(test, cooperative)
  accountant = await givenUser(test, cooperative, ['accountant'])
  rich = await givenTester(test, cooperative, scheme, {
    familyName: 'Aisé',
    kind: 'CESA',
    startsOn: '2025-06-01',
  })
  poor = await givenTester(test, cooperative, scheme, { familyName: '=Vide', kind: 'CESA' })
  await givenTester(test, cooperative, scheme, { familyName: 'Sous-Cape', kind: 'CAPE' })
  await givenAccepted(test, cooperative, rich, '2026-10', {
    lines: { sales: [saleLine(200_000n)] },
  })
  await fixedPart(rich, '60000')
  await fixedPart(poor, '60000')
})
afterAll(() => test.close())

async function fixedPart(tester: TestTester, cents: string): Promise<void> {
  await queryAsOwner(
    test,
    `update terreau.contract set terms = jsonb_build_object('fixedPartCents', $1::text) where id = $2`,
    [cents, tester.contractId],
  )
}

async function amend(tester: TestTester, of: { n: number; on: string; after: string }) {
  await queryAsOwner(
    test,
    `insert into terreau.contract_amendment
       (cooperative_id, id, contract_id, n, effective_on, reason, changes, state, created_by)
     values ($1, $2, $3, $4, $5, 'Baisse', jsonb_build_object('fixedPartCents',
       jsonb_build_object('before', '60000', 'after', $6::text)), 'active', $7)`,
    [cooperative.id, randomUUID(), tester.contractId, of.n, of.on, of.after, accountant.userId],
  )
}

async function linesOf(month: string) {
  const { status, body } = await call(test, accountant, 'GET /pay/:month', { params: { month } })
  expect(status).toBe(200)
  return body
}

async function alerts() {
  const { body } = await call(test, accountant, 'GET /home/queue')
  return body.items.filter((item) => item.kind === 'fixed-part-uncovered')
}

describe('the fixed part of a month (R7331-11)', () => {
  it('is owed by every CESA, an empty account included; a CAPE owes none', async () => {
    const lines = await linesOf('2026-11')
    expect(
      lines.map(({ familyName, fixedPartCents, state }) => ({ familyName, fixedPartCents, state })),
    ).toEqual([
      { familyName: '=Vide', fixedPartCents: '60000', state: 'uncovered' },
      { familyName: 'Aisé', fixedPartCents: '60000', state: 'covered' },
    ])
  })

  it('an account too low waits in the work queue until the fixed part is covered', async () => {
    expect(await alerts()).toMatchObject([
      { personId: poor.personId, consequence: 'blocks-pay', dueOn: '2026-11-30' },
    ])
    await amend(poor, { n: 1, on: '2026-11-01', after: '0' })
    expect(await alerts()).toEqual([])
    await amend(poor, { n: 2, on: '2026-11-02', after: '1' })
    expect(await alerts()).toHaveLength(1)
  })

  it('follows the signed amendments, from the day they take effect', async () => {
    await amend(rich, { n: 1, on: '2026-12-01', after: '45000' })
    const of = async (month: string) =>
      (await linesOf(month)).find((line) => line.personId === rich.personId)?.fixedPartCents
    expect(await of('2026-11')).toBe('60000')
    expect(await of('2026-12')).toBe('45000')
  })

  it('waits in the work queue exactly when the page of the month says so, amendments of the month included', async () => {
    await amend(poor, { n: 3, on: '2026-11-20', after: '0' })
    expect((await linesOf('2026-11'))[0]).toMatchObject({ fixedPartCents: '0', state: 'covered' })
    expect(await alerts()).toEqual([])
    await amend(poor, { n: 4, on: '2026-11-21', after: '90000' })
    expect((await linesOf('2026-11'))[0]?.state).toBe('uncovered')
    expect(await alerts()).toHaveLength(1)
  })

  it('ends with the contract: a later amendment changes nothing, and the days of a suspension are said', async () => {
    const leaving = await givenTester(test, cooperative, scheme, {
      familyName: 'Zola',
      kind: 'CESA',
      startsOn: '2025-01-01',
      endsOn: '2026-11-10',
    })
    await fixedPart(leaving, '60000')
    await amend(leaving, { n: 1, on: '2026-11-15', after: '99900' })
    await queryAsOwner(
      test,
      `insert into terreau.contract_suspension
         (cooperative_id, id, contract_id, reason, starts_on, ends_on, created_by)
       select $1, gen_random_uuid(), $2, 'unpaid_leave', x.starts_on, x.ends_on, $3
         from (values (date '2026-10-20', date '2026-11-02'), ('2026-11-05', null)) x(starts_on, ends_on)`,
      [cooperative.id, leaving.contractId, accountant.userId],
    )
    expect((await linesOf('2026-11')).at(-1)).toMatchObject({
      familyName: 'Zola',
      fixedPartCents: '60000',
      to: '2026-11-10',
      suspended: [
        { from: '2026-11-01', to: '2026-11-02' },
        { from: '2026-11-05', to: '2026-11-10' },
      ],
    })
  })

  it('goes to the payroll service as a file that no spreadsheet runs', async () => {
    const answer = await call(test, accountant, 'POST /pay/:month/exports', {
      params: { month: '2026-11' },
      body: { format: 'csv' },
    })
    const bytes = await answer.bytes()
    const text = Buffer.from(bytes).toString('utf8')
    const rows = text.replace('\uFEFF', '').trim().split('\r\n')
    expect(rows[0]).toContain('part_fixe_brute;acompte_variable_brut')
    expect(rows).toHaveLength(4)
    expect(rows[1]).toContain(";'=Vide;")
    expect(rows[2]).toContain(';600,00;;')
    const workbook = await call(test, accountant, 'POST /pay/:month/exports', {
      params: { month: '2026-11' },
      body: { format: 'xlsx' },
    })
    expect(
      Buffer.from(await workbook.bytes())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
    await leavesARecord(bytes)
    const observer = await givenUser(test, cooperative, ['observer'])
    const refused = await call(test, observer, 'POST /pay/:month/exports', {
      params: { month: '2026-11' },
      body: { format: 'csv' },
    })
    expect(refused.status).toBe(403)
  })
})

/** Of whoever took the file out, with the fingerprint of its bytes, until another amount makes it out of date. */
async function leavesARecord(file: Uint8Array) {
  const params = { month: '2026-11' }
  const list = async () =>
    (await call(test, accountant, 'GET /pay/:month/exports', { params })).body
  const sha256 = createHash('sha256').update(file).digest('hex')
  const [csv, workbook] = (await list()).toSorted((a, b) => a.fileName.localeCompare(b.fileName))
  expect(workbook).toMatchObject({ fileName: 'paie-2026-11.xlsx', lines: 3, isCurrent: true })
  expect(csv).toMatchObject({ fileName: 'paie-2026-11.csv', sha256, exportedBy: 'accountant' })
  const journal = await queryAsOwner<{ sha256: string; actor_id: string }>(
    test,
    `select after ->> 'sha256' as sha256, actor_id from terreau.audit_entry
      where cooperative_id = $1 and action = 'pay.exported' order by n limit 1`,
    [cooperative.id],
  )
  expect(journal).toEqual([{ sha256, actor_id: accountant.userId }])
  await leavesNoOther(list, sha256)
  await amend(rich, { n: 9, on: '2026-11-03', after: '61000' })
  expect((await list()).map((one) => one.isCurrent)).toEqual([false, false, false])
  await amend(rich, { n: 10, on: '2026-11-03', after: '60000' })
}

/** What is taken out again unchanged, by the same person: the bytes of before, one record, each time in the journal. */
async function leavesNoOther(
  list: () => Promise<{ id: string; fileName: string; sha256: string }[]>,
  sha256: string,
) {
  const before = await list()
  const take = async (caller: Caller, format: 'csv' | 'xlsx') =>
    call(test, caller, 'POST /pay/:month/exports', {
      params: { month: '2026-11' },
      body: { format },
    })
  const again = await Promise.all([
    take(accountant, 'xlsx'),
    take(accountant, 'csv'),
    take(accountant, 'csv'),
  ])
  expect(await list()).toEqual(before)
  for (const answer of again) {
    const hash = createHash('sha256')
      .update(await answer.bytes())
      .digest('hex')
    expect(before.map((one) => one.sha256)).toContain(hash)
  }
  const times = await queryAsOwner<{ count: number }>(
    test,
    `select count(*)::integer as count from terreau.audit_entry
      where cooperative_id = $1 and action = 'pay.exported' and after ->> 'sha256' = $2`,
    [cooperative.id, sha256],
  )
  expect(times).toEqual([{ count: 3 }])
  // Another person has a copy of their own.
  expect((await take(await givenUser(test, cooperative, ['accountant']), 'csv')).status).toBe(200)
  expect(await list()).toHaveLength(3)
}

describe('the variable part of a month (R7331-11, R7331-12)', () => {
  const decide = (tester: TestTester, kind: 'advance' | 'balance', grossCents: string) =>
    call(test, accountant, 'POST /pay/:month/decisions', {
      params: { month: '2026-11' },
      body: { contractId: tester.contractId, kind, grossCents },
    })
  const lineOf = async (tester: TestTester) =>
    (
      await call(test, accountant, 'GET /pay/:month/variable', { params: { month: '2026-11' } })
    ).body.find((line) => line.contractId === tester.contractId)

  it('takes an advance out of what is left after the fixed part, as versions that stay', async () => {
    // 2,000.00 sold, 200.00 of contribution: 1,800.00, of which 600.00 are owed.
    expect((await decide(rich, 'advance', '120001')).problem).toMatchObject({
      code: 'advance-above-account',
    })
    for (const gross of ['120000', '100000', '100000'])
      expect((await decide(rich, 'advance', gross)).status).toBe(204)
    expect((await lineOf(rich))?.advanceCents).toBe('100000')
    const versions = await queryAsOwner(
      test,
      'select version, gross_cents from terreau.pay_decision where contract_id = $1 order by version',
      [rich.contractId],
    )
    expect(versions).toEqual([
      { version: 1, gross_cents: '120000' },
      { version: 2, gross_cents: '100000' },
    ])
    expect((await decide(rich, 'advance', '0')).status).toBe(204)
    expect((await lineOf(rich))?.advanceCents).toBeNull()
    expect((await decide(rich, 'advance', '-1')).status).toBe(400)
  })

  it('sets apart an advance of another open month as long as no slip has paid it', async () => {
    const later = (grossCents: string) =>
      call(test, accountant, 'POST /pay/:month/decisions', {
        params: { month: '2026-12' },
        body: { contractId: rich.contractId, kind: 'advance', grossCents },
      })
    expect((await decide(rich, 'advance', '100000')).status).toBe(204)
    // 1,800.00, of which 450.00 are owed in December and 1,000.00 are promised for November.
    expect((await later('35001')).problem.code).toBe('advance-above-account')
    expect((await later('35000')).status).toBe(204)
    for (const taken of [await later('0'), await decide(rich, 'advance', '0')])
      expect(taken.status).toBe(204)
  })

  it('makes the balance due when an assembly approves the accounts, until it is paid', async () => {
    expect((await decide(rich, 'balance', '1')).problem.code).toBe('balance-not-due')
    await asCommand(test, cooperative.id, (ctx, tx) =>
      postOpening(tx, ctx, {
        activityId: rich.activityId,
        month: yearMonth('2026-10'),
        balanceCents: cents(50_000n),
        sourceId: randomUUID(),
      }),
    )
    const record = await call(test, accountant, 'POST /assemblies', {
      body: { heldOn: '2026-10-31', reference: 'AGO' },
    })
    expect(record.status).toBe(204)
    // What the books hold was earned in 2026: nothing is left of 2025.
    expect((await lineOf(rich))?.balance).toMatchObject({
      dueOn: '2026-11-30',
      lastMonth: '2025-12',
      budgetCents: '0',
    })
    expect((await decide(rich, 'balance', '1')).problem.code).toBe('balance-above-left')
    await concern('2025-12')
    expect((await lineOf(rich))?.balance?.budgetCents).toBe('230000')
    expect((await decide(rich, 'balance', '150000')).status).toBe(204)
    const csv = await call(test, accountant, 'POST /pay/:month/exports', {
      params: { month: '2026-11' },
      body: { format: 'csv' },
    })
    expect(Buffer.from(await csv.bytes()).toString('utf8')).toContain(
      ';600,00;;1500,00;2300,00;2026-11-30;',
    )
    await call(test, accountant, 'POST /assemblies/:heldOn/settlements', {
      params: { heldOn: '2026-10-31' },
      body: { contractIds: [rich.contractId], paidOn: '2026-11-02' },
    })
    expect((await lineOf(rich))?.balance).toBeNull()
  })

  /** The entries of the activity speak of an earlier month, as a cooperative that began before has them. */
  async function concern(month: string): Promise<void> {
    await queryAsOwner(
      test,
      `do $$ begin
         set session_replication_role = replica;
         update terreau.posting set concerns_month = '${month}';
       end $$`,
    )
  }
})
