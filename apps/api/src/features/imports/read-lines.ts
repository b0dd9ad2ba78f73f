import { randomUUID } from 'node:crypto'
import { type PaymentMeans, usualMoneyPlace } from '@terreau/domain/declarations/payment-means'
import { hasMileageScale } from '@terreau/domain/expenses/mileage'
import { EXPENSE_CATEGORY_BY_FRENCH_CODE } from '@terreau/domain/expenses/vat-recovery'
import { isCurrencyCode } from '@terreau/domain/money/currency'
import type { YearMonth } from '@terreau/domain/time/year-month'
import type { DeclaredLines } from '../declarations/index.ts'
import { type Cells, cellsOf } from './cells.ts'
import type { CsvRow } from './csv-table.ts'
import { folded } from './folded.ts'
import type { Owned } from './parsed-month.ts'
import { quoted, type Report } from './refusal.ts'

type Sale = DeclaredLines['sales'][number]
type Expense = DeclaredLines['expenses'][number]
type Trip = DeclaredLines['trips'][number]

export const SALE_COLUMNS = [
  'identifiant',
  'mois',
  'date',
  'client',
  'pays_client',
  'type_client',
  'montant',
  'type_montant',
  'devise',
  'taux_tva',
  'moyen_paiement',
]
export const EXPENSE_COLUMNS = [
  'identifiant',
  'mois',
  'date',
  'catégorie',
  'montant_ttc',
  'dont_tva',
  'justificatif',
]
export const TRIP_COLUMNS = ['identifiant', 'mois', 'km', 'cv_fiscaux', 'motif']

/** Which of her activities a line belongs to, for somebody who has several (C. trav. R7331-7). */
export const ACTIVITY_COLUMN = 'activité'

/** ventes.csv */
export function readSales(rows: CsvRow[], month: YearMonth, report: Report): Owned<Sale>[] {
  return readOwned({ rows, month, report, columns: SALE_COLUMNS }, readSale)
}

/** depenses.csv */
export function readExpenses(rows: CsvRow[], month: YearMonth, report: Report): Owned<Expense>[] {
  return readOwned({ rows, month, report, columns: EXPENSE_COLUMNS }, readExpense)
}

/** kilometres.csv */
export function readTrips(rows: CsvRow[], month: YearMonth, report: Report): Owned<Trip>[] {
  return readOwned({ rows, month, report, columns: TRIP_COLUMNS }, readTrip)
}

function readOwned<Line>(
  source: {
    rows: readonly CsvRow[]
    month: YearMonth
    report: Report
    columns: readonly string[]
  },
  readLine: (cells: Cells, month: YearMonth) => Line | null,
): Owned<Line>[] {
  const { refuse, remark } = source.report
  const owned: Owned<Line>[] = []
  const seen = new Map<string, number>()
  for (const row of source.rows) {
    const cells = cellsOf(row, refuse)
    const reference = cells.text('identifiant', 40)
    refuseOtherMonth(cells, source.month)
    const activityName = cells.optionalText(ACTIVITY_COLUMN)
    const line = readLine(cells, source.month)
    if (reference === null || line === null || cells.isRefused()) continue
    const { file, line: number } = row
    owned.push({ place: { file, line: number }, reference, activityName, line })
    // Two equal sales of one day are possible, and a line copied by mistake looks the same: it is said.
    const written = [...source.columns, ACTIVITY_COLUMN].map((column) => row.cell(column)).join(';')
    const first = seen.get(written)
    if (first === undefined) seen.set(written, number)
    else {
      remark({
        file,
        line: number,
        column: '',
        code: 'line-twice',
        params: { line: String(first) },
      })
    }
  }
  return owned
}

function refuseOtherMonth(cells: Cells, month: YearMonth): void {
  const written = cells.month('mois')
  if (written !== null && written !== month) {
    cells.refuse('mois', 'month-differs', { value: written, month })
  }
}

function readSale(cells: Cells, month: YearMonth): Sale | null {
  const soldOn = cells.dateIn('date', month)
  const customer = cells.text('client')
  const customerCountry = readCountry(cells)
  const customerKind = cells.choice('type_client', CUSTOMER_KINDS)
  const currency = readCurrency(cells)
  const amountMinor = currency === null ? null : cells.amount('montant', currency)
  const amountKind = cells.choice('type_montant', AMOUNT_KINDS)
  const vatRateBp = cells.rateBp('taux_tva')
  const paymentMeans = readMeans(cells)
  if (soldOn === null || customer === null || customerCountry === null) return null
  if (customerKind === null || currency === null || amountMinor === null) return null
  if (amountKind === null || vatRateBp === null || paymentMeans === null) return null
  const whom = { soldOn, customer, customerCountry, customerKind }
  const what = { amountMinor, currency, amountKind, vatRateBp }
  const money = { paymentMeans, moneyPlace: usualMoneyPlace(paymentMeans) }
  return { id: randomUUID(), ...whom, ...what, ...money }
}

const CUSTOMER_KINDS = { pro: 'business', particulier: 'person' } as const
const AMOUNT_KINDS = { TTC: 'gross', HT: 'net' } as const

function readCountry(cells: Cells): string | null {
  const value = cells.row.cell('pays_client').toUpperCase()
  if (/^[A-Z]{2}$/.test(value)) return value
  return cells.refuse('pays_client', 'country-unknown', { value: quoted(value) })
}

function readCurrency(cells: Cells) {
  const value = cells.row.cell('devise').toUpperCase()
  if (isCurrencyCode(value)) return value
  return cells.refuse('devise', 'currency-unknown', { value: quoted(value) })
}

const MEANS: Readonly<Record<string, PaymentMeans>> = {
  especes: 'cash',
  virement: 'transfer',
  carte: 'card',
  'carte bancaire': 'card',
  cheque: 'cheque',
  wave: 'wave',
  'orange money': 'orange_money',
}

/** Means change with countries and years: one that has no name here is kept as another one. */
function readMeans(cells: Cells): PaymentMeans | null {
  const value = cells.text('moyen_paiement', 60)
  return value === null ? null : (MEANS[folded(value)] ?? 'other')
}

function readExpense(cells: Cells, month: YearMonth): Expense | null {
  const spentOn = cells.dateIn('date', month)
  const category = cells.choice('catégorie', EXPENSE_CATEGORY_BY_FRENCH_CODE, 'category-unknown')
  const grossCents = cells.amount('montant_ttc', 'EUR')
  const vatCents = cells.row.cell('dont_tva') === '' ? 0n : cells.amount('dont_tva', 'EUR')
  const hasReceipt = cells.choice('justificatif', {
    oui: true,
    non: false,
    vrai: true,
    faux: false,
  })
  if (spentOn === null || category === null || hasReceipt === null) return null
  if (grossCents === null || vatCents === null) return null
  if (absolute(vatCents) > absolute(grossCents)) return cells.refuse('dont_tva', 'vat-above-amount')
  if (vatCents * grossCents < 0n) return cells.refuse('dont_tva', 'vat-sign-differs')
  return {
    id: randomUUID(),
    spentOn,
    category,
    label: '',
    grossCents,
    vatCents,
    receiptState: hasReceipt ? 'on_paper' : 'missing',
  }
}

function absolute(amount: bigint): bigint {
  return amount < 0n ? -amount : amount
}

function readTrip(cells: Cells, month: YearMonth): Trip | null {
  const year = Number(month.slice(0, 4))
  if (!hasMileageScale(year)) {
    return cells.refuse('mois', 'mileage-scale-unknown', { year: String(year) })
  }
  const km = cells.whole('km', { least: 1, most: 100_000 })
  const fiscalHorsepower = cells.whole('cv_fiscaux', { least: 1, most: 50 })
  const reason = cells.text('motif')
  if (km === null || fiscalHorsepower === null || reason === null) return null
  return { id: randomUUID(), km, fiscalHorsepower, reason }
}
