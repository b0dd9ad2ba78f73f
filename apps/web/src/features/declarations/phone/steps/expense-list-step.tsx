import { formatDate } from '@terreau/i18n/format'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { useLocale } from '../../../../lib/locale.ts'
import { MoneyText } from '../../../../ui/money-text.tsx'
import { LinkButton } from '../../../../ui/phone/button.tsx'
import { Page } from '../../../../ui/phone/page.tsx'
import { useT } from '../../../../ui/phone/words.ts'
import type { Draft, ExpenseDraft, TripDraft } from '../queries.ts'
import { ReceiptWords } from '../receipt-words.tsx'
import { RemovedLine } from '../removed-line.tsx'
import { isTripComplete, missingExpensePart, typedUnits } from '../sale-words.ts'
import { SavedLine } from '../saved-line.tsx'
import { useWizard } from '../use-wizard.ts'

/** Expenses and trips so far; another one, or that is all. */
export function ExpenseListStep() {
  const t = useT()
  const wizard = useWizard()
  const { expenses, trips } = wizard.state.draft
  const [before, setBefore] = useState<Pick<Draft, 'expenses' | 'trips'> | null>(null)
  const remove = (part: Partial<Draft>) => {
    setBefore({ expenses, trips })
    wizard.change(part)
  }
  const undo = () => {
    if (before !== null) wizard.change(before)
    setBefore(null)
  }
  return (
    <Page title={t('declarationsExpenses.list.title', wizard.words)} back={wizard.href('depenses')}>
      <LinkButton href={wizard.href('verifier')}>{t('declarationsExpenses.list.done')}</LinkButton>
      <LinkButton look="secondary" href={wizard.href('depenses/quoi')}>
        {t('declarationsExpenses.list.more')}
      </LinkButton>
      <RemovedLine
        text={before === null ? null : t('declarationsExpenses.list.removed')}
        onUndo={undo}
      />
      {expenses.length + trips.length === 0 && <p>{t('declarationsExpenses.list.none')}</p>}
      <ul className="plain-list lines">
        {expenses.map((expense, index) => (
          <ExpenseItem
            key={expense.id}
            expense={expense}
            index={index}
            onRemove={() => remove({ expenses: expenses.toSpliced(index, 1) })}
          />
        ))}
        {trips.map((trip, index) => (
          <TripItem
            key={trip.id}
            trip={trip}
            index={index}
            onRemove={() => remove({ trips: trips.toSpliced(index, 1) })}
          />
        ))}
      </ul>
      <SavedLine />
    </Page>
  )
}

interface ItemProps {
  index: number
  onRemove: () => void
}

function ExpenseItem({ expense, index, onRemove }: ItemProps & { expense: ExpenseDraft }) {
  const t = useT()
  const locale = useLocale()
  const n = index + 1
  const units = typedUnits(expense.grossText, 'EUR')
  const missing = missingExpensePart(expense)
  const what = expense.category === '' ? null : t(`declarationsCategory.${expense.category}`)
  const day =
    expense.spentOn === '' ? null : formatDate(expense.spentOn, locale).replace(/\s\d{4}$/, '')
  return (
    <Item
      what={t('declarationsLines.changeExpense', { n })}
      href={missing === null ? `depense/${n}` : `depense/${n}/${missing}`}
      isComplete={missing === null}
      onRemove={onRemove}
    >
      <p>{[t('declarationsSteps.expense.step', { n }), what, day].filter(Boolean).join(' · ')}</p>
      <p>
        <strong>{units !== null && <MoneyText cents={units} />}</strong>
        {' · '}
        <ReceiptWords line={expense} />
      </p>
    </Item>
  )
}

function TripItem({ trip, index, onRemove }: ItemProps & { trip: TripDraft }) {
  const t = useT()
  const { view } = useWizard()
  const n = index + 1
  return (
    <Item
      what={t('declarationsLines.changeTrip', { n })}
      href={`trajet/${n}`}
      isComplete={isTripComplete(trip, view)}
      onRemove={onRemove}
    >
      <p>{t('declarationsLines.tripWords', { km: trip.kmText, reason: trip.reason })}</p>
    </Item>
  )
}

function Item(props: {
  what: string
  href: string
  isComplete: boolean
  onRemove: () => void
  children: ReactNode
}) {
  const t = useT()
  const wizard = useWizard()
  return (
    <li>
      {props.children}
      {!props.isComplete && <p className="field-error">{t('declarationsSteps.toComplete')}</p>}
      <p className="line-acts">
        <Link href={wizard.href(props.href)}>
          {t('common.change')}
          <span className="visually-hidden"> {props.what}</span>
        </Link>
        <button className="text-button" type="button" onClick={props.onRemove}>
          {t('common.remove')}
          <span className="visually-hidden"> {props.what}</span>
        </button>
      </p>
    </li>
  )
}
