import type { CurrencyCode } from '@terreau/domain/money/currency'
import { createContext, useContext, useSyncExternalStore } from 'react'
import { useLocation, useSearch } from 'wouter'
import { useLocale } from '../../../lib/locale.ts'
import type { DraftKeeper, DraftState } from './keep/draft-keeper.ts'
import { stepHref } from './month-links.ts'
import { type MonthWords, monthWords } from './month-words.ts'
import type { Draft, ExpenseDraft, MonthView, SaleDraft, TripDraft } from './queries.ts'

interface WizardPlace {
  view: MonthView
  keeper: DraftKeeper
}

export const WizardContext = createContext<WizardPlace | null>(null)

export interface Wizard extends WizardPlace {
  state: DraftState
  words: MonthWords
  /** The address of a step: 'vente/1/montant'. */
  href: (step: string) => string
  go: (step: string) => void
  /** The step a correction came from, to go back there; null on the way through. */
  cameFrom: string | null
  /** Goes back where a correction came from, or on to the next step. */
  next: (step: string) => void
  change: (part: Partial<Draft>) => void
  putSale: (index: number, part: Partial<SaleDraft>) => void
  putExpense: (index: number, part: Partial<ExpenseDraft>) => void
  putTrip: (index: number, part: Partial<TripDraft>) => void
}

/** Everything a step needs. */
export function useWizard(): Wizard {
  const place = useContext(WizardContext)
  if (place === null) throw new Error('a step is drawn inside the wizard')
  const { view, keeper } = place
  const state = useSyncExternalStore(keeper.subscribe, keeper.read)
  const [, navigate] = useLocation()
  const search = new URLSearchParams(useSearch())
  const words = monthWords(view.month, useLocale())
  const kept = { activity: search.get('activite'), isMore: search.has('ajout') }
  const cameFrom = search.get('de')
  const href = (step: string) => stepHref(view.month, step, kept)
  const go = (step: string) => navigate(href(step))
  const change = (part: Partial<Draft>) => keeper.change({ ...keeper.read().draft, ...part })
  return {
    ...place,
    state,
    words,
    href,
    go,
    cameFrom,
    next: (step) => go(cameFrom ?? step),
    change,
    putSale: (index, part) =>
      change({ sales: put(keeper.read().draft.sales, index, part, newSale) }),
    putExpense: (index, part) =>
      change({ expenses: put(keeper.read().draft.expenses, index, part, newExpense) }),
    putTrip: (index, part) =>
      change({ trips: put(keeper.read().draft.trips, index, part, newTrip) }),
  }
}

/** The currency to propose: the last one used here, else the last one sold in, else euros. */
export function usualCurrency(draft: Draft, view: MonthView): CurrencyCode {
  const known = new Set(view.currencies.map((currency) => currency.code))
  const wanted = [draft.sales.at(-1)?.currency, view.customers[0]?.currency]
  return wanted.find((code) => code !== undefined && known.has(code)) ?? 'EUR'
}

function put<L>(lines: readonly L[], index: number, part: Partial<L>, blank: () => L): L[] {
  const line = lines[index]
  if (line === undefined) return [...lines, { ...blank(), ...part }]
  return lines.with(index, { ...line, ...part })
}

function newSale(): SaleDraft {
  return {
    id: crypto.randomUUID(),
    amountText: '',
    currency: 'EUR',
    soldOn: '',
    customer: '',
    customerCountry: '',
    customerKind: '',
    paymentMeans: '',
    moneyPlace: '',
    noReceiptReason: '',
  }
}

function newExpense(): ExpenseDraft {
  return {
    id: crypto.randomUUID(),
    category: '',
    label: '',
    grossText: '',
    vatText: '',
    spentOn: '',
    noReceiptReason: '',
    receiptName: '',
  }
}

function newTrip(): TripDraft {
  return { id: crypto.randomUUID(), kmText: '', reason: '', vehicleId: '' }
}
