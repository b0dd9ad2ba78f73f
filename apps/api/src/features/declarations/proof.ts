import { sumCents } from '@terreau/domain/money/cents'
import { FIXED_PARITIES } from '@terreau/domain/money/currency'
import { fullName } from '@terreau/domain/names/full-name'
import { lastDay, type YearMonth } from '@terreau/domain/time/year-month'
import { declarationsCategory as en } from '@terreau/i18n/en/declarations-category'
import { declarationsProof as proofEn } from '@terreau/i18n/en/declarations-proof'
import { formatLabelled } from '@terreau/i18n/format'
import { declarationsCategory as fr } from '@terreau/i18n/fr/declarations-category'
import { declarationsProof as proofFr } from '@terreau/i18n/fr/declarations-proof'
import type { DeclarationReceiptFacts } from '@terreau/pdf/documents/declaration-receipt/model'
import { declarationReceiptModel } from '@terreau/pdf/documents/declaration-receipt/model'
import { issuerFacts, personFacts } from '@terreau/pdf/documents/shared/parties'
import { legible, unprintableSigns } from '@terreau/pdf/printable-text'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { FileAnswer } from '../../platform/http/mount.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { type LineViews, lineViewsOf } from './line-views.ts'
import { findDeclaration } from './own-declaration.ts'
import { requireMonth } from './own-months.ts'

type ReceiptLine = DeclarationReceiptFacts['sales'][number]

/** The PDF that proves what a person sent and when: same declaration, same bytes. */
export async function declarationProof(
  tx: Tx,
  ctx: Context,
  asked: { personId: string; month: YearMonth; activity: string | undefined },
): Promise<FileAnswer> {
  const month = await requireMonth(tx, ctx, asked)
  const declaration = found(
    await findDeclaration(tx, ctx.cooperativeId, month, { isLocked: false }),
  )
  const { number, submittedAt } = declaration
  if (declaration.state === 'draft' || number === null || submittedAt === null) {
    throw new ProblemError('not-found')
  }
  const lines = await lineViewsOf(tx, ctx.cooperativeId, declaration.id)
  const facts: DeclarationReceiptFacts = {
    ...(await parties(tx, ctx.cooperativeId, asked.personId)),
    number,
    month: month.month,
    activity: legible(month.activityName),
    sentAt: submittedAt.toISOString(),
    ...receiptLines(lines, { month: month.month, locale: ctx.locale }),
    verification: null,
  }
  const model = declarationReceiptModel(facts, ctx.locale)
  const bytes = await ctx.services.pdf.render('declaration-receipt', model, submittedAt)
  return { mediaType: 'application/pdf', fileName: `${number}.pdf`, bytes }
}

async function parties(tx: Tx, cooperativeId: string, personId: string) {
  const row = await tx
    .selectFrom('person as p')
    .innerJoin('cooperative as c', 'c.id', 'p.cooperativeId')
    .select(['p.givenName', 'p.familyName', 'p.address', 'p.bornOn'])
    .select([
      'c.name',
      'c.legalForm',
      'c.seatAddress',
      'c.siren',
      'c.email',
      'c.phone',
      'c.registryCity',
      'c.timeZone',
    ])
    .where('p.cooperativeId', '=', cooperativeId)
    .where('p.id', '=', personId)
    .executeTakeFirstOrThrow()
  const name = fullName(row)
  // A proof under a wrong name proves nothing: the name is mended in the file first.
  const characters = unprintableSigns(name)
  if (characters !== '') throw new ProblemError('attestation-name-not-printable', { characters })
  return {
    issuer: issuerFacts(row),
    person: personFacts({
      fullName: name,
      address: legible(row.address),
      bornOn: null,
    }),
  }
}

function receiptLines(
  lines: LineViews,
  { month, locale }: { month: YearMonth; locale: 'fr' | 'en' },
): { sales: ReceiptLine[]; expenses: ReceiptLine[] } {
  const categories = locale === 'en' ? en : fr
  const words = locale === 'en' ? proofEn : proofFr
  const sales = lines.sales.map((sale) => ({
    on: sale.soldOn,
    what: sale.customer === '' ? words.unnamedCustomer : legible(sale.customer),
    minorUnits: sale.amountMinor,
    currency: sale.currency,
    amountKind: sale.amountKind,
    rate:
      sale.currency === 'EUR'
        ? null
        : {
            unitsPerEuro: sale.unitsPerEuro,
            source: FIXED_PARITIES[sale.currency] ? words.fixedRate : legible(sale.rateSource),
          },
    euroCents: sale.euroCents,
  }))
  const euros = { currency: 'EUR', amountKind: 'gross', rate: null } as const
  const expenses: ReceiptLine[] = lines.expenses.map((expense) => ({
    ...euros,
    on: expense.spentOn,
    what: formatLabelled(categories[expense.category], legible(expense.label), locale),
    minorUnits: expense.grossCents,
    euroCents: expense.grossCents,
  }))
  const km = lines.trips.reduce((sum, trip) => sum + trip.km, 0)
  if (km === 0) return { sales, expenses }
  const allowance = sumCents(lines.trips.map((trip) => trip.allowanceCents))
  const trips: ReceiptLine = {
    ...euros,
    on: lastDay(month),
    what: words.kilometres.replace('{km}', String(km)),
    minorUnits: allowance,
    euroCents: allowance,
  }
  return { sales, expenses: [...expenses, trips] }
}
