import { assert } from '@terreau/domain/assert'
import { add, type Cents, subtract, sumCents } from '@terreau/domain/money/cents'
import { earlierOf, type LocalDate } from '@terreau/domain/time/local-date'
import { firstDay, lastDay, type YearMonth } from '@terreau/domain/time/year-month'
import { formatCents, formatDate, formatMonth } from '@terreau/i18n/format'
import { fill } from '../../fill.ts'
import type { KeyValue } from '../../primitives/key-value-table.ts'
import type { Cell, TableContent } from '../../primitives/table.ts'
import type { StatementLine } from '../account-statement/model.ts'
import type { DocumentLocale, IssueFacts, IssuerFacts, PersonFacts } from '../shared/facts.ts'
import { certificateLetter, type LetterModel } from '../shared/letter.ts'
import { longDate } from '../shared/long-date.ts'
import { textsOf } from '../shared/texts.ts'

/** One activity over the period: its lines lead from one balance to the other. */
export type StatedAccount = {
  readonly activity: string
  readonly openingCents: Cents
  readonly lines: readonly StatementLine[]
  readonly closingCents: Cents
}

export type PeriodStatementFacts = {
  readonly issuer: IssuerFacts
  readonly person: PersonFacts
  readonly issue: IssueFacts
  /** Both months included. */
  readonly period: { readonly from: YearMonth; readonly to: YearMonth }
  /** The last month is not closed: its lines may still change. */
  readonly isProvisional?: boolean
  readonly accounts: readonly StatedAccount[]
}

export type PeriodStatementModel = LetterModel & {
  readonly statement: string
  readonly accounts: readonly {
    readonly heading: string
    readonly keyFigure: KeyValue
    readonly table: TableContent
  }[]
  readonly notice: readonly string[]
}

/** The activity account over several months (C. trav. R7331-5), as a certificate that can be verified. */
export function periodStatementModel(
  facts: PeriodStatementFacts,
  locale: DocumentLocale,
): PeriodStatementModel {
  const { accountStatement, common, periodStatement: texts } = textsOf(locale)
  const { issuer, issue, person, period } = facts
  const isProvisional = facts.isProvisional === true
  assert(facts.accounts.length > 0, 'a statement has at least one account')
  const from = longDate(firstDay(period.from), locale)
  const to = longDate(lastDayOf(facts), locale)
  return {
    ...certificateLetter(
      facts,
      {
        title: texts.title,
        subtitle: fill(texts.period, { from, to }),
        stamp: isProvisional ? common.notClosed : null,
      },
      locale,
    ),
    statement: fill(texts.statement, { issuer: issuer.name, name: person.fullName }),
    accounts: facts.accounts.map((account) => ({
      heading: account.activity,
      keyFigure: {
        label: fill(accountStatement.keyFigure, { date: to }),
        value: formatCents(account.closingCents, locale),
      },
      table: accountTable(account, facts, locale),
    })),
    notice: isProvisional
      ? [
          fill(texts.openMonth, {
            month: capitalised(formatMonth(period.to, locale), locale),
            date: longDate(issue.issuedOn, locale),
          }),
          texts.closedMonths,
          accountStatement.notice,
          accountStatement.vatNote,
        ]
      : [accountStatement.notice, accountStatement.vatNote],
  }
}

/** An open month is known until the day of issue. */
function lastDayOf({ period, isProvisional, issue }: PeriodStatementFacts): LocalDate {
  const last = lastDay(period.to)
  return isProvisional === true ? earlierOf(last, issue.issuedOn) : last
}

/** A month begins the sentence; French writes it in lower case everywhere else. */
function capitalised(text: string, locale: DocumentLocale): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
}

function accountTable(
  account: StatedAccount,
  facts: PeriodStatementFacts,
  locale: DocumentLocale,
): TableContent {
  const { accountStatement, periodStatement: texts } = textsOf(locale)
  const { openingCents, closingCents, lines } = account
  const movement = sumCents(lines.map((line) => line.amountCents))
  assert(add(openingCents, movement) === closingCents, 'a statement must add up')
  const day = (date: LocalDate) => formatDate(date, locale, 'short')
  let balance = openingCents
  const rows: Cell[][] = lines.map((line) => {
    balance = add(balance, line.amountCents)
    return [
      formatDate(line.on, locale, 'short'),
      { text: line.label, detail: line.explanation },
      formatCents(line.amountCents, locale),
      formatCents(balance, locale),
    ]
  })
  return {
    headers: [
      accountStatement.date,
      accountStatement.movement,
      accountStatement.amount,
      accountStatement.balance,
    ],
    rows: [
      [day(firstDay(facts.period.from)), texts.opening, '', formatCents(openingCents, locale)],
      ...rows,
    ],
    total: [
      day(lastDayOf(facts)),
      texts.closing,
      formatCents(subtract(closingCents, openingCents), locale),
      formatCents(closingCents, locale),
    ],
  }
}
