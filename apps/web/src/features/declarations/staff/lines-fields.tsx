import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { FieldErrors } from '../../../lib/field-errors.ts'
import { useT } from '../../../ui/staff/words.ts'
import { ExpenseFields } from './expense-fields.tsx'
import { type CorrectedLines, reviewQueries } from './queries.ts'
import { SaleFields } from './sale-fields.tsx'
import { TripFields } from './trip-fields.tsx'
import { blankExpense, blankSale, blankTrip } from './typed-lines.ts'

interface LinesFieldsProps {
  lines: CorrectedLines
  onChange: (lines: CorrectedLines) => void
  form: FieldErrors
  /** How the API points at the lines: 'lines.' when they sit in a correction. */
  prefix: string
  /** Staff may say which VAT applies when they correct; a declaration on the phone follows the rule. */
  hasVat: boolean
  personId: string
}

/** Every line as fields, in the words and spellings people use. */
export function LinesFields(props: LinesFieldsProps) {
  const { lines, onChange, form, prefix, hasVat, personId } = props
  const t = useT()
  const { data: vehicles = [] } = useQuery(reviewQueries.vehicles(personId))
  const { sales, expenses, trips } = lines
  return (
    <>
      {sales.map((sale, index) => (
        <SaleFields
          key={sale.id}
          sale={sale}
          n={index + 1}
          name={`${prefix}sales.${index}.`}
          form={form}
          hasVat={hasVat}
          onChange={(next) => onChange({ ...lines, sales: sales.with(index, next) })}
          onRemove={() => onChange({ ...lines, sales: sales.toSpliced(index, 1) })}
        />
      ))}
      {expenses.map((expense, index) => (
        <ExpenseFields
          key={expense.id}
          expense={expense}
          n={index + 1}
          name={`${prefix}expenses.${index}.`}
          form={form}
          onChange={(next) => onChange({ ...lines, expenses: expenses.with(index, next) })}
          onRemove={() => onChange({ ...lines, expenses: expenses.toSpliced(index, 1) })}
        />
      ))}
      {trips.map((trip, index) => (
        <TripFields
          key={trip.id}
          trip={trip}
          n={index + 1}
          name={`${prefix}trips.${index}.`}
          form={form}
          vehicles={vehicles}
          onChange={(next) => onChange({ ...lines, trips: trips.with(index, next) })}
          onRemove={() => onChange({ ...lines, trips: trips.toSpliced(index, 1) })}
        />
      ))}
      <div className="verdicts">
        <Button
          variant="default"
          onClick={() => onChange({ ...lines, sales: [...sales, blankSale()] })}
        >
          {t('review.correct.addSale')}
        </Button>
        <Button
          variant="default"
          onClick={() => onChange({ ...lines, expenses: [...expenses, blankExpense()] })}
        >
          {t('review.correct.addExpense')}
        </Button>
        <Button
          variant="default"
          onClick={() => onChange({ ...lines, trips: [...trips, blankTrip()] })}
        >
          {t('review.correct.addTrip')}
        </Button>
      </div>
    </>
  )
}
