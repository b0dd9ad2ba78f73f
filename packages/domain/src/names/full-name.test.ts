import { describe, expect, it } from 'vitest'
import { fullName, greetedName, listedName } from './full-name.ts'

describe('names of somebody', () => {
  it('has two of them, or one that serves for all', () => {
    const awa = { givenName: 'Awa', familyName: 'Diop' }
    expect([fullName(awa), listedName(awa), greetedName(awa)]).toEqual([
      'Awa Diop',
      'Diop Awa',
      'Awa',
    ])
    const one = { givenName: '', familyName: 'Zabihullah' }
    expect([fullName(one), listedName(one), greetedName(one)]).toEqual(Array(3).fill('Zabihullah'))
  })
})
