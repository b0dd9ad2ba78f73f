import { Redirect } from 'wouter'
import { resumeStep } from './resume-step.ts'
import { CheckStep } from './steps/check-step.tsx'
import { DayStep } from './steps/day-step.tsx'
import { DoneStep } from './steps/done-step.tsx'
import { ExpenseAmountStep } from './steps/expense-amount-step.tsx'
import { ExpenseKindStep } from './steps/expense-kind-step.tsx'
import { ExpenseListStep } from './steps/expense-list-step.tsx'
import { ExpenseSummaryStep } from './steps/expense-summary-step.tsx'
import { ExpensesStep } from './steps/expenses-step.tsx'
import { NoReceiptStep } from './steps/no-receipt-step.tsx'
import { ReceiptStep } from './steps/receipt-step.tsx'
import { SaleAmountStep } from './steps/sale-amount-step.tsx'
import { SaleCustomerStep } from './steps/sale-customer-step.tsx'
import { SaleListStep } from './steps/sale-list-step.tsx'
import { SaleMeansStep } from './steps/sale-means-step.tsx'
import { SalePlaceStep } from './steps/sale-place-step.tsx'
import { SaleSummaryStep } from './steps/sale-summary-step.tsx'
import { TripStep } from './steps/trip-step.tsx'
import { useWizard } from './use-wizard.ts'

/** The screen of one step: 'vente/2/jour'. An unknown one begins again, nothing is lost. */
export function LaterStep({ step }: { step: string }) {
  const { state, href } = useWizard()
  const [kind = '', number = '', part = ''] = step.split('/')
  const index = /^[1-9]\d{0,2}$/.test(number) ? Number(number) - 1 : -1
  const { sales, expenses, trips } = state.draft
  if (step === 'reprendre') return <Redirect to={href(resumeStep(state.draft))} replace />
  if (step === 'ventes') return <SaleListStep />
  if (step === 'depenses') return <ExpensesStep />
  if (step === 'depenses/quoi') return <ExpenseKindStep index={expenses.length} isMore={false} />
  if (step === 'depenses/plus') return <ExpenseKindStep index={expenses.length} isMore />
  if (step === 'depenses/liste') return <ExpenseListStep />
  if (step === 'verifier') return <CheckStep />
  if (step === 'fait') return <DoneStep />
  if (kind === 'vente' && index >= 0 && index <= sales.length) {
    // A sale begins with its amount: there is nothing else to ask about it before.
    if (index === sales.length && part !== 'montant')
      return <Redirect to={href('ventes')} replace />
    return <SaleStep key={index} index={index} part={part} />
  }
  if (kind === 'depense' && index >= 0 && index < expenses.length) {
    return <ExpenseStep key={index} index={index} part={part} />
  }
  if (kind === 'trajet' && index >= 0 && index <= trips.length) {
    return <TripStep key={index} index={index} />
  }
  return <Redirect to={href('')} replace />
}

function SaleStep({ index, part }: { index: number; part: string }) {
  switch (part) {
    case 'montant':
      return <SaleAmountStep index={index} />
    case 'client':
      return <SaleCustomerStep index={index} />
    case 'jour':
      return <DayStep kind="sale" index={index} />
    case 'paiement':
      return <SaleMeansStep index={index} />
    case 'argent':
      return <SalePlaceStep index={index} />
    case 'recu':
      return <ReceiptStep kind="sale" index={index} />
    case 'sans-recu':
      return <NoReceiptStep kind="sale" index={index} />
    default:
      return <SaleSummaryStep index={index} />
  }
}

function ExpenseStep({ index, part }: { index: number; part: string }) {
  switch (part) {
    case 'quoi':
      return <ExpenseKindStep index={index} isMore={false} />
    case 'plus':
      return <ExpenseKindStep index={index} isMore />
    case 'montant':
      return <ExpenseAmountStep index={index} />
    case 'jour':
      return <DayStep kind="expense" index={index} />
    case 'recu':
      return <ReceiptStep kind="expense" index={index} />
    case 'sans-recu':
      return <NoReceiptStep kind="expense" index={index} />
    default:
      return <ExpenseSummaryStep index={index} />
  }
}
