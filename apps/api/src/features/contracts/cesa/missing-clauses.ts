import { emptyCesaClauses } from '@terreau/domain/contracts/cesa-clauses'
import type { CesaTerms } from '@terreau/protocol/cesa-terms'
import type { FieldProblem } from '@terreau/protocol/problems'
import type { ContractRow } from '../contract-row.ts'
import { missingOfPerson, unprintableTexts } from '../missing-contents.ts'

/**
 * What a CESA must still say before it can be sent: who the person is, and the clauses of L7331-2, 2°, a)
 * to f), with R7331-3, R7331-10 and R7331-12. The scheme of the contribution, c), is never missing.
 */
export function missingClauses(
  contract: Pick<ContractRow, 'person' | 'activity'>,
  terms: CesaTerms | null,
): FieldProblem[] {
  const missing = missingOfPerson(contract)
  if (terms === null) return [...missing, { pointer: '/terms', code: 'field-required' }]
  return [
    ...missing,
    ...emptyCesaClauses(terms).map((name) => ({
      pointer: `/terms/${name}`,
      code: 'field-required',
    })),
    ...unprintableTexts(terms, '/terms'),
  ]
}
