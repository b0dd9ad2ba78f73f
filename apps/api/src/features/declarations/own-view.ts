import { daysLeft } from '@terreau/domain/declarations/deadline'
import { EXPENSE_CATEGORIES, isVatWorthAsking } from '@terreau/domain/expenses/vat-recovery'
import { type Cents, sumCents } from '@terreau/domain/money/cents'
import {
  CURRENCIES,
  type CurrencyCode,
  fixedUnitsPerEuro,
  isCurrencyCode,
} from '@terreau/domain/money/currency'
import { firstDay, type YearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { bookMonthFor, isMonthClosed } from '../ledger/index.ts'
import { contractTermsOf } from './contract-terms.ts'
import { previewFigures } from './figures.ts'
import { lineViewsOf } from './line-views.ts'
import { findDeclaration, type OwnDeclaration } from './own-declaration.ts'
import { deadlineOf, requireMonth } from './own-months.ts'
import { recapState } from './recap/recap-state.ts'
import { receiptsOf } from './receipts/receipt-queries.ts'
import { eventsOf, questionsOf } from './thread-queries.ts'
import { vehiclesInMonth } from './vehicles/queries.ts'

const NOTHING = {
  lines: { sales: [], expenses: [], trips: [] },
  receipts: [],
  questions: [],
  recap: null,
  returned: null,
  events: [],
}

/** Everything the phone needs about one month, in one answer: it then works without network. */
export async function ownDeclaration(
  tx: Tx,
  ctx: Context,
  asked: { personId: string; month: YearMonth; activity: string | undefined },
) {
  const month = await requireMonth(tx, ctx, asked)
  const of = month
  const declaration = await findDeclaration(tx, ctx.cooperativeId, of, { isLocked: false })
  const content = declaration === undefined ? NOTHING : await contentOf(tx, ctx, declaration)
  const deadlineOn = await deadlineOf(tx, ctx.cooperativeId, month.month)
  const bookMonth = await bookMonthOf(tx, ctx, month.month, declaration)
  const isRateDecided =
    declaration?.state === 'accepted' ||
    (await contractTermsOf(tx, ctx.cooperativeId, of)).endedAfter === null
  const { sales, expenses, trips } = content.lines
  return {
    month: month.month,
    bookMonth,
    isAdjustment: bookMonth !== month.month,
    activity: {
      id: month.activityId,
      name: month.activityName,
      fiscalHorsepower: month.fiscalHorsepower,
    },
    categoriesWithoutVat: EXPENSE_CATEGORIES.filter(
      (category) => !isVatWorthAsking(category, firstDay(month.month)),
    ),
    vehicles: await vehiclesInMonth(tx, ctx.cooperativeId, month),
    deadlineOn,
    daysLeft: daysLeft(ctx.today, deadlineOn),
    ...stateOf(declaration),
    ...content,
    salesCents: sumCents(sales.map((sale) => sale.euroCents)),
    expensesCents: sumCents([
      ...expenses.map((expense) => expense.grossCents),
      ...trips.map((trip) => trip.allowanceCents),
    ]),
    isRateDecided,
    movementCents: isRateDecided ? await movementOf(tx, ctx, declaration) : null,
    currencies: await currenciesOf(tx, ctx.cooperativeId, month.month),
    customers: await lastCustomers(tx, ctx.cooperativeId, of),
    reviewer: await reviewerOf(tx, ctx, asked.personId),
    addsToMonth: await bookMonthFor(tx, ctx.cooperativeId, month.month),
    canAddMore:
      declaration?.state === 'accepted' &&
      (await isMonthClosed(tx, ctx.cooperativeId, declaration.month)),
  }
}

function stateOf(declaration: OwnDeclaration | undefined) {
  const isSent = declaration !== undefined && declaration.state !== 'draft'
  return {
    state: declaration?.state ?? ('none' as const),
    id: declaration?.id ?? null,
    number: declaration?.number ?? null,
    submittedAt: isSent ? (declaration.submittedAt?.toISOString() ?? null) : null,
    version: declaration?.version ?? null,
    savedAt: declaration?.updatedAt.toISOString() ?? null,
    draft: declaration?.draft ?? null,
  }
}

async function contentOf(tx: Tx, ctx: Context, declaration: OwnDeclaration) {
  const { cooperativeId } = ctx
  const receipts = await receiptsOf(tx, cooperativeId, declaration.id)
  return {
    lines: await lineViewsOf(tx, cooperativeId, declaration.id),
    receipts: receipts.map(({ documentId: _, ...receipt }) => receipt),
    questions: await questionsOf(tx, cooperativeId, declaration.id),
    recap: await ownRecap(tx, cooperativeId, declaration),
    returned: await ownReturn(tx, declaration),
    events: await eventsOf(tx, cooperativeId, declaration.id),
  }
}

/** What staff typed during a call waits for the word of the person. */
async function ownRecap(tx: Tx, cooperativeId: string, declaration: OwnDeclaration) {
  if (declaration.state === 'draft') return null
  const recap = await recapState(tx, cooperativeId, declaration)
  if (recap === null) return null
  const by = await tx
    .selectFrom('appUser')
    .select('displayName')
    .where('id', '=', declaration.declaredBy)
    .executeTakeFirst()
  const answeredAt = recap.answeredAt?.toISOString() ?? null
  return { ...recap, answeredAt, declaredBy: by?.displayName ?? '' }
}

/** Why staff gave it back, in their words. */
async function ownReturn(tx: Tx, { returnReason, returnedBy, returnedAt }: OwnDeclaration) {
  if (returnReason === null || returnedBy === null || returnedAt === null) return null
  const by = await tx
    .selectFrom('appUser')
    .select('displayName')
    .where('id', '=', returnedBy)
    .executeTakeFirst()
  return { reason: returnReason, by: by?.displayName ?? '', at: returnedAt.toISOString() }
}

/** What was sent adds this to the account. A draft gets its estimate each time it is saved. */
async function movementOf(
  tx: Tx,
  ctx: Context,
  declaration: OwnDeclaration | undefined,
): Promise<Cents | null> {
  if (declaration === undefined || declaration.state === 'draft') return null
  const { totals } = await previewFigures(tx, ctx, declaration.id)
  return totals.movementCents
}

/** Where it counts, or would count if it were sent now. */
async function bookMonthOf(
  tx: Tx,
  ctx: Context,
  month: YearMonth,
  declaration: OwnDeclaration | undefined,
): Promise<YearMonth> {
  if (declaration === undefined) return bookMonthFor(tx, ctx.cooperativeId, month)
  const isFrozen =
    declaration.state === 'draft' && (await isMonthClosed(tx, ctx.cooperativeId, declaration.month))
  return isFrozen ? bookMonthFor(tx, ctx.cooperativeId, month) : declaration.month
}

/** Currencies with a known rate: those of a treaty, and those whose rate staff entered for the month. */
async function currenciesOf(tx: Tx, cooperativeId: string, month: YearMonth) {
  const rows = await tx
    .selectFrom('exchangeRate')
    .select(['currency', 'unitsPerEuro'])
    .where('cooperativeId', '=', cooperativeId)
    .where('month', '=', month)
    .execute()
  const entered = new Map(rows.map((row) => [row.currency, row.unitsPerEuro]))
  return CURRENCIES.flatMap((code) => {
    const fixed = fixedUnitsPerEuro(code, firstDay(month))
    const unitsPerEuro = fixed ?? entered.get(code)
    return unitsPerEuro === undefined ? [] : { code, unitsPerEuro, isFixed: fixed !== null }
  })
}

interface LastCustomer {
  customer: string
  customerCountry: string
  customerKind: 'business' | 'person'
  currency: CurrencyCode
  amountMinor: bigint
  paymentMeans: string
}

/** Who bought in the three months before, the latest sale of each. */
async function lastCustomers(
  tx: Tx,
  cooperativeId: string,
  of: { personId: string; activityId: string; month: YearMonth },
): Promise<LastCustomer[]> {
  const { rows } = await sql<LastCustomer>`
    select customer, customer_country, customer_kind, currency, amount_minor, payment_means from (
      select distinct on (l.customer) l.customer, l.customer_country, l.customer_kind, l.currency,
             l.amount_minor, l.payment_means, l.sold_on
        from terreau.sale_line l
        join terreau.declaration d on d.cooperative_id = l.cooperative_id and d.id = l.declaration_id
       where d.cooperative_id = ${cooperativeId} and d.person_id = ${of.personId}
         and d.activity_id = ${of.activityId} and d.concerns_month < ${of.month}
         and d.state <> 'draft' and l.customer <> '' and l.amount_minor > 0
         and l.sold_on > ${firstDay(of.month)}::date - interval '3 months'
       order by l.customer, l.sold_on desc) last_sale
     order by sold_on desc limit 5`.execute(tx)
  return rows.filter((row) => isCurrencyCode(row.currency))
}

/** Who will read it: the person's adviser, or the cooperative. */
async function reviewerOf(tx: Tx, ctx: Context, personId: string): Promise<string> {
  const row = await tx
    .selectFrom('person as p')
    .innerJoin('cooperative as c', 'c.id', 'p.cooperativeId')
    .leftJoin('appUser as u', 'u.id', 'p.adviserUserId')
    .select(['u.displayName', 'c.name'])
    .where('p.cooperativeId', '=', ctx.cooperativeId)
    .where('p.id', '=', personId)
    .executeTakeFirst()
  return row?.displayName ?? row?.name ?? ''
}
