import { centsFromString } from '@terreau/domain/money/cents'
import { localDate } from '@terreau/domain/time/local-date'
import { yearMonth } from '@terreau/domain/time/year-month'
import { type FactLine, type KeyFigure, keyFigure } from '@terreau/protocol/attestations'
import { z } from 'zod'
import type { JsonValue } from '../../platform/db/database.gen.ts'

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
})

/** What `issueAttestation` archived, as far as pages speak of it. Kinds differ by the optional parts. */
const archived = z.object({
  issuer: z.object({ name: text, legalForm: text, addressLines: z.array(text) }),
  person: z.object({ fullName: text, addressLines: z.array(text), bornOn: day.nullable() }),
  issue: z.object({
    issuedOn: day,
    signatory: z.object({ name: text, capacity: text }),
  }),
  contract: z.object({ startsOn: day, endsOn: day.nullable() }).optional(),
  contractNumber: text.optional(),
  sequence: z.number().optional(),
  startsOn: day.optional(),
  endsOn: day.optional(),
  activity: text.optional(),
  isProvisional: z.boolean().optional(),
  months: z.array(z.union([incomeMonth, tutoringMonth])).default([]),
})

export type ArchivedFacts = z.output<typeof archived>

export function archivedFacts(facts: JsonValue): ArchivedFacts {
  return archived.parse(facts)
}

export function archivedKeyFigures(figures: JsonValue): KeyFigure[] {
  return z.array(keyFigure).parse(figures)
}

/** The archived facts as a page lists them; the same keys as before issuing. */
export function snapshotOf(facts: ArchivedFacts) {
  const { issuer, person, issue, contract } = facts
  const { name, capacity } = issue.signatory
  const lines: SnapshotLine[] = [
    { key: 'name', format: 'text', value: person.fullName },
    { key: 'bornOn', format: 'date', value: person.bornOn ?? '' },
    { key: 'address', format: 'text', value: person.addressLines.join(', ') },
    { key: 'contractNumber', format: 'text', value: facts.contractNumber ?? '' },
    { key: 'rank', format: 'rank', value: String(facts.sequence ?? '') },
    { key: 'startsOn', format: 'date', value: facts.startsOn ?? contract?.startsOn ?? '' },
    { key: 'endsOn', format: 'date', value: facts.endsOn ?? contract?.endsOn ?? '' },
    { key: 'activity', format: 'text', value: facts.activity ?? '' },
    { key: 'issuer', format: 'text', value: `${issuer.name}, ${issuer.legalForm}` },
    { key: 'seat', format: 'text', value: issuer.addressLines.join(', ') },
    { key: 'signatory', format: 'text', value: `${name}, ${capacity}` },
  ]
  return {
    lines: lines.filter((line) => line.value !== ''),
    months: facts.months.flatMap((line) => {
      if (!('revenueCents' in line)) return []
      const { month: of, ...figures } = line
      return [{ month: of, figures }]
    }),
    hours: facts.months.flatMap((line) => ('sessions' in line ? [line] : [])),
  }
}

type SnapshotLine = Pick<FactLine, 'key' | 'format' | 'value'>
