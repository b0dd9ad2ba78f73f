import { unprintableSigns } from '@terreau/pdf/printable-text'
import type { ConventionTerms } from '@terreau/protocol/activities'
import type { FieldProblem } from '@terreau/protocol/problems'

interface Person {
  personId: string
  name: string
  bornOn: string | null
  address: string
}

/**
 * What a convention must still say before anybody is asked to sign it: the clauses of R7331-6, who its
 * people are, and nothing that the paper cannot print.
 */
export function missingClauses(terms: ConventionTerms, people: readonly Person[]): FieldProblem[] {
  const clauses = Object.entries(terms).flatMap(([name, text]) => {
    if (text === '') return [{ pointer: `/terms/${name}`, code: 'field-required' }]
    return unprintable(text, `/terms/${name}`)
  })
  const persons = people.flatMap((person) => {
    const pointer = `/people/${person.personId}`
    const lacks = [
      ...(person.bornOn === null ? [`${pointer}/bornOn`] : []),
      ...(person.address === '' ? [`${pointer}/address`] : []),
    ].map((place) => ({ pointer: place, code: 'field-required' }))
    return [...lacks, ...unprintable(person.name, `${pointer}/familyName`)]
  })
  return [...persons, ...clauses]
}

function unprintable(text: string, pointer: string): FieldProblem[] {
  const characters = unprintableSigns(text)
  if (characters === '') return []
  return [{ pointer, code: 'characters-not-printable', params: { characters } }]
}
