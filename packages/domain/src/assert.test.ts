import { describe, expect, it } from 'vitest'
import { assert, unreachable } from './assert.ts'

describe('assert', () => {
  it('throws only on a broken invariant', () => {
    expect(() => assert(true, 'fine')).not.toThrow()
    expect(() => assert(false, 'two and two')).toThrow('two and two')
  })

  it('is loud about a case that cannot happen', () => {
    // The compiler forbids this call, which is the point; data read at run time may still do it.
    expect(() => unreachable('ghost' as never)).toThrow('ghost')
  })
})
