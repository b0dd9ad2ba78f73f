import { centsFromString } from '@terreau/domain/money/cents'
import { localDate } from '@terreau/domain/time/local-date'
import { yearMonth } from '@terreau/domain/time/year-month'
import { COUNTED_KINDS } from '@terreau/domain/tutoring/hosts'
import { formatCents } from '@terreau/i18n/format'
import { type FactLine, type KeyFigure, keyFigure } from '@terreau/protocol/attestations'
import type { Locale } from '@terreau/protocol/codecs'
import { z } from 'zod'
import type { JsonValue } from '../../platform/db/database.gen.ts'
import { ATTENDANCE_KEYS } from './attendance-facts.ts'

const text = z.string()
const month = text.transform(yearMonth)
const day = text.transform(localDate)
const money = text.transform(centsFromString)

const incomeMonth = z.object({
  month,
  revenueCents: money,
  productionPurchasesCents: money,
  expensesCents: money,
  contributionCents: money,
  accidentCoverCents: money,
  resultCents: money,
  payCents: money,
  balanceCents: money,
})
const tutoringMonth = z.object({
  month,
  sessions: z.number(),
  notedMinutes: z.number(),
  confirmedMinutes: z.number(),
  // Certificates of the first template had none: confirmed hours were what they certified.
  approvedMinutes: z.number().nullable().default(null),
})

/** What `issueAttestation` archived, as far as pages speak of it. Kinds differ by the optional parts. */
const archived = z.object({
  issuer: z.object({ name: text, legalForm: text, addressLines: z.array(text) }),
  person: z.object({ fullName: text, addressLines: z.array(text), bornOn: day.nullable() }),
  issue: z.object({
    issuedOn: day,
    signatory: z.object({ name: text, capacity: text }),
    replaces: text.optional(),
  }),
  contract: z.object({ startsOn: day, endsOn: day.nullable() }).optional(),
  contractNumber: text.optional(),
  sequence: z.number().optional(),
  startsOn: day.optional(),
  endsOn: day.nullable().optional(),
  job: text.optional(),
  associateOn: day.optional(),
  trialEndsOn: day.nullable().optional(),
  coverMonths: z.number().nullable().optional(),
  paidOn: day.optional(),
  sums: z.array(z.object({ label: text, amountCents: money })).default([]),
  periods: z
    .array(z.object({ contractNumber: text, startsOn: day, endsOn: day, activity: text }))
    .default([]),
  freeText: z.object({ version: z.number(), paragraphs: z.array(text) }).optional(),
  period: z.object({ startsOn: day, endsOn: day }).optional().catch(undefined),
  attended: z
    .array(z.object({ on: day, what: z.enum(['interview', 'info_meeting', 'tutoring']) }))
    .default([]),
  activity: text.optional(),
  isProvisional: z.boolean().optional(),
  months: z.array(z.union([incomeMonth, tutoringMonth])).default([]),
  // Until the fourth template of the tutoring certificate, months stood above without their kind.
  parts: z
    .array(z.object({ kind: z.enum(COUNTED_KINDS), months: z.array(tutoringMonth) }))
    .default([]),
})

export type ArchivedFacts = z.output<typeof archived>

export function archivedFacts(facts: JsonValue): ArchivedFacts {
  return archived.parse(facts)
}

export function archivedKeyFigures(figures: JsonValue): KeyFigure[] {
  return z.array(keyFigure).parse(figures)
}

/** The archived facts as a page lists them, in the language of the document; the same keys as before issuing. */
export function snapshotOf(facts: ArchivedFacts, locale: Locale) {
  const { issuer, person, issue, periods } = facts
  const { name, capacity } = issue.signatory
  const joined = (values: readonly string[]) => [...new Set(values)].join(', ')
  const lines: SnapshotLine[] = [
    { key: 'name', format: 'text', value: person.fullName },
    { key: 'bornOn', format: 'date', value: person.bornOn ?? '' },
    { key: 'address', format: 'text', value: person.addressLines.join(', ') },
    {
      key: 'contractNumber',
      format: 'text',
      value: facts.contractNumber ?? joined(periods.map((one) => one.contractNumber)),
    },
    { key: 'rank', format: 'rank', value: String(facts.sequence ?? '') },
    { key: 'job', format: 'job', value: facts.job ?? '' },
    ...dayLines(facts),
    {
      key: 'activity',
      format: 'text',
      value: facts.activity ?? joined(periods.map((one) => one.activity)),
    },
    ...facts.attended.map(({ on, what }) => ({
      key: ATTENDANCE_KEYS[what],
      format: 'date' as const,
      value: on,
    })),
    { key: 'coverMonths', format: 'text', value: String(facts.coverMonths ?? '') },
    {
      key: 'sums',
      format: 'text',
      value: facts.sums
        .map(({ label, amountCents }) => `${label} : ${formatCents(amountCents, locale)}`)
        .join(' ; '),
    },
    { key: 'issuer', format: 'text', value: `${issuer.name}, ${issuer.legalForm}` },
    { key: 'seat', format: 'text', value: issuer.addressLines.join(', ') },
    { key: 'signatory', format: 'text', value: `${name}, ${capacity}` },
  ]
  return {
    lines: lines.filter((line) => line.value !== ''),
    freeText: facts.freeText ?? null,
    months: facts.months.flatMap((line) => {
      if (!('revenueCents' in line)) return []
      const { month: of, ...figures } = line
      return [{ month: of, figures }]
    }),
    hours: [
      ...facts.months.flatMap((line) => ('sessions' in line ? [{ ...line, kind: null }] : [])),
      ...facts.parts.flatMap(({ kind, months }) => months.map((line) => ({ ...line, kind }))),
    ],
  }
}

function dayLines(facts: ArchivedFacts): SnapshotLine[] {
  const { contract, periods } = facts
  const attended = facts.attended.length > 0 ? facts.period : undefined
  const first = periods[0]?.startsOn
  const last = periods
    .map((one) => one.endsOn)
    .sort()
    .at(-1)
  const days = {
    startsOn: facts.startsOn ?? contract?.startsOn ?? first,
    endsOn: facts.endsOn ?? contract?.endsOn ?? last,
    associateOn: facts.associateOn,
    trialEndsOn: facts.trialEndsOn,
    paidOn: facts.paidOn,
    periodFrom: attended?.startsOn,
    periodTo: attended?.endsOn,
  } as const
  const keys = [
    'startsOn',
    'endsOn',
    'associateOn',
    'trialEndsOn',
    'paidOn',
    'periodFrom',
    'periodTo',
  ] as const
  return keys.map((key) => ({ key, format: 'date', value: days[key] ?? '' }))
}

type SnapshotLine = Pick<FactLine, 'key' | 'format' | 'value'>
