import { describe, expect, it } from 'vitest'
import { parseNir } from './nir.ts'

/** The key of thirteen signs, computed apart: 97 minus the rest of the division by 97. */
function withKey(body: string): string {
  const digits = body.replace('2A', '19').replace('2B', '18')
  let rest = 0
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97
  return body + String(97 - rest).padStart(2, '0')
}

describe('a NIR', () => {
  it('of the official example is read', () => {
    expect(parseNir('2 55 08 14 168 025 38')).toBe('255081416802538')
  })

  it.each(['1850578006084', '185052A006084', '185052B006084', '2991299123456', '7850578006084'])(
    '%s with its key is read, with any other refused',
    (body) => {
      const right = withKey(body)
      expect(parseNir(right)).toBe(right)
      const key = Number(right.slice(13))
      const wrong = body + String((key % 97) + 1).padStart(2, '0')
      expect(parseNir(wrong)).toBe(key % 97 === key - 1 ? right : null)
    },
  )

  it.each(['', '25508141680253', '2550814168025380', '955081416802538', '255131416802538', 'x'])(
    '%j is none',
    (text) => {
      expect(parseNir(text)).toBeNull()
    },
  )
})
