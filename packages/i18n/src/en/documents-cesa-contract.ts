import type { cesaContract as fr } from '../fr/documents-cesa-contract.ts'
import type { SameTexts } from '../fr/documents-shape.ts'

export const cesaContract: SameTexts<typeof fr> = {
  title: 'Contract of salaried entrepreneur and associate (CESA)',
  subtitle: 'Articles L7331-1 to L7332-7 and R7331-1 to R7331-12 of the French labour code',
  salariedAlias: 'hereafter “the salaried entrepreneur”.',
  person: 'The salaried entrepreneur',
  purpose: {
    title: 'Object and statutes',
    aid:
      'The salaried entrepreneur creates and develops this economic activity: {activity}. They have ' +
      'individual support and the shared services of the cooperative, in view of becoming an ' +
      'associate of it (article L7331-2).',
    statutes:
      'The statutes of the cooperative in force, dated {date}, apply. The salaried entrepreneur ' +
      'declares that they received them.',
    status:
      'The labour code applies, subject to articles L7331-1 to L7332-7. Only the labour court is ' +
      'competent for disputes about this contract (article L7332-6).',
  },
  duration: {
    title: 'Start, duration and trial',
    start: 'The contract starts on {from}. It has no end date.',
    afterCape:
      'It follows the business project support contract {number}, which ends the day before.',
    trial:
      'A trial runs until {to} included, any renewal included. The length of earlier contracts ' +
      'between the parties is deducted from it (article L7332-1).',
    noTrial: 'There is no trial.',
  },
  activity: {
    title: 'Objectives and minimum activity',
    objectives: 'Objectives to reach:',
    minimum: 'Minimum activity obligations: {text}',
  },
  means: {
    title: 'Means to support and control the activity',
    name: 'Means',
    amount: 'Extent or amount',
    conditions: 'Conditions',
    account:
      'The cooperative keeps for the activity an analytic balance sheet account and an analytic ' +
      'income account. The salaried entrepreneur may see them at any time, or receives them every ' +
      'month (article R7331-5).',
  },
  contribution: {
    title: 'Contribution to the shared services',
    follows:
      'Decisions of the general assembly that change this contribution apply to this contract from ' +
      'their effect date (article R7331-8).',
    amended:
      'A decision of the general assembly that changes this contribution applies to this contract ' +
      'by an amendment (article R7331-8).',
    services:
      'The analytic account of the shared services is handed over at the end of each financial ' +
      'year (article R7331-9).',
  },
  pay: {
    title: 'Pay',
    fixed:
      'The fixed part is {amount} gross per month. It is paid every month, whatever the revenue, ' +
      'and takes the minimum activity objectives into account (article R7331-11).',
    variable:
      'The variable part is computed for each financial year from the revenue, after deducting the ' +
      'charges directly and exclusively linked to the activity, and the contribution (article ' +
      'L7332-3). How it is computed: {text}',
    netResult: 'How the net result is formed and settled: {text}',
    balance:
      'The balance is paid one month after the general assembly that approves the accounts, at the ' +
      'latest (article R7331-12).',
  },
  rights: {
    title: 'Clientele and intellectual property',
    clientele: 'Clientele: {text}',
    intellectualProperty: 'Intellectual property: {text}',
  },
  support: {
    title: 'Interviews and support',
    interviews: 'At least two individual interviews take place per period of twelve months.',
    report:
      'Each gives rise to a written document, signed by the salaried entrepreneur: review, ' +
      'foreseeable evolution, actions and needs (article R7331-3).',
    conditions: 'Conditions: {text}',
  },
  associate: {
    title: 'Becoming an associate',
    deadline:
      'The salaried entrepreneur becomes an associate on {date} at the latest. This day takes into ' +
      'account the length of earlier contracts between the parties, deducted from the three years. ' +
      'Otherwise the contract ends (article L7331-3).',
    ways: 'Time limits and ways: {text}',
  },
  liability: {
    title: 'Health, safety and liability',
    health:
      'The cooperative informs and advises the salaried entrepreneur about health and safety. It ' +
      'answers for them when it sets or accepts the conditions of work (articles L7332-2 and R7331-4).',
    thirdParties:
      'The cooperative answers for the commitments made to third parties within the activity ' +
      '(article L7332-5).',
    leave: 'Paid leave and the legal benefits of employees apply (article L7332-2).',
  },
}
