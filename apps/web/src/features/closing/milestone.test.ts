import { expect, it } from 'vitest'
import { milestoneOf } from './milestone.ts'

it('changes at the start, at each quarter and at the end, and at no other tick', () => {
  const heard = Array.from({ length: 39 }, (_, done) => milestoneOf({ done, total: 38 }))
  const changes = heard.filter((milestone, index) => milestone !== heard[index - 1])
  expect(changes).toEqual(['starting', 'quarter', 'half', 'threeQuarters', 'finished'])
})

it('is over at once when there is nothing to prepare', () => {
  expect(milestoneOf({ done: 0, total: 0 })).toBe('finished')
})
