import { expect, it } from 'vitest'
import { localDate } from '../time/local-date.ts'
import { RANKED_CONSEQUENCES, workGroup } from './ranking.ts'

const TODAY = localDate('2026-11-06')
const groupOf = (consequence: Parameters<typeof workGroup>[0]['consequence'], dueOn?: string) =>
  workGroup({ consequence, dueOn: dueOn === undefined ? null : localDate(dueOn) }, TODAY)

it('asks today for what the closing waits for, whatever its date', () => {
  expect(groupOf('blocks-closing', '2027-01-01')).toBe('today')
  expect(groupOf('blocks-closing')).toBe('today')
})

it('groups by date: by today, within seven days, later', () => {
  for (const consequence of RANKED_CONSEQUENCES.filter((name) => name !== 'blocks-closing')) {
    expect(groupOf(consequence, '2026-10-01')).toBe('today')
    expect(groupOf(consequence, '2026-11-06')).toBe('today')
    expect(groupOf(consequence, '2026-11-07')).toBe('week')
    expect(groupOf(consequence, '2026-11-13')).toBe('week')
    expect(groupOf(consequence, '2026-11-14')).toBe('later')
  }
})

it('never puts off to later what has no date', () => {
  for (const consequence of RANKED_CONSEQUENCES) expect(groupOf(consequence)).not.toBe('later')
  expect(groupOf('blocks-pay')).toBe('today')
  expect(groupOf('courtesy')).toBe('week')
})
