import { describe, expect, it } from 'vitest'
import { phoneCatalogue } from './catalogue-phone.ts'
import { phoneCatalogueEn } from './catalogue-phone-en.ts'
import { staffCatalogue } from './catalogue-staff.ts'
import { staffCatalogueEn } from './catalogue-staff-en.ts'
import { declarationsProof as proofEn } from './en/declarations-proof.ts'
import { verify as verifyEn } from './en/verify.ts'
import { declarationsProof as proof } from './fr/declarations-proof.ts'
import { verify } from './fr/verify.ts'
import { findMessage, type Message } from './t.ts'

const SHELLS = [
  ['phone', phoneCatalogue, phoneCatalogueEn],
  ['staff', staffCatalogue, staffCatalogueEn],
  ['verification page', verify, verifyEn],
  ['proof of a declaration', proof, proofEn],
] as const

describe.each(SHELLS)('the %s catalogues', (_shell, fr, en) => {
  it('have the same keys in French and in English', () => {
    expect(keysOf(en)).toEqual(keysOf(fr))
  })

  it('use the same placeholders in French and in English', () => {
    for (const key of keysOf(fr)) {
      expect(placeholders(findMessage(en, key)), key).toEqual(placeholders(findMessage(fr, key)))
    }
  })

  it('give French plurals a form for millions', () => {
    for (const key of keysOf(fr)) {
      const message = findMessage(fr, key)
      if (typeof message === 'object' && message !== null) expect(message.many, key).toBeTruthy()
    }
  })
})

function keysOf(catalogue: object, prefix = ''): string[] {
  return Object.entries(catalogue)
    .flatMap(([key, value]) => {
      const path = `${prefix}${key}`
      return findMessage(catalogue, key) === null ? keysOf(value, `${path}.`) : [path]
    })
    .sort()
}

function placeholders(message: Message | null): string[] {
  const text = typeof message === 'string' ? message : (message?.other ?? '')
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort()
}
