import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { SCHEME_KEYS } from './cooperative-data.ts'
import { TRADE_KEYS } from './trade.ts'

/** Where somebody's open month stands on the day of the filling. */
export const OPEN_MONTHS = [
  'clean',
  'nil',
  'receipt-missing',
  'new-currency',
  'three-times',
  'cash-at-hand',
  'refund',
  'twice',
  'answered',
  'question',
  'accepted',
  'draft',
  'draft-without-rate',
  'missing',
] as const
export type OpenMonth = (typeof OPEN_MONTHS)[number]

/** A numbered month of the demonstration and a day of it: '-10/1'. */
const numberedDay = z
  .string()
  .regex(/^(-?\d{1,2}\/\d{1,2})?$/)
  .transform((text) => {
    const [month, day] = text.split('/').map(Number)
    return month === undefined || day === undefined ? null : { month, day }
  })
const whole = z
  .string()
  .regex(/^\d*$/)
  .transform((text) => (text === '' ? null : Number(text)))

const row = z
  .strictObject({
    key: z.string(),
    civility: z.enum(['Mme', 'M.']),
    given_name: z.string(),
    family_name: z.string(),
    born_on: z.string(),
    activity: z.string(),
    trade: z.enum(TRADE_KEYS),
    scheme: z.enum(SCHEME_KEYS),
    since: numberedDay,
    cesa_since: numberedDay,
    renewals: whole,
    scale_percent: z.coerce.number().int(),
    horsepower: whole,
    marks: z.string(),
    open_month: z.enum(OPEN_MONTHS),
  })
  .transform((cells) => ({
    key: cells.key,
    civility: cells.civility,
    givenName: cells.given_name,
    familyName: cells.family_name,
    bornOn: cells.born_on,
    activity: cells.activity,
    trade: cells.trade,
    scheme: cells.scheme,
    /** First day of the first contract; null for somebody who has none yet. */
    since: cells.since,
    /** From here on a CESA; before it a CAPE. */
    cesaSince: cells.cesa_since,
    /** How many times the CAPE was renewed; as often as needed when null. */
    renewals: cells.renewals,
    scalePercent: cells.scale_percent,
    horsepower: cells.horsepower,
    isTutor: cells.marks.includes('tutor'),
    email: cells.marks.includes('no-email') ? '' : `${cells.key}@exemple.test`,
    locale: cells.marks.includes('english') ? ('en' as const) : ('fr' as const),
    openMonth: cells.open_month,
  }))

export type DemoPerson = z.output<typeof row>

/** Invented people. Their names carry the letters that older tools lose. */
export function readPeople(): DemoPerson[] {
  const table = readFileSync(new URL('./people.csv', import.meta.url), 'utf8')
  return z.array(row).parse(parse(table, { columns: true }))
}
