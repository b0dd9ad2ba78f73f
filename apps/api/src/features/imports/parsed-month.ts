import type { ContributionScheme } from '@terreau/domain/contributions/scheme'
import type { Cents } from '@terreau/domain/money/cents'
import type { CurrencyCode } from '@terreau/domain/money/currency'
import type { SettingKey } from '@terreau/domain/settings/dated-settings'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { YearMonth } from '@terreau/domain/time/year-month'
import type { DeclaredLines } from '../declarations/index.ts'

/** Where something was read, to name it again when the database refuses it. */
export interface Place {
  file: string
  line: number
}

/** One line of personnes.csv: somebody with one activity and its contract. Two activities are two lines. */
export interface ParsedPerson {
  place: Place
  reference: string
  civility: '' | 'Mme' | 'M.'
  familyName: string
  givenName: string
  bornOn: LocalDate | null
  email: string
  phone: string
  locale: 'fr' | 'en'
  activityName: string
  vatRateBp: number
  fiscalHorsepower: number | null
  contract: {
    kind: 'CAPE' | 'CESA'
    startsOn: LocalDate
    endsOn: LocalDate | null
    /** CESA: gross per month; null when the file does not say it. */
    fixedPartCents: Cents | null
  }
  schemeCode: string
  openingCents: Cents
  kmBefore: number
  baseBeforeCents: Cents
}

/** A line of a declaration, with the person it belongs to. */
export interface Owned<Line> {
  place: Place
  reference: string
  /** Which of her activities; empty when the file does not say. */
  activityName: string
  line: Line
}

export interface ParsedScheme extends Omit<ContributionScheme, 'tiers'> {
  place: Place
  tiers: { upToCents: Cents | null; rateBp: number }[]
  /** Where the decision is written; may be empty, as for schemes of before. */
  decisionReference: string
  /** The first and the last month in which it holds, where the file says them. */
  from: YearMonth | null
  until: YearMonth | null
  /** The code of the decision whose place it takes. */
  follows: string | null
}

export interface ParsedRate {
  place: Place
  currency: CurrencyCode
  unitsPerEuro: string
  source: string
}

export interface ParsedSetting {
  place: Place
  key: SettingKey
  value: string
  /** As the file says it, to show it again. */
  written: { key: string; value: string }
}

/** What the files of a month say, each line read and checked on its own. */
export interface ParsedMonth {
  month: YearMonth
  people: ParsedPerson[]
  sales: Owned<DeclaredLines['sales'][number]>[]
  expenses: Owned<DeclaredLines['expenses'][number]>[]
  trips: Owned<DeclaredLines['trips'][number]>[]
  schemes: ParsedScheme[]
  rates: ParsedRate[]
  settings: ParsedSetting[]
}
