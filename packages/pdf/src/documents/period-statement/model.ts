import { assert } from '@terreau/domain/assert'
import { add, type Cents, subtract, sumCents } from '@terreau/domain/money/cents'
import { firstDay, lastDay, type YearMonth } from '@terreau/domain/time/year-month'
import { formatCents, formatDate } from '@terreau/i18n/format'
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
  /** Closed months, both included. */
  readonly period: { readonly from: YearMonth; readonly to: YearMonth }
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
  const { accountStatement, periodStatement: texts } = textsOf(locale)
  const { issuer, person, period } = facts
  assert(facts.accounts.length > 0, 'a statement has at least one account')
  const from = longDate(firstDay(period.from), locale)
  const to = longDate(lastDay(period.to), locale)
  return {
    ...certificateLetter(
      facts,
      { title: texts.title, subtitle: fill(texts.period, { from, to }) },
      locale,
    ),
    statement: fill(texts.statement, { issuer: issuer.name, name: person.fullName }),
    accounts: facts.accounts.map((account) => ({
      heading: account.activity,
      keyFigure: {
        label: fill(accountStatement.keyFigure, { date: to }),
        value: formatCents(account.closingCents, locale),
      },
      table: accountTable(account, period, locale),
    })),
    notice: [accountStatement.notice, accountStatement.vatNote],
  }
}

function accountTable(
  account: StatedAccount,
  period: PeriodStatementFacts['period'],
  locale: DocumentLocale,
): TableContent {
  const { accountStatement, periodStatement: texts } = textsOf(locale)
  const { openingCents, closingCents, lines } = account
  const movement = sumCents(lines.map((line) => line.amountCents))
  assert(add(openingCents, movement) === closingCents, 'a statement must add up')
  const day = (month: YearMonth, of: typeof firstDay) => formatDate(of(month), locale, 'short')
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
      [day(period.from, firstDay), texts.opening, '', formatCents(openingCents, locale)],
      ...rows,
    ],
    total: [
      day(period.to, lastDay),
      texts.closing,
      formatCents(subtract(closingCents, openingCents), locale),
      formatCents(closingCents, locale),
    ],
  }
}
