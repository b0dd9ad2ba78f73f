import type { LocalDate } from '@terreau/domain/time/local-date'
import type { YearMonth } from '@terreau/domain/time/year-month'
import { unprintableSigns } from '@terreau/pdf/printable-text'
import type { FactLine, FactMonth, MissingFact } from '@terreau/protocol/attestations'
import type { AttestationContent } from './contents.ts'
import type { Parties } from './parties.ts'

/** What a certificate would say: its content once nothing blocks it, and every value with its source. */
export interface Facts {
  lines: FactLine[]
  months: FactMonth[]
  missing: MissingFact[]
  /** The contract that the certificate speaks of, when it is one. */
  contractId: string | null
  content: AttestationContent | null
}

export interface CapeFacts {
  id: string
  number: string
  sequence: 0 | 1 | 2
  startsOn: LocalDate
  endsOn: LocalDate
  activityId: string
  activityName: string
}

export function blocking(code: MissingFact['code'], month: YearMonth | null = null): MissingFact {
  return { code, isBlocking: true, month, text: null }
}

/** Nothing to say, and why. */
export function noFacts(reason: MissingFact): Facts {
  return { lines: [], months: [], missing: [reason], contractId: null, content: null }
}

/** Values of the person and of the cooperative, which every certificate prints. */
export function partyLines(parties: Parties): FactLine[] {
  const { person, issuer, signing, personId, cooperativeId } = parties
  const ofPerson = { source: 'person', sourceId: personId } as const
  const ofIssuer = { source: 'cooperative', sourceId: cooperativeId } as const
  const { name, capacity } = signing.signatory
  return [
    line('name', 'text', person.fullName, ofPerson),
    line('bornOn', 'date', person.bornOn ?? '', ofPerson),
    line('address', 'text', person.addressLines.join(', '), ofPerson),
    line('issuer', 'text', `${issuer.name}, ${issuer.legalForm}`, ofIssuer),
    line('seat', 'text', issuer.addressLines.join(', '), ofIssuer),
    line('signatory', 'text', `${name}, ${capacity}`, ofIssuer),
  ]
}

export function capeLines(cape: CapeFacts): FactLine[] {
  const ofContract = { source: 'contract', sourceId: cape.id } as const
  return [
    line('contractNumber', 'text', cape.number, ofContract),
    line('rank', 'rank', String(cape.sequence), ofContract),
    line('startsOn', 'date', cape.startsOn, ofContract),
    line('endsOn', 'date', cape.endsOn, ofContract),
    line('activity', 'text', cape.activityName, {
      source: 'activity',
      sourceId: cape.activityId,
    }),
  ]
}

/** What the file of the person lacks: it does not stop the certificate, but a reader may ask for it. */
export function partyGaps(parties: Parties, lines: readonly FactLine[]): MissingFact[] {
  const gaps: MissingFact[] = []
  const gap = { isBlocking: false, month: null, text: null }
  if (parties.closed !== null) gaps.push(blocking(`file-${parties.closed}`))
  if (parties.person.bornOn === null) gaps.push({ code: 'born-on-unknown', ...gap })
  if (parties.person.addressLines.length === 0) gaps.push({ code: 'address-unknown', ...gap })
  for (const { value } of lines) {
    const characters = unprintableSigns(value)
    if (characters === '') continue
    gaps.push({
      code: 'text-not-printable',
      isBlocking: true,
      month: null,
      text: value,
      characters,
    })
  }
  return gaps
}

export function line(
  key: FactLine['key'],
  format: FactLine['format'],
  value: string,
  from: Pick<FactLine, 'source' | 'sourceId'>,
): FactLine {
  return { key, format, value, ...from }
}
