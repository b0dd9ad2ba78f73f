import { type DatedParameter, valueOn } from '../legal/dated-parameter.ts'
import { type LocalDate, localDate } from '../time/local-date.ts'

const SINCE_BREXIT = [
  'AT',
  'BE',
  'BG',
  'CY',
  'CZ',
  'DE',
  'DK',
  'EE',
  'ES',
  'FI',
  'FR',
  'GR',
  'HR',
  'HU',
  'IE',
  'IT',
  'LT',
  'LU',
  'LV',
  'MT',
  'NL',
  'PL',
  'PT',
  'RO',
  'SE',
  'SI',
  'SK',
] as const

/** The member States of the VAT territory, by ISO 3166 code. */
const MEMBER_STATES: DatedParameter<ReadonlySet<string>> = [
  {
    from: localDate('2013-07-01'),
    value: new Set([...SINCE_BREXIT, 'GB']),
    source: 'Directive 2006/112/CE art. 5; accession of Croatia',
  },
  {
    from: localDate('2021-01-01'),
    value: new Set(SINCE_BREXIT),
    source: 'Withdrawal agreement of the United Kingdom: end of the transition period',
  },
]

/** Whether a country belonged to the European Union for VAT on that day. */
export function isInEuropeanUnion(country: string, on: LocalDate): boolean {
  return valueOn(MEMBER_STATES, on).value.has(country)
}
