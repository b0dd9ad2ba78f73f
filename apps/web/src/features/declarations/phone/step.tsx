import { type ComponentType, lazy, useEffect } from 'react'
import { Redirect } from 'wouter'
import { type PhoneWordsPart, phoneWords } from '../../../ui/phone/words.ts'
import { useWizard } from './use-wizard.ts'

/** The question is on screen and being read; the line is free. */
const READING_MS = 1_500

/** What fetches each screen, in the order in which they are asked. */
const fetches: (() => Promise<unknown>)[] = []

/** A screen arrives with the words that only it shows. */
function screen<Props>(load: () => Promise<ComponentType<Props>>, words: PhoneWordsPart[]) {
  const fetch = async () => {
    const [component] = await Promise.all([load(), phoneWords.need(words)])
    return { default: component }
  }
  fetches.push(fetch)
  return lazy(fetch)
}

const StartStep = screen(
  () => import('./steps/start-step.tsx').then((m) => m.StartStep),
  ['declarationsStart'],
)
const SaleAmountStep = screen(
  () => import('./steps/sale-amount-step.tsx').then((m) => m.SaleAmountStep),
  ['declarationsMoney', 'lineErrors'],
)
const SaleCustomerStep = screen(
  () => import('./steps/sale-customer-step.tsx').then((m) => m.SaleCustomerStep),
  ['declarationsSales'],
)
const DayStep = screen(() => import('./steps/day-step.tsx').then((m) => m.DayStep), [])
const ReceiptStep = screen(
  () => import('./steps/receipt-step.tsx').then((m) => m.ReceiptStep),
  ['declarationsReceipt'],
)
const NoReceiptStep = screen(
  () => import('./steps/no-receipt-step.tsx').then((m) => m.NoReceiptStep),
  ['declarationsReceipt'],
)
const SaleSteps = screen(
  () => import('./steps/sale-steps.tsx').then((m) => m.SaleSteps),
  ['declarationsSales', 'declarationsLines', 'declarationsReceipt'],
)
const ExpenseSteps = screen(
  () => import('./steps/expense-steps.tsx').then((m) => m.ExpenseSteps),
  ['declarationsExpenses', 'declarationsCategory', 'declarationsLines', 'declarationsReceipt'],
)
const ExpenseAmountStep = screen(
  () => import('./steps/expense-amount-step.tsx').then((m) => m.ExpenseAmountStep),
  ['declarationsExpenses', 'lineErrors'],
)
const TripStep = screen(
  () => import('./steps/trip-step.tsx').then((m) => m.TripStep),
  ['declarationsExpenses', 'lineErrors'],
)
const CheckSteps = screen(
  () => import('./steps/check-steps.tsx').then((m) => m.CheckSteps),
  ['declarationsCheck', 'declarationsCategory', 'declarationsLines'],
)
const DoneStep = screen(
  () => import('./steps/done-step.tsx').then((m) => m.DoneStep),
  ['declarationsDone'],
)

/** The first question is fetched while the month is asked for, not after it. */
export function prefetch(step: string): void {
  if (step === '') void fetches[0]?.().catch(() => undefined)
}

/** Each screen is fetched with what it alone needs; those after it are fetched while one is read. */
export function Step({ step }: { step: string }) {
  useEffect(() => {
    // Without network the fetch fails here and is tried again when the next screen is asked for.
    const fetchAll = () => Promise.all(fetches.map((fetch) => fetch()))
    const timer = setTimeout(() => void fetchAll().catch(() => undefined), READING_MS)
    return () => clearTimeout(timer)
  }, [])
  return step === '' ? <StartStep /> : <LaterStep step={step} />
}

/** The steps about who paid. */
const OF_THE_CUSTOMER = ['client', 'pays', 'type', 'nom']

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
    if (part === 'recu') return <ReceiptStep key={`v${index}`} {...line} />
    if (part === 'sans-recu') return <NoReceiptStep key={`n${index}`} {...line} />
    if (part === 'montant') return <SaleAmountStep key={`v${index}`} index={index} />
    if (OF_THE_CUSTOMER.includes(part)) {
      return <SaleCustomerStep key={index} index={index} part={part} />
    }
    return <SaleSteps key={`v${index}`} index={index} part={part} />
  }
  if (kind === 'depense' && index >= 0 && index < expenses.length) {
    const line = { kind: 'expense', index } as const
    if (part === 'jour') return <DayStep key={`d${index}`} {...line} />
    if (part === 'recu') return <ReceiptStep key={`d${index}`} {...line} />
    if (part === 'sans-recu') return <NoReceiptStep key={`n${index}`} {...line} />
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
