import type { accountLines as source } from '../fr/account-lines.ts'
import type { Translation } from '../t.ts'

export const accountLines = {
  label: {
    revenue: 'Your sales, without VAT',
    'production-purchase': 'Purchases to produce',
    expense: 'Expenses',
    mileage: 'Kilometres',
    'contribution-tier': 'Contribution to the cooperative: {rate}',
    'contribution-given-back': 'Contribution given back: {rate}',
    'contribution-settled': 'Contribution computed again: {rate}',
    'contribution-limit': 'Contribution given back: at most that of the year',
    'contribution-cap': 'Contribution: maximum reached',
    'contribution-floor': 'Contribution: minimum of the month',
    'contribution-fixed': 'Contribution: fixed part of the month',
    'accident-cover': 'Work accident insurance',
    'gross-pay': 'Gross pay',
    'employer-contributions': 'Contributions of the cooperative on the pay',
    'bank-fee': 'Fees of the bank',
    'exchange-loss': 'Exchange by the bank: less than expected',
    'exchange-gain': 'Exchange by the bank: more than expected',
    opening: 'Balance brought in',
    customers: 'Customers',
    'customers-bank': 'Customers: difference of the bank',
    'output-vat': 'VAT on sales',
    'input-vat': 'Recoverable VAT',
    suppliers: 'Suppliers and expenses to refund',
    'net-pay': 'Net pay to transfer',
    'social-bodies': 'Social bodies',
    'shared-services': 'Shared services',
    'accident-cover-rebilled': 'Accident insurance re-billed',
    'opening-counterpart': 'Counterpart of balances brought in',
  },
  account: {
    activity_revenue: 'Services of the activity',
    activity_production_purchase: 'Purchases to produce',
    activity_expense: 'Other expenses of the activity',
    activity_contribution: 'Contribution of the activity',
    activity_accident_cover: 'Accident insurance of the activity',
    activity_gross_pay: 'Gross pay of the activity',
    activity_employer_contributions: 'Employer contributions of the activity',
    activity_bank_fee: 'Bank fees of the activity',
    activity_exchange_loss: 'Exchange losses of the activity',
    activity_exchange_gain: 'Exchange gains of the activity',
    activity_opening: 'Balance brought in',
    customers: 'Customers',
    output_vat: 'Output VAT',
    input_vat: 'Input VAT',
    suppliers: 'Suppliers and expenses to refund',
    net_pay: 'Net pay to transfer',
    social_bodies: 'Social bodies',
    shared_services: 'Shared services',
    accident_cover_rebilled: 'Accident insurance re-billed',
    opening_counterpart: 'Counterpart of balances brought in',
  },
  adjusted: '{label}, for {month}',
  reversed: '{label} (cancelled)',
  why: {
    revenue: 'What your customers pay for {month}, without VAT. The VAT goes to the State.',
    'production-purchase':
      'Your purchases to produce in {month}, without the VAT that the State gives back.',
    expense: 'Your expenses of {month}, without the VAT that the State gives back.',
    mileage: 'Your kilometres of {month}, at the State’s scale for the year.',
    'contribution-tier':
      'The contribution pays for shared services. The general assembly of {decidedOn} decided {rate} of {base}, from {from} to {to} (scheme {scheme}, C. trav. R7331-8).',
    'contribution-given-back':
      'Your refunds are above your sales of the month. The general assembly of {decidedOn} decided to give the contribution back: {rate}, from {from} to {to} (scheme {scheme}, C. trav. R7331-8).',
    'contribution-settled':
      'The general assembly of {decidedOn} decided {rate} of {base} (scheme {scheme}, C. trav. R7331-8). What changes at this rate: {due} are due, and {taken} were counted already.',
    'contribution-limit':
      'The cooperative gives back at most the contribution of the year, without minimums and fixed parts. The general assembly of {decidedOn} decided it (scheme {scheme}, C. trav. R7331-8).',
    'contribution-cap':
      'The contribution has a maximum by month or by year, and this keeps to it. The general assembly of {decidedOn} decided it (scheme {scheme}, C. trav. R7331-8).',
    'contribution-floor':
      'The contribution never goes below a monthly minimum. The general assembly of {decidedOn} decided it (scheme {scheme}, C. trav. R7331-8).',
    'contribution-fixed':
      'A fixed part is due each month. The general assembly of {decidedOn} decided it (scheme {scheme}, C. trav. R7331-8).',
    'accident-cover': 'The work accident insurance of your CAPE contract, for {month}.',
    'gross-pay':
      'The gross pay of {month}, paid on {paidOn} (C. trav. L7332-3). The net is on the pay slip.',
    'employer-contributions':
      'What the cooperative pays on top of the gross. The pay of {month} costs {cost} in all.',
    'bank-fee':
      'The bank took {fee} of fees on your sale of {foreign} of {soldOn}. Your sale does not change.',
    'exchange-loss':
      'We counted {declared} for your sale of {foreign} of {soldOn}. On {creditedOn} the bank changed it into {exchanged}. Your sale does not change.',
    'exchange-gain':
      'We counted {declared} for your sale of {foreign} of {soldOn}. On {creditedOn} the bank changed it into {exchanged}. Your sale does not change.',
    opening: 'What you had before {month}, brought in from the former records.',
    reversal: 'This line cancels a line of {month} that was not right.',
  },
  base: {
    'revenue-month': 'your sales of the month without VAT',
    'revenue-year': 'your sales of the year without VAT',
    'gross_margin-month': 'your sales of the month less purchases to produce',
    'gross_margin-year': 'your sales of the year less purchases to produce',
    'collected-month': 'the money received in the month',
    'collected-year': 'the money received in the year',
  },
} as const satisfies Translation<typeof source>
