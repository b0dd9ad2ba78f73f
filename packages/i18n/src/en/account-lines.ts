import type { accountLines as source } from '../fr/account-lines.ts'
import type { Translation } from '../t.ts'

export const accountLines = {
  line: {
    revenue: 'Your sales, without VAT',
    'production-purchase': 'What you bought to produce',
    expense: 'Your expenses',
    mileage: 'Your kilometres',
    'contribution-tier': 'The cooperative’s share',
    'contribution-floor': 'The cooperative’s minimum share',
    'contribution-fixed': 'The cooperative’s fixed share',
    'accident-cover': 'Work accident cover',
    opening: 'Balance brought forward',
    customers: 'Customers',
    'output-vat': 'VAT collected',
    'input-vat': 'VAT to recover',
    suppliers: 'Suppliers and expenses paid',
    'shared-services': 'Shared services',
    'accident-cover-rebilled': 'Accident cover billed on',
    'opening-counterpart': 'Counterpart of balances brought forward',
  },
  explain: {
    revenue: 'Your sales of {month}: {amount}. VAT is not yours: it goes to the State.',
    'production-purchase':
      'What you bought in {month} to produce: {amount}, without the VAT recovered.',
    expense: 'Your expenses of {month}: {amount}, without the VAT recovered.',
    mileage: 'Your kilometres of {month}, paid at the official scale: {amount}.',
    'contribution-tier':
      '{rate} of {base}, from {from} to {to}: {amount}. Rule {scheme}, voted by the assembly of {assembly}.',
    'contribution-tier-open':
      '{rate} of {base}, above {from}: {amount}. Rule {scheme}, voted by the assembly of {assembly}.',
    'contribution-tier-whole':
      '{rate} of {base} ({baseAmount}): {amount}. Rule {scheme}, voted by the assembly of {assembly}.',
    'contribution-floor':
      'Each month has a minimum share: {amount} more. Rule {scheme}, voted by the assembly of {assembly}.',
    'contribution-fixed':
      'A fixed share each month: {amount}. Rule {scheme}, voted by the assembly of {assembly}.',
    'accident-cover': 'During the CAPE, work accident cover costs {amount} a month.',
    opening: 'What you had before your first month here: {amount}.',
    reversal: 'This line cancels a line of {reversedMonth}: {amount}.',
  },
  base: {
    revenue: 'your sales',
    gross_margin: 'your sales minus what you bought to produce',
    collected: 'the money received',
  },
} as const satisfies Translation<typeof source>
