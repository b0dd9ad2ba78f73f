/** How a customer paid, in the words people use. */
export const PAYMENT_MEANS = [
  'cash',
  'transfer',
  'card',
  'cheque',
  'wave',
  'orange_money',
  'other',
] as const
export type PaymentMeans = (typeof PAYMENT_MEANS)[number]

/** Where the money is now: with the cooperative, or still with the person. */
export const MONEY_PLACES = ['cooperative', 'at_hand'] as const
export type MoneyPlace = (typeof MONEY_PLACES)[number]

/** Whether a text is one of the means of payment. */
export function isPaymentMeans(text: string): text is PaymentMeans {
  return PAYMENT_MEANS.some((means) => means === text)
}

/**
 * Where money usually lands: transfers and card payments go to the account of the cooperative, the
 * rest passes through the hands (or the phone) of the person.
 */
export function usualMoneyPlace(means: PaymentMeans): MoneyPlace {
  return means === 'transfer' || means === 'card' ? 'cooperative' : 'at_hand'
}
