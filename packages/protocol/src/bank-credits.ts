import { z } from 'zod'
import { centsCodec, localDateCodec, uuid, yearMonthCodec } from './codecs.ts'
import { endpoint } from './endpoint.ts'

const sale = z.strictObject({ id: uuid, lineId: uuid })

/** What the bank gave for a sale in a foreign currency, beside what was declared. Euro cents. */
export const bankCreditView = z.strictObject({
  lineId: uuid,
  /** At the rate of the declaration, VAT included. */
  declaredCents: centsCodec,
  creditedCents: centsCodec,
  feeCents: centsCodec,
  /** What the rate of the bank adds to the account: a loss is negative. */
  exchangeCents: centsCodec,
  creditedOn: localDateCodec,
  reference: z.string(),
  enteredBy: z.string(),
  /** In whose books the difference is; null when there is none. */
  bookedMonth: yearMonthCodec.nullable(),
})

/** Differences between what was declared in a foreign currency and what the bank gave. */
export const bankCreditsEndpoints = [
  endpoint({
    method: 'PUT',
    path: '/declarations/:id/sales/:lineId/bank-credit',
    tag: 'review',
    summary:
      'Notes what the bank gave for a sale in a foreign currency; the difference is booked apart, in the open month',
    access: 'bank-credit.note',
    params: sale,
    body: z.strictObject({
      /** As typed, in euro; a refund has a minus. */
      creditedText: z.string().max(100),
      /** As typed; empty for none. */
      feeText: z.string().max(100),
      creditedOn: localDateCodec,
      reference: z.string().trim().max(100),
    }),
    problems: ['bank-credit-not-possible', 'declaration-lines-invalid'],
  }),
  endpoint({
    method: 'DELETE',
    path: '/declarations/:id/sales/:lineId/bank-credit',
    tag: 'review',
    summary: 'Takes back what was noted of the bank: its entries are reversed in the open month',
    access: 'bank-credit.note',
    params: sale,
  }),
] as const
