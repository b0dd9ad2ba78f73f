import { expect, it } from 'vitest'
import { CESA_CLAUSES, emptyCesaClauses, WRITTEN_CESA_CLAUSES } from './cesa-clauses.ts'

const WRITTEN = {
  objectives: ['vendre'],
  minimumActivity: 'une vente par mois',
  means: [{ name: 'bureau' }],
  fixedPartCents: 0n,
  variablePart: 'le reste',
  statutesOn: '2026-01-01',
  clientele: 'à la coopérative',
  intellectualProperty: 'à la personne',
  interviews: 'deux par an',
  becomingAssociate: 'une part',
  netResult: 'produits moins charges',
}

it('every letter of L7331-2, 2° has its clause', () => {
  const letters = CESA_CLAUSES.map(({ article }) => article.split('2°, ')[1]).filter(Boolean)
  expect([...new Set(letters)]).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
})

it('a clause is empty without words, items, a day or an amount; a fixed part of nothing is written', () => {
  expect(emptyCesaClauses(WRITTEN)).toEqual([])
  const empty = { objectives: [], means: [], fixedPartCents: null, statutesOn: null }
  const nothing = Object.fromEntries(WRITTEN_CESA_CLAUSES.map((name) => [name, '']))
  expect(emptyCesaClauses({ ...WRITTEN, ...nothing, ...empty })).toEqual(WRITTEN_CESA_CLAUSES)
})
