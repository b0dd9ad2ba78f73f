import { isLate } from '@terreau/domain/declarations/deadline'
import { usualSales } from '@terreau/domain/declarations/usual-sales'
import { cents, sumCents } from '@terreau/domain/money/cents'
import { rateBp } from '@terreau/domain/money/rate'
import { fullName } from '@terreau/domain/names/full-name'
import { proposeVat } from '@terreau/domain/sales/propose-vat'
import { yearMonth } from '@terreau/domain/time/year-month'
import { dayInZone } from '@terreau/domain/time/zoned-day'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { found } from '../../platform/problem-error.ts'
import { isMonthClosed } from '../ledger/index.ts'
import { bankCreditsOf } from './bank/bank-credits.ts'
import { previewFigures } from './figures.ts'
import { type LineViews, lineViewsOf } from './line-views.ts'
import type { StoredState } from './own-declaration.ts'
import { deadlineOf } from './own-months.ts'
import { type RecapState, recapState } from './recap/recap-state.ts'
import { shareOfRecap } from './recap/share-recap.ts'
import { receiptsOf } from './receipts/receipt-queries.ts'
import {
  ceilingsIn,
  disputeOf,
  flagsOf,
  knownCurrencies,
  receiptThreshold,
} from './review-flags.ts'
import { eventsOf, questionsOf } from './thread-queries.ts'

/** One declaration with everything a reviewer looks at, and what accepting it would do. */
export async function reviewedDeclaration(tx: Tx, ctx: Context, id: string) {
  const { cooperativeId } = ctx
  const head = await headOf(tx, cooperativeId, id)
  const lines = await lineViewsOf(tx, cooperativeId, id)
  const receipts = await receiptsOf(tx, cooperativeId, id)
  const history = await historyOf(tx, cooperativeId, head)
  const thresholdCents = await receiptThreshold(tx, cooperativeId, head.concernsMonth)
  const { totals, schemeId, endedAfter } = await previewFigures(tx, ctx, id)
  const now = totals.contribution.schemeCode
  const hasNoRate = endedAfter !== null && head.state !== 'accepted'
  const recap = await recapState(tx, cooperativeId, head)
  const deadlineOn = await deadlineOf(tx, cooperativeId, head.concernsMonth)
  const { submittedAt, ...facts } = head
  return {
    ...facts,
    submittedAt: submittedAt?.toISOString() ?? null,
    isLate: submittedAt !== null && isLate(dayInZone(submittedAt, ctx.zone), deadlineOn),
    isMonthClosed: await isMonthClosed(tx, cooperativeId, head.month),
    lines,
    vatNotes: vatNotes(lines, head.activityVatRateBp),
    bankCredits: await bankCreditsOf(tx, cooperativeId, id),
    receipts: receipts.map(({ documentId: _, ...receipt }) => receipt),
    recap: recap && (await recapView(tx, ctx, head, recap)),
    questions: await questionsOf(tx, cooperativeId, id),
    events: await eventsOf(tx, cooperativeId, id),
    flags: flagsOf(asFlagged(head.concernsMonth, lines, recap), {
      receiptThresholdCents: thresholdCents,
      ceilings: await ceilingsIn(tx, cooperativeId, head.concernsMonth),
      usualSalesCents: history.usualCents,
      knownCurrencies: history.currencies,
    }),
    salesCents: sumCents(lines.sales.map((sale) => sale.euroCents)),
    usualCents: history.usualCents,
    endedScheme: hasNoRate ? { code: now, until: endedAfter } : null,
    outdatedScheme: await outdatedScheme(tx, cooperativeId, { id, schemeId, now }),
    figures: {
      revenueCents: totals.revenueCents,
      outputVatCents: totals.outputVatCents,
      inputVatCents: totals.inputVatCents,
      productionPurchaseCents: totals.productionPurchaseCents,
      otherExpenseCents: totals.otherExpenseCents,
      contributionCents: hasNoRate ? null : totals.contribution.totalCents,
      accidentCoverCents: totals.accidentCoverCents,
      movementCents: hasNoRate ? null : totals.movementCents,
    },
  }
}

async function recapView(
  tx: Tx,
  ctx: Context,
  head: Awaited<ReturnType<typeof headOf>>,
  recap: RecapState,
) {
  const { personId, activityId, concernsMonth: month, number } = head
  const isAnswered = recap.state === 'yes'
  const about = { personId, activityId, month, number: number ?? '' }
  return {
    ...recap,
    answeredAt: recap.answeredAt?.toISOString() ?? null,
    share: isAnswered ? null : await shareOfRecap(tx, ctx, about),
  }
}

/** What was accepted stays as it was: an amendment signed since asks to accept again, and says so. */
async function outdatedScheme(
  tx: Tx,
  cooperativeId: string,
  of: { id: string; schemeId: string; now: string },
): Promise<{ was: string; now: string } | null> {
  const row = await tx
    .selectFrom('standingAcceptance as a')
    .innerJoin('contributionScheme as s', (join) =>
      join.onRef('s.cooperativeId', '=', 'a.cooperativeId').onRef('s.id', '=', 'a.schemeId'),
    )
    .select('s.code')
    .where('a.cooperativeId', '=', cooperativeId)
    .where('a.declarationId', '=', of.id)
    .where('a.schemeId', '<>', of.schemeId)
    .executeTakeFirst()
  return row === undefined ? null : { was: row.code, now: of.now }
}

async function headOf(tx: Tx, cooperativeId: string, id: string) {
  const row = found(
    await tx
      .selectFrom('declaration as d')
      .innerJoin('person as p', (join) =>
        join.onRef('p.cooperativeId', '=', 'd.cooperativeId').onRef('p.id', '=', 'd.personId'),
      )
      .innerJoin('activity as a', (join) =>
        join.onRef('a.cooperativeId', '=', 'd.cooperativeId').onRef('a.id', '=', 'd.activityId'),
      )
      .leftJoin('appUser as u', 'u.id', 'd.declaredBy')
      .select(['d.id', 'd.version', 'd.personId', 'd.activityId', 'd.state', 'd.number'])
      .select(['d.channel', 'd.month', 'd.concernsMonth', 'd.submittedAt', 'u.displayName'])
      .select(['p.givenName', 'p.familyName', 'p.phone', 'a.name', 'a.vatRateBp'])
      .select('a.fiscalHorsepower')
      .where('d.cooperativeId', '=', cooperativeId)
      .where('d.id', '=', id)
      // A draft is the person's own until she sends it.
      .where('d.state', '<>', 'draft')
      .executeTakeFirst(),
  )
  return {
    id: row.id,
    version: row.version,
    personId: row.personId,
    personName: fullName(row),
    phone: row.phone,
    activityId: row.activityId,
    activityName: row.name,
    activityVatRateBp: row.vatRateBp,
    fiscalHorsepower: row.fiscalHorsepower,
    state: row.state as StoredState,
    number: row.number,
    channel: channelOf(row.channel),
    declaredBy: row.displayName ?? '',
    month: yearMonth(row.month),
    concernsMonth: yearMonth(row.concernsMonth),
    submittedAt: row.submittedAt,
  }
}

type ReviewedChannel = 'phone' | 'staff' | 'import' | 'decision'

function channelOf(text: string): ReviewedChannel {
  return text === 'staff' || text === 'import' || text === 'decision' ? text : 'phone'
}

/** What is usual for this person: sales of the last three months, currencies ever declared before. */
async function historyOf(
  tx: Tx,
  cooperativeId: string,
  of: { personId: string; activityId: string; concernsMonth: string },
) {
  const { rows } = await sql<{ total: bigint; currencies: string[] | null }>`
    select coalesce(sum(l.euro_cents), 0)::bigint as total,
           array_agg(distinct l.currency) filter (where l.currency is not null) as currencies
      from terreau.declaration d
      left join terreau.sale_line l on l.cooperative_id = d.cooperative_id and l.declaration_id = d.id
     where d.cooperative_id = ${cooperativeId} and d.person_id = ${of.personId}
       and d.activity_id = ${of.activityId} and d.concerns_month < ${of.concernsMonth}
       and d.state <> 'draft'
     group by d.concerns_month order by d.concerns_month desc`.execute(tx)
  return {
    usualCents: usualSales(rows.slice(0, 3).map((row) => cents(row.total))),
    currencies: knownCurrencies(rows.flatMap((row) => row.currencies ?? [])),
  }
}

const HAS_RECEIPT = { attached: true, missing: false, on_paper: null, not_required: null } as const

function asFlagged(
  month: ReturnType<typeof yearMonth>,
  { sales, expenses }: LineViews,
  recap: RecapState | null,
) {
  return {
    month,
    dispute: disputeOf(recap?.state ?? 'none', recap?.lineId ?? null),
    sales: sales.map((sale) => ({
      id: sale.id,
      on: sale.soldOn,
      minor: String(sale.amountMinor),
      currency: sale.currency,
      cents: String(sale.euroCents),
      hasReceipt: HAS_RECEIPT[sale.receiptState],
      isCashAtHand: sale.moneyPlace === 'at_hand',
    })),
    expenses: expenses.map((expense) => ({
      id: expense.id,
      on: expense.spentOn,
      cents: String(expense.grossCents),
      category: expense.category,
      receiptName: expense.receiptName,
      hasReceipt: HAS_RECEIPT[expense.receiptState],
    })),
  }
}

/** What the invoice must say and what is worth checking, for sales outside the ordinary French rate. */
function vatNotes({ sales }: LineViews, activityVatRateBp: number) {
  return sales.flatMap((sale) => {
    const { mentionKey, reviewKey } = proposeVat({
      customerCountry: sale.customerCountry,
      customerKind: sale.customerKind,
      supplyKind: 'services',
      activityVatRateBp: rateBp(BigInt(activityVatRateBp)),
      on: sale.soldOn,
    })
    return mentionKey === null && reviewKey === null
      ? []
      : [{ lineId: sale.id, mentionKey, reviewKey }]
  })
}
