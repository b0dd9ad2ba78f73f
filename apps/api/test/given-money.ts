import { randomUUID } from 'node:crypto'
import type {
  DeductibleCost,
  ExemptionCovers,
  ExemptStatus,
  NegativeBase,
} from '@terreau/domain/contributions/scheme'
import { localDate } from '@terreau/domain/time/local-date'
import { type YearMonth, yearMonth } from '@terreau/domain/time/year-month'
import { insertContract } from '../src/features/contracts/index.ts'
import {
  acceptDeclaration,
  type DeclaredLines,
  recordLines,
} from '../src/features/declarations/index.ts'
import { insertPerson } from '../src/features/people/index.ts'
import { asCommand, type TestApp, type TestCooperative } from './test-app.ts'

export interface TestScheme {
  id: string
  code: string
}

interface SchemeOptions {
  appliesUntil?: string
  code?: string
  base?: 'revenue' | 'gross_margin' | 'collected'
  period?: 'month' | 'year'
  tiers?: readonly { upToCents: bigint | null; rateBp: number }[]
  floorCents?: bigint
  fixedCents?: bigint
  exemptMonths?: number
  exemptStatuses?: ExemptStatus[]
  deductedCosts?: DeductibleCost[]
  negativeBase?: NegativeBase
  exemptionCovers?: ExemptionCovers
  exemptBelowCents?: bigint
  monthlyCapCents?: bigint
  yearlyCapCents?: bigint
}

/** A contribution scheme; by default 10 % of the revenue of the month, at least 30 €. */
export function givenScheme(
  test: TestApp,
  cooperative: TestCooperative,
  options: SchemeOptions = {},
): Promise<TestScheme> {
  const scheme = { id: randomUUID(), code: options.code ?? `AG-${randomUUID().slice(0, 8)}` }
  return asCommand(test, cooperative.id, async (_ctx, tx) => {
    await tx
      .insertInto('contributionScheme')
      .values({
        cooperativeId: cooperative.id,
        ...scheme,
        decidedOn: '2026-05-29',
        base: options.base ?? 'revenue',
        period: options.period ?? 'month',
        monthlyFloorCents: options.floorCents ?? 3_000n,
        fixedMonthlyCents: options.fixedCents ?? 0n,
        exemptMonths: options.exemptMonths ?? 0,
        exemptStatuses: options.exemptStatuses ?? [],
        deductedCosts: options.deductedCosts ?? [],
        negativeBase: options.negativeBase ?? 'as_nil',
        exemptionCovers: options.exemptionCovers ?? 'everything',
        exemptBelowCents: options.exemptBelowCents ?? 0n,
        monthlyCapCents: options.monthlyCapCents ?? null,
        yearlyCapCents: options.yearlyCapCents ?? null,
        appliesUntil: options.appliesUntil ?? null,
      })
      .execute()
    const tiers = options.tiers ?? [{ upToCents: null, rateBp: 1_000 }]
    for (const [index, tier] of tiers.entries()) {
      await tx
        .insertInto('contributionTier')
        .values({
          cooperativeId: cooperative.id,
          schemeId: scheme.id,
          position: index + 1,
          ...tier,
        })
        .execute()
    }
    return scheme
  })
}

/** A dated setting, in force since 2026-01-01. */
export function givenSetting(
  test: TestApp,
  cooperative: TestCooperative,
  setting: { key: string; value: string; validFrom?: string },
): Promise<void> {
  return asCommand(test, cooperative.id, async (_ctx, tx) => {
    const row = { validFrom: '2026-01-01', source: 'test', ...setting }
    await tx
      .insertInto('cooperativeSetting')
      .values({ cooperativeId: cooperative.id, ...row })
      .execute()
  })
}

export interface TestTester {
  personId: string
  activityId: string
  contractId: string
  userId: string | null
}

interface TesterOptions {
  kind?: 'CAPE' | 'CESA'
  startsOn?: string
  endsOn?: string | null
  familyName?: string
  givenName?: string
  email?: string
}

/** Somebody with an activity and an active contract; by default a CESA since June 2026. */
export function givenTester(
  test: TestApp,
  cooperative: TestCooperative,
  scheme: TestScheme,
  options: TesterOptions = {},
): Promise<TestTester> {
  const kind = options.kind ?? 'CESA'
  const startsOn = localDate(options.startsOn ?? '2026-06-01')
  const endsOn = options.endsOn ?? (kind === 'CAPE' ? '2027-05-31' : null)
  return asCommand(test, cooperative.id, async (ctx, tx) => {
    const person = await insertPerson(tx, ctx, {
      civility: 'Mme',
      familyName: options.familyName ?? `Ŋdiaye ${randomUUID().slice(0, 4)}`,
      givenName: options.givenName ?? 'Awa',
      bornOn: localDate('1990-01-31'),
      email: options.email ?? '',
      phone: '',
      locale: 'fr',
      address: '',
      activity: { name: 'couture', vatRateBp: 2_000, fiscalHorsepower: 5 },
    })
    const { contractId } = await insertContract(tx, ctx, {
      kind,
      personId: person.personId,
      activityId: person.activityId,
      schemeId: scheme.id,
      startsOn,
      endsOn: endsOn === null ? null : localDate(endsOn),
      state: 'active',
    })
    return { ...person, contractId }
  })
}

export function saleLine(
  amountMinor: bigint,
  options: Partial<DeclaredLines['sales'][number]> = {},
): DeclaredLines['sales'][number] {
  return {
    id: randomUUID(),
    soldOn: localDate('2026-10-12'),
    customer: 'Épicerie Sahel',
    customerCountry: 'FR',
    customerKind: 'business',
    amountMinor,
    currency: 'EUR',
    amountKind: 'net',
    vatRateBp: 2_000,
    paymentMeans: 'transfer',
    moneyPlace: 'cooperative',
    ...options,
  }
}

export function expenseLine(
  grossCents: bigint,
  vatCents: bigint,
  options: Partial<DeclaredLines['expenses'][number]> = {},
): DeclaredLines['expenses'][number] {
  return {
    id: randomUUID(),
    spentOn: localDate('2026-10-12'),
    category: 'supplies',
    label: 'tissu',
    grossCents,
    vatCents,
    receiptState: 'attached',
    ...options,
  }
}

export const tripLine = (km: number, fiscalHorsepower = 5): DeclaredLines['trips'][number] => ({
  id: randomUUID(),
  km,
  fiscalHorsepower,
  reason: 'visites',
})

interface DeclarationOptions {
  lines?: Partial<DeclaredLines>
  concernsMonth?: string
  state?: 'submitted' | 'question'
}

/** A declaration that was sent, with its lines; booked in `month`. */
export function givenDeclaration(
  test: TestApp,
  cooperative: TestCooperative,
  tester: TestTester,
  month: string,
  options: DeclarationOptions = {},
): Promise<string> {
  return asCommand(test, cooperative.id, async (ctx, tx) => {
    const key = {
      id: randomUUID(),
      activityId: tester.activityId,
      personId: tester.personId,
      contractId: tester.contractId,
      month: yearMonth(month),
      concernsMonth: yearMonth(options.concernsMonth ?? month),
    }
    const sequence = await nextSequence(tx, cooperative.id, key)
    await tx
      .insertInto('declaration')
      .values({
        cooperativeId: cooperative.id,
        ...key,
        sequence,
        state: options.state ?? 'submitted',
        number: `T-${key.id.slice(0, 13)}`,
        submittedAt: ctx.now,
        channel: 'staff',
        declaredBy: tester.personId,
      })
      .execute()
    const none: DeclaredLines = { sales: [], expenses: [], trips: [] }
    await recordLines(tx, ctx, key, { ...none, ...options.lines })
    return key.id
  })
}

async function nextSequence(
  tx: Parameters<Parameters<typeof asCommand>[2]>[1],
  cooperativeId: string,
  key: { activityId: string; personId: string; concernsMonth: YearMonth },
): Promise<number> {
  const row = await tx
    .selectFrom('declaration')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .where('cooperativeId', '=', cooperativeId)
    .where('activityId', '=', key.activityId)
    .where('personId', '=', key.personId)
    .where('concernsMonth', '=', key.concernsMonth)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** The same, accepted. */
export async function givenAccepted(
  test: TestApp,
  cooperative: TestCooperative,
  tester: TestTester,
  month: string,
  options: DeclarationOptions = {},
): Promise<string> {
  const declarationId = await givenDeclaration(test, cooperative, tester, month, options)
  await asCommand(test, cooperative.id, (ctx) => acceptDeclaration(ctx, { declarationId }))
  return declarationId
}
