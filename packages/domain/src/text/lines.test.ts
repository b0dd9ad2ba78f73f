import { expect, it } from 'vitest'
import { linesOf } from './lines.ts'

it('keeps the lines that say something, trimmed, in their order', () => {
  expect(linesOf(' 1 rue des Ateliers \r\n\n  93100 Montreuil\n')).toEqual([
    '1 rue des Ateliers',
    '93100 Montreuil',
  ])
  expect(linesOf(' \n ')).toEqual([])
})
