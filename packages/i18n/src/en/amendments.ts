import type { amendments as source } from '../fr/amendments.ts'
import type { Translation } from '../t.ts'

export const amendments: Translation<typeof source> = {
  title: 'Amendments',
  none: 'This contract has no amendment.',
  caption: 'The amendments of this contract, in order',
  number: 'Amendment',
  named: 'Amendment {n}',
  effectiveOn: 'Takes effect on',
  reason: 'Reason',
  state: 'State',
  concludedOn: 'Signed by both on',
  contribution: 'Contribution',
  new: 'Draft an amendment',
  states: {
    draft: 'Draft',
    to_sign: 'To be signed by the person',
    signed: 'To be signed by the cooperative',
    active: 'Signed',
    cancelled: 'Given up',
  },
  terms: {
    fixedPartCents: 'Fixed part, gross, per month',
    minimumActivity: 'Minimum activity obligations',
    means: 'Means provided',
  },
  form: {
    title: 'Amendment to contract {number}',
    notNow:
      'An amendment is drafted for a running contract only, one at a time. Finish or give up the one that waits.',
    month: 'The scheme in force on the last day of a month applies to that whole month.',
    openFrom: 'From {date} on: the months before are closed.',
    reasonHint: 'The reason is printed in the amendment.',
    reasonMissing: 'Write the reason of the amendment.',
    changes: 'What changes',
    intro: 'These are the terms in force today. Change only what changes.',
    save: 'Draft the amendment',
    saveAgain: 'Save the amendment',
    editTitle: 'Change amendment {n} to contract {number}',
    sentAlready:
      'This amendment was sent to sign: it no longer changes. Withdraw it from signing, or give it up.',
  },
  page: {
    title: 'Amendment {n} to contract {number}',
    notFound: 'This amendment does not exist',
    sent: 'The amendment is sent. It waits for the signature of {name}.',
    next: {
      draft: 'Read the PDF again, then send it: {name} signs first, then the cooperative.',
      to_sign: 'The amendment waits for the signature of {name}.',
      signed: '{name} has signed. The amendment waits for the signature of the cooperative.',
      active: 'Both parties have signed. The original contract stays as it is.',
      cancelled: 'This amendment was given up. It changes nothing.',
    },
    send: 'Send to sign',
    edit: 'Change',
    signature: 'Follow the signature',
    pdf: 'See the PDF',
    cancel: 'Give up',
    changes: 'What changes',
    changesCaption: 'Each term before and after',
    term: 'Term',
    before: 'Before',
    after: 'After',
    unknown: 'Not written here',
  },
  effects: {
    title: 'Before you send it: months are dealt with already',
    again:
      '{month}: the declaration is accepted under rule {was}. Once both have signed, take the acceptance back, then accept again under rule {now}.',
    open: 'Open the declaration of {month}',
    settled: {
      one: 'The rule counts on the year. Accepting again also works out one more month: {months}.',
      other:
        'The rule counts on the year. Accepting again also works out {count} more months: {months}.',
    },
    closed:
      'A closed month does not change ({months}). The difference is a line of correction in the open month.',
    paid: 'Slip imported already with the former fixed part: {months}. Ask the payroll service for a corrected slip.',
    exported:
      'Pay variables taken out already with the former fixed part: {months}. Take the file out again once the amendment is signed.',
    monthClosed:
      'The month in which the amendment takes effect is closed now. Choose a day from {date} on.',
  },
  cancel: {
    title: 'Give up amendment {n} to contract {number}?',
    sign: 'Nobody can sign it any more.',
    contract: 'The contract goes on with the terms of today.',
    confirm: 'Give the amendment up',
  },
}
