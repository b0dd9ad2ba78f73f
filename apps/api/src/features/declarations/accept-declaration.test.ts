import { randomUUID } from 'node:crypto'
import { cents } from '@terreau/domain/money/cents'
import { localDate } from '@terreau/domain/time/local-date'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  expenseLine,
  givenAccepted,
  givenDeclaration,
  givenScheme,
  givenSetting,
  givenTester,
  saleLine,
  type TestScheme,
  tripLine,
} from '../../../test/given-money.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import {
  asCommand,
  createTestApp,
  givenCooperative,
  type TestApp,
  type TestCooperative,
} from '../../../test/test-app.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { insertContract } from '../contracts/index.ts'
import { accountOf } from '../ledger/index.ts'
import { acceptDeclaration, acceptMany, previewFigures, undoAcceptance } from './index.ts'

let test: TestApp
let coop: TestCooperative
let scheme: TestScheme

beforeAll(async () => {
  test = await createTestApp()
  coop = await givenCooperative(test)
  scheme = await givenScheme(test, coop)
  await givenSetting(test, coop, { key: 'accident_cover_monthly_cents', value: '395' })
  await givenSetting(test, coop, { key: 'phone_vat_share_bp', value: '6000' })
})
afterAll(() => test.close())

const accept = (declarationId: string, version?: number) =>
  asCommand(test, coop.id, (ctx) => acceptDeclaration(ctx, { declarationId, version }))
const undo = (declarationId: string) =>
  asCommand(test, coop.id, (ctx) => undoAcceptance(ctx, { declarationId }))
const account = (activityId: string) =>
  asCommand(test, coop.id, (_ctx, tx) => accountOf(tx, coop.id, activityId))

async function refusal(run: Promise<unknown>): Promise<string> {
  try {
    await run
  } catch (error) {
    if (error instanceof ProblemError) return error.code
    throw error
  }
  return 'accepted'
}

describe('accepting a declaration', () => {
  it('freezes the figures that the preview showed and moves the account by the movement', async () => {
    const tester = await givenTester(test, coop, scheme, { kind: 'CAPE' })
    const lines = {
      sales: [
        saleLine(120_000n, { amountKind: 'gross' }),
        saleLine(655_957n, { currency: 'XOF', vatRateBp: 0 }),
      ],
      expenses: [expenseLine(7_200n, 1_200n)],
      trips: [tripLine(120)],
    }
    const id = await givenDeclaration(test, coop, tester, '2026-10', { lines })
    const preview = await asCommand(test, coop.id, (ctx, tx) => previewFigures(tx, ctx, id))
    await accept(id)
    const revenue = 100_000n + 100_000n
    const movement = revenue - 20_000n - 6_000n - 7_632n - 395n
    expect(preview.totals.movementCents).toBe(movement)
    const { closingCents, lines: shown } = await account(tester.activityId)
    expect(closingCents).toBe(movement)
    expect(shown.map((line) => [line.labelKey, line.effectCents])).toEqual([
      ['ledger.line.revenue', revenue],
      ['ledger.line.expense', -6_000n],
      ['ledger.line.mileage', -7_632n],
      ['ledger.line.contribution-tier', -20_000n],
      ['ledger.line.accident-cover', -395n],
    ])
    expect(shown[3]?.explanation.params).toMatchObject({ schemeCode: scheme.code, rateBp: '1000' })
  })

  it('charges the floor on an explicit zero', async () => {
    const tester = await givenTester(test, coop, scheme)
    await givenAccepted(test, coop, tester, '2026-10')
    expect((await account(tester.activityId)).closingCents).toBe(-3_000n)
  })

  it('takes the contribution on what was collected, when the assembly says so', async () => {
    const collected = await givenScheme(test, coop, { base: 'collected' })
    const tester = await givenTester(test, coop, collected)
    await givenAccepted(test, coop, tester, '2026-10', { lines: { sales: [saleLine(100_000n)] } })
    expect((await account(tester.activityId)).closingCents).toBe(90_000n)
  })

  it('writes no posting for a month that owes nothing', async () => {
    const free = await givenScheme(test, coop, { exemptMonths: 12 })
    const tester = await givenTester(test, coop, free)
    await givenAccepted(test, coop, tester, '2026-10')
    expect((await account(tester.activityId)).lines).toEqual([])
  })

  it('counts kilometres on the scale of the year', async () => {
    const tester = await givenTester(test, coop, scheme)
    await asCommand(test, coop.id, (_ctx, tx) =>
      tx
        .insertInto('carriedFigure')
        .values({
          cooperativeId: coop.id,
          activityId: tester.activityId,
          personId: tester.personId,
          year: 2026,
          km: 4_700,
          source: 'test',
        })
        .execute(),
    )
    await givenAccepted(test, coop, tester, '2026-10', { lines: { trips: [tripLine(200)] } })
    await givenAccepted(test, coop, tester, '2026-11', {
      lines: { trips: [tripLine(100), tripLine(200)] },
    })
    const mileage = (await account(tester.activityId)).lines.filter(
      (line) => line.labelKey === 'ledger.line.mileage',
    )
    expect(mileage.map((line) => line.effectCents)).toEqual([-12_720n, -13_500n])
  })

  it('is refused twice, out of date, in another cooperative, while a question waits', async () => {
    const tester = await givenTester(test, coop, scheme)
    const id = await givenDeclaration(test, coop, tester, '2026-10')
    expect(await refusal(accept(id, 7))).toBe('version-changed')
    await accept(id, 1)
    expect(await refusal(accept(id))).toBe('declaration-not-to-review')
    const other = await givenCooperative(test, 'Autre coopérative')
    const elsewhere = asCommand(test, other.id, (ctx) =>
      acceptDeclaration(ctx, { declarationId: id }),
    )
    expect(await refusal(elsewhere)).toBe('not-found')
    const asked = await givenDeclaration(test, coop, tester, '2026-11', { state: 'question' })
    expect(await refusal(accept(asked))).toBe('declaration-not-to-review')
  })

  it('posts once when ten people press at the same time', async () => {
    const tester = await givenTester(test, coop, scheme)
    const id = await givenDeclaration(test, coop, tester, '2026-10')
    const answers = await Promise.all(Array.from({ length: 10 }, () => refusal(accept(id))))
    expect(answers.filter((answer) => answer === 'accepted')).toHaveLength(1)
    expect((await account(tester.activityId)).lines).toHaveLength(1)
  })

  it('accepts several or none', async () => {
    const tester = await givenTester(test, coop, scheme)
    const good = await givenDeclaration(test, coop, tester, '2026-10')
    const bad = await givenDeclaration(test, coop, tester, '2026-11', { state: 'question' })
    const both = (declarationIds: string[]) =>
      asCommand(test, coop.id, (ctx) => acceptMany(ctx, { declarationIds }))
    expect(await refusal(both([good, bad]))).toBe('declaration-not-to-review')
    expect(await refusal(both([good, randomUUID()]))).toBe('not-found')
    expect((await account(tester.activityId)).lines).toEqual([])
    expect(await both([good, good])).toEqual({ accepted: 1 })
  })
})

it('a month in which a CESA follows a CAPE still owes the cover: a begun month counts whole', async () => {
  const cape = await givenTester(test, coop, scheme, { kind: 'CAPE', endsOn: '2026-10-01' })
  const { contractId } = await asCommand(test, coop.id, (ctx, tx) =>
    insertContract(tx, ctx, {
      kind: 'CESA',
      personId: cape.personId,
      activityId: cape.activityId,
      schemeId: scheme.id,
      startsOn: localDate('2026-10-02'),
      endsOn: null,
      state: 'active',
    }),
  )
  const cesa = { ...cape, contractId }
  const lines = { sales: [saleLine(100_000n)] }
  for (const month of ['2026-10', '2026-11'])
    await givenAccepted(test, coop, cesa, month, { lines })
  const { lines: booked } = await account(cape.activityId)
  const covers = booked.filter((line) => line.labelKey === 'ledger.line.accident-cover')
  expect(covers.map((line) => [line.month, line.effectCents])).toEqual([['2026-10', -395n]])
})

describe('taking an acceptance back', () => {
  it('reverses the posting to the cent and lets it be accepted again', async () => {
    const tester = await givenTester(test, coop, scheme, { kind: 'CAPE' })
    const lines = { sales: [saleLine(123_456n)], expenses: [expenseLine(9_999n, 1_666n)] }
    const id = await givenAccepted(test, coop, tester, '2026-10', { lines })
    const before = await account(tester.activityId)
    await undo(id)
    const undone = await account(tester.activityId)
    expect(undone.closingCents).toBe(0n)
    expect(undone.lines.at(-1)?.explanation.key).toBe('ledger.explain.reversal')
    await accept(id)
    expect((await account(tester.activityId)).closingCents).toBe(before.closingCents)
  })

  it('is won by one of ten who race', async () => {
    const tester = await givenTester(test, coop, scheme)
    const id = await givenAccepted(test, coop, tester, '2026-10')
    const answers = await Promise.all(Array.from({ length: 10 }, () => refusal(undo(id))))
    expect(answers.filter((answer) => answer === 'accepted')).toHaveLength(1)
    expect(new Set(answers)).toEqual(new Set(['accepted', 'declaration-not-accepted']))
  })

  it('refuses what is not accepted', async () => {
    const tester = await givenTester(test, coop, scheme)
    const id = await givenDeclaration(test, coop, tester, '2026-10')
    expect(await refusal(undo(id))).toBe('declaration-not-accepted')
  })
})

describe('an adjustment', () => {
  it('owes the difference on the whole base of its month, and no second cover', async () => {
    const tiers = [
      { upToCents: 200_000n, rateBp: 1_200 },
      { upToCents: null, rateBp: 1_000 },
    ]
    const tiered = await givenScheme(test, coop, { tiers, floorCents: 2_500n })
    const split = await givenTester(test, coop, tiered, { kind: 'CAPE' })
    const whole = await givenTester(test, coop, tiered, { kind: 'CAPE' })
    await givenAccepted(test, coop, split, '2026-10', { lines: { sales: [saleLine(150_000n)] } })
    await givenAccepted(test, coop, split, '2026-11', {
      concernsMonth: '2026-10',
      lines: { sales: [saleLine(100_000n)] },
    })
    await givenAccepted(test, coop, whole, '2026-10', {
      lines: { sales: [saleLine(150_000n), saleLine(100_000n)] },
    })
    const [left, right] = [await account(split.activityId), await account(whole.activityId)]
    expect(left.closingCents).toBe(right.closingCents)
    const rows = await queryAsOwner(
      test,
      `select p.kind, p.month, p.concerns_month from terreau.posting p
         join terreau.acceptance a on a.id = p.source_id
        where a.activity_id = $1 order by p.month`,
      [split.activityId],
    )
    expect(rows).toEqual([
      { kind: 'declaration', month: '2026-10', concerns_month: '2026-10' },
      { kind: 'adjustment', month: '2026-11', concerns_month: '2026-10' },
    ])
  })

  it('gives back what a refund makes undue, down to the floor', async () => {
    const tester = await givenTester(test, coop, scheme)
    await givenAccepted(test, coop, tester, '2026-10', { lines: { sales: [saleLine(100_000n)] } })
    await givenAccepted(test, coop, tester, '2026-11', {
      concernsMonth: '2026-10',
      lines: { sales: [saleLine(-90_000n)] },
    })
    expect((await account(tester.activityId)).closingCents).toBe(cents(10_000n - 3_000n))
  })

  it('settles the later months of the year when tiers run over the year', async () => {
    const tiers = [
      { upToCents: 100_000n, rateBp: 2_000 },
      { upToCents: null, rateBp: 500 },
    ]
    const yearly = await givenScheme(test, coop, { period: 'year', tiers, floorCents: 0n })
    const tester = await givenTester(test, coop, yearly)
    await givenAccepted(test, coop, tester, '2026-10', { lines: { sales: [saleLine(60_000n)] } })
    await givenAccepted(test, coop, tester, '2026-11', { lines: { sales: [saleLine(40_000n)] } })
    await givenAccepted(test, coop, tester, '2026-12', {
      concernsMonth: '2026-10',
      lines: { sales: [saleLine(50_000n)] },
    })
    // 150 000 in the year: 20 % of 100 000, then 5 % of 50 000.
    expect((await account(tester.activityId)).closingCents).toBe(150_000n - 22_500n)
  })
})
