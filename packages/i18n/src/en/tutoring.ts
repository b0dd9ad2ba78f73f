import type { tutoring as source } from '../fr/tutoring.ts'
import type { Translation } from '../t.ts'

export const tutoring = {
  nav: 'Tutoring',
  title: 'Tutoring',
  totals: '{confirmed} confirmed · {noted} waiting · {disputed} to look at again',
  view: {
    label: 'View',
    all: 'All',
    noted: 'Waiting',
    confirmed: 'Confirmed',
    disputed: 'To look at again',
  },
  table: {
    caption: 'Tutoring sessions',
    day: 'Day',
    tutor: 'Tutor',
    tutee: 'Person helped',
    time: 'Length',
    mode: 'How',
    more: 'Show more',
    state: 'State',
  },
  mode: { in_person: 'In person', phone: 'Phone', video: 'Video' },
  state: {
    noted: 'Waiting',
    confirmed: 'Confirmed',
    disputed: 'To look at again',
    cancelled: 'Taken back',
  },
  disputed: {
    duration: 'The length is not exact',
    day: 'The day is not exact',
    did_not_happen: 'The session did not happen',
  },
  empty: {
    first: 'No session yet.',
    firstHint: 'Make a first pair. Sessions are then logged on the phone.',
    filtered: 'No session in this view.',
  },
  pairs: {
    title: 'Pairs',
    caption: 'Who helps whom',
    since: 'Since',
    hours: 'Confirmed hours',
    none: 'No pair yet.',
  },
  pair: {
    title: 'Make a pair',
    tutor: 'Tutor',
    tutee: 'Person helped',
    startsOn: 'From',
    choose: 'Choose a person',
    submit: 'Make the pair',
    done: 'The pair is made.',
    missing: 'Choose a person.',
    same: 'Choose two different people.',
  },
} as const satisfies Translation<typeof source>
