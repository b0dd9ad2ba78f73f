import { EXPENSE_ACT_NAMES } from '@terreau/domain/expenses/settlement'
import { EXPENSE_CATEGORIES } from '@terreau/domain/expenses/vat-recovery'
import { z } from 'zod'
import { centsCodec, instant, localDateCodec, uuid, yearMonthCodec } from './codecs.ts'
import { endpoint } from './endpoint.ts'

const done = z.strictObject({ by: z.string(), on: localDateCodec })

const expense = z.strictObject({
  declarationId: uuid,
  lineId: uuid,
  kind: z.enum(['expense', 'trip']),
  personId: uuid,
  personName: z.string(),
  activityName: z.string(),
  /** The month in whose books it is. */
  month: yearMonthCodec,
  /** Null for kilometres: they are declared for the month. */
  spentOn: localDateCodec.nullable(),
  category: z.enum(EXPENSE_CATEGORIES).nullable(),
  label: z.string(),
  /** What is owed to the person: the price with VAT, or the kilometric allowance. */
  amountCents: centsCodec,
  /** Null once the acceptance was taken back. */
  approval: z.strictObject({ by: z.string(), at: instant }).nullable(),
  receipt: z.strictObject({
    state: z.enum(['attached', 'on_paper', 'missing', 'not_required']),
    /** Staff hold the original, or looked at the picture. */
    seen: done.nullable(),
  }),
  payment: done.extend({ amountCents: centsCodec, reference: z.string() }).nullable(),
  export: done.extend({ exportId: uuid }).nullable(),
})

export const EXPENSE_VIEWS = ['to-pay', 'paid', 'all'] as const

const lines = z
  .array(z.strictObject({ declarationId: uuid, lineId: uuid }))
  .min(1)
  .max(500)

/** What is paid back to people: approval, receipt, payment and export, each by itself. */
export const expensesEndpoints = [
  endpoint({
    method: 'GET',
    path: '/expenses',
    tag: 'expenses',
    summary: 'Accepted expenses and kilometres, with the four states of each',
    access: 'expense.read',
    query: z.strictObject({
      view: z.enum(EXPENSE_VIEWS).default('to-pay'),
      page: z.coerce.number().int().min(1).max(1000).default(1),
    }),
    response: z.strictObject({
      total: z.int(),
      /** Lines of a page. */
      most: z.int(),
      /** What is approved and not paid, all lines counted. */
      dueCents: centsCodec,
      /** What a new file would hold. */
      toExport: z.int(),
      rows: z.array(expense),
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/expenses/acts',
    mostFields: 1_100,
    tag: 'expenses',
    summary: 'Notes a receipt or a payment of several lines, or takes it back; all or none',
    access: 'expense.settle',
    body: z.strictObject({
      act: z.enum(EXPENSE_ACT_NAMES),
      lines,
      doneOn: localDateCodec,
      reference: z.string().trim().max(100),
    }),
    problems: ['expense-act-not-allowed'],
  }),
  endpoint({
    method: 'POST',
    path: '/expenses/exports',
    tag: 'expenses',
    summary: 'Makes the file of what is approved, not paid and in no file yet',
    access: 'expense.settle',
    response: z.strictObject({ exportId: uuid, lines: z.int(), totalCents: centsCodec }),
    problems: ['nothing-to-export'],
  }),
  endpoint({
    method: 'GET',
    path: '/expenses/exports/:expenseExportId',
    tag: 'expenses',
    summary: 'A file of expenses to pay back, as it was made (CSV)',
    access: 'expense.read',
    params: z.strictObject({ expenseExportId: uuid }),
    responseKind: 'file',
  }),
] as const
