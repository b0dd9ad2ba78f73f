import { describe, expect, it } from 'vitest'
import { isSiren } from './siren.ts'

describe('a SIREN', () => {
  it('is nine digits with the right key', () => {
    expect(isSiren('123456782')).toBe(true)
    expect(isSiren('552100554')).toBe(true)
  })

  it.each(['123456789', '12345678', '1234567821', '12345678a', '', '123 456 782'])(
    'is not %s',
    (text) => {
      expect(isSiren(text)).toBe(false)
    },
  )

  it('catches every slip of one digit', () => {
    for (let place = 0; place < 9; place += 1) {
      const digits = [...'123456782']
      digits[place] = String((Number(digits[place]) + 1) % 10)
      expect(isSiren(digits.join(''))).toBe(false)
    }
  })
})
