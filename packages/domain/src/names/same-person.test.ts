import { describe, expect, it } from 'vitest'
import { localDate } from '../time/local-date.ts'
import { type Known, likenesses, phoneDigits, soundKey } from './same-person.ts'

const known = (givenName: string, familyName: string, more: Partial<Known> = {}): Known => ({
  givenName,
  familyName,
  bornOn: null,
  email: '',
  phone: '',
  ...more,
})
const BORN = localDate('1990-03-12')

describe('who may be the same person', () => {
  it('by an address or a number, however they are written', () => {
    const awa = known('Awa', 'Diop', { email: 'awa@exemple.fr', phone: '06 12 34 56 78' })
    expect(likenesses(awa, known('X', 'Y', { email: 'AWA@exemple.fr' }))).toEqual(['email'])
    expect(likenesses(awa, known('X', 'Y', { phone: '+33 6 12 34 56 78' }))).toEqual(['phone'])
    expect(likenesses(awa, known('X', 'Y', { phone: '0033612345678' }))).toEqual(['phone'])
  })

  it('by a name without accents, when the birth dates do not disagree', () => {
    const left = known('Aïssatou', 'N’Diaye', { bornOn: BORN })
    const same = known('AISSATOU', 'Ndiaye')
    expect(likenesses(left, { ...same, bornOn: BORN })).toEqual(['name'])
    expect(likenesses(left, same)).toEqual(['name'])
    expect(likenesses(left, { ...same, bornOn: localDate('1961-03-12') })).toEqual([])
  })

  it('by names that were swapped', () => {
    expect(likenesses(known('Traoré', 'Awa'), known('Awa', 'Traore'))).toEqual(['swapped'])
  })

  it.each([
    ['Ousmane', 'Diop', 'Usman', 'Dyop'],
    ['Mohamed', 'Ben Ali', 'Muhammad', 'Ben Aly'],
    ['Fatoumata', 'Cissé', 'Fatumata', 'Sissé'],
    ['Oumou', 'Djallo', 'Umu', 'Diallo'],
    ['Cheikh', 'Thiam', 'Sheikh', 'Tiam'],
    ['Yacouba', 'Kouyaté', 'Yakuba', 'Kuyate'],
  ])('%s %s and %s %s, which sound alike', (a, b, c, d) => {
    expect(likenesses(known(a, b), known(c, d))).toEqual(['sound'])
  })

  it.each([
    ['Awa', 'Diop', 'Awa', 'Diallo'],
    ['Moussa', 'Traoré', 'Mariam', 'Traoré'],
    ['Li', 'Ly', 'Lou', 'Lô'],
    ['Anna', 'Petit', 'Hélène', 'Martin'],
    ['Ibrahim', 'Bah', 'Ismaël', 'Ba'],
  ])('not %s %s and %s %s', (a, b, c, d) => {
    expect(likenesses(known(a, b), known(c, d))).toEqual([])
  })

  it('never by what is empty', () => {
    expect(likenesses(known('Awa', 'Diop'), known('Binta', 'Sow'))).toEqual([])
    expect(phoneDigits('')).toBe('')
  })

  it('sorts the words of a name, so that their order does not count', () => {
    expect(soundKey('Ben Ali Mohamed')).toBe(soundKey('Mohamed Ben Ali'))
  })
})
