import { type ComponentType, lazy, useEffect } from 'react'
import { Redirect } from 'wouter'
import { phoneWords } from '../../../ui/phone/words.ts'
import { StartStep } from './steps/start-step.tsx'
import { useWizard } from './use-wizard.ts'

/** The question is on screen and being read; the line is free. */
const READING_MS = 1_500

const fetchSales = fetched(() => import('./steps/sale-steps.tsx').then((m) => m.SaleSteps))
const fetchExpenses = fetched(() => import('./steps/expense-steps.tsx').then((m) => m.ExpenseSteps))
const fetchLines = fetched(() => import('./steps/line-steps.tsx').then((m) => m.LineSteps))
const fetchLast = fetched(() => import('./steps/last-steps.tsx').then((m) => m.LastSteps))

const SaleSteps = lazy(fetchSales)
const ExpenseSteps = lazy(fetchExpenses)
const LineSteps = lazy(fetchLines)
const LastSteps = lazy(fetchLast)

/** The first question comes with the page; the screens after it are fetched while one is read. */
export function Step({ step }: { step: string }) {
  useEffect(() => {
    // Without network the fetch fails here and is tried again when the next screen is asked for.
    const fetchAll = () => Promise.all([fetchSales(), fetchLines(), fetchExpenses(), fetchLast()])
    const timer = setTimeout(() => void fetchAll().catch(() => undefined), READING_MS)
    return () => clearTimeout(timer)
  }, [])
  return step === '' ? <StartStep /> : <LaterStep step={step} />
}

/** The steps of a sale and of an expense that ask the same. */
const OF_ANY_LINE = ['jour', 'recu', 'sans-recu']

/** Where the whole draft is looked at. */
const OF_THE_WHOLE = ['reprendre', 'verifier', 'fait']

/** The screen of one step: 'vente/2/jour'. An unknown one begins again, nothing is lost. */
function LaterStep({ step }: { step: string }) {
  const { state, href } = useWizard()
  const [kind = '', number = '', part = ''] = step.split('/')
  const index = /^[1-9]\d{0,2}$/.test(number) ? Number(number) - 1 : -1
  const { sales, expenses, trips } = state.draft
  if (OF_THE_WHOLE.includes(step)) return <LastSteps part={step} />
  if (step === 'ventes') return <SaleSteps index={null} part="" />
  if (step === 'depenses' || step === 'depenses/liste') {
    return <ExpenseSteps index={null} part={number} />
  }
  if (step === 'depenses/quoi' || step === 'depenses/plus') {
    return <ExpenseSteps index={expenses.length} part={number} />
  }
  if (kind === 'vente' && index >= 0 && index <= sales.length) {
    // A sale begins with its amount: there is nothing else to ask about it before.
    if (index === sales.length && part !== 'montant')
      return <Redirect to={href('ventes')} replace />
    return OF_ANY_LINE.includes(part) ? (
      <LineSteps key={`v${index}`} kind="sale" index={index} part={part} />
    ) : (
      <SaleSteps key={`v${index}`} index={index} part={part} />
    )
  }
  if (kind === 'depense' && index >= 0 && index < expenses.length) {
    return OF_ANY_LINE.includes(part) ? (
      <LineSteps key={`d${index}`} kind="expense" index={index} part={part} />
    ) : (
      <ExpenseSteps key={`d${index}`} index={index} part={part} />
    )
  }
  if (kind === 'trajet' && index >= 0 && index <= trips.length) {
    return <ExpenseSteps key={`t${index}`} index={index} part={kind} />
  }
  return <Redirect to={href('')} replace />
}

/** The first question has no field: the sentences about fields come with the screens that have some. */
function fetched<Props>(load: () => Promise<ComponentType<Props>>) {
  return async () => {
    const [component] = await Promise.all([load(), phoneWords.need(['lineErrors'])])
    return { default: component }
  }
}
