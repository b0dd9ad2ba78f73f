import { randomUUID } from 'node:crypto'
import { readChecks } from '@terreau/db/checks'
import type { Posting, PostingLine } from '@terreau/domain/ledger/posting'
import { cents } from '@terreau/domain/money/cents'
import { yearMonth } from '@terreau/domain/time/year-month'
import fc from 'fast-check'
import pg from 'pg'
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
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
} from '../../../test/test-app.ts'
import { sqlState } from '../../platform/db/transaction.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { balancesOf, postEntry, postOpening, reverseEntry } from './index.ts'

let test: TestApp
let coop: TestCooperative
let testers: TestTester[]
let app: pg.Client

const MONTH = yearMonth('2026-10')

beforeAll(async () => {
  test = await createTestApp()
  coop = await givenCooperative(test)
  const scheme = await givenScheme(test, coop)
  testers = [
    await givenTester(test, coop, scheme),
    await givenTester(test, coop, scheme),
    await givenTester(test, coop, scheme),
  ]
  app = new pg.Client({ connectionString: test.urls.appUrl })
  await app.connect()
})
afterAll(async () => {
  await app.end()
  await test.close()
})

function line(accountKind: PostingLine['accountKind'], amount: bigint, activityId: string | null) {
  return {
    accountKind,
    activityId,
    amountCents: cents(amount),
    labelKey: 'ledger.line.revenue',
    labelParams: { month: MONTH },
  } as const
}

function posting(amount: bigint, tester: TestTester): Posting {
  const lines = [
    line('activity_revenue', -amount, tester.activityId),
    line('customers', amount, null),
  ]
  return { kind: 'declaration', month: MONTH, lines }
}

const post = (what: Posting, sourceId = randomUUID()) =>
  asCommand(test, coop.id, (ctx, tx) =>
    postEntry(tx, ctx, what, { kind: 'acceptance', id: sourceId }),
  )

/** Everything a rejected posting could have changed. */
async function ledgerState(): Promise<string> {
  const rows = await queryAsOwner(
    test,
    `select (select count(*) from terreau.posting) as postings, (select count(*) from terreau.ledger_line) as lines,
            (select string_agg(id || ':' || balance_cents || ':' || version, ' ' order by id) from terreau.account) as accounts`,
  )
  return JSON.stringify(rows)
}

async function redChecks(names: readonly string[]): Promise<string[]> {
  const red: string[] = []
  for (const check of readChecks().filter((one) => names.includes(one.name))) {
    if ((await queryAsOwner(test, check.sql)).length > 0) red.push(check.name)
  }
  return red
}

describe('a posting', () => {
  it('that does not balance never enters, whatever its lines; the rest always does (I-01)', async () => {
    const [tester] = testers
    await post(posting(100n, tester as TestTester))
    const accounts = await queryAsOwner<{ id: string }>(
      test,
      'select id from terreau.account where cooperative_id = $1 order by id',
      [coop.id],
    )
    const amount = fc.bigInt(-1_000_000n, 1_000_000n).filter((n) => n !== 0n)
    const wrongBy = fc.oneof(
      { weight: 7, arbitrary: fc.constant(0n) },
      { weight: 3, arbitrary: amount },
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(amount, { minLength: 1, maxLength: 4 }),
        wrongBy,
        async (amounts, error) => {
          const last = -amounts.reduce((sum, one) => sum + one, 0n) + error
          const all = [...amounts, last].filter((one) => one !== 0n)
          const isRight = error === 0n && all.length >= 2
          const before = await ledgerState()
          const outcome = await insertRaw(
            all,
            accounts.map((account) => account.id),
          )
          expect(outcome).toBe(isRight ? 'accepted' : 'posting_is_balanced')
          if (!isRight) expect(await ledgerState()).toBe(before)
        },
      ),
      { numRuns: 200 },
    )
    expect(await redChecks(['i-01-postings-balance', 'i-09-cached-balances'])).toEqual([])
  })

  it('without any line is refused', async () => {
    expect(await insertRaw([], [])).toBe('posting_is_balanced')
  })

  it('is sealed: nothing joins it afterwards, even a balanced pair (I-02)', async () => {
    const [tester] = testers
    const { postingId } = await post(posting(500n, tester as TestTester))
    const [account] = await queryAsOwner<{ id: string }>(
      test,
      `select id from terreau.account where cooperative_id = $1 limit 1`,
      [coop.id],
    )
    const before = await ledgerState()
    for (let n = 0; n < 25; n += 1) {
      const added = inCooperative(async () => {
        for (const [position, amount] of [
          [10, 5],
          [11, -5],
        ]) {
          await app.query(
            `insert into terreau.ledger_line (cooperative_id, posting_id, position, account_id, amount_cents, label_key, account_version)
             values ($1, $2, $3, $4, $5, 'ledger.line.revenue', 0)`,
            [coop.id, postingId, position, account?.id, amount],
          )
        }
      })
      await expect(added).rejects.toMatchObject({ constraint: 'posting_is_sealed' })
    }
    expect(await ledgerState()).toBe(before)
  })

  it('is posted once by its source', async () => {
    const [tester] = testers
    const source = randomUUID()
    await post(posting(700n, tester as TestTester), source)
    const again = post(posting(700n, tester as TestTester), source)
    await expect(again).rejects.toMatchObject({ constraint: 'posting_source_key' })
  })

  it('is reversed once by fifty who race, and leaves nothing behind (I-06)', async () => {
    const [, tester] = testers as [TestTester, TestTester]
    const { postingId } = await post(posting(4_321n, tester))
    const reverse = () =>
      asCommand(test, coop.id, (ctx, tx) =>
        reverseEntry(tx, ctx, postingId, {
          month: MONTH,
          source: { kind: 'acceptance_undo', id: randomUUID() },
        }),
      )
    const outcomes = await Promise.allSettled(Array.from({ length: 50 }, reverse))
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    const balances = await asCommand(test, coop.id, (_ctx, tx) =>
      balancesOf(tx, coop.id, [tester.activityId]),
    )
    expect(balances.get(tester.activityId)).toBe(0n)
    expect(await redChecks(['i-06-reversals-cancel'])).toEqual([])
  })

  it('never deadlocks with others on the same accounts, and every balance stays exact (I-09)', async () => {
    let deadlocks = 0
    // A transaction begins anew after a deadlock, which would hide it: each is counted where it strikes.
    const postCounting = (what: Posting, sourceId: string) =>
      asCommand(test, coop.id, (ctx, tx) =>
        postEntry(tx, ctx, what, { kind: 'acceptance', id: sourceId }).catch((error: unknown) => {
          if (sqlState(error) === '40P01') deadlocks += 1
          throw error
        }),
      )
    // On a busy machine some may wait in vain for a connection: they ask again, as clients do after a 503.
    const postPatiently = async (what: Posting) => {
      const sourceId = randomUUID()
      for (let tries = 1; ; tries += 1) {
        try {
          return await postCounting(what, sourceId)
        } catch (error) {
          const isBusy = error instanceof ProblemError && error.code === 'unavailable'
          if (!isBusy || tries === 20) throw error
        }
      }
    }
    const work = Array.from({ length: 60 }, (_one, n) => {
      const first = testers[n % 3] as TestTester
      const second = testers[(n + 1) % 3] as TestTester
      const lines = [
        line('activity_revenue', -10n, first.activityId),
        line('activity_expense', 4n, second.activityId),
        line('customers', 12n, null),
        line('suppliers', -6n, null),
      ]
      return postPatiently({
        kind: 'declaration',
        month: MONTH,
        lines: n % 2 === 0 ? lines : lines.toReversed(),
      })
    })
    const outcomes = await Promise.allSettled(work)
    expect(outcomes.filter((one) => one.status === 'rejected')).toEqual([])
    expect(deadlocks).toBe(0)
    expect(await redChecks(['i-01-postings-balance', 'i-09-cached-balances'])).toEqual([])
  })
})

describe('the ledger only grows (I-03)', () => {
  const tables = [
    'posting',
    'ledger_line',
    'closing',
    'closing_line',
    'acceptance',
    'acceptance_undo',
  ]
  const acts = [
    (table: string) => `update terreau.${table} set cooperative_id = cooperative_id`,
    (table: string) => `delete from terreau.${table}`,
    (table: string) => `truncate terreau.${table} cascade`,
    (table: string) => `drop table terreau.${table} cascade`,
    (table: string) => `alter table terreau.${table} disable trigger all`,
  ]

  it.each(tables)('%s, for the application and for its owner', async (table) => {
    for (const act of acts) {
      await expect(
        inCooperative(() => app.query(act(table))),
        act(table),
      ).rejects.toMatchObject({
        code: '42501',
      })
    }
    const [tester] = testers
    await post(posting(1n, tester as TestTester))
    const [row] = await queryAsOwner<{ n: string }>(
      test,
      `select count(*) as n from terreau.${table}`,
    )
    if (Number(row?.n) > 0) {
      for (const act of acts.slice(0, 2)) {
        await expect(queryAsOwner(test, act(table))).rejects.toMatchObject({ code: '23001' })
      }
    }
    await expect(queryAsOwner(test, `truncate terreau.${table} cascade`)).rejects.toThrow()
  })
})

describe('an opening balance', () => {
  it('is the first line of the account, and zero leaves none', async () => {
    const scheme = await givenScheme(test, coop)
    const tester = await givenTester(test, coop, scheme)
    const { activityId } = tester
    const open = (balance: bigint) =>
      asCommand(test, coop.id, (ctx, tx) => {
        const balanceCents = cents(balance)
        return postOpening(tx, ctx, {
          activityId,
          month: MONTH,
          balanceCents,
          sourceId: randomUUID(),
        })
      })
    expect(await open(0n)).toBeNull()
    await open(124_971n)
    await givenAccepted(test, coop, tester, '2026-10', { lines: { sales: [saleLine(10_000n)] } })
    const adviser = await givenUser(test, coop, ['adviser'])
    const whole = await call(test, adviser, 'GET /activities/:activityId/account', {
      params: { activityId },
    })
    expect(whole.body.lines.map((one) => [one.labelKey, one.balanceCents])).toEqual([
      ['ledger.line.opening', '124971'],
      ['ledger.line.revenue', '134971'],
      ['ledger.line.contribution-tier', '133971'],
      ['ledger.line.contribution-floor', '131971'],
    ])
    const month = await call(test, adviser, 'GET /activities/:activityId/account', {
      params: { activityId },
      query: { month: '2026-10' },
    })
    expect(month.body.lines).toEqual(whole.body.lines)
    // On the phone as on the statement, the lines are the movement.
    const phone = await givenUser(test, coop, ['tester'], { personId: tester.personId })
    const own = await call(test, phone, 'GET /me/account/:month', { params: { month: '2026-10' } })
    expect(own.body).toMatchObject({ openingCents: '124971', closingCents: '131971' })
    expect(own.body.lines).toHaveLength(3)
  })
})

describe('who may read accounts', () => {
  it('staff read all, a tester only her own, a tutor none', async () => {
    const [anna, binta] = testers as [TestTester, TestTester]
    const own = await givenUser(test, coop, ['tester'], { personId: anna.personId })
    const tutor = await givenUser(test, coop, ['tutor'])
    const params = { activityId: binta.activityId }
    expect((await call(test, null, 'GET /activities/:activityId/account', { params })).status).toBe(
      401,
    )
    expect((await call(test, own, 'GET /activities/:activityId/account', { params })).status).toBe(
      403,
    )
    expect((await call(test, tutor, 'GET /me/account')).status).toBe(403)
    const mine = await call(test, own, 'GET /me/account')
    expect(mine.body.map((account) => account.activityId)).toEqual([anna.activityId])
    const other = await call(test, own, 'GET /me/account/:month', {
      params: { month: '2026-10' },
      query: { activityId: binta.activityId },
    })
    expect(other.status).toBe(404)
    const unknown = await call(test, own, 'GET /me/account/:month', {
      params: { month: '2026-13' },
    })
    expect(unknown.status).toBe(404)
  })
})

/** One posting in plain SQL as the application: its outcome, or the constraint that refused it. */
async function insertRaw(amounts: readonly bigint[], accounts: readonly string[]): Promise<string> {
  try {
    await inCooperative(async () => {
      const { rows } = await app.query<{ id: string }>(
        `insert into terreau.posting (cooperative_id, id, kind, month, concerns_month, source_kind, source_id, posted_by)
         values ($1, gen_random_uuid(), 'declaration', '2026-10', '2026-10', 'acceptance', gen_random_uuid(), 'test') returning id`,
        [coop.id],
      )
      for (const [index, amount] of amounts.entries()) {
        await app.query(
          `insert into terreau.ledger_line (cooperative_id, posting_id, position, account_id, amount_cents, label_key, account_version)
           values ($1, $2, $3, $4, $5, 'ledger.line.revenue', 0)`,
          [coop.id, rows[0]?.id, index + 1, accounts[index % accounts.length], amount.toString()],
        )
      }
    })
    return 'accepted'
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.constraint) return error.constraint
    throw error
  }
}

async function inCooperative<T>(run: () => Promise<T>): Promise<T> {
  await app.query('begin')
  try {
    await app.query(`select set_config('app.cooperative', $1, true)`, [coop.id])
    const value = await run()
    await app.query('commit')
    return value
  } catch (error) {
    await app.query('rollback')
    throw error
  }
}
