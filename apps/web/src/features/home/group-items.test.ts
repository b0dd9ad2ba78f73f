import { expect, it } from 'vitest'
import { groupItems } from './group-items.ts'
import type { QueueItem } from './queries.ts'

const TODAY = '2026-11-06'

function item(over: Partial<QueueItem>): QueueItem {
  return {
    kind: 'contract-ending',
    targetId: JSON.stringify(over),
    personId: null,
    personName: '',
    activityName: '',
    month: null,
    since: null,
    dueOn: null,
    blocksClosing: false,
    ...over,
  }
}

it('puts now what the closing waits for and what was wanted by today', () => {
  const now = [
    item({ blocksClosing: true, dueOn: '2027-01-01' }),
    item({ kind: 'close-month' }),
    item({ dueOn: TODAY }),
  ]
  expect(groupItems(now, TODAY)).toEqual({ now, week: [], later: [] })
})

it('keeps seven days and what has no date for this week, the rest for later', () => {
  const week = [item({ dueOn: '2026-11-13' }), item({ kind: 'session-disputed' })]
  const later = [item({ dueOn: '2026-11-14' })]
  expect(groupItems([...later, ...week], TODAY)).toEqual({ now: [], week, later })
})
