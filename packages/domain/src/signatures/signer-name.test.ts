import { describe, expect, it } from 'vitest'
import { isSignerName } from './signer-name.ts'

describe('isSignerName', () => {
  it('reads a name as people type it on a phone', () => {
    expect(isSignerName('ndiaye  awa', 'Awa Ŋdiaye')).toBe(true)
    expect(isSignerName('Awa Ndiaye', 'Awa Ŋdiaye')).toBe(true)
  })

  it('refuses half a name, another name and nothing', () => {
    expect(isSignerName('Awa', 'Awa Ŋdiaye')).toBe(false)
    expect(isSignerName('Fatou Ndiaye', 'Awa Ŋdiaye')).toBe(false)
    expect(isSignerName('', 'Awa Ŋdiaye')).toBe(false)
  })
})
