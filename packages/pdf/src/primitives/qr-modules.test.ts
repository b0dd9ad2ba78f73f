import fc from 'fast-check'
import { create } from 'qrcode'
import { describe, expect, it } from 'vitest'
import { qrModules } from './qr-modules.ts'

describe('squares of a QR code', () => {
  it('are those of the library with its own search for the mask, whatever the bytes', () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 700 })
    fc.assert(
      fc.property(bytes, fc.constantFrom('L' as const, 'M' as const), (data, redundancy) => {
        const { modules } = create([{ data, mode: 'byte' }], { errorCorrectionLevel: redundancy })
        const { size, cells } = qrModules(data, redundancy)
        expect(size).toBe(modules.size)
        expect(Buffer.from(cells).equals(Buffer.from(modules.data))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
