import { MONEY_PLACES, PAYMENT_MEANS } from '@terreau/domain/declarations/payment-means'
import { RECAP_ANSWERS } from '@terreau/domain/declarations/recap'
import { MILEAGE_VEHICLES } from '@terreau/domain/expenses/mileage-scale'
import { EXPENSE_CATEGORIES, RECEIPT_NAMES } from '@terreau/domain/expenses/vat-recovery'
import { CURRENCIES } from '@terreau/domain/money/currency'
import { z } from 'zod'
import { bigintCodec, centsCodec, instant, localDateCodec, uuid, yearMonthCodec } from './codecs.ts'

/** A choice that may not be made yet: a draft is kept at every step. */
const chosen = <const V extends readonly string[]>(values: V) => z.enum([...values, ''])
const typed = z.string().max(100)
const day = z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/)

export const NO_RECEIPT_REASONS = ['lost', 'never_given', 'on_paper'] as const

const saleDraft = z.strictObject({
  id: uuid,
  /** As typed: "1 250,50", "150.000 F CFA". */
  amountText: typed,
  currency: z.enum(CURRENCIES),
  soldOn: day,
  customer: z.string().max(200),
  customerCountry: z.string().regex(/^([A-Z]{2})?$/),
  customerKind: chosen(['business', 'person']),
  paymentMeans: chosen(PAYMENT_MEANS),
  moneyPlace: chosen(MONEY_PLACES),
  noReceiptReason: chosen(NO_RECEIPT_REASONS),
})

const expenseDraft = z.strictObject({
  id: uuid,
  category: chosen(EXPENSE_CATEGORIES),
  label: z.string().max(200),
  /** What was paid, VAT included, as typed. */
  grossText: typed,
  /** The VAT printed on the receipt, as typed; empty when there is none. */
  vatText: typed,
  spentOn: day,
  noReceiptReason: chosen(NO_RECEIPT_REASONS),
  /** In whose name the receipt is; a device of before does not ask. */
  receiptName: chosen(RECEIPT_NAMES).default(''),
})

const tripDraft = z.strictObject({
  id: uuid,
  kmText: typed,
  reason: z.string().max(200),
  /** Empty for the car of the activity, or for the only vehicle of the person. */
  vehicleId: z.union([uuid, z.literal('')]).default(''),
})

/** Everything a person answers for a month, complete or not. The same shape is kept, then sent. */
export const declarationDraft = z.strictObject({
  /** Chosen on the device before anything is sent: two sends of the same draft are one declaration. */
  clientId: uuid,
  hasSales: z.boolean().nullable(),
  sales: z.array(saleDraft).max(200),
  hasExpenses: z.boolean().nullable(),
  expenses: z.array(expenseDraft).max(200),
  trips: z.array(tripDraft).max(60),
})

export const correctedLines = z.strictObject({
  sales: z
    .array(
      saleDraft.extend({
        amountKind: z.enum(['gross', 'net']),
        /** Null: the rate that the rules of place propose. */
        vatRateBp: z.number().int().min(0).max(10_000).nullable(),
      }),
    )
    .max(200),
  expenses: z.array(expenseDraft).max(200),
  trips: z.array(tripDraft).max(60),
})

const receiptState = z.enum(['attached', 'on_paper', 'missing', 'not_required'])

export const saleView = z.strictObject({
  id: uuid,
  soldOn: localDateCodec,
  customer: z.string(),
  customerCountry: z.string(),
  customerKind: z.enum(['business', 'person']),
  amountMinor: bigintCodec,
  currency: z.enum(CURRENCIES),
  unitsPerEuro: z.string(),
  rateSource: z.string(),
  isFixedRate: z.boolean(),
  amountKind: z.enum(['gross', 'net']),
  vatRateBp: z.number().int(),
  euroCents: centsCodec,
  netCents: centsCodec,
  vatCents: centsCodec,
  paymentMeans: z.string(),
  moneyPlace: z.enum(MONEY_PLACES),
  receiptState,
  noReceiptReason: z.string(),
})

export const expenseView = z.strictObject({
  id: uuid,
  spentOn: localDateCodec,
  category: z.enum(EXPENSE_CATEGORIES),
  label: z.string(),
  grossCents: centsCodec,
  vatCents: centsCodec,
  recoverableVatCents: centsCodec,
  costCents: centsCodec,
  receiptState,
  noReceiptReason: z.string(),
  receiptName: chosen(RECEIPT_NAMES),
})

/** A vehicle whose kilometres are paid. */
export const vehicleChoice = z.strictObject({
  id: uuid,
  label: z.string(),
  kind: z.enum(MILEAGE_VEHICLES),
  fiscalHorsepower: z.number().int(),
  isElectric: z.boolean(),
})

export const tripView = z.strictObject({
  id: uuid,
  /** Null: the car of the activity. */
  vehicleId: uuid.nullable(),
  vehicleLabel: z.string(),
  vehicleKind: z.enum(MILEAGE_VEHICLES),
  isElectric: z.boolean(),
  km: z.number().int(),
  fiscalHorsepower: z.number().int(),
  kmBefore: z.number().int(),
  allowanceCents: centsCodec,
  reason: z.string(),
})

export const receiptView = z.strictObject({
  id: uuid,
  lineId: uuid,
  mediaType: z.string(),
  fileName: z.string(),
})

export const questionView = z.strictObject({
  id: uuid,
  lineId: uuid.nullable(),
  text: z.string(),
  askedBy: z.string(),
  askedAt: instant,
  /** Null while nobody answered; empty when the answer is a voice alone. */
  answer: z.string().nullable(),
  /** The recorded answer: it can be heard once the antivirus has looked at it. */
  voice: z.enum(['none', 'ready', 'waiting', 'refused']),
  answeredAt: instant.nullable(),
})

/** What the person answered about lines that staff typed during a call. */
export const recapAnswer = z.enum(RECAP_ANSWERS)
export const recapView = z.strictObject({
  state: z.enum(['waiting', ...RECAP_ANSWERS]),
  lineId: uuid.nullable(),
  words: z.string(),
  answeredAt: instant.nullable(),
})

/** Something that happened to a sent declaration, for both sides to see. */
export const declarationEvent = z.strictObject({
  at: instant,
  action: z.string(),
  by: z.string(),
  reason: z.string(),
})

/** Why staff gave a declaration back, and who did; it is a draft again. */
export const returnView = z.strictObject({ reason: z.string(), by: z.string(), at: instant })

export const declarationStatus = z.enum(['none', 'draft', 'submitted', 'question', 'accepted'])

export const linesView = z.strictObject({
  sales: z.array(saleView),
  expenses: z.array(expenseView),
  trips: z.array(tripView),
})

export const sentDeclaration = z.strictObject({
  id: uuid,
  number: z.string(),
  activityId: uuid,
  month: yearMonthCodec,
  bookMonth: yearMonthCodec,
  state: z.enum(['submitted', 'question', 'accepted']),
  submittedAt: instant,
})
