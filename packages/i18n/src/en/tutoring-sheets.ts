import type { tutoringSheets as source } from '../fr/tutoring-sheets.ts'
import type { Translation } from '../t.ts'

export const tutoringSheets = {
  hour: 'Time not noted',
  total: 'Total',
  day: 'Day',
  time: 'Length',
  mode: { in_person: 'in person', phone: 'phone', video: 'video' },
  evidence: {
    title: 'Evidence sheet: volunteer tutoring',
    subtitle: 'Year {year}',
    reference: 'Evidence {year}',
    person: 'Person',
    bornOn: 'Born on',
    hosts: 'Host structures',
    period: 'From {from} to {to}',
    dates: 'Dates',
    total: 'Approved time',
    people: 'People helped',
    mission: 'The mission',
    context:
      'Help people with a project, often migrants, to start and develop their activity. Tutoring is given freely.',
    aim: 'Aim: that the person helped goes on with the project alone.',
    tasks: 'Responsibilities: listen, explain, prepare a step with the person, note each session.',
    places: 'Places: {places}.',
    noPlace: 'Places: at a distance, or not noted.',
    skills: 'Skills used',
    skill: 'Skill',
    subject: 'Subject of the sessions',
    sessions: 'Sessions',
    noSubject: 'Subject not noted',
    noSkill: 'Listen to and support a person',
    skillOf: {
      customers: 'Find customers and keep them',
      prices: 'Work out a price and a margin',
      papers: 'Understand and fill in administrative papers',
      suppliers_abroad: 'Buy and import from abroad',
      bank: 'Prepare a meeting and a file for the bank',
      social_networks: 'Make an activity known online',
      organisation: 'Organise time and work',
      language: 'Help with French at work',
    },
    mayCount:
      'A session about several subjects is counted under each: these lengths do not add up.',
    log: 'Log of approved sessions',
    what: 'Subjects and form',
    confirmedBy: 'Confirmed by',
    approvedOn: 'Approved on',
    initials:
      'The people helped are named by their initials. Each confirmed the session themselves. The cooperative then approved it.',
    use: 'What this sheet is for',
    useVae:
      'VAE: any activity directly related to the certification may count, volunteering included (C. trav. L6411-1).',
    usePassport:
      'Passeport Bénévole (France Bénévolat): copy the mission and the skills onto your form, with the person in charge of the association.',
    notProof:
      'This sheet helps to tell the experience. The certificate of hours and the badge are what can be checked online.',
    signatures: 'Signatures',
    doneAt: 'Done at {place}, on',
    volunteer: 'The volunteer',
    responsible: 'The person in charge',
    sign: 'Name and signature',
  },
} as const satisfies Translation<typeof source>
