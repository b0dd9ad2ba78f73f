import { describe, expect, it } from 'vitest'
import {
  FREE_TEXT_KINDS,
  fillFreeText,
  freeTextFaults,
  isFreeTextKind,
  LEGAL_ONLY_KINDS,
  plainFreeText,
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

  it('take a tag as an editor writes it: with a capital, an accent, a sign that cannot be seen', () => {
    const text = '{{Nom}} dès le {{ DÉBUT }}, {{act\u00adivite\u0301}}'
    expect(freeTextFaults('cape_entry', text).unknownTags).toEqual([])
    const values = { nom: 'Awa', debut: '1er mai', activite: 'Pain' }
    expect(fillFreeText(plainFreeText(text), values)).toEqual(['Awa dès le 1er mai, Pain'])
  })

  it('are read as they were meant when they come from a text editor', () => {
    expect(plainFreeText('Un\vdeux\u2028trois\r\nquatre\u2029')).toBe('Un\ndeux\ntrois\nquatre')
    expect(plainFreeText('a\tb\u2003c\u3000d\u2009e')).toBe('a b c d e')
    expect(plainFreeText('«\u00a0oui\u00a0» 5\u202f%\ufeff\u200b')).toBe(
      '«\u00a0oui\u00a0» 5\u202f%',
    )
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
