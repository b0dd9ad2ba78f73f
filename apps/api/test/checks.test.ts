import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readChecks } from '@terreau/db/checks'
import { dayInZone, PARIS } from '@terreau/domain/time/zoned-day'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runChecks } from '../src/cli/run-checks.ts'
import { statementsJob } from '../src/features/closing/statements.job.ts'
import { acceptMany, undoAcceptance } from '../src/features/declarations/index.ts'
import { importMonth, readFolder } from '../src/features/imports/index.ts'
import { storeFile } from '../src/platform/files/store.ts'
import { MONTH_FIXTURE } from './expected-month.ts'
import { givenAccepted } from './given-money.ts'
import { queryAsOwner } from './query-as-owner.ts'
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
} from './test-app.ts'

let test: TestApp
let coop: TestCooperative
let owner: pg.Client

/** A month imported, accepted, closed, with its statements; an undone acceptance; a second month begun. */
beforeAll(async () => {
  test = await createTestApp()
  coop = await givenCooperative(test)
  const accountant = await givenUser(test, coop, ['accountant'])
  await asCommand(test, coop.id, (ctx) =>
    importMonth(ctx, { ...readFolder(MONTH_FIXTURE), isDryRun: false }),
  )
  const accepted = await acceptAll()
  const [first = ''] = accepted
  await asCommand(test, coop.id, (ctx) => undoAcceptance(ctx, { declarationId: first }))
  await acceptAll()
  await call(test, accountant, 'POST /closings/:month', {
    params: { month: '2026-10' },
    body: { sendMails: false },
  })
  const payload = { cooperativeId: coop.id, month: '2026-10', version: 1, sendMails: false }
  await runJob(test, statementsJob, payload)
  await asCommand(test, coop.id, (ctx, tx) =>
    storeFile(tx, ctx, { mediaType: 'text/plain', fileName: 'a.txt', bytes: Buffer.from('a') }),
  )
  const tester = await asCommand(test, coop.id, (_ctx, tx) =>
    tx
      .selectFrom('contract')
      .select(['personId', 'activityId', 'id as contractId'])
      .where('cooperativeId', '=', coop.id)
      .limit(1)
      .executeTakeFirstOrThrow(),
  )
  await givenAccepted(test, coop, { ...tester, userId: null }, '2026-11')
  await givenPaid(accountant)
  await givenBankCredit(accountant)
  owner = new pg.Client({ connectionString: test.urls.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await test.close()
})

/** What the bank gave for a sale of the closed month, in the books of the open one. */
async function givenBankCredit(accountant: Caller): Promise<void> {
  const [sale] = await queryAsOwner<{ declarationId: string; id: string; euros: string }>(
    test,
    `select s.declaration_id as "declarationId", s.id, round((s.net_cents + s.vat_cents) / 100.0, 2)::text as euros
       from terreau.sale_line s where s.currency <> 'EUR' and s.net_cents > 10000 order by s.id limit 1`,
  )
  await call(test, accountant, 'PUT /declarations/:id/sales/:lineId/bank-credit', {
    params: { id: sale?.declarationId ?? '', lineId: sale?.id ?? '' },
    body: {
      creditedText: sale?.euros ?? '',
      feeText: '12,50',
      creditedOn: '2026-11-02',
      reference: '',
    },
  })
}

/** A slip of the open month, as a payroll file brings it. */
async function givenPaid(accountant: Caller): Promise<void> {
  const [row] = await queryAsOwner<{ number: string; reference: string }>(
    test,
    `select c.number, p.reference from terreau.contract c join terreau.person p on p.id = c.person_id
      where c.kind = 'CESA' and c.starts_on < '2026-11-01' order by c.number limit 1`,
  )
  const heading = 'référence;contrat;brut;net;net social;coût employeur;payé le'
  const line = `${row?.reference};${row?.number};600,00;453,02;460,00;645,52;30/11/2026`
  const month = { params: { month: '2026-11' }, body: Buffer.from(`${heading}\n${line}\n`) }
  const { body } = await call(test, accountant, 'POST /pay/:month/imports/preview', month)
  const { fingerprint } = body
  await call(test, accountant, 'POST /pay/:month/imports', { ...month, query: { fingerprint } })
}

async function acceptAll(): Promise<string[]> {
  return asCommand(test, coop.id, async (ctx, tx) => {
    const rows = await tx
      .selectFrom('declaration')
      .select('id')
      .where('cooperativeId', '=', coop.id)
      .where('state', '=', 'submitted')
      .execute()
    const declarationIds = rows.map((row) => row.id)
    await acceptMany(ctx, { declarationIds })
    return declarationIds
  })
}

/** The checks that find something, inside a transaction that plants a fault and is rolled back. */
async function brokenBy(fault: string): Promise<string[]> {
  await owner.query('begin')
  try {
    // As a superuser who switches triggers off would do it: the last line of defence is the check.
    await owner.query('set local session_replication_role = replica')
    await owner.query(fault)
    const broken: string[] = []
    for (const check of readChecks()) {
      const { rowCount } = await owner.query(check.sql)
      if (rowCount !== 0) broken.push(check.name)
    }
    return broken
  } finally {
    await owner.query('rollback')
  }
}

/** What is planted, and the checks that must turn red because of it: no fewer and no more. */
const FAULTS: Record<string, { plant: string; red: string[] }> = {
  'activity-shares-whole': {
    plant: `update terreau.activity_member set share_permille = 999
             where (activity_id, person_id) in (select activity_id, person_id from terreau.activity_member limit 1)`,
    red: ['activity-shares-whole'],
  },
  'frozen-lines-of-members': {
    plant: `update terreau.closing_line set person_id = gen_random_uuid()
             where activity_id = (select activity_id from terreau.closing_line limit 1)`,
    red: ['frozen-lines-of-members', 'i-08-closing-seals'],
  },
  'i-01-postings-balance': {
    plant: `insert into terreau.posting (cooperative_id, id, kind, month, concerns_month, source_kind, source_id, posted_by)
            select id, gen_random_uuid(), 'opening', '2026-12', '2026-12', 'opening', gen_random_uuid(), 'x'
              from terreau.cooperative`,
    red: ['i-01-postings-balance'],
  },
  'i-02-postings-sealed': {
    plant: `with old as (select p.cooperative_id, p.id, l.account_id from terreau.posting p
                           join terreau.ledger_line l on l.posting_id = p.id
                           join terreau.account a on a.id = l.account_id
                          where p.month = '2026-11' and a.kind = 'shared_services' limit 1),
            moved as (update terreau.posting set posted_at = posted_at - interval '2 hours'
                       where id in (select id from old))
            select 1`,
    // Just after midnight in Paris, two hours earlier is also another day of the account.
    red:
      dayInZone(new Date(), PARIS) === dayInZone(new Date(Date.now() - 7_200_000), PARIS)
        ? ['i-02-postings-sealed']
        : ['i-02-postings-sealed', 'i-09-account-days'],
  },
  'i-03-append-only': {
    plant: `alter table terreau.ledger_line disable trigger append_only`,
    red: ['i-03-append-only'],
  },
  'i-04-exact-money': {
    plant: `create table terreau.planted (price double precision, fee_cents numeric)`,
    red: ['i-04-exact-money'],
  },
  'i-05-one-cooperative': {
    plant: `create unique index planted_key on terreau.person (id);
            create table terreau.planted (cooperative_id uuid, person_id uuid references terreau.person (id));
            alter table terreau.planted enable row level security;
            alter table terreau.planted force row level security;
            create policy p on terreau.planted using (true)`,
    red: ['i-05-one-cooperative'],
  },
  'i-06-reversals-cancel': {
    plant: `update terreau.posting set kind = 'adjustment' where kind = 'reversal'`,
    red: ['i-06-reversals-cancel', 'i-08-entry-fingerprints'],
  },
  'i-07-closed-months': {
    plant: `update terreau.acceptance set accepted_at = now() + interval '2 days' where month = '2026-10'`,
    red: ['i-07-closed-months'],
  },
  'i-08-entry-fingerprints': {
    plant: `update terreau.ledger_line set label_params = '{"month":"2026-09"}'
             where (posting_id, position) in (select posting_id, position from terreau.ledger_line
               join terreau.posting p on p.id = posting_id where p.month = '2026-10' limit 1)`,
    red: ['i-08-entry-fingerprints'],
  },
  // Somebody who also makes the fingerprint fit: the seal of the month answers.
  'i-08-closing-seals': {
    plant: `update terreau.ledger_line set label_params = '{"month":"2026-09"}'
             where (posting_id, position) in (select posting_id, position from terreau.ledger_line
               join terreau.posting p on p.id = posting_id where p.month = '2026-10' limit 1);
            update terreau.ledger_line l set digest = terreau.line_digest(p, a, l)
              from terreau.posting p, terreau.account a where p.id = l.posting_id and a.id = l.account_id`,
    red: ['i-08-closing-seals'],
  },
  'i-08-closing-figures': {
    plant: `update terreau.closing_line set revenue_cents = revenue_cents + 1,
               production_purchase_cents = production_purchase_cents + 1
             where activity_id = (select activity_id from terreau.closing_line limit 1)`,
    red: ['i-08-closing-figures', 'i-08-closing-seals'],
  },
  'i-09-cached-balances': {
    plant: `update terreau.account set balance_cents = balance_cents + 1
             where id = (select id from terreau.account limit 1)`,
    red: ['i-09-cached-balances'],
  },
  'i-09-account-months': {
    plant: `update terreau.account_month set balance_cents = balance_cents + 1
             where (account_id, month) in (select account_id, month from terreau.account_month limit 1)`,
    red: ['i-09-account-months'],
  },
  'i-09-account-days': {
    plant: `update terreau.account_day set balance_cents = balance_cents + 1
             where (account_id, booked_on) in (select account_id, booked_on from terreau.account_day limit 1)`,
    red: ['i-09-account-days'],
  },
  'i-13-numbers-without-gaps': {
    plant: `update terreau.number_counter set n = n + 1 where series like 'contract-%'`,
    red: ['i-13-numbers-without-gaps'],
  },
  'i-15-files-are-what-was-issued': {
    plant: `alter table terreau.stored_file drop constraint stored_file_is_its_hash;
            update terreau.stored_file set bytes = 'b' where file_name = 'a.txt'`,
    red: ['i-15-files-are-what-was-issued'],
  },
  'i-23-row-security': {
    plant: `alter table terreau.person no force row level security`,
    red: ['i-23-row-security'],
  },
  'i-33-audit-chain': {
    plant: `update terreau.audit_entry set actor_id = 'somebody else' where n = 2`,
    red: ['i-33-audit-chain'],
  },
  'i-35-instants-have-zones': {
    plant: `create table terreau.planted (at timestamp)`,
    red: ['i-35-instants-have-zones'],
  },
  'shared-services-equal-closings': {
    plant: `insert into terreau.shared_services_month (cooperative_id, first_month, version, month, closing_version,
              contribution_cents, accident_cover_cents)
            select cooperative_id, '2026-01', 1, month, version, 1, 0 from terreau.closing`,
    red: ['shared-services-equal-closings'],
  },
  'tutoring-adds-up': {
    plant: `insert into terreau.tutoring_month (cooperative_id, month, kind, sessions)
            select id, '2026-10', 'paid', 1 from terreau.cooperative`,
    red: ['tutoring-adds-up'],
  },
  'pay-slips-posted-once': {
    plant: `insert into terreau.pay_slip_withdrawal (cooperative_id, slip_id, import_id)
            select cooperative_id, id, import_id from terreau.pay_slip`,
    red: ['pay-slips-posted-once'],
  },
  'bank-credits-posted-once': {
    plant: `insert into terreau.bank_credit_withdrawal (cooperative_id, credit_id, withdrawn_by)
            select cooperative_id, id, entered_by from terreau.bank_credit`,
    red: ['bank-credits-posted-once'],
  },
  'acceptances-posted-once': {
    plant: `update terreau.posting set source_id = gen_random_uuid()
             where month = '2026-11' and source_kind = 'acceptance'`,
    red: ['acceptances-posted-once', 'i-08-entry-fingerprints'],
  },
  'accepted-declarations-stand': {
    plant: `update terreau.declaration set state = 'submitted' where month = '2026-11'`,
    red: ['accepted-declarations-stand'],
  },
  'expense-months-equal-their-lines': {
    plant: `update terreau.expense_month set due_cents = due_cents + 1
             where month = (select max(month) from terreau.expense_month)`,
    red: ['expense-months-equal-their-lines'],
  },
  'acceptances-equal-their-lines': {
    plant: `update terreau.sale_line set net_cents = net_cents + 1
             where id = (select id from terreau.sale_line where currency = 'EUR' limit 1)`,
    red: ['acceptances-equal-their-lines'],
  },
}

describe('the checks of the data', () => {
  it('find nothing in a healthy installation, as the role that reads everything', async () => {
    const results = await runChecks(test.urls)
    expect(results.filter((result) => result.rows.length > 0)).toEqual([])
    expect(results.length).toBe(Object.keys(FAULTS).length)
  })

  it('find nothing either cooperative by cooperative, as the application itself', async () => {
    const results = await runChecks({ ...test.urls, checkUrl: undefined })
    expect(results.filter((result) => result.rows.length > 0)).toEqual([])
  })

  it.each(readChecks().map((check) => check.name))(
    '%s sees its fault, and only its',
    async (name) => {
      const fault = FAULTS[name]
      expect(fault, 'each check has a fault that proves it').toBeDefined()
      expect(await brokenBy(fault?.plant ?? '')).toEqual(fault?.red)
    },
  )

  it('name the exact row: one flipped cent is located', async () => {
    await owner.query('begin')
    await owner.query('set local session_replication_role = replica')
    const { rows } = await owner.query(
      `update terreau.ledger_line set amount_cents = amount_cents + 1
        where (posting_id, position) in (select posting_id, position from terreau.ledger_line limit 1)
       returning posting_id, account_id`,
    )
    const found = async (name: string) => {
      const check = readChecks().find((one) => one.name === name)
      return (await owner.query(check?.sql ?? '')).rows
    }
    expect(await found('i-01-postings-balance')).toMatchObject([{ posting_id: rows[0].posting_id }])
    expect(await found('i-09-cached-balances')).toMatchObject([{ account_id: rows[0].account_id }])
    expect(await found('i-08-entry-fingerprints')).toMatchObject([
      { posting_id: rows[0].posting_id },
    ])
    await owner.query('rollback')
  })

  it('read months sealed before entries had fingerprints by the seal they have', async () => {
    const seals = readChecks().find((check) => check.name === 'i-08-closing-seals')?.sql ?? ''
    await owner.query('begin')
    await owner.query('set local session_replication_role = replica')
    // Each cooperative closed one month: its seal follows nothing.
    await owner.query(`update terreau.closing set seal_format = 1,
      sha256 = terreau.month_seal_of_texts(cooperative_id, month, version, previous_sha256)`)
    expect((await owner.query(seals)).rows).toEqual([])
    await owner.query(`update terreau.ledger_line set amount_cents = amount_cents + 1
      where posting_id in (select id from terreau.posting where month = '2026-10')`)
    expect((await owner.query(seals)).rows).toMatchObject([{ fault: 'does not match its content' }])
    await owner.query('rollback')
  })

  it('see each way to falsify the journal: delete, edit, reorder, cut the tail', async () => {
    const chain = readChecks().find((one) => one.name === 'i-33-audit-chain')
    for (const fault of [
      'delete from terreau.audit_entry where n = 2',
      `update terreau.audit_entry set after = '{"x":1}' where n = 2`,
      'update terreau.audit_entry set n = case n when 2 then 3 when 3 then 2 end where n in (2, 3)',
      'delete from terreau.audit_entry where n = (select max(n) from terreau.audit_entry)',
    ]) {
      await owner.query('begin')
      await owner.query('set local session_replication_role = replica')
      await owner.query(fault).catch(async () => {
        // The key forbids two lines of one number: move one aside first.
        await owner.query('rollback')
        await owner.query('begin')
        await owner.query('set local session_replication_role = replica')
        await owner.query('update terreau.audit_entry set n = -n where n in (2, 3)')
        await owner.query(
          'update terreau.audit_entry set n = case n when -2 then 3 else 2 end where n < 0',
        )
      })
      expect((await owner.query(chain?.sql ?? '')).rowCount, fault).toBeGreaterThan(0)
      await owner.query('rollback')
    }
  })

  it('refuse a file that does not say its invariant', () => {
    const folder = mkdtempSync(join(tmpdir(), 'terreau-checks-'))
    cpSync(import.meta.filename, join(folder, 'nameless.sql'))
    expect(() => readChecks(folder)).toThrow('nameless.sql')
    rmSync(folder, { recursive: true })
  })
})
