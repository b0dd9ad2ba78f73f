import { type Cents, cents, subtract } from '../money/cents.ts'
import { applyRateHalfUp, divideHalfUp, type RateBp, WHOLE_BP } from '../money/rate.ts'

/** Whether a written amount includes VAT (TTC, `gross`) or not (HT, `net`). */
export const AMOUNT_KINDS = ['gross', 'net'] as const
export type AmountKind = (typeof AMOUNT_KINDS)[number]

/** A sale already in euro cents; negative for a refund. */
export type SaleInput = {
  readonly amountCents: Cents
  readonly amountKind: AmountKind
  readonly vatRateBp: RateBp
}

export type SaleAmounts = { readonly netCents: Cents; readonly vatCents: Cents }

/**
 * Splits a sale into net revenue and VAT. `gross`: net = half-up(gross / (1 + rate)) and the VAT is
 * the rest, so both sum to what was paid. `net`: VAT = half-up(net x rate). The absolute value is
 * what gets rounded, so a refund mirrors its sale to the cent. VAT belongs to the State: only the
 * net reaches the activity account.
 */
export function saleAmounts({ amountCents, amountKind, vatRateBp }: SaleInput): SaleAmounts {
  if (amountKind === 'net') {
    return { netCents: amountCents, vatCents: applyRateHalfUp(amountCents, vatRateBp) }
  }
  const netCents = cents(divideHalfUp(amountCents * WHOLE_BP, WHOLE_BP + vatRateBp))
  return { netCents, vatCents: subtract(amountCents, netCents) }
}
