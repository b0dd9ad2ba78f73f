import { describe, expect, it } from 'vitest'
import { departmentOf } from './department.ts'

describe('the department of an address', () => {
  it.each([
    ['1 rue des Ateliers\n93100 Montreuil', '93'],
    ['12 cours Napoléon\n20000 Ajaccio', '2A'],
    ['3 rue Droite, 20200 Bastia', '2B'],
    ['5 rue de Paris, 97400 Saint-Denis', '974'],
    ['Gustavia, 97133 Saint-Barthélemy', '977'],
    ['Marigot\n97150 Saint-Martin', '978'],
    ['BP 12345\n33000 Bordeaux', '33'],
    ['somewhere', ''],
  ])('%j is %s', (address, department) => {
    expect(departmentOf(address)).toBe(department)
  })
})
