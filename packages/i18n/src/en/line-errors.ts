import type { lineErrors as french } from '../fr/line-errors.ts'
import type { Translation } from '../t.ts'

export const lineErrors = {
  'field-required': 'Fill in this line.',
  'vehicle-missing': 'Choose the vehicle.',
  'amount-empty': 'Write an amount.',
  'amount-characters': 'The amount must contain only digits and a comma.',
  'amount-decimals': 'The amount has too many digits after the decimal point.',
  'amount-too-large': 'The amount is too large. Check the digits.',
  'amount-negative': 'This amount cannot be negative.',
  'amount-zero': 'The amount is zero. Write what you received, or remove the line.',
  'amount-not-positive': 'Write an amount greater than zero.',
  'amount-ambiguous': 'Write the amount another way: {decimal} or {thousands}?',
  'km-not-whole': 'Write the kilometres without decimals. Example: 120',
  'vat-above-gross': 'The VAT is greater than the price paid. Check both.',
} as const satisfies Translation<typeof french>
