import type { attestDocuments as frAttest } from '../fr/documents-attest.ts'
import type { SameTexts } from '../fr/documents-shape.ts'

export const attestDocuments = {
  capePeriodCertificate: {
    title: 'Certificate of CAPE',
    statement:
      '{issuer} certifies that {name} holds a business project support contract (articles L127-1 ' +
      'to L127-7 of the French commercial code), for the periods and the activity below.',
    statementPast:
      '{issuer} certifies that {name} held a business project support contract (articles L127-1 ' +
      'to L127-7 of the French commercial code), for the periods and the activity below.',
    endedOn: 'Last day',
    contracts: 'Contracts',
    from: 'From',
    to: 'To',
    noticeDetail:
      'This period is not employment: it does not appear on a certificate of employment.',
  },
  employmentCertificate: {
    title: 'Certificate of current employment',
    subtitle: 'Employed associate entrepreneur contract (CESA)',
    statement:
      '{issuer} certifies that {name} is employed by the cooperative today, under an employed ' +
      'associate entrepreneur contract (articles L7331-1 to L7331-3 of the French labour code).',
    job: 'Job',
    entrepreneur: 'Employed entrepreneur',
    associate: 'Employed associate entrepreneur',
    contract: 'Contract number',
    since: 'Since',
    end: 'End of the contract',
    noEnd: 'no end date',
    endsByLaw: '{date}, unless the person is an associate before (article L7331-3)',
    trial: 'Trial period',
    noTrial: 'none under way',
    trialUntil: 'until {date}',
    notice: 'This contract is an employment contract.',
    use: 'The person may show this certificate to any organisation.',
  },
  associateCertificate: {
    title: 'Certificate of associate',
    statement:
      '{issuer} certifies that {name} has been an associate of the cooperative since {date} ' +
      '(article L7331-3 of the French labour code).',
    since: 'Associate since',
    cooperative: 'Cooperative',
    notice: 'This certificate says nothing of the number or the value of the shares.',
    use: 'The person may show it to any organisation.',
  },
  workCertificate: {
    title: 'Certificate of employment',
    statement:
      '{issuer} certifies that it employed {name}, on the dates and in the jobs below ' +
      '(articles L1234-19 and D1234-6 of the French labour code).',
    entry: 'Date of entry',
    leaving: 'Date of leaving',
    jobs: 'Jobs held',
    cover: 'Health and welfare cover goes on free of charge',
    coverDetail:
      'If unemployment insurance pays benefits to the person, the health and welfare cover they had ' +
      'in the enterprise goes on free of charge from the end of the contract, for as long as the ' +
      'benefits last and for at most {months} months, except after a dismissal for gross misconduct ' +
      'with intent to harm (article L911-8 of the French social security code).',
  },
  settlementReceipt: {
    title: 'Receipt for full and final settlement',
    copies: 'Made in two copies, one of which is given to the employee',
    statement:
      '{name} acknowledges having received from {issuer}, on {date}, the sum of {total} in full and ' +
      'final settlement, at the end of the employment contract (articles L1234-20 and D1234-7 of ' +
      'the French labour code).',
    inventory: 'Inventory of the sums paid',
    what: 'Sum',
    amount: 'Amount',
    excluded: 'The variable part still due is not included in this receipt (article R7331-12).',
    contest:
      'This receipt may be contested by registered letter within six months of its signature. After ' +
      'that it releases the employer for the sums written in it (articles L1234-20 and D1234-8).',
    byHand: 'Write by hand: “reçu pour solde de tout compte”',
    dateAndSignature: 'Date and signature',
  },
  attendanceCertificate: {
    title: 'Certificate of attendance',
    statement:
      '{issuer} certifies that {name} was present at the meetings below, noted by the cooperative ' +
      'or confirmed by the person.',
    count: 'Number of meetings',
    list: 'Meetings attended',
    on: 'Date',
    meeting: 'Meeting',
    how: 'How',
    interview: 'Support interview with the cooperative',
    info_meeting: 'Information meeting of the cooperative',
    tutoring: 'Tutoring session, confirmed by the person',
    ways: { place: 'In person', phone: 'By telephone', video: 'By video call' },
    notice: 'Certificate made at the request of the person.',
    noticeDetail: 'It states the dates, nothing of what was said nor of who else was there.',
  },
} as const satisfies SameTexts<typeof frAttest>
