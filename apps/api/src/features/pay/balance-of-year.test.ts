import { randomUUID } from 'node:crypto'
import { cents } from '@terreau/domain/money/cents'
import { localDate } from '@terreau/domain/time/local-date'
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
import { insertContract } from '../contracts/index.ts'
import { postOpening } from '../ledger/index.ts'

// A cooperative whose year ends on 31 August. The assembly of 15 October 2026 approves 2025-09 to 2026-08.
let test: TestApp
let coop: TestCooperative
let scheme: TestScheme
let accountant: Caller
let direction: Caller

beforeAll(async () => {
  test = await createTestApp()
  coop = await givenCooperative(test, 'Coopérative d’août', '2026-08')
  scheme = await givenScheme(test, coop, { floorCents: 0n })
  accountant = await givenUser(test, coop, ['accountant'])
  direction = await givenUser(test, coop, ['direction'])
})
afterAll(() => test.close())

const person = (familyName: string, startsOn = '2025-03-01', endsOn: string | null = null) =>
  givenTester(test, coop, scheme, { familyName, startsOn, endsOn })
/** 100.00 sold leave 90.00. */
const sell = (who: TestTester, month: string, amount: bigint, concernsMonth = month) =>
  givenAccepted(test, coop, who, month, { lines: { sales: [saleLine(amount)] }, concernsMonth })
const record = (body: { heldOn: string; lastMonth?: string; reference?: string }) =>
  call(test, accountant, 'POST /assemblies', { body: { reference: '', ...body } })
const linesOf = async (month: string) =>
  (await call(test, accountant, 'GET /pay/:month/variable', { params: { month } })).body
const balanceOf = async (contractId: string, month = '2026-11') =>
  (await linesOf(month)).find((line) => line.contractId === contractId)?.balance
const decide = (contractId: string, month: string, grossCents: string) =>
  call(test, accountant, 'POST /pay/:month/decisions', {
    params: { month },
    body: { contractId, kind: 'balance', grossCents },
  })
const settle = (contractId: string, heldOn: string) =>
  call(test, accountant, 'POST /assemblies/:heldOn/settlements', {
    params: { heldOn },
    body: { contractIds: [contractId], paidOn: '2026-11-02' },
  })

function anotherContract(of: TestTester, startsOn: string): Promise<{ contractId: string }> {
  return asCommand(test, coop.id, (ctx, tx) =>
    insertContract(tx, ctx, {
      kind: 'CESA',
      personId: of.personId,
      activityId: of.activityId,
      schemeId: scheme.id,
      startsOn: localDate(startsOn),
      endsOn: null,
      state: 'active',
    }),
  )
}

/** A convention in force, and its people as members. */
async function share(of: TestTester, startsOn: string, shares: readonly [string, number][]) {
  const id = randomUUID()
  const members = shares.map(
    ([personId, part]) => `
      insert into terreau.activity_convention_share values ('${coop.id}', '${id}', '${personId}', ${part});
      insert into terreau.activity_member (cooperative_id, activity_id, person_id, share_permille)
        values ('${coop.id}', '${of.activityId}', '${personId}', ${part})
        on conflict (cooperative_id, activity_id, person_id) do update set share_permille = ${part};`,
  )
  await queryAsOwner(
    test,
    `do $$ begin
       set session_replication_role = replica;
       insert into terreau.activity_convention (cooperative_id, id, number, activity_id, starts_on, state, terms)
         values ('${coop.id}', '${id}', '${id}', '${of.activityId}', '${startsOn}', 'in_force', '{}');
       ${members.join('')}
     end $$`,
  )
}

describe('the balance of a financial year that ends on 31 August', () => {
  it('is of the year that the assembly approved, whatever was closed before the setting was entered', async () => {
    const awa = await person('Août')
    await sell(awa, '2026-08', 100_000n)
    await call(test, direction, 'POST /closings/:month', {
      params: { month: '2026-08' },
      body: { sendMails: false },
    })
    await sell(awa, '2026-09', 50_000n)
    await sell(awa, '2026-09', 1_000n, '2026-08')
    const setting = (validFrom: string, key = 'financial_year_first_month') =>
      call(test, direction, 'POST /settings', {
        body: { key: key as 'financial_year_first_month', validFrom, value: '9', source: 'AG' },
      })
    expect((await setting('2020-09-01', 'declaration_deadline_day')).problem.code).toBe(
      'month-is-closed',
    )
    expect((await setting('2020-09-01')).status).toBe(200)
    expect((await record({ heldOn: '2026-10-15' })).status).toBe(204)
    // 1,010.00 sold until August, the correction booked in September included: 909.00 after the contribution.
    expect(await balanceOf(awa.contractId)).toEqual({
      assemblyOn: '2026-10-15',
      dueOn: '2026-11-15',
      firstMonth: '2025-09',
      lastMonth: '2026-08',
      budgetCents: '90900',
      decidedBeforeCents: '0',
      grossCents: null,
    })
    const { body } = await call(test, accountant, 'GET /assemblies')
    expect(body).toMatchObject([
      { heldOn: '2026-10-15', firstMonth: '2025-09', lastMonth: '2026-08' },
    ])
  })

  it('corrects the year of an assembly, and refuses one that no year ends with', async () => {
    expect((await record({ heldOn: '2026-10-15', lastMonth: '2025-12' })).problem.errors).toEqual([
      { pointer: '/body/lastMonth', code: 'financial-year-unknown' },
    ])
    expect((await record({ heldOn: '2026-10-15', lastMonth: '2025-08' })).status).toBe(204)
    const [late] = (await call(test, accountant, 'GET /assemblies')).body
    expect([late?.firstMonth, late?.lastMonth]).toEqual(['2024-09', '2025-08'])
    expect((await record({ heldOn: '2026-10-15', lastMonth: '2026-08' })).status).toBe(204)
  })

  it('counts an opening as what there was on the eve of its month', async () => {
    const awa = await person('Ouverture')
    await asCommand(test, coop.id, (ctx, tx) =>
      postOpening(tx, ctx, {
        activityId: awa.activityId,
        month: yearMonth('2026-09'),
        balanceCents: cents(12_345n),
        sourceId: randomUUID(),
      }),
    )
    expect((await balanceOf(awa.contractId))?.budgetCents).toBe('12345')
  })

  it('takes off what was decided in months before, so that nothing is decided twice', async () => {
    const awa = await person('Décidée')
    await sell(awa, '2026-09', 100_000n, '2026-08')
    expect((await decide(awa.contractId, '2026-10', '60000')).status).toBe(204)
    expect(await balanceOf(awa.contractId)).toMatchObject({
      budgetCents: '30000',
      decidedBeforeCents: '60000',
    })
    expect((await decide(awa.contractId, '2026-11', '30001')).problem.code).toBe(
      'balance-above-left',
    )
    expect((await decide(awa.contractId, '2026-10', '0')).status).toBe(204)
    expect((await balanceOf(awa.contractId))?.budgetCents).toBe('90000')
  })

  it('is of the people as the account is shared, and of nobody else when one of them is paid', async () => {
    const awa = await person('Première')
    const ibou = await person('Second')
    await share(awa, '2026-08-15', [
      [awa.personId, 600],
      [ibou.personId, 400],
    ])
    const theirs = await anotherContract({ ...ibou, activityId: awa.activityId }, '2026-01-01')
    await sell(awa, '2026-09', 100_001n, '2026-08')
    // 900.01: 540.01 and 360.00. Ibou's other activity has nothing left.
    expect((await balanceOf(awa.contractId))?.budgetCents).toBe('54001')
    expect((await balanceOf(theirs.contractId))?.budgetCents).toBe('36000')
    expect((await balanceOf(ibou.contractId))?.budgetCents).toBe('0')
    await settle(awa.contractId, '2026-10-15')
    expect(await balanceOf(awa.contractId)).toBeNull()
    expect((await balanceOf(theirs.contractId))?.budgetCents).toBe('36000')
  })

  it('is paid once under two contracts that follow each other, and stays due after an exit', async () => {
    const awa = await person('Deux-Contrats', '2024-01-01', '2026-02-28')
    const second = await anotherContract(awa, '2026-03-01')
    await sell(awa, '2026-09', 10_000n, '2026-08')
    expect((await balanceOf(awa.contractId))?.budgetCents).toBe('0')
    expect((await balanceOf(second.contractId))?.budgetCents).toBe('9000')
    const left = await person('Partie', '2024-01-01', '2026-01-31')
    const before = await person('Partie-Avant', '2024-01-01', '2025-08-31')
    const after = await person('Venue-Après', '2026-09-01')
    expect((await balanceOf(left.contractId))?.budgetCents).toBe('0')
    expect(await balanceOf(before.contractId)).toBeUndefined()
    expect(await balanceOf(after.contractId)).toBeNull()
    // A later assembly, of an earlier or a shorter year, takes nobody off the list.
    await record({ heldOn: '2025-11-20' })
    expect(await balanceOf(before.contractId)).toMatchObject({
      assemblyOn: '2025-11-20',
      dueOn: '2025-12-20',
      lastMonth: '2025-08',
    })
    expect(await balanceOf(left.contractId)).toMatchObject({ assemblyOn: '2026-10-15' })
  })

  it('is refused to change once a balance was paid after the assembly', async () => {
    expect((await record({ heldOn: '2026-10-15', lastMonth: '2025-08' })).problem.code).toBe(
      'assembly-settled',
    )
    expect((await record({ heldOn: '2026-10-15', lastMonth: '2026-08' })).status).toBe(204)
  })
})
