import { fieldErrors } from '@terreau/i18n/fr/field-errors'
import { staffFieldErrors } from '@terreau/i18n/fr/staff-field-errors'
import { expect, it } from 'vitest'
import { ProblemError } from '../../lib/problem-error.ts'
import { refusalOf } from './logo-refusal.ts'

it.each([
  ['file-kind-refused', 415],
  ['file-heic', 415],
  ['file-unreadable', 422],
  ['file-too-many-pixels', 422],
] as const)('asks for another picture after %s, never for a photo or a PDF', (code, status) => {
  const key = refusalOf(new ProblemError({ status, code }))
  const words = key && staffFieldErrors[key]
  expect(words).toMatch(/image/)
  expect(words).not.toMatch(/photo|PDF/)
})

it('says what paper would not show, at the field', () => {
  const errors = [{ pointer: '/body', code: 'logo-white' }]
  expect(refusalOf(new ProblemError({ status: 400, code: 'request-invalid', errors }))).toBe(
    'logo-white',
  )
  expect(Object.keys(fieldErrors)).not.toContain('logo-white')
})

it('leaves what is no fault of the file to the page', () => {
  expect(refusalOf(new ProblemError({ status: 503, code: 'unavailable' }))).toBeNull()
  expect(refusalOf(null)).toBeNull()
})
