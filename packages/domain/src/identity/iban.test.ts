import { describe, expect, it } from 'vitest'
import { parseIban } from './iban.ts'

describe('an IBAN', () => {
  it.each([
    ['FR76 3000 6000 0112 3456 7890 189', 'FR7630006000011234567890189'],
    ['fr14 2004 1010 0505 0001 3m02 606', 'FR1420041010050500013M02606'],
    ['DE89 3704 0044 0532 0130 00', 'DE89370400440532013000'],
    ['MR13 0002 0001 0100 0012 3456 753', 'MR1300020001010000123456753'],
  ])('%s is read', (text, iban) => {
    expect(parseIban(text)).toBe(iban)
  })

  it.each([
    'FR76 3000 6000 0112 3456 7890 188',
    'FR76 3000 6000 0112 3456 7890 18',
    'FR67 3000 6000 0112 3456 7890 189',
    '30006000011234567890189',
    '',
  ])('%j is none', (text) => {
    expect(parseIban(text)).toBeNull()
  })
})
