import { type Cents, centsFromString } from '@terreau/domain/money/cents'
import { type LocalDate, parseLocalDate } from '@terreau/domain/time/local-date'
import { parseYearMonth, type YearMonth } from '@terreau/domain/time/year-month'
import { z } from 'zod'

/** Euro cents: a decimal string on the wire ("123456"), because JSON numbers lose cents. */
export const centsCodec = z
  .codec(
    z.string().regex(/^-?\d{1,15}$/),
    z.custom<Cents>((value) => typeof value === 'bigint'),
    {
      decode: (text) => centsFromString(text),
      encode: (cents) => cents.toString(),
    },
  )
  .meta({ id: 'Cents', description: 'Euro cents as a decimal string' })

/** A whole number too large or too exact for JSON: a decimal string on the wire. */
export const bigintCodec = z.codec(
  z.string().regex(/^-?\d{1,15}$/),
  z.custom<bigint>((value) => typeof value === 'bigint'),
  { decode: (text) => BigInt(text), encode: (value) => value.toString() },
)

/** A calendar date 'YYYY-MM-DD', without time or zone. */
export const localDateCodec = z
  .codec(
    z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
    z.custom<LocalDate>((v) => typeof v === 'string'),
    {
      decode: (text, ctx) => {
        const date = parseLocalDate(text)
        if (date) return date
        ctx.issues.push({ code: 'custom', input: text, message: 'date-does-not-exist' })
        return z.NEVER
      },
      encode: (date) => date,
    },
  )
  .meta({ id: 'LocalDate', description: 'Calendar date, YYYY-MM-DD' })

/** A month 'YYYY-MM'. */
export const yearMonthCodec = z
  .codec(
    z.string().regex(/^\d{4}-\d{2}$/),
    z.custom<YearMonth>((v) => typeof v === 'string'),
    {
      decode: (text, ctx) => {
        const month = parseYearMonth(text)
        if (month) return month
        ctx.issues.push({ code: 'custom', input: text, message: 'month-does-not-exist' })
        return z.NEVER
      },
      encode: (month) => month,
    },
  )
  .meta({ id: 'YearMonth', description: 'Month, YYYY-MM' })

/** An instant: ISO 8601 in UTC. */
export const instant = z.iso
  .datetime()
  .meta({ id: 'Instant', description: 'Instant, ISO 8601, UTC' })

export const uuid = z.uuid()

export const localeSchema = z.enum(['fr', 'en'])
export type Locale = z.infer<typeof localeSchema>

/** Free text as people type it: trimmed, bounded, never empty when required. */
export const shortText = z.string().trim().min(1).max(200)
export const optionalText = z.string().trim().max(2000)
