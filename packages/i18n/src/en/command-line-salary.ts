import type { salaryCommand as fr } from '../fr/command-line-salary.ts'
import type { Translation } from '../t.ts'

export const salaryCommand: Translation<typeof fr> = {
  usage: `Usage: terreau salary --month YYYY-MM (--budget | --gross | --net) AMOUNT [options]

Estimates the pay of one month with the official model (modele-social), without a database.
Writes JSON, amounts in euros. It is an estimate, not a promise of pay.

  --budget AMOUNT                what the cooperative can spend, everything included:
                                 the largest gross whose cost fits in this budget
  --gross AMOUNT                 the gross salary
  --net AMOUNT                   the net before tax wanted: the smallest gross that gives it
  --month YYYY-MM                the month of pay, from 2026-01 to 2026-12
  --headcount N                  everybody the cooperative employs (60)
  --hours H                      hours a week of an ordinary part-time contract, 35 at most;
                                 without it, a CESA, which has no working time
  --accident-rate RATE           rate of the cover for accidents at work, in % (2.08)
  --health-cover AMOUNT          health cover a month, both parts (40)
  --health-employer-share RATE   part of it paid by the cooperative, in % (50)
  --lang fr|en                   language of the messages (fr)

An amount is written 3419.55, 3419,55 or "3 419,55 €". "3.419" is refused: it reads in two ways.
Exit code: 0 computed (even when the budget allows no pay), 1 refused, 2 called wrongly.

Example: npm run terreau -- salary --budget 3419.55 --month 2026-07 --headcount 60
`,
  oneWish: 'Give one amount, and only one: --budget, --gross or --net.',
  monthWanted: 'Give the month of pay: --month 2026-07. Rates change within a year.',
  noArgument: 'Unexpected argument: {value}.',
  option: '{option}: {reason}',
  amountEmpty: 'The amount is missing.',
  hoursUnreadable: 'Unreadable hours: {value}. They are written like 17.5 and go from 1 to 35.',
  rateOutOfRange: 'Rate out of bounds: {value}. Expected: from {least}% to {most}%.',
  amountOutOfRange: 'Amount out of bounds: {value}. Expected: from {least} to {most}.',
  remark: {
    'reduction-ends':
      'At 3 times the minimum wage the reduction of contributions ends at once: one cent of gross more would exceed the budget. The rest waits on the account.',
    'net-falls':
      'Above the social security ceiling a contribution on the whole gross begins: around this level a bigger budget gives no higher net.',
  },
  unpaid: 'This budget is too small: no pay this month, everything stays on the account.',
  estimate: 'An estimate, not a promise of pay.',
}
