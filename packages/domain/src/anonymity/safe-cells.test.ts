import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FEWEST_PEOPLE, safeCells } from './safe-cells.ts'

describe('safeCells', () => {
  it('shows what speaks of five people or more', () => {
    expect(safeCells({ a: 5, b: 12, c: 0 })).toEqual({
      total: 17,
      cells: { a: 5, b: 12, c: null },
    })
  })

  it('says nothing of fewer than five people', () => {
    expect(safeCells({ a: 4, b: 0 })).toEqual({ total: null, cells: { a: null, b: null } })
    expect(safeCells({ a: 2, b: 2 })).toEqual({ total: null, cells: { a: null, b: null } })
  })

  it('hides another cell when the total would give the small one away', () => {
    // 20 − 12 − 6 = 2 people of the third cell: the next smallest goes with it.
    expect(safeCells({ a: 12, b: 6, c: 2 })).toEqual({
      total: 20,
      cells: { a: 12, b: null, c: null },
    })
  })

  it('never lets fewer than five people be computed', () => {
    const counts = fc.record({
      a: fc.nat(15),
      b: fc.nat(15),
      c: fc.nat(15),
      d: fc.nat(15),
    })
    fc.assert(
      fc.property(counts, (given) => {
        const { total, cells } = safeCells(given)
        const values = Object.values<number | null>(cells)
        for (const cell of values) expect(cell ?? FEWEST_PEOPLE).toBeGreaterThanOrEqual(5)
        if (total === null) {
          expect(values.every((cell) => cell === null)).toBe(true)
          return
        }
        const left = total - values.reduce<number>((sum, cell) => sum + (cell ?? 0), 0)
        expect(left === 0 || left >= FEWEST_PEOPLE).toBe(true)
      }),
      // As in the last year of a small cooperative: nobody, or very few.
      { examples: [[{ a: 0, b: 0, c: 0, d: 0 }], [{ a: 1, b: 0, c: 3, d: 0 }]] },
    )
  })
})
