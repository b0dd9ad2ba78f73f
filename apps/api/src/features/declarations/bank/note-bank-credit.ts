import { randomUUID } from 'node:crypto'
import {
  type BankCredit,
  type CreditedSale,
  isBelievableCredit,
  postBankCredit,
} from '@terreau/domain/ledger/post-bank-credit'
import { add, cents, ZERO } from '@terreau/domain/money/cents'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { formatCents } from '@terreau/i18n/format'
import { sql } from 'kysely'
import { type Context, userIdOf } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation } from '../../../platform/mutation.ts'
import { found, ProblemError } from '../../../platform/problem-error.ts'
import { bookMonthFor, postEntry, postingOf, reverseEntry } from '../../ledger/index.ts'
import { type LockedDeclaration, lockDeclarations } from '../lock-declarations.ts'
import { LineProblems } from '../typed/problems.ts'
import { readAmount } from '../typed/read-amount.ts'

interface OfSale {
  declarationId: string
  lineId: string
}

interface Typed {
  creditedText: string
  feeText: string
  creditedOn: LocalDate
  reference: string
}

/**
 * Notes what the bank gave for a sale in a foreign currency that was accepted. The difference is booked on
 * its own accounts, in the month of the declaration or in the first open one; revenue and contribution stay
 * what they were. What was noted before is reversed.
 */
export const noteBankCredit = mutation<OfSale & Typed, undefined>({
  access: 'bank-credit.note',
  async run(tx, ctx, { declarationId, lineId, ...typed }) {
    const declaration = await lockOne(tx, ctx, declarationId)
    const sale = await creditableSale(tx, ctx, declaration, lineId)
    const credit = readCredit(typed, sale, ctx)
    const before = await withdrawStanding(tx, ctx, { declarationId, lineId })
    const id = await insertCredit(tx, ctx, { declarationId, lineId, credit, typed })
    const month = await bookMonthFor(tx, ctx.cooperativeId, declaration.concernsMonth)
    const { soldOn, currency, amountMinor } = sale
    const posting = postBankCredit({
      activityId: declaration.activityId,
      month,
      credit,
      sale: {
        month: declaration.concernsMonth,
        soldOn,
        currency,
        amountMinor,
        creditedOn: typed.creditedOn,
      },
    })
    if (posting.lines.length > 0) {
      const concernsMonth = declaration.concernsMonth
      await postEntry(tx, ctx, posting, { kind: 'bank_credit', id, concernsMonth })
    }
    const entity = { kind: 'declaration', id: declarationId }
    const after = { lineId, creditedOn: typed.creditedOn, ...credit }
    return {
      value: undefined,
      audit: [{ action: 'bank-credit.noted', entity, ...(before && { before }), after }],
    }
  },
})

/** Takes back what was noted of the bank for a sale. */
export const withdrawBankCredit = mutation<OfSale, undefined>({
  access: 'bank-credit.note',
  async run(tx, ctx, { declarationId, lineId }) {
    await lockOne(tx, ctx, declarationId)
    const before = found(await withdrawStanding(tx, ctx, { declarationId, lineId }))
    const entity = { kind: 'declaration', id: declarationId }
    return { value: undefined, audit: [{ action: 'bank-credit.withdrawn', entity, before }] }
  },
})

async function lockOne(tx: Tx, ctx: Context, declarationId: string): Promise<LockedDeclaration> {
  return found((await lockDeclarations(tx, ctx, [declarationId]))[0])
}

type Sale = Omit<CreditedSale, 'month' | 'creditedOn'> & Pick<BankCredit, 'declaredCents'>

async function creditableSale(
  tx: Tx,
  ctx: Context,
  declaration: LockedDeclaration,
  lineId: string,
): Promise<Sale> {
  const row = found(
    await tx
      .selectFrom('saleLine')
      .select(['soldOn', 'currency', 'amountMinor', 'netCents', 'vatCents'])
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('declarationId', '=', declaration.id)
      .where('id', '=', lineId)
      .executeTakeFirst(),
  )
  if (declaration.state !== 'accepted' || row.currency === 'EUR') {
    throw new ProblemError('bank-credit-not-possible')
  }
  return {
    soldOn: localDate(row.soldOn),
    currency: row.currency,
    amountMinor: row.amountMinor,
    declaredCents: add(cents(row.netCents), cents(row.vatCents)),
  }
}

/** The amounts as typed, or every field that cannot be. */
function readCredit(typed: Typed, sale: Sale, ctx: Context): BankCredit {
  const problems = new LineProblems('/body')
  const credited = readAmount(typed.creditedText, 'EUR', { problems, field: 'creditedText' })
  const fee =
    typed.feeText.trim() === ''
      ? 0n
      : readAmount(typed.feeText, 'EUR', { problems, field: 'feeText' })
  if (fee !== null && fee < 0n) problems.add('feeText', 'amount-negative')
  if (typed.creditedOn > ctx.today) problems.add('creditedOn', 'date-not-yet')
  else if (typed.creditedOn < sale.soldOn) problems.add('creditedOn', 'bank-credit-before-sale')
  const credit = {
    declaredCents: sale.declaredCents,
    creditedCents: cents(credited ?? 0n),
    feeCents: fee === null || fee < 0n ? ZERO : cents(fee),
  }
  if (problems.found.length === 0 && !isBelievableCredit(credit)) {
    const declared = formatCents(sale.declaredCents, ctx.locale)
    problems.add('creditedText', 'bank-credit-unlikely', { declared })
  }
  if (problems.found.length > 0) {
    throw new ProblemError('declaration-lines-invalid', undefined, problems.found)
  }
  return credit
}

async function insertCredit(
  tx: Tx,
  ctx: Context,
  of: OfSale & { credit: BankCredit; typed: Typed },
): Promise<string> {
  const { cooperativeId } = ctx
  const { declarationId, lineId, credit, typed } = of
  const id = randomUUID()
  await sql`
    insert into terreau.bank_credit (cooperative_id, id, declaration_id, line_id, version, declared_cents,
           credited_cents, fee_cents, credited_on, reference, entered_by, entered_at)
    select ${cooperativeId}::uuid, ${id}::uuid, ${declarationId}::uuid, ${lineId}::uuid,
           (select count(*) + 1 from terreau.bank_credit c where c.cooperative_id = ${cooperativeId}
               and c.declaration_id = ${declarationId} and c.line_id = ${lineId}),
           ${credit.declaredCents}::bigint, ${credit.creditedCents}::bigint, ${credit.feeCents}::bigint,
           ${typed.creditedOn}::date, ${typed.reference}, ${userIdOf(ctx)}::uuid,
           ${ctx.now}::timestamptz`.execute(tx)
  return id
}

/** What stood for the sale stops counting: its entries are reversed, in their month or in the first open one. */
async function withdrawStanding(
  tx: Tx,
  ctx: Context,
  { declarationId, lineId }: OfSale,
): Promise<BankCredit | undefined> {
  const { cooperativeId } = ctx
  const row = await tx
    .selectFrom('standingBankCredit')
    .select(['id', 'declaredCents', 'creditedCents', 'feeCents'])
    .where('cooperativeId', '=', cooperativeId)
    .where('declarationId', '=', declarationId)
    .where('lineId', '=', lineId)
    .executeTakeFirst()
  if (!row?.id) return undefined
  await tx
    .insertInto('bankCreditWithdrawal')
    .values({ cooperativeId, creditId: row.id, withdrawnBy: userIdOf(ctx), withdrawnAt: ctx.now })
    .execute()
  const posting = await postingOf(tx, cooperativeId, { kind: 'bank_credit', id: row.id })
  if (posting !== undefined) {
    await reverseEntry(tx, ctx, posting.id, {
      month: await bookMonthFor(tx, cooperativeId, posting.month),
      source: { kind: 'bank_credit_withdrawal', id: row.id },
    })
  }
  const { declaredCents, creditedCents, feeCents } = row
  return {
    declaredCents: cents(declaredCents ?? 0n),
    creditedCents: cents(creditedCents ?? 0n),
    feeCents: cents(feeCents ?? 0n),
  }
}
