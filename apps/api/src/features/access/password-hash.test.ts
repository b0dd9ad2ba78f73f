import { describe, expect, it } from 'vitest'
import { hashPassword, isPasswordOf } from './password-hash.ts'

describe('hashing passwords', () => {
  it('keeps argon2id with its cost, and never the same text twice', async () => {
    const [first, second] = await Promise.all([hashPassword('a b c d'), hashPassword('a b c d')])
    expect(first).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
    expect(first).not.toBe(second)
    expect(await isPasswordOf(first, 'a b c d')).toBe(true)
    expect(await isPasswordOf(first, 'a b c e')).toBe(false)
    expect(await isPasswordOf(null, 'a b c d')).toBe(false)
  })

  it('turns a burst away instead of filling the memory', async () => {
    const burst = await Promise.allSettled(Array.from({ length: 26 }, () => hashPassword('burst')))
    const refused = burst.filter((one) => one.status === 'rejected')
    expect(refused).toHaveLength(4)
    expect(refused.every((one) => one.reason.code === 'unavailable')).toBe(true)
    expect(await hashPassword('after')).toMatch(/^\$argon2id/)
  })
})
