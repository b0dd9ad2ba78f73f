import { describe, expect, it } from 'vitest'
import {
  FREE_TEXT_KINDS,
  fillFreeText,
  freeTextFaults,
  isFreeTextKind,
  LEGAL_ONLY_KINDS,
  tagsOf,
} from './free-text.ts'

describe('free paragraphs', () => {
  it('are never those of a certificate whose contents the law lists', () => {
    expect(LEGAL_ONLY_KINDS).toEqual(
      expect.arrayContaining(['work_certificate', 'settlement_receipt']),
    )
    for (const kind of LEGAL_ONLY_KINDS) expect(isFreeTextKind(kind)).toBe(false)
  })

  it('know the tags of their kind, however they are spaced, and name each other one once', () => {
    const text = 'Pour {{nom}} et {{ contrat }}, {{salaire}} {{ salaire }} {{}}.'
    expect(freeTextFaults('cape_entry', text)).toEqual({
      unknownTags: ['salaire', ''],
      hasLooseBrace: false,
      isTooHigh: false,
    })
    expect(freeTextFaults('monthly_income', '{{contrat}}').unknownTags).toEqual(['contrat'])
    for (const kind of FREE_TEXT_KINDS) {
      const all = tagsOf(kind).map((tag) => `{{${tag}}}`)
      expect(freeTextFaults(kind, all.join(' '))).toEqual({
        unknownTags: [],
        hasLooseBrace: false,
        isTooHigh: false,
      })
    }
  })

  it.each(['{nom}', '{{nom}', '{{nom}}}', 'a } b', '{{{nom}}}'])(
    'see the loose brace of %s',
    (text) => {
      expect(freeTextFaults('cape_entry', text).hasLooseBrace).toBe(true)
    },
  )

  it('put values in once, so that a name with braces stays a name', () => {
    const values = { nom: '{{date}} Diop', date: '3 mai' }
    expect(fillFreeText('{{nom}}, le {{ date }}.\n\n \n\nMerci.\n', values)).toEqual([
      '{{date}} Diop, le 3 mai.',
      'Merci.',
    ])
    expect(fillFreeText(' \n', values)).toEqual([])
    expect(() => fillFreeText('{{fin}}', values)).toThrow('fin')
  })
})
