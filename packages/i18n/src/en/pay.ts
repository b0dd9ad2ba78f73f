import type { pay as source } from '../fr/pay.ts'
import type { Translation } from '../t.ts'

export const pay = {
  nav: 'Salary simulator',
  simulator: {
    title: 'Salary simulator',
    subtitle: 'An estimate with the model of the State, never a promise of pay.',
    from: 'What is known',
    fromBudget: 'The budget: total cost for the cooperative',
    fromGross: 'The gross pay',
    fromNet: 'The net before tax that is wished for',
    amount: 'Amount',
    month: 'Month of pay',
    monthHint: 'From {from} to {to}: what the installed model knows.',
    headcount: 'Headcount of the cooperative',
    headcountHint: 'Leave empty for the one of the settings.',
    headcountWrong: 'A whole number from 1 to 100,000.',
    act: 'Estimate',
    empty: 'Write an amount to begin.',
    result: 'Estimate',
    caption: 'From budget to net',
    line: 'Line',
    figure: 'Amount',
    unpaid:
      'This budget is too small for a pay (below {amount}, or nothing left after the health cover). All of it stays on the account.',
    rows: {
      employerCost: 'Total employer cost',
      employerContributions: 'of which employer contributions',
      generalReduction: 'General reduction, already taken off',
      gross: 'Gross pay',
      employeeContributions: 'Employee contributions',
      net: 'Net before tax',
      netSocial: 'Montant net social',
      taxableNet: 'Taxable net',
      residual: 'Residual, kept on the account',
    },
    rests:
      'Headcount {headcount}, accidents at work {accident}, health cover {cover} of which {share} by the cooperative. Open-ended, non-executive, no tax withheld.',
    when: 'Estimate of {date}, rules of {month}. {version}.',
  },
  fromPerson: 'Simulate a salary',
} as const satisfies Translation<typeof source>
