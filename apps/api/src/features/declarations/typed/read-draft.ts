import type { YearMonth } from '@terreau/domain/time/year-month'
import type { FieldProblem } from '@terreau/protocol/problems'
import type { DeclaredLines } from '../declared-lines.ts'
import type { Draft } from '../own-declaration.ts'
import type { VehicleChoice } from '../vehicles/queries.ts'
import { readExpense, readTrip } from './read-expense.ts'
import { readSale, type TypedSale } from './read-sale.ts'

export interface TypedLines {
  sales: readonly TypedSale[]
  expenses: Draft['expenses']
  trips: Draft['trips']
}

export interface ReadingContext {
  month: YearMonth
  activityVatRateBp: number
  fiscalHorsepower: number | null
  /** Those the person had in that month. */
  vehicles: readonly VehicleChoice[]
  /** Lines that have at least one receipt. */
  receiptLineIds: ReadonlySet<string>
}

/** The lines a draft really declares: "Non" keeps what was typed before but declares nothing. */
export function declaredPart(draft: Draft): TypedLines {
  const hasExpenses = draft.hasExpenses !== false
  return {
    sales: draft.hasSales === false ? [] : draft.sales,
    expenses: hasExpenses ? draft.expenses : [],
    trips: hasExpenses ? draft.trips : [],
  }
}

/** Reads everything that was typed. Every problem is found at once, each with the place of its field. */
export function readLines(
  typed: TypedLines,
  context: ReadingContext,
  root = '/body',
): { lines: DeclaredLines; problems: FieldProblem[] } {
  const problems: FieldProblem[] = []
  const sales = typed.sales.flatMap((sale, index) => {
    const read = readSale(sale, { ...context, pointer: `${root}/sales/${index}` })
    problems.push(...read.problems.found)
    return read.sale ?? []
  })
  const expenses = typed.expenses.flatMap((expense, index) => {
    const read = readExpense(expense, { ...context, pointer: `${root}/expenses/${index}` })
    problems.push(...read.problems.found)
    return read.expense ?? []
  })
  const trips = typed.trips.flatMap((trip, index) => {
    const read = readTrip(trip, { ...context, pointer: `${root}/trips/${index}` })
    problems.push(...read.problems.found)
    return read.trip ?? []
  })
  problems.push(...repeatedIds(typed, root))
  return { lines: { sales, expenses, trips }, problems }
}

/** A line is named by its device; the same name twice would join two lines' receipts. */
function repeatedIds(typed: TypedLines, root: string): FieldProblem[] {
  const seen = new Set<string>()
  const problems: FieldProblem[] = []
  for (const kind of ['sales', 'expenses', 'trips'] as const) {
    for (const [index, { id }] of typed[kind].entries()) {
      if (seen.has(id)) problems.push({ pointer: `${root}/${kind}/${index}/id`, code: 'conflict' })
      seen.add(id)
    }
  }
  return problems
}
