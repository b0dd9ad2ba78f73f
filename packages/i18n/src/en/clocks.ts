import type { clocks as french } from '../fr/clocks.ts'
import type { Translation } from '../t.ts'

export const clocks: Translation<typeof french> = {
  kind: {
    'cape-period': 'Length of a CAPE',
    'cape-term': 'End of the CAPE',
    'cape-renewals': 'Renewals of the CAPE',
    'cape-renewal-start': 'Start of the renewal',
    'cape-notice': 'Notice to {recipient}',
    'pre-hire-declaration': 'Declaration before the hire',
    'permit-check': 'Check of the residence permit by the prefecture',
    trial: 'End of the trial',
    'associate-deadline': 'Becoming associate',
    interviews: 'Support interviews',
    'permit-expiry': 'End of the residence permit',
    'variable-pay': 'Balance of the variable pay',
  },
  effect: {
    'cape-period': 'A longer CAPE is not allowed: it takes a written renewal.',
    'cape-term': 'The CAPE ends on that day, unless renewed in writing.',
    'cape-renewals': 'After that day no CAPE is possible any more.',
    'cape-renewal-start': 'A renewal starts on that day, or somebody writes why not.',
    'cape-notice': 'The cooperative must have told {recipient} and kept the proof.',
    'pre-hire-declaration': 'The hire cannot take place before it is declared to URSSAF.',
    'permit-check': 'The prefecture of the seat must have the request by that day.',
    trial: 'After that day the contract can no longer be broken as during the trial.',
    'associate-deadline': 'After that day, without an associate, the contract has ended.',
    interviews: 'Two interviews signed by the entrepreneur must have taken place.',
    'permit-expiry': 'After that day a human decides what follows, with the proof of the request.',
    'variable-pay': 'The cooperative must have paid the balance of the variable pay.',
  },
  recipient: { urssaf: 'URSSAF', 'france-travail': 'France Travail' },
  event: { conclusion: 'the conclusion', renewal: 'the renewal', 'early-end': 'the early end' },
  contractKind: {
    CAPE: 'CAPE',
    CESA: 'CESA',
    CDI: 'CDI',
    CDD: 'CDD',
    convention: 'support convention',
    other: 'other contract',
  },
  state: {
    running: 'Running',
    met: 'In order',
    passed: 'Passed',
    'not-applicable': 'Does not apply',
  },
  reason: {
    cancelled: 'the contract was given up',
    'ended-before': 'the contract ended before',
    'ended-at-term': 'the contract ended at its term and was not renewed',
    'ended-by-law': 'the contract has ended by law, and that end is recorded',
    'followed-by-contract': 'a CESA follows',
    'none-left': 'none is left',
    'no-trial-agreed': 'the contract provides for no trial',
    'no-permit': 'no residence permit is known',
    'job-seeker': 'the person is a registered job seeker, with proof',
    'not-salaried':
      'the permit shown allows no salaried work: another one is needed before the hire',
    'rule-not-in-force': 'the rule did not exist yet',
    'cut-short': 'the contract ended during the period',
    'over-by-law': 'the contract had already ended by law',
  },
  uncounted: {
    'no-cesa-that-day': 'No CESA covers {date}: this interview does not count.',
    'not-a-cesa':
      'Interviews are counted under a CESA: the one of {date} is tied to another contract and does not count.',
    'contract-cancelled': 'The contract was given up: the interview of {date} does not count.',
    'outside-contract':
      'The contract named does not cover {date}: this interview does not count. Correct the day or the contract.',
    'not-signed':
      'The person has not signed the report: the interview of {date} does not count yet.',
    'signed-after-today':
      'The report of the interview of {date} is not signed yet on the day of the computation: it does not count yet.',
  },
  sum: {
    years: { one: '{count} year', other: '{count} years' },
    months: { one: '{count} month', other: '{count} months' },
    days: { one: '{count} day', other: '{count} days' },
    workingDays: { one: '{count} working day', other: '{count} working days' },
    times: '{times} × {length}',
    and: '{first} and {second}',
    earlier: '{length} of {kinds}',
    counted: '{length} (counted as {counted})',
    absence: '{length} of absence',
    included: '{date} included',
  },
  why: {
    sum: '{sum} = {date} ({article})',
    'used-up': '{sum}, hence the first day of the contract: {date} ({article})',
    'no-trial': '{sum}: no trial is left ({article})',
    written: 'Last day written in the contract: {date} ({article})',
    'early-end': 'Ended early, last day: {date} ({article})',
    'late-end': 'Ended after the written term, last day: {date} ({article})',
    cancelled: 'This contract never took effect: no time runs ({article})',
    renewals: '{max} renewals at most − {done} = {left}, and {sum} = {date} ({article})',
    'no-renewal':
      '{max} renewals at most − {done} = 0, hence the end of the contract: {date} ({article})',
    'too-many-renewals':
      'At most {max} renewals, and there are {done}: none is left, so the end of the contract: {date} ({article})',
    interviews: '{sum} = {date}; signed interviews: {done} of {max} ({article})',
    permit: 'Last day of the permit: {date} ({article})',
    notice: 'From {event} on, {sum} = {date} ({article})',
    'notice-same-day': 'From {event} on, the same day: {date} ({article})',
    hire: 'From {sum} = {from} on, and before the hire of {date} ({article})',
    'not-applicable': '{why}; does not apply: {reason}',
  },
  own: {
    'cape-term': {
      what: 'Your CAPE contract ends on {date}.',
      do: 'Talk with your cooperative about what follows before then.',
    },
    trial: {
      what: 'Your trial period ends on {date}.',
      do: 'Your contract then goes on without a trial.',
    },
    'associate-deadline': {
      what: 'Become an associate of the cooperative by {date} at the latest.',
      do: 'Otherwise your contract ends at the end of that day.',
    },
    'associate-passed': {
      what: 'The date to become an associate has passed, on {date}.',
      do: 'Call your cooperative today.',
    },
    interviews: {
      what: {
        one: '{count} interview is left to hold and to sign before {date}.',
        other: '{count} interviews are left to hold and to sign before {date}.',
      },
      do: 'Your cooperative offers you a date, or ask for one.',
    },
    'permit-expiry': {
      what: 'Your residence permit ends on {date}.',
      do: 'Ask for its renewal now, and keep the proof.',
    },
    'variable-pay': {
      what: 'Your cooperative pays you the balance by {date} at the latest.',
      do: 'You have nothing to do.',
    },
  },
  refusal: {
    'cape-ends-before-start': 'The CAPE {contract} ends before it starts. Correct its dates.',
    'cape-full-time-employee':
      'The CAPE {contract} is not allowed: the person is a full-time employee.',
    'cape-third-renewal':
      'The CAPE {contract} would be one renewal too many: {renewalsMax} at most, however short.',
    'cape-too-long':
      'The CAPE {contract} lasts more than {monthsMax} months: it ends on {latestEndsOn} at the latest.',
    'cape-gap':
      'The renewal {contract} starts on {startsOn}, but the day after the end is {expectedStartsOn}. Write the reason of the gap.',
    'cape-overlaps-previous':
      'The renewal {contract} starts before the previous CAPE ends: {expectedStartsOn} at the earliest.',
    'cape-end-missing': 'The CAPE {contract} has no end. Write it.',
    'cape-renews-nothing':
      'The CAPE {contract} renews {renewalOf}, which is no CAPE in force. Name the renewed CAPE.',
    'cape-renews-itself':
      'The CAPE {contract} renews {renewalOf}, which does not start before it. Correct the link.',
    'cape-renewed-twice':
      'The CAPE {renewalOf} is renewed twice, by {other} and by {contract}. Renew the last one.',
    'contracts-overlap':
      'The contract {contract} starts while {other} still runs. Correct their dates.',
    'ends-before-start':
      'The contract {contract} ends on {endsOn}, before its start on {startsOn}. Correct its dates.',
    'ended-after-term':
      'The CAPE {contract} ended on {endedOn}, after its term of {endsOn}. It took a written renewal.',
    'rule-not-in-force':
      'The contract {contract} starts before {inForceFrom}, the first day of this rule.',
    'suspension-outside-contract':
      'The suspension from {startsOn} to {endsOn} is outside the contract {contract}. Correct its dates.',
    'no-trial-left':
      'The contract {contract} cannot have a trial: earlier contracts took the 8 months.',
    'trial-too-long':
      'The trial of the contract {contract} runs until {trialEndsOn}: {latestEndsOn} at the latest.',
    'associate-too-late':
      'In the contract {contract} the person became associate after {deadline}. The contract had ended.',
    'cape-declared-as-hire':
      'The CAPE {contract} is no hire: there is nothing to declare beforehand.',
    'declared-too-early':
      'The hire {contract} is declared on {declaredOn}: {earliestOn} at the earliest. Declare it again.',
    'declared-too-late':
      'The hire {contract} is declared on {declaredOn}, after its first day. It had to be {latestOn} at the latest.',
    'permit-checked-too-late':
      'For {contract}, the prefecture was asked too late: {latestOn} at the latest.',
  },
}
