import type { tutoringValue as source } from '../fr/tutoring-value.ts'
import type { Translation } from '../t.ts'

export const tutoringValue = {
  title: 'Value of volunteer time',
  apart: 'This value is not money. It is added to no account of the cooperative.',
  year: 'Year',
  noHost: 'No host structure.',
  noHostHint: 'Add one on the Tutoring page.',
  notChosen: 'No method is chosen for this year. The hours are there, without a value.',
  chosen: 'Method: {method}.',
  empty: 'No approved volunteer hour that year.',
  caption: 'Approved volunteer hours and their value',
  month: 'Month',
  level: 'Skill',
  sessions: 'Sessions',
  approved: 'Approved time',
  rate: 'Hourly rate',
  factor: 'Factor',
  value: 'Value',
  csv: 'Download this table (CSV)',
  entries: 'Entries of the association',
  entriesHint:
    'Accounts outside the result (ANC 2018-06): the association enters them in its books.',
  debit: 'Debit {account}, volunteer staff: {amount}',
  credit: 'Credit {account}, volunteering: {amount}',
  choose: 'Choose the method of {year}',
  methodLabel: 'Method',
  method: {
    smic: 'Minimum wage of the day of the session',
    smic_by_level: 'Minimum wage times a factor by skill',
    replacement: 'Cost of a comparable job',
  },
  of: {
    smic_by_level: 'Factor: {level}',
    replacement: 'Gross hourly pay in euros: {level}',
  },
  employerRate: 'Employer’s share, in %',
  reason: 'Why this method',
  reasonHint: 'Needed when the method changes from one year to the next.',
  numberWrong: 'Write a number, for example 1.5.',
  submit: 'Save the method',
} as const satisfies Translation<typeof source>
