import type { declarationsMoney as source } from '../fr/declarations-money.ts'
import type { Translation } from '../t.ts'

export const declarationsMoney = {
  amount: {
    question: 'How much did you receive?',
    label: 'Amount',
    currency: 'Currency',
    hint: 'Write the amount of the receipt or the transfer. Example: 1,250.50',
    empty: 'Write an amount. If you received nothing, go back and choose “No”.',
    otherCurrency: 'Is your currency missing? Call the cooperative.',
    repeatTitle: 'Same as last time',
    repeat: '{customer}: {amount}',
  },
  currency: {
    EUR: '€ euro',
    XOF: 'F CFA (West: Senegal, Mali…)',
    XAF: 'FCFA (Central: Cameroon, Gabon…)',
    KMF: 'F KMF (Comoros)',
  },
} as const satisfies Translation<typeof source>
