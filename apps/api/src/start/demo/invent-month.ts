import type { CurrencyCode } from '@terreau/domain/money/currency'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { lastDay, type YearMonth } from '@terreau/domain/time/year-month'
import type { Draft } from '../../features/declarations/own-declaration.ts'
import type { DemoPerson } from './people-data.ts'
import { type Random, randomOf } from './random.ts'
import { ASKED_PER_EURO, type Customer, type Trade } from './trade.ts'
import { TRADES } from './trades.ts'

export type TypedSale = Draft['sales'][number]
export type TypedExpense = Draft['expenses'][number]

interface Worked {
  month: YearMonth
  /** First day of the month that a contract covers. */
  from: LocalDate
}

/** What somebody types for an ordinary month, in the words and amounts of their trade. */
export function inventMonth(person: DemoPerson, n: number, worked: Worked): Draft {
  const random = randomOf(person.key, n)
  const trade = TRADES[person.trade]
  const sales = isQuiet(person, n) ? [] : inventSales(random, { person, trade, worked })
  const expenses = inventExpenses(random, { trade, worked })
  const trips = inventTrips(random, { person, trade })
  return {
    clientId: random.uuid(),
    hasSales: sales.length > 0,
    sales,
    hasExpenses: expenses.length + trips.length > 0,
    expenses,
    trips,
  }
}

/** A month without any sale, now and then: an explicit zero. */
function isQuiet(person: DemoPerson, n: number): boolean {
  return randomOf(person.key, n, 'quiet').chance(3)
}

function inventSales(
  random: Random,
  { person, trade, worked }: { person: DemoPerson; trade: Trade; worked: Worked },
): TypedSale[] {
  const days = distinctDays(random, worked, random.int(...trade.sales.count))
  return days.map((soldOn) => {
    const customer = random.pick(trade.customers)
    const [low, high] = trade.sales.euros
    const whole = Math.round((random.int(low, high) * person.scalePercent) / 100)
    const euros = random.chance(25) ? whole + 0.5 : whole
    return typedSale(random.uuid(), customer, { soldOn, euros })
  })
}

/** One sale, in the currency of the customer, rounded as people round their prices. */
export function typedSale(
  id: string,
  customer: Customer,
  { soldOn, euros }: { soldOn: LocalDate; euros: number },
): TypedSale {
  const { name, kind, country, means, currency } = customer
  return {
    id,
    amountText: askedPrice(euros, currency),
    currency,
    soldOn,
    customer: name,
    customerCountry: country,
    customerKind: kind,
    paymentMeans: means,
    moneyPlace: 'cooperative',
    noReceiptReason: 'on_paper',
  }
}

function askedPrice(euros: number, currency: CurrencyCode): string {
  if (currency === 'EUR' && !Number.isInteger(euros)) return euroText(Math.round(euros * 100))
  const [rate, step] = ASKED_PER_EURO[currency] ?? [1, 1]
  return String(Math.max(step, Math.round((euros * rate) / step) * step))
}

function inventExpenses(
  random: Random,
  { trade, worked }: { trade: Trade; worked: Worked },
): TypedExpense[] {
  const bought = trade.expenses.filter(({ chance }) => random.chance(chance))
  const days = distinctDays(random, worked, bought.length)
  return days.map((spentOn, index) => {
    const usual = bought[index]
    if (usual === undefined) throw new Error('as many days as expenses')
    const [low, high] = usual.euros
    const grossCents = random.int(low * 100, high * 100)
    const isLost = grossCents < 6_000 && random.chance(12)
    return typedExpense(random.uuid(), usual, { spentOn, grossCents, isLost })
  })
}

/** One purchase with the VAT of its receipt, which is kept on paper unless it is lost. */
export function typedExpense(
  id: string,
  usual: Pick<Trade['expenses'][number], 'category' | 'label' | 'vatPercent'>,
  paid: { spentOn: LocalDate; grossCents: number; isLost: boolean },
): TypedExpense {
  const { category, label, vatPercent } = usual
  const vatCents = Math.round((paid.grossCents * vatPercent) / (100 + vatPercent))
  return {
    id,
    category,
    label,
    grossText: euroText(paid.grossCents),
    vatText: vatCents === 0 ? '' : euroText(vatCents),
    spentOn: paid.spentOn,
    noReceiptReason: paid.isLost ? 'lost' : 'on_paper',
    receiptName: vatCents === 0 ? '' : 'cooperative',
  }
}

/** 1234 cents as '12,34'. */
export function euroText(amountCents: number): string {
  const digits = String(amountCents).padStart(3, '0')
  return `${digits.slice(0, -2)},${digits.slice(-2)}`
}

function inventTrips(
  random: Random,
  { person, trade }: { person: DemoPerson; trade: Trade },
): Draft['trips'] {
  if (trade.trip === undefined || person.horsepower === null || random.chance(20)) return []
  const { km, reason } = trade.trip
  return [{ id: random.uuid(), kmText: String(random.int(...km)), reason, vehicleId: '' }]
}

/** Days in order, each once: two equal amounts on one day are a flag, not an ordinary month. */
function distinctDays(random: Random, { month, from }: Worked, count: number): LocalDate[] {
  const first = Number(from.slice(8))
  const last = Number(lastDay(month).slice(8))
  const left = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const chosen: number[] = []
  while (chosen.length < count && left.length > 0) {
    chosen.push(...left.splice(random.int(0, left.length - 1), 1))
  }
  return chosen
    .toSorted((left, right) => left - right)
    .map((day) => localDate(`${month}-${String(day).padStart(2, '0')}`))
}
