import { describe, expect, it } from 'vitest'
import { passwordFault } from './password.ts'
import { SHORTEST_PASSWORD, SHORTEST_STAFF_PASSWORD } from './password-length.ts'

const anybody = { shortest: SHORTEST_PASSWORD, about: [] }
const awa = {
  shortest: SHORTEST_STAFF_PASSWORD,
  about: ['Awa Traoré', 'awa.traore@baobab.test', 'Coopérative Baobab'],
}

describe('a password', () => {
  it('is refused below its shortest length, counted in signs and not in bytes', () => {
    expect(passwordFault('manguebleue', anybody)).toBe('password-too-short')
    expect(passwordFault('éééàààùùùçç', anybody)).toBe('password-too-short')
    expect(passwordFault('mangue bleue tiède', anybody)).toBeNull()
    expect(passwordFault('mangue-bleue1', awa)).toBe('password-too-short')
  })

  it.each([
    'azertyuiop123',
    'MotDePasse2026!',
    'P@ssw0rd1234',
    'passwordpassword',
    '123456789012345',
    'aaaaaaaaaaaaaaa',
    'abcabcabcabcabc',
    'Bonjour-Soleil-2026',
  ])('is refused when it is among the first anybody tries: %s', (password) => {
    expect(passwordFault(password, anybody)).toBe('password-well-known')
  })

  it('is refused when it only says who its owner is', () => {
    expect(passwordFault('AwaTraore.Baobab', awa)).toBe('password-about-you')
    expect(passwordFault('awa traore baobab 75', awa)).toBe('password-about-you')
  })

  it('needs no class of signs: four words do', () => {
    expect(passwordFault('cheval correct agrafe pile', awa)).toBeNull()
    expect(passwordFault('kx7Qw!9zLmP2vRt', awa)).toBeNull()
  })
})
