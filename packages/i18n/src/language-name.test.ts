import { expect, it } from 'vitest'
import { languageName } from './language-name.ts'

it('names a language that the browser knows, one that it may not, and keeps an unknown code', () => {
  expect(languageName('fr', 'en')).toBe('French')
  expect(languageName('snk', 'fr')).toBe('soninké')
  expect(languageName('ff', 'en')).toBe('Fula')
  expect(languageName('qqq', 'fr')).toBe('qqq')
})
