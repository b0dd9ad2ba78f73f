import { type ComponentType, lazy, useEffect } from 'react'
import { Redirect } from 'wouter'
import { type PhoneWordsPart, phoneWords } from '../../../ui/phone/words.ts'
import { useWizard } from './use-wizard.ts'

/** The question is on screen and being read; the line is free. */
const READING_MS = 1_500

const fetchStart = fetched(
  () => import('./steps/start-step.tsx').then((m) => m.StartStep),
  ['declarationsStart'],
)
const fetchSales = fetched(
  () => import('./steps/sale-steps.tsx').then((m) => m.SaleSteps),
  ['declarationsSales', 'declarationsLines', 'declarationsReceipt'],
)
const fetchSaleAmount = fetched(
  () => import('./steps/sale-amount-step.tsx').then((m) => m.SaleAmountStep),
  ['declarationsMoney', 'lineErrors'],
)
const fetchSaleCustomer = fetched(
  () => import('./steps/sale-customer-step.tsx').then((m) => m.SaleCustomerStep),
  ['declarationsSales'],
)
const fetchExpenses = fetched(
  () => import('./steps/expense-steps.tsx').then((m) => m.ExpenseSteps),
  ['declarationsExpenses', 'declarationsCategory', 'declarationsLines', 'declarationsReceipt'],
)
const fetchExpenseAmount = fetched(
  () => import('./steps/expense-amount-step.tsx').then((m) => m.ExpenseAmountStep),
  ['declarationsExpenses', 'lineErrors'],
)
const fetchTrip = fetched(
  () => import('./steps/trip-step.tsx').then((m) => m.TripStep),
  ['declarationsExpenses', 'lineErrors'],
)
const fetchDay = fetched(() => import('./steps/day-step.tsx').then((m) => m.DayStep), [])
const fetchReceipt = fetched(
  () => import('./steps/receipt-steps.tsx').then((m) => m.ReceiptSteps),
  ['declarationsReceipt'],
)
const fetchCheck = fetched(
  () => import('./steps/check-steps.tsx').then((m) => m.CheckSteps),
  ['declarationsCheck', 'declarationsCategory', 'declarationsLines'],
)
const fetchDone = fetched(
  () => import('./steps/done-step.tsx').then((m) => m.DoneStep),
  ['declarationsDone'],
)

/** In the order in which they are asked. */
const FETCHES = [
  fetchSaleAmount,
  fetchSaleCustomer,
  fetchDay,
  fetchReceipt,
  fetchSales,
  fetchExpenses,
  fetchExpenseAmount,
  fetchTrip,
  fetchCheck,
  fetchDone,
]

const StartStep = lazy(fetchStart)
const SaleSteps = lazy(fetchSales)
const SaleAmountStep = lazy(fetchSaleAmount)
const SaleCustomerStep = lazy(fetchSaleCustomer)
const ExpenseSteps = lazy(fetchExpenses)
const ExpenseAmountStep = lazy(fetchExpenseAmount)
const TripStep = lazy(fetchTrip)
const DayStep = lazy(fetchDay)
const ReceiptSteps = lazy(fetchReceipt)
const CheckSteps = lazy(fetchCheck)
const DoneStep = lazy(fetchDone)

/** The first question is fetched while the month is asked for, not after it. */
export function prefetch(step: string): void {
  if (step === '') void fetchStart().catch(() => undefined)
}

/** Each screen is fetched with what it alone needs; those after it are fetched while one is read. */
export function Step({ step }: { step: string }) {
  useEffect(() => {
    // Without network the fetch fails here and is tried again when the next screen is asked for.
    const fetchAll = () => Promise.all(FETCHES.map((fetch) => fetch()))
    const timer = setTimeout(() => void fetchAll().catch(() => undefined), READING_MS)
    return () => clearTimeout(timer)
  }, [])
  return step === '' ? <StartStep /> : <LaterStep step={step} />
}

/** The steps about the receipt of a sale or of an expense. */
const OF_THE_RECEIPT = ['recu', 'sans-recu']

/** Where the whole draft is looked at. */
const OF_THE_WHOLE = ['reprendre', 'verifier']

/** The screen of one step: 'vente/2/jour'. An unknown one begins again, nothing is lost. */
function LaterStep({ step }: { step: string }) {
  const { state, href } = useWizard()
  const [kind = '', number = '', part = ''] = step.split('/')
  const index = /^[1-9]\d{0,2}$/.test(number) ? Number(number) - 1 : -1
  const { sales, expenses, trips } = state.draft
  if (OF_THE_WHOLE.includes(step)) return <CheckSteps part={step} />
  if (step === 'fait') return <DoneStep />
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
    const line = { kind: 'sale', index } as const
    if (part === 'jour') return <DayStep key={`v${index}`} {...line} />
    if (OF_THE_RECEIPT.includes(part))
      return <ReceiptSteps key={`v${index}`} {...line} part={part} />
    if (part === 'montant') return <SaleAmountStep key={`v${index}`} index={index} />
    if (part === 'client') return <SaleCustomerStep key={`v${index}`} index={index} />
    return <SaleSteps key={`v${index}`} index={index} part={part} />
  }
  if (kind === 'depense' && index >= 0 && index < expenses.length) {
    const line = { kind: 'expense', index } as const
    if (part === 'jour') return <DayStep key={`d${index}`} {...line} />
    if (OF_THE_RECEIPT.includes(part))
      return <ReceiptSteps key={`d${index}`} {...line} part={part} />
    if (part === 'montant')
      return <ExpenseAmountStep key={`m${index}`} index={index} part="gross" />
    if (part === 'tva') return <ExpenseAmountStep key={`t${index}`} index={index} part="vat" />
    return <ExpenseSteps key={`d${index}`} index={index} part={part} />
  }
  if (kind === 'trajet' && index >= 0 && index <= trips.length) {
    return <TripStep key={`t${index}`} index={index} />
  }
  return <Redirect to={href('')} replace />
}

/** A screen arrives with the words that only it shows. */
function fetched<Props>(load: () => Promise<ComponentType<Props>>, words: PhoneWordsPart[]) {
  return async () => {
    const [component] = await Promise.all([load(), phoneWords.need(words)])
    return { default: component }
  }
}
