import type { sharedServicesPhone as source } from '../fr/shared-services-phone.ts'
import type { Translation } from '../t.ts'
import { sharedServicesNatures } from './shared-services-natures.ts'

export const sharedServicesPhone = {
  title: 'The accounts of the shared services',
  hint: 'What the cooperative does for everybody, and what it costs.',
  none: 'Nothing to read for now.',
  noneHint: 'The cooperative gives you this account at the end of each financial year.',
  year: 'Financial year: {year}',
  given: 'Account given on {date}.',
  assembly: 'Assembly of {date}.',
  corrected: 'This account was corrected. Why:',
  known: 'These two amounts count the months since {month}.',
  from: 'Where the money comes from',
  contributions: 'Shares of all the activities',
  accidentCover: 'Accident cover, paid by the activities',
  total: 'In all',
  for: 'What this money paid for',
  left: 'What is left',
  leftShort: 'What is missing',
  own: 'Your share',
  ownText: 'For this year, your activity gave:',
  ownOf: 'All the activities gave:',
  ownBack: 'For this year, you were given back:',
  document: 'Open the account (PDF)',
  documentSoon: 'The document is coming. Come back in a few minutes.',
  question: 'A question? Talk about it with your cooperative.',
  others: 'The other years',
  nature: sharedServicesNatures,
} as const satisfies Translation<typeof source>
