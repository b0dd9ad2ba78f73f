import type { MileageVehicle } from '@terreau/domain/expenses/mileage-scale'
import type { ExpenseCategory, ReceiptName } from '@terreau/domain/expenses/vat-recovery'
import type { CurrencyCode } from '@terreau/domain/money/currency'
import type { AmountKind } from '@terreau/domain/sales/vat'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { YearMonth } from '@terreau/domain/time/year-month'

/** Whose month it is, as the tables name it. `month` is where it is booked. */
export interface DeclarationKey {
  id: string
  activityId: string
  personId: string
  contractId: string
  month: YearMonth
  concernsMonth: YearMonth
}

export interface DeclaredSale {
  id: string
  soldOn: LocalDate
  customer: string
  customerCountry: string
  customerKind: 'business' | 'person'
  /** Minor units of its currency; negative for a refund. */
  amountMinor: bigint
  currency: CurrencyCode
  amountKind: AmountKind
  vatRateBp: number
  paymentMeans: string
  moneyPlace: 'cooperative' | 'at_hand'
}

export interface DeclaredExpense {
  id: string
  spentOn: LocalDate
  category: ExpenseCategory
  label: string
  grossCents: bigint
  vatCents: bigint
  receiptState: 'attached' | 'on_paper' | 'missing' | 'not_required'
  receiptName?: ReceiptName
}

export interface DeclaredTrip {
  id: string
  km: number
  fiscalHorsepower: number
  reason: string
  /** None: the car of the activity, known by its fiscal horsepower. */
  vehicleId?: string | null
  vehicleKind?: MileageVehicle
  isElectric?: boolean
}

/** What a person declares for a month. No line at all is an explicit zero. */
export interface DeclaredLines {
  sales: readonly DeclaredSale[]
  expenses: readonly DeclaredExpense[]
  trips: readonly DeclaredTrip[]
}
