import type { activityConvention as fr } from '../fr/documents-activity-convention.ts'
import type { SameTexts } from '../fr/documents-shape.ts'

export const activityConvention = {
  title: 'Convention of a shared activity',
  subtitle: 'Article R7331-6 of the French labour code · {activity}',
  between: 'Between',
  and: 'and',
  coop: '{name}, {legalForm}, seat {seat}, {registration}, represented by {signatory}, {capacity}',
  person: '{name}, born on {birth}, living at {address}',
  article: 'Article {number}. {title}',
  nature: 'The activity carried on in common',
  shares: 'How the result is shared',
  sharesIntro:
    'The result of the activity is shared as follows, to the cent. Together the shares make the whole.',
  who: 'Person',
  share: 'Share',
  whole: 'Total',
  paySplit: 'How the pay is split',
  clientele: 'The customers',
  tradeName: 'The trade name',
  sharedGoods: 'Goods in common',
  account: 'The account and the costs',
  accountText:
    'The cooperative keeps one account for this activity (article R7331-5). Each person declares their ' +
    'sales and costs there. They alone, with the cooperative, see the detail of their costs.',
  duration: 'Effect and change',
  durationText:
    'This convention takes effect on {date}, once signed by all the people and by the cooperative. A ' +
    'new convention signed in the same way replaces it. Months already counted stay shared as they were.',
  signatures: 'Signatures',
  coopPlace: 'For the cooperative',
} as const satisfies SameTexts<typeof fr>
