import { describe, expect, it } from 'vitest'
import { translate, translator } from './t.ts'

const fr = {
  hello: 'Bonjour {name}',
  plain: 'Bonjour',
  group: { lines: { one: '{count} ligne', many: '{count} de lignes', other: '{count} lignes' } },
} as const

describe('translator', () => {
  const t = translator<typeof fr>(fr, 'fr')

  it('fills placeholders', () => {
    expect(t('hello', { name: 'Awa' })).toBe('Bonjour Awa')
  })

  it('chooses the plural form of the language', () => {
    expect(t('group.lines', { count: 0 })).toBe('0 ligne')
    expect(t('group.lines', { count: 2 })).toBe('2 lignes')
    expect(t('group.lines', { count: 1_000_000 })).toBe('1000000 de lignes')
    expect(translate(fr, 'en', 'group.lines', { count: 0 })).toBe('0 lignes')
  })

  it('leaves a placeholder visible when its value is missing', () => {
    expect(translate(fr, 'fr', 'hello')).toBe('Bonjour {name}')
  })

  it('finds a name that holds dots, such as a code of the domain', () => {
    const catalogue = { vat: { 'vat.mention.export': 'Exportation' } }
    expect(translate(catalogue, 'fr', 'vat.vat.mention.export')).toBe('Exportation')
  })

  it('answers the key itself when there is no such message', () => {
    expect(translate(fr, 'fr', 'group')).toBe('group')
    expect(translate(fr, 'fr', 'toString')).toBe('toString')
  })

  it('checks keys and placeholders when compiling', () => {
    // @ts-expect-error: no such key
    t('nothing')
    // @ts-expect-error: the name is missing
    t('hello')
    expect(t('plain')).toBe('Bonjour')
  })
})
