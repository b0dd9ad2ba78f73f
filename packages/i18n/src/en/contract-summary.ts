import type { contractSummary as source } from '../fr/contract-summary.ts'
import type { Translation } from '../t.ts'

export const contractSummary: Translation<typeof source> = {
  sentence: {
    what: 'The CAPE helps you test “{activity}”: it is not salaried work.',
    when: 'It starts on {from} and ends on {to}.',
    declare: 'You declare each month, until day {day} of the next month.',
    limit: 'Your commitments to others stay below {amount}, with our written agreement.',
    stop: 'You or the cooperative can stop it, with {days} days’ notice.',
  },
  cesa: {
    what: 'The CESA is a salaried job for your activity “{activity}”.',
    when: 'It starts on {from} and has no planned end.',
    pay: 'You receive at least {amount} gross each month, the fixed part.',
    associate: 'You become an associate by {date}, otherwise the contract ends.',
    trial: 'The trial runs until {date}.',
    noTrial: 'There is no trial.',
  },
  amendment: {
    what: 'This amendment changes your contract {number}.',
    when: 'The change applies from {date} on.',
    pay: 'Your fixed part becomes {amount} gross each month.',
    clauses: 'Some clauses change: read them before and after in the document.',
    rest: 'Everything else in your contract stays.',
  },
  contribution: {
    revenue: 'The cooperative keeps {rate} of your sales before tax{more}.',
    gross_margin: 'The cooperative keeps {rate} of your sales less purchases{more}.',
    collected: 'The cooperative keeps {rate} of the sales your customers paid{more}.',
    tiers: '{from} to {to}',
    floor: ', at least {amount} a month',
    fixed: ', plus {amount} a month',
  },
}
