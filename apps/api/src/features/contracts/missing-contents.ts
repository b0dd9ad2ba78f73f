import { fullName } from '@terreau/domain/names/full-name'
import { unprintableSigns } from '@terreau/pdf/printable-text'
import type { CapeTerms } from '@terreau/protocol/contract-schemas'
import type { FieldProblem } from '@terreau/protocol/problems'

interface Contents {
  person: {
    familyName: string
    givenName: string
    bornOn: string | null
    address: string
    email: string
  }
  activity: string
  terms: CapeTerms | null
}

/**
 * What a draft must still say before it can be sent: who the person is, and the contents of R127-1. A CAPE
 * without its mandatory contents could be held void, so nothing is sent until the list is empty.
 */
export function missingContents({ terms, ...contract }: Contents): FieldProblem[] {
  const missing = missingOfPerson(contract)
  if (terms === null) return [...missing, { pointer: '/terms', code: 'field-required' }]
  return [
    ...missing,
    ...empty(terms.programme.objectives.length === 0, '/terms/programme/objectives'),
    ...empty(terms.programme.steps.length === 0, '/terms/programme/steps'),
    ...empty(terms.means.length === 0, '/terms/means'),
    ...empty(terms.thirdParties.nature === '', '/terms/thirdParties/nature'),
    ...empty(terms.thirdParties.maximumCents === null, '/terms/thirdParties/maximumCents'),
    ...unprintableTexts(terms, '/terms'),
  ]
}

/** What the file of the person must say for any contract: who they are and where. */
export function missingOfPerson({ person, activity }: Omit<Contents, 'terms'>): FieldProblem[] {
  return [
    ...empty(person.bornOn === null, '/person/bornOn'),
    ...empty(person.address === '', '/person/address'),
    ...empty(person.email === '', '/person/email'),
    ...unprintable(fullName(person), '/person/familyName'),
    ...unprintable(person.address, '/person/address'),
    ...unprintable(activity, '/person/activities'),
  ]
}

function empty(isMissing: boolean, pointer: string): FieldProblem[] {
  return isMissing ? [{ pointer, code: 'field-required' }] : []
}

/** Every text below a value that the fonts of the documents cannot print. */
export function unprintableTexts(value: unknown, pointer: string): FieldProblem[] {
  if (typeof value === 'string') return unprintable(value, pointer)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) =>
    unprintableTexts(part, `${pointer}/${name}`),
  )
}

function unprintable(text: string, pointer: string): FieldProblem[] {
  const characters = unprintableSigns(text)
  if (characters === '') return []
  const params = { characters }
  return [{ pointer, code: 'characters-not-printable', params }]
}
