import { describe, expect, it } from 'vitest'
import { sortRows } from './sort-rows.ts'
import { sortHref } from './use-sort.ts'

describe('sortRows', () => {
  it('sorts names as a French dictionary does, without changing the list it was given', () => {
    const names = ['Zoé', 'Émile', 'awa', 'Eva']
    expect(sortRows(names, (name) => name, false)).toEqual(['awa', 'Émile', 'Eva', 'Zoé'])
    expect(names[0]).toBe('Zoé')
  })

  it('sorts amounts by size and leaves unknown values at the end, both ways', () => {
    const amounts = [20n, null, -300n, 1000n]
    expect(sortRows(amounts, (amount) => amount, false)).toEqual([-300n, 20n, 1000n, null])
    expect(sortRows(amounts, (amount) => amount, true)).toEqual([1000n, 20n, -300n, null])
  })
})

describe('sortHref', () => {
  it('keeps the filters, goes back to the first page and turns the order round', () => {
    const up = { key: 'name', isDescending: false }
    expect(sortHref('vue=late&page=3', up, 'name')).toBe('?vue=late&tri=-name')
    expect(sortHref('tri=-name', { key: 'name', isDescending: true }, 'name')).toBe('?tri=name')
    expect(sortHref('tri=name', up, 'balance')).toBe('?tri=balance')
  })
})
