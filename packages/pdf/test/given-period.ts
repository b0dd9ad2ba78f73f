import { yearMonth } from '@terreau/domain/time/year-month'
import type { PeriodStatementFacts } from '../src/documents/period-statement/model.ts'
import { entryFacts } from './given-certificates.ts'
import { statementFacts } from './given-month.ts'

const { issuer, person, issue } = entryFacts
const { activity, openingCents, lines, closingCents } = statementFacts

export const periodFacts: PeriodStatementFacts = {
  issuer,
  person,
  issue,
  period: { from: yearMonth('2026-09'), to: yearMonth('2026-10') },
  accounts: [
    { activity, openingCents, lines, closingCents },
    {
      activity: 'Ateliers de cuisine',
      openingCents: closingCents,
      lines: [],
      closingCents,
    },
  ],
}

/** With a month that is not closed on the day of issue. */
export const openPeriodFacts: PeriodStatementFacts = {
  ...periodFacts,
  period: { from: yearMonth('2026-10'), to: yearMonth('2026-11') },
  isProvisional: true,
  accounts: periodFacts.accounts.slice(0, 1),
}
