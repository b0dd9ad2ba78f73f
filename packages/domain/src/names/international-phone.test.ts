import { expect, it } from 'vitest'
import { internationalPhone } from './international-phone.ts'

it('dials the same number however it was written', () => {
  for (const text of ['06 12 34 56 78', '+33 6 12 34 56 78', '0033612345678', '06.12.34.56.78'])
    expect(internationalPhone(text)).toBe('+33612345678')
  expect(internationalPhone('+221 77 123 45 67')).toBe('+221771234567')
})

it('guesses no country', () => {
  for (const text of ['', '77 123 45 67', '12', 'poste 12', '+0612345678'])
    expect(internationalPhone(text)).toBeNull()
})
