import { createHash, randomUUID } from 'node:crypto'
import { yearMonth } from '@terreau/domain/time/year-month'
import type { KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  expenseLine,
  givenAccepted,
  givenDeclaration,
  givenScheme,
  givenTester,
  saleLine,
  type TestTester,
} from '../../../test/given-money.ts'
import { closeMonthOf, givenMonthToClose } from '../../../test/given-month-to-close.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import {
  asCommand,
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
} from '../../../test/test-app.ts'
import type { Actor } from '../../platform/context.ts'
import { actAs } from '../../platform/mutation.ts'
import { acceptDeclaration, undoAcceptance } from '../declarations/index.ts'
import { closeMonth } from './close-month.ts'

let test: TestApp

beforeAll(async () => {
  test = await createTestApp()
})
afterAll(() => test.close())

const givenWorld = () => givenMonthToClose(test)
const october = { month: '2026-10' }
const close = (by: Caller, month?: string) => closeMonthOf(test, by, month)
const codes = async (by: Caller, month = '2026-10') => {
  const { body } = await call(test, by, 'GET /closings/:month/checks', { params: { month } })
  return Object.fromEntries(body.checks.map((check) => [check.code, check.count]))
}

describe('before closing', () => {
  it('names who stops it and what deserves a look', async () => {
    const { coop, accountant, anna, binta } = await givenWorld()
    expect(await codes(accountant)).toMatchObject({ 'declarations-missing': 2 })
    await givenDeclaration(test, coop, anna, '2026-10', {
      lines: {
        sales: [saleLine(50_000n, { moneyPlace: 'at_hand', amountKind: 'gross' })],
        expenses: [expenseLine(9_000n, 0n, { receiptState: 'missing' })],
      },
    })
    await givenDeclaration(test, coop, binta, '2026-10', { state: 'question' })
    expect(await codes(accountant)).toEqual({
      'declarations-unreviewed': 1,
      'questions-open': 1,
      'receipts-missing': 1,
      'cash-at-hand': 1,
    })
    const refused = await close(accountant)
    expect(refused.status).toBe(409)
    expect(refused.problem).toMatchObject({ code: 'closing-blocked' })
    expect(await codes(accountant, '2026-12')).toMatchObject({
      'previous-month-open': 1,
      'month-not-begun': 1,
    })
  })

  it('lets staff declare zero for somebody, or leave them to a later month', async () => {
    const { accountant, anna, binta } = await givenWorld()
    const decide = (tester: TestTester, decision: 'nil' | 'postpone') =>
      call(test, accountant, 'POST /closings/:month/nil', {
        params: october,
        body: {
          activityId: tester.activityId,
          personId: tester.personId,
          decision,
          reason: 'joint au téléphone',
        },
      })
    const nil = await decide(anna, 'nil')
    expect(nil.body.declarationId).not.toBeNull()
    expect((await decide(anna, 'nil')).problem.code).toBe('declaration-exists')
    await decide(binta, 'postpone')
    expect(await codes(accountant)).toEqual({ 'declarations-postponed': 1, 'accounts-negative': 1 })
    await call(test, accountant, 'DELETE /closings/:month/postponements/:activityId/:personId', {
      params: { ...october, activityId: binta.activityId, personId: binta.personId },
    })
    expect(await codes(accountant)).toMatchObject({ 'declarations-missing': 1 })
    await decide(binta, 'postpone')
    expect((await close(accountant)).status).toBe(200)
    const { body } = await call(test, accountant, 'GET /closings/:month', { params: october })
    expect(body.lines.map((line) => [line.personName, line.isNil, line.closingCents])).toEqual([
      ['Awa Ɓaldé', false, '0'],
      ['Awa Ŋdiaye', true, '-3395'],
    ])
  })

  it('names contracts that end, rates a draft waits for, settings nobody decided', async () => {
    const coop = await givenCooperative(test, 'Sans réglage', '2026-10')
    const accountant = await givenUser(test, coop, ['accountant'])
    const scheme = await givenScheme(test, coop)
    const dates = { startsOn: '2025-11-01', endsOn: '2026-10-31' }
    const tester = await givenTester(test, coop, scheme, { kind: 'CAPE', ...dates })
    await asCommand(test, coop.id, (_ctx, tx) =>
      tx
        .insertInto('declaration')
        .values({
          cooperativeId: coop.id,
          id: randomUUID(),
          activityId: tester.activityId,
          personId: tester.personId,
          contractId: tester.contractId,
          month: '2026-10',
          concernsMonth: '2026-10',
          state: 'draft',
          declaredBy: tester.personId,
          draft: JSON.stringify({ sales: [{ currency: 'GNF' }, { currency: 'XOF' }] }),
        })
        .execute(),
    )
    const { body } = await call(test, accountant, 'GET /closings/:month/checks', {
      params: october,
    })
    expect(body.canClose).toBe(false)
    const details = body.checks.map((check) => [
      check.code,
      check.people.map((one) => one.detail).join(' '),
    ])
    expect(details).toEqual([
      ['declarations-missing', 'draft'],
      ['rates-missing', 'GNF'],
      ['contracts-ended', '2026-10-31'],
      ['settings-missing', 'accident_cover_monthly_cents phone_vat_share_bp'],
    ])
  })

  it('is for bookkeepers only, and sees no other cooperative', async () => {
    const { coop, anna } = await givenWorld()
    const adviser = await givenUser(test, coop, ['adviser'])
    expect((await close(adviser)).status).toBe(403)
    const other = await givenCooperative(test, 'Autre', '2026-10')
    const stranger = await givenUser(test, other, ['accountant'])
    const { body } = await call(test, stranger, 'GET /closings/:month/preview', { params: october })
    expect(body.lines).toEqual([])
    const account = await call(test, stranger, 'GET /activities/:activityId/account', {
      params: { activityId: anna.activityId },
    })
    expect(account.status).toBe(404)
  })
})

describe('a closed month', () => {
  it('freezes what the preview showed and changes no more, in SQL either', async () => {
    const { coop, scheme, accountant, anna, binta } = await givenWorld()
    const lines = { sales: [saleLine(100_000n)], expenses: [expenseLine(2_400n, 400n)] }
    const accepted = await givenAccepted(test, coop, anna, '2026-10', { lines })
    await givenAccepted(test, coop, binta, '2026-10')
    const preview = await call(test, accountant, 'GET /closings/:month/preview', {
      params: october,
    })
    const closed = await close(accountant)
    expect(closed.body.people).toBe(2)
    const detail = await call(test, accountant, 'GET /closings/:month', { params: october })
    expect(detail.body.totals).toEqual(preview.body.totals)
    expect(detail.body.sha256).toBe(closed.body.sha256)
    expect((await close(accountant)).problem.code).toBe('month-is-closed')
    const late = await givenTester(test, coop, scheme)
    const undo = asCommand(test, coop.id, (ctx) => undoAcceptance(ctx, { declarationId: accepted }))
    await expect(undo).rejects.toMatchObject({ code: 'declaration-month-closed' })
    for (const statement of [
      `update terreau.declaration set state = 'draft' where id = '${accepted}'`,
      `delete from terreau.sale_line where declaration_id = '${accepted}'`,
      `insert into terreau.acceptance_undo select cooperative_id, id, 'x' from terreau.acceptance where declaration_id = '${accepted}'`,
      `insert into terreau.posting (cooperative_id, id, kind, month, concerns_month, source_kind, source_id, posted_by)
         values ('${coop.id}', gen_random_uuid(), 'opening', '2026-10', '2026-10', 'x', gen_random_uuid(), 'x')`,
      `insert into terreau.closing_line select cooperative_id, month, version, '${late.activityId}', '${late.personId}',
         0,0,0,0,0,0,0,0,0,0,false from terreau.closing_line where cooperative_id = '${coop.id}' limit 1`,
      `insert into terreau.month_decision values ('${coop.id}', '2026-10', '${anna.activityId}', '${anna.personId}', 'postponed', 'x', 'x')`,
    ]) {
      await expect(queryAsOwner(test, statement), statement).rejects.toMatchObject({
        constraint: 'month_is_open',
      })
    }
  })

  it('freezes no line about somebody who is not of the activity', async () => {
    const { coop, scheme, accountant, anna, binta } = await givenWorld()
    await givenAccepted(test, coop, anna, '2026-10')
    await givenAccepted(test, coop, binta, '2026-10')
    await close(accountant)
    const other = await givenTester(test, coop, scheme)
    const freeze = (personId: string) =>
      queryAsOwner(
        test,
        `with frozen as (
           insert into terreau.closing_line (cooperative_id, month, version, activity_id, person_id, revenue_cents,
                  output_vat_cents, input_vat_cents, production_purchase_cents, other_expense_cents,
                  contribution_cents, accident_cover_cents, movement_cents, opening_cents, closing_cents, is_nil)
           values ('${coop.id}', '2026-11', 1, '${anna.activityId}', '${personId}', 0,0,0,0,0,0,0,0,0,0, false))
         insert into terreau.closing (cooperative_id, month, closed_by, people, previous_sha256, sha256)
         values ('${coop.id}', '2026-11', '${accountant.userId}', 1, '', '')`,
      )
    await expect(freeze(other.personId)).rejects.toMatchObject({
      constraint: 'closing_line_member',
    })
    await expect(freeze(anna.personId)).resolves.toBeDefined()
  })

  it('books what comes late in the first open month, and chains its seal to the month before', async () => {
    const { coop, accountant, anna, binta } = await givenWorld()
    await givenAccepted(test, coop, anna, '2026-10', { lines: { sales: [saleLine(40_000n)] } })
    await givenAccepted(test, coop, binta, '2026-10')
    await close(accountant)
    expect((await close(accountant, '2026-12')).problem.code).toBe('closing-out-of-order')
    await givenAccepted(test, coop, anna, '2026-11', {
      concernsMonth: '2026-10',
      lines: { sales: [saleLine(10_000n)] },
    })
    await givenAccepted(test, coop, anna, '2026-11')
    await givenAccepted(test, coop, binta, '2026-11')
    const closed = await close(accountant, '2026-11')
    expect(closed.status).toBe(200)
    const rows = await queryAsOwner<{ month: string; previous_sha256: Buffer; sha256: Buffer }>(
      test,
      'select month, previous_sha256, sha256 from terreau.closing where cooperative_id = $1 order by month',
      [coop.id],
    )
    expect(rows[0]?.previous_sha256).toHaveLength(0)
    expect(rows[1]?.previous_sha256).toEqual(rows[0]?.sha256)
    const { body } = await call(test, accountant, 'GET /closings/:month', {
      params: { month: '2026-11' },
    })
    const line = body.lines.find((one) => one.activityId === anna.activityId)
    // Contribution of October: 10 % of 500,00, of which 40,00 were taken; November owes the floor.
    expect(line).toMatchObject({ revenueCents: '10000', contributionCents: '4000' })
    expect(body.lines.map((one) => one.openingCents)).toEqual(['-3000', '35605'])
  })

  it('is sealed by what is in it: the seal can be computed again elsewhere', async () => {
    const { coop, accountant, anna, binta } = await givenWorld()
    await givenAccepted(test, coop, anna, '2026-10', { lines: { sales: [saleLine(12_345n)] } })
    await givenAccepted(test, coop, binta, '2026-10')
    const { body } = await close(accountant)
    expect(body.sha256).toBe(await sealAgain(coop.id, '2026-10'))
  })

  it('is won by one of five who close at the same time', async () => {
    const { coop, accountant, anna, binta } = await givenWorld()
    await givenAccepted(test, coop, anna, '2026-10')
    await givenAccepted(test, coop, binta, '2026-10')
    const answers = await Promise.all(Array.from({ length: 5 }, () => close(accountant)))
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409, 409])
  })

  it('holds every acceptance that raced it, or refused it', async () => {
    const { coop, accountant, anna, binta } = await givenWorld()
    await givenAccepted(test, coop, anna, '2026-10')
    await givenAccepted(test, coop, binta, '2026-10')
    const late: string[] = []
    for (let n = 0; n < 6; n += 1) {
      const lines = { sales: [saleLine(1_000n)] }
      late.push(await givenDeclaration(test, coop, anna, '2026-10', { lines }))
    }
    const [closed, ...accepts] = await Promise.all([
      (async () => {
        await new Promise((done) => setTimeout(done, 15))
        return close(accountant)
      })(),
      ...late.map((declarationId) =>
        asCommand(test, coop.id, (ctx) => acceptDeclaration(ctx, { declarationId })).then(
          () => true,
          () => false,
        ),
      ),
    ])
    const final = closed.status === 200 ? closed : undefined
    if (final === undefined) expect(closed.problem.code).toBe('closing-blocked')
    const [row] = await queryAsOwner<{ frozen: string | null; booked: string }>(
      test,
      `select (select sum(revenue_cents) from terreau.closing_line where cooperative_id = $1) as frozen,
              (select sum(revenue_cents) from terreau.standing_acceptance where cooperative_id = $1) as booked`,
      [coop.id],
    )
    expect(row?.booked).toBe(String(accepts.filter(Boolean).length * 1_000))
    if (final !== undefined) expect(row?.frozen).toBe(row?.booked)
  })
})

describe('closing', () => {
  it('takes as many statements for forty people as for two', async () => {
    const few = await statementsToClose(0)
    const many = await statementsToClose(38)
    expect(many).toBe(few)
    expect(many).toBeLessThanOrEqual(30)
  })
})

/** How many SQL statements a closing needs, with this many people more than two. */
async function statementsToClose(more: number): Promise<number> {
  const { coop, scheme, accountant, anna, binta } = await givenWorld()
  const testers = [anna, binta]
  for (let n = 0; n < more; n += 1) testers.push(await givenTester(test, coop, scheme))
  for (const tester of testers) await givenAccepted(test, coop, tester, '2026-10')
  let statements = 0
  const counter: KyselyPlugin = {
    transformQuery(args) {
      statements += 1
      return args.node
    },
    transformResult: async (args) => args.result,
  }
  const services = { ...test.services, db: test.services.db.withPlugin(counter) }
  const actor: Actor = {
    kind: 'person',
    userId: accountant.userId,
    personIds: [],
    roles: ['accountant'],
    sessionId: '',
    displayName: '',
    assurance: 'test',
  }
  const who = { actor, cooperativeId: coop.id, requestId: 'test' }
  await actAs(services, who, (ctx) =>
    closeMonth(ctx, { month: yearMonth('2026-10'), sendMails: false }),
  )
  return statements
}

/** The seal, computed in JavaScript from what SQL returns: a second opinion. */
async function sealAgain(cooperativeId: string, month: string): Promise<string> {
  const entries = await queryAsOwner<{ text: string }>(
    test,
    `select concat_ws('|', p.cooperative_id, p.month, p.id, p.kind, p.concerns_month, p.source_kind,
              p.source_id, coalesce(p.reverses_posting_id::text, '-'), l.position, l.account_id, a.kind,
              coalesce(a.activity_id::text, '-'), l.amount_cents, l.label_key, l.label_params) as text
       from terreau.posting p join terreau.ledger_line l on l.posting_id = p.id
       join terreau.account a on a.id = l.account_id
      where p.cooperative_id = $1 and p.month = $2 order by p.id, l.position`,
    [cooperativeId, month],
  )
  const figures = await queryAsOwner<{ text: string }>(
    test,
    `select concat_ws('|', activity_id, person_id, revenue_cents, output_vat_cents, input_vat_cents,
              production_purchase_cents, other_expense_cents, contribution_cents, accident_cover_cents,
              movement_cents, opening_cents, closing_cents, is_nil) as text
       from terreau.closing_line where cooperative_id = $1 and month = $2 order by activity_id`,
    [cooperativeId, month],
  )
  const hash = (data: string | Buffer) => createHash('sha256').update(data).digest()
  const text = (rows: { text: string }[]) => rows.map((row) => row.text).join('\n')
  const fingerprints = Buffer.concat(entries.map((entry) => hash(entry.text)))
  const parts = [hash(`${cooperativeId} ${month} 1`), hash(fingerprints), hash(text(figures))]
  return hash(Buffer.concat(parts)).toString('hex')
}
