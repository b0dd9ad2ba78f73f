import { describe, expect, it } from 'vitest'
import { DOCUMENT_KINDS, documentKindRules, isDocumentKind } from './kinds.ts'

describe('kinds of documents', () => {
  it('keep every paper of the right to work for two roles', () => {
    const guarded = DOCUMENT_KINDS.filter(
      (kind) => documentKindRules(kind).look === 'right-to-work',
    )
    expect(guarded).toEqual([
      'residence_permit',
      'renewal_receipt',
      'work_authorisation',
      'prefecture_proof',
    ])
  })

  it('ask for the end of what always ends', () => {
    const ending = DOCUMENT_KINDS.filter((kind) => documentKindRules(kind).expiry === 'required')
    expect(ending).toEqual([
      'insurance',
      'vehicle_insurance',
      'residence_permit',
      'renewal_receipt',
    ])
  })

  it('let nobody send what the office makes', () => {
    for (const kind of ['receipt', 'signed_paper', 'prefecture_proof'] as const) {
      expect(documentKindRules(kind).isSentByPerson).toBe(false)
    }
  })

  it('are a closed list', () => {
    expect(isDocumentKind('identity')).toBe(true)
    expect(isDocumentKind('constructor')).toBe(false)
  })
})
