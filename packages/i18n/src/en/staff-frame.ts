import type { staffFrame as source } from '../fr/staff-frame.ts'
import type { Translation } from '../t.ts'

export const staffFrame = {
  total: 'Total',
  showPassword: 'Show',
  close: 'Close',
  navLabel: 'Main navigation',
  group: {
    work: 'Work',
    money: 'Money',
    journey: 'Journey',
    collective: 'Community',
    steering: 'Steering',
  },
  search: 'Search for a person or a page',
  searchHint: 'Ctrl K',
  searchNothing: 'Nothing matches. Try another word.',
  account: 'My account',
  demo: 'Trial cooperative: people and amounts are made up.',
  menu: 'Menu',
  confirm: { tickFirst: 'Tick the box before you continue.' },
  giveUp: {
    reason: 'Reason',
    reasonHint: 'It stays in the journal.',
    missing: 'Write the reason.',
  },
  list: {
    sort: 'Sort by:',
    sortBy: 'Sort by {column}',
    selected: { one: '{count} row selected', other: '{count} rows selected' },
    clearFilters: 'Clear the filters',
    undo: 'Undo',
    pages: 'Pages of the list',
    previous: 'Previous page',
    next: 'Next page',
    range: '{from}–{to} of {total}',
  },
  share: {
    title: 'Send the link yourself',
    hint: 'By text message or WhatsApp, from your own phone. The person enters with their own code: the link alone opens nothing.',
    copy: 'Copy the message',
    sms: 'By text message',
    whatsapp: 'By WhatsApp',
    copied: 'Copied. The journal notes that you handed this link over.',
  },
  handed: {
    back: 'Give the screen back to {name}',
    code: 'Code of {name}',
    take: 'Take the screen back',
  },
} as const satisfies Translation<typeof source>
