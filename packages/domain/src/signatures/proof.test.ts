import { describe, expect, it } from 'vitest'
import { PROOF_LEVELS, proofLevel, SIGNATURE_ROUTES } from './proof.ts'

describe('proofLevel', () => {
  it('names one level for each route, and uses every level', () => {
    expect(new Set(SIGNATURE_ROUTES.map(proofLevel))).toEqual(new Set(PROOF_LEVELS))
  })

  it('never takes a scan for an electronic signature', () => {
    expect(proofLevel('paper')).toBe('handwritten')
    expect(SIGNATURE_ROUTES.filter((route) => proofLevel(route) === 'handwritten')).toEqual([
      'paper',
    ])
  })
})
