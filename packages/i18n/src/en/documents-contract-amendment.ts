import type { contractAmendment as fr } from '../fr/documents-contract-amendment.ts'
import type { SameTexts } from '../fr/documents-shape.ts'

export const contractAmendment: SameTexts<typeof fr> = {
  title: 'Amendment no. {n}',
  cape: 'Contract of support for a business project (CAPE), articles L127-1 and following of the commercial code',
  cesa: 'Contract of salaried entrepreneur and associate (CESA), articles L7331-1 and following of the labour code',
  contract: 'Contract {number}, whose first day is {date}',
  contribution: 'Contribution',
  purpose: {
    title: 'Object',
    activity: 'This amendment changes the contract about this activity: {activity}.',
    reason: 'Reason: {reason}',
  },
  changes: {
    title: 'What changes',
    until: '{name} before {date}',
    from: '{name} from {date} on',
    decided: 'The scheme in force on the last day of a month applies to that whole month.',
    term: 'Clause',
    before: 'Before',
    after: 'After',
    unknown: 'see the contract',
  },
  terms: {
    fixedPartCents: 'Fixed part, gross, per month',
    minimumActivity: 'Minimum activity obligations',
    means: 'Means provided',
  },
  effect: {
    title: 'Effect',
    from: 'The amendment takes effect on {date}, once both parties have signed it.',
    rest: 'All other clauses of the contract and of its earlier amendments still apply.',
  },
}
