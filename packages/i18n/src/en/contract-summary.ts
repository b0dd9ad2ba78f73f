import type { contractSummary as source } from '../fr/contract-summary.ts'
import type { Translation } from '../t.ts'

export const contractSummary: Translation<typeof source> = {
  sentence: {
    what: 'The CAPE helps you test “{activity}”: it is not salaried work.',
    when: 'It starts on {from} and ends on {to}.',
    declare: 'You declare each month, until day {day} of the next month.',
    declareFirst: 'You declare each month, until day 1 of the next month.',
    limit: 'Your commitments to others stay below {amount}, with our written agreement.',
    stop: {
      one: 'You or the cooperative can stop it, with {count} day’s notice.',
      other: 'You or the cooperative can stop it, with {count} days’ notice.',
    },
    stopNow: 'You or the cooperative can stop it at any time, in writing.',
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
    period: {
      month: 'The rate changes with the total of the month.',
      year: 'The rate changes with the total of the year.',
    },
    deducted: 'Before this, these expenses are taken off: {costs}.',
    below: {
      revenue: 'In a month under {amount} of sales, the cooperative keeps nothing.',
      gross_margin:
        'In a month where sales less purchases make less than {amount}, the cooperative keeps nothing.',
      collected: 'In a month under {amount} of paid sales, the cooperative keeps nothing.',
    },
    monthlyCap: 'It keeps at most {amount} a month, everything included.',
    yearlyCap: 'It keeps at most {amount} a year, everything included.',
    free: '{when}, the cooperative keeps nothing.',
    ratesOnly: '{when}, the cooperative keeps only {rate}.',
    when: {
      months: {
        one: 'In the first month of your activity',
        other: 'In the first {count} months of your activity',
      },
      cape: 'During your CAPE',
      cesa: 'Before you become an associate',
      associate: 'Once you are an associate',
      social_minimum: 'If you receive support such as the RSA',
    },
    givenBack: 'If you pay back more than you sell, the cooperative gives its part back.',
    givenBackMost: 'It gives back at most what it kept in the year.',
  },
}
