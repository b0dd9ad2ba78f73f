import { phoneCatalogue } from '@terreau/i18n/catalogue-phone'
import { phoneCatalogueEn } from '@terreau/i18n/catalogue-phone-en'
import { findMessage } from '@terreau/i18n/t'
import { PROBLEM_CODES } from '@terreau/protocol/problems'
import { describe, expect, it } from 'vitest'
import { fieldErrors } from './field-errors.ts'
import { ProblemError } from './problem-error.ts'
import { fieldText, problemText } from './problem-text.ts'

const words = { catalogue: phoneCatalogue, locale: 'fr' } as const

describe('problems in words', () => {
  it.each(PROBLEM_CODES)('%s has a sentence in French and in English', (code) => {
    expect(findMessage(phoneCatalogue, `problems.${code}`)).toBeTypeOf('string')
    expect(findMessage(phoneCatalogueEn, `problems.${code}`)).toBeTypeOf('string')
  })

  it('writes days for people', () => {
    const facts = {
      status: 422,
      code: 'cape-gap',
      params: { expectedStartsOn: '2026-04-01' },
    } as const
    expect(problemText(new ProblemError(facts), phoneCatalogue, 'fr')).toContain('le 01/04/2026 (')
    expect(problemText(new ProblemError(facts), phoneCatalogueEn, 'en')).toContain('on 01/04/2026')
  })

  it('writes months for people', () => {
    const params = { code: 'AG-2026', until: '2026-12' }
    const ended = new ProblemError({ status: 409, code: 'scheme-ended', params })
    expect(problemText(ended, phoneCatalogue, 'fr')).toContain('jusqu’en décembre 2026 et')
    expect(problemText(ended, phoneCatalogueEn, 'en')).toContain('until December 2026 and')
  })

  it('says something for a fault of the page too', () => {
    expect(problemText(new Error('x'), phoneCatalogue, 'fr')).toBe(
      phoneCatalogue.common.error.unexpected,
    )
  })
})

describe('field errors', () => {
  it('falls back from a precise format to formats in general, then to "not accepted"', () => {
    const texts = phoneCatalogue.fieldErrors
    const say = (code: string) => fieldText({ pointer: '/body/x', code }, phoneCatalogue, 'fr')
    expect(say('field-format-email')).toBe(texts['field-format-email'])
    expect(say('field-format-regex')).toBe(texts['field-format'])
    expect(say('never-heard-of')).toBe(texts['field-not-accepted'])
    expect(say('cape-too-long')).toBe(phoneCatalogue.problems['cape-too-long'])
  })

  it('puts each refusal at its field, and the rest on top', () => {
    const error = new ProblemError({
      status: 400,
      code: 'request-invalid',
      errors: [
        { pointer: '/body/direction/email', code: 'field-required' },
        { pointer: '/params/month', code: 'field-required' },
      ],
    })
    const form = fieldErrors(error, { amount: 'Écrivez un montant.', day: null }, words)
    expect(form.errorOf('direction.email')).toBe('Remplissez cette ligne.')
    expect(form.errorOf('amount')).toBe('Écrivez un montant.')
    expect(form.lines.map((line) => line.name)).toEqual(['amount', 'direction.email', null])
  })

  it('has one line of the whole form for a refusal without fields', () => {
    const form = fieldErrors(new ProblemError({ status: 409, code: 'conflict' }), {}, words)
    expect(form.lines).toEqual([{ name: null, text: phoneCatalogue.problems.conflict }])
    expect(fieldErrors(null, {}, words).hasErrors).toBe(false)
  })
})
