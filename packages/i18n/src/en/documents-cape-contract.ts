import type { capeContract as frCapeContract } from '../fr/documents-cape-contract.ts'
import type { SameTexts } from '../fr/documents-shape.ts'
import { contribution } from './contribution.ts'

export const capeContract = {
  title: 'Business project support contract (CAPE)',
  subtitle: 'Articles L127-1 to L127-7 and R127-1 to R127-3 of the French commercial code · {rank}',
  between: 'Between',
  and: 'and',
  coop: '{name}, {legalForm}, registered office {seat}, {registration}, represented by {signatory}, {capacity},',
  coopAlias: 'called “the cooperative” below,',
  personWithBirth: '{name}, date of birth {birth}, home address {address},',
  personWithPlace: '{name}, date of birth {birth} in {birthPlace}, home address {address},',
  personAlias: 'called “the person” below (the beneficiary named in article L127-1).',
  article: 'Article {number}. {title}',
  partBefore: 'Before the economic activity starts',
  partAfter: 'After the economic activity has started',
  coopCommits: 'The cooperative undertakes to:',
  personCommits: 'The person undertakes to:',
  purpose: {
    title: 'Purpose',
    aid:
      'The cooperative gives the person specific and continuous help. This help serves to prepare ' +
      'the creation or takeover, then the running, of the following activity: {activity}.',
    status:
      'This contract is not an employment contract. The person declares that they are not a ' +
      'full-time employee (article L127-1).',
  },
  duration: {
    title: 'Duration',
    term: 'The contract starts on {from} and ends on {to}, that day included.',
    renews: 'It renews contract {number}, whose last day is {to}.',
    limit0:
      'It lasts twelve months at most. It can be renewed twice, each time in writing and for ' +
      'twelve months at most (article L127-2). Rank of this contract: {rank}.',
    limit1:
      'It lasts twelve months at most. It can be renewed once more, in writing and for twelve ' +
      'months at most (article L127-2). Rank of this contract: {rank}.',
    limit2:
      'It lasts twelve months at most. It cannot be renewed any more (article L127-2). Rank of ' +
      'this contract: {rank}.',
    started:
      'The economic activity started on {date}. The commitments after that start, below, apply ' +
      'from the first day of this contract.',
    startPlanned: 'The economic activity is planned to start on {date}.',
    startRecorded:
      'The parties record in writing the day the economic activity starts. That day separates the ' +
      'two sets of commitments below.',
  },
  programme: {
    title: 'Preparation programme',
    objectives: 'Objectives:',
    steps: 'Steps:',
  },
  commitments: {
    title: 'Commitments of the parties',
    coopBefore: {
      guide: 'name someone who follows the project and meets the person as planned',
      study: 'help check that the project is feasible and prepare the first acts',
      liability:
        'answer, before any registration, for the commitments made to third parties for the ' +
        'programme (article L127-4)',
    },
    personBefore: {
      attend: 'follow the programme and come to the meetings, or send word',
      ask: 'make no commitment to a third party without the cooperative’s written agreement',
      status: 'report any change of situation at once (job, residence permit, address)',
    },
    coopAfter: {
      invoices: 'issue the invoices and keep the person’s activity account',
      statement: 'hand over a statement of this account every month',
      charges: 'declare and pay social contributions, then take them from the account',
    },
    personAfter: {
      declare: 'declare sales and expenses within the time given in article {article}',
      mention: 'print on their documents the mentions of article {mentions}',
      insurance: 'carry on only the activity described here, the one the insurance covers',
    },
  },
  means: {
    title: 'Means made available',
    name: 'Means',
    amount: 'Extent or amount',
    conditions: 'Conditions',
    evolution: 'These means change only through an amendment signed by both parties.',
  },
  contribution: {
    title: 'Payment of the cooperative',
    base: 'The cooperative keeps a contribution every month. It is computed on {base}.',
    baseRevenue: 'sales excluding VAT',
    baseGrossMargin: 'sales excluding VAT minus production purchases',
    baseCollected: 'sales excluding VAT already paid by customers',
    scheme: 'Scheme {code}, decided by the general meeting of {date}.',
    rate: 'Its rate is {rate}.',
    tiers: 'Each rate applies only to the part of the amount inside its band:',
    tiersOverYear: 'The bands apply to the total of the calendar year.',
    tierUpTo: '{rate} up to {amount}',
    tierAbove: '{rate} above',
    fixed: 'A fixed part of {amount} a month is added.',
    floor: 'The contribution is at least {amount} a month, even without a sale.',
    exemptOne:
      'The contribution is not due in the month in which the first contract of this activity starts.',
    exemptMany:
      'The contribution is not due in the first {count} months, counted from the one in which the ' +
      'first contract of this activity starts.',
    ...contribution,
    exemptStatuses: 'The contribution is not due for {who}.',
    deducted: 'Before the calculation, the cooperative takes out: {costs}.',
    minimumOnly: 'These exemptions are for the minimum and the fixed part only.',
    below:
      'The contribution is not due when the amount that it is computed on is below {amount} in the ' +
      'month.',
    monthlyCap: 'The contribution is at most {amount} a month, everything included.',
    yearlyCap: 'The contribution is at most {amount} a calendar year, everything included.',
    givenBack:
      'When the amount that it is computed on is negative, the cooperative gives the contribution back, within what it took ' +
      'in the calendar year, minimums and fixed parts excepted.',
    evolution:
      'Only the general meeting can change it. The cooperative says so in writing before the first month of the new rule.',
  },
  thirdParties: {
    title: 'Commitments to third parties',
    nature: 'The person may make the following commitments: {nature}.',
    maximum: 'Their total amount does not exceed {amount}.',
    conditions: 'Each commitment needs the cooperative’s prior written agreement.',
    bearerActivity:
      'The person’s activity account bears them in the end. The cooperative bears what this ' +
      'account cannot pay, except for a fault of the person.',
    bearerCoop: 'The cooperative bears them in the end, except for a fault of the person.',
  },
  accounts: {
    title: 'Information on the accounts',
    frequency:
      'After the activity has started, the person declares sales, purchases and expenses every ' +
      'month, with receipts, on day {day} of the following month at the latest.',
    frequencyFirst:
      'After the activity has started, the person declares sales, purchases and expenses every ' +
      'month, with receipts, on day 1 of the following month at the latest.',
    nil: 'A month without a sale is declared too. This is done online or at the cooperative.',
  },
  ending: {
    title: 'Early termination',
    notice:
      'Each party may end the contract by a written notice handed to the other, {days} days ahead.',
    noticeOne:
      'Each party may end the contract by a written notice handed to the other, one day ahead.',
    noNotice:
      'Each party may end the contract at any time by a written notice handed to the other.',
    breach:
      'If one party does not keep a commitment, the other may end the contract fifteen days after ' +
      'a written request that had no effect.',
    statement:
      'The cooperative then closes the activity account and hands over a final statement. It tells ' +
      'URSSAF and France Travail (article R5142-1 of the labour code).',
  },
  payBefore: {
    title: 'Pay before the activity starts',
    none: 'The person receives no pay before the economic activity starts.',
    amount:
      'Before the economic activity starts, the cooperative pays the person {amount} a month, on ' +
      'the last day of the month at the latest.',
  },
  socialContributions: {
    title: 'Contributions and social protection',
    advance:
      'The cooperative declares and pays the social contributions due for the person. After the ' +
      'activity has started, it takes their exact amount from the activity account, on the day ' +
      'they fall due.',
    accident:
      'Without pay, only the accident contribution is due, on a fixed base, for any month begun ' +
      '(article D412-99 of the social security code).',
    cover:
      'The person is covered by the general social security scheme, by unemployment insurance ' +
      'rules and by health and safety rules at work (article L5142-1 of the labour code).',
  },
  liability: {
    title: 'Liability and registration',
    before:
      'Before registration, the cooperative takes on towards third parties the commitments made ' +
      'for the programme.',
    after:
      'After registration, the cooperative and the person are jointly and severally liable for ' +
      'these commitments, within the limits of the contract and until it ends (article L127-4). ' +
      'The person tells the cooperative before registering.',
    damage:
      'The cooperative answers for damage caused during the programme before registration. After ' +
      'it, the cooperative guarantees it if the person has kept to this contract (article L127-6).',
  },
  mentions: {
    title: 'Mentions on documents',
    text:
      'Invoices, quotes, letters and advertisements say that the person benefits from a CAPE, and ' +
      'give the name, registered office and identification number of the cooperative, and the ' +
      'term of the contract: {to} (article R127-3).',
  },
  papersMention:
    'Beneficiary of a business project support contract (CAPE) no. {number}, whose term is {to}, concluded with {name}, {legalForm}, seat {seat}, {registration}.',
  signatures: {
    title: 'Signatures',
    doneAt: 'Done at {place}. The date of each signature is beside it, or on the page of evidence.',
    coop: 'For the cooperative',
    person: 'The person',
    before: 'Date and signature',
  },
} as const satisfies SameTexts<typeof frCapeContract>
