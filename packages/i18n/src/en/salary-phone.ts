import type { salaryPhone as source } from '../fr/salary-phone.ts'
import type { Translation } from '../t.ts'

export const salaryPhone = {
  title: 'Try out my pay',
  hint: 'An estimate with the model of the State. It is not a promise of pay.',
  door: {
    legend: 'What do you want to know?',
    budget: 'I have money on my account',
    net: 'I want to receive an amount',
  },
  budget: {
    label: 'How much do you want to use?',
    hint: 'We put what is available. Change the amount if you like.',
  },
  net: { label: 'How much do you want to receive each month?', hint: 'Before income tax.' },
  empty: 'Write an amount to begin.',
  less: 'Take away 10 €',
  more: 'Add 10 €',
  act: 'Calculate',
  result: {
    title: 'The result',
    budget: 'You can receive about:',
    net: 'Your account needs about:',
    unpaid: 'This amount is too small for a pay. All of it stays on your account.',
    least: 'A pay is worked out from {amount} on.',
    steps: 'Where this money goes',
    netPart: 'You receive, before tax',
    employee: 'Your contributions: health, pension, unemployment',
    employer: 'Contributions of the cooperative',
    total: 'Cost of the pay, in all',
    kept: 'Stays on your account',
    gross: 'On the payslip, the gross pay is {amount}.',
    reduction: 'The State reduces the contributions by {amount}. It is already counted.',
    remark: {
      'reduction-ends':
        'At this level, more money does not give more at once. The help of the State would stop.',
      'net-falls':
        'At this level, one more contribution begins. More money does not give more at once.',
    },
    when: 'Estimate of {date}, with the rules of {month}.',
    source: 'Model of the State: {version}.',
    promise: 'It is not a promise of pay.',
  },
  notEmployee: {
    title: 'Under a CAPE there is no salary yet.',
    hint: 'This shows a pay once you have a CESA.',
  },
} as const satisfies Translation<typeof source>
