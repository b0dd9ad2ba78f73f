import type { sharedServicesSheet as source } from '../fr/shared-services-sheet.ts'
import type { Translation } from '../t.ts'
import { sharedServicesNatures } from './shared-services-natures.ts'

export const sharedServicesSheet = {
  title: 'Analytic account of the shared services',
  year: 'Financial year: {year}',
  number: 'Shared services · {year} · version {version}',
  article: 'Text',
  articleText: 'French Labour Code, article R7331-9',
  givenOn: 'Given on',
  assembly: 'Assembly of',
  version: 'Version {version}',
  replaces: 'Replaces the version before. Reason: {reason}',
  share: 'Share',
  amount: 'Amount',
  total: 'Total',
  contributions: 'Contributions of the activities',
  accidentCover: 'Accident cover re-billed',
  fromClosings: 'Monthly closings',
  source: 'Source: {source}',
  labelSource: '{label}. Source: {source}',
  resources: {
    title: 'Where the money comes from',
    what: 'Resource',
    total: 'Total of the resources',
  },
  charges: {
    title: 'What this money paid for',
    what: 'Cost',
    total: 'Total of the costs',
  },
  result: {
    title: 'What is left',
    left: 'The resources exceed the costs by {amount}.',
    short: '{amount} is missing: the costs exceed the resources.',
  },
  months: {
    title: 'Month by month, as the closings say',
    month: 'Month',
    knownFrom:
      'The months before {month} are not in this software. Their contributions, if known, stand on a line of their own.',
  },
  table: {
    side: 'Side',
    nature: 'Kind',
    label: 'Label',
    source: 'Source',
    amount: 'Amount',
    resource: 'Resource',
    charge: 'Cost',
    result: 'Result',
  },
  nature: sharedServicesNatures,
} as const satisfies Translation<typeof source>
