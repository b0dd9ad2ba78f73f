import { expect, it } from 'vitest'
import { fill } from './fill.ts'

it('puts each value where its name is', () => {
  expect(fill('Fait à {place}, le {date}', { place: 'Lyon', date: '1er mai' })).toBe(
    'Fait à Lyon, le 1er mai',
  )
})

it('prints braces and dollars of a value as they are', () => {
  expect(fill('{a} {b}', { a: '{b}', b: '$&' })).toBe('{b} $&')
})

it('refuses a template whose value is missing', () => {
  expect(() => fill('{name}', {})).toThrow('no value for {name}')
})
