import { localDate } from '@terreau/domain/time/local-date'
import { yearMonth } from '@terreau/domain/time/year-month'
import { describe, expect, it } from 'vitest'
import { archivedFacts, snapshotOf } from './archived-facts.ts'
import { keyFiguresOf } from './key-figures.ts'
import { freeTextOf } from './templates/free-text.ts'

const common = {
  issuer: { name: 'Coop', legalForm: 'SCOP', siren: '', addressLines: [], contactLines: [] },
  person: { fullName: 'Awa Diop', addressLines: [], bornOn: null },
  issue: {
    number: 'ATT-2026-000001',
    issuedOn: localDate('2026-10-01'),
    place: 'Lyon',
    signatory: { name: 'Ada', capacity: 'Gérante' },
    verification: { shortCode: '', url: '', qrText: '' },
  },
}
const line = {
  month: yearMonth('2026-09'),
  sessions: 2,
  notedMinutes: 120,
  confirmedMinutes: 90,
  approvedMinutes: 60,
}
const part = { peopleHelped: 1, individualMinutes: 60, travelMinutes: 0, months: [line] }

describe('hours of tutoring', () => {
  it('of a certificate from before its hours were apart are read as they were', () => {
    const facts = { ...common, isVolunteer: true, peopleHelped: 1, subjects: [], months: [line] }
    expect(snapshotOf(archivedFacts(facts), 'fr').hours).toEqual([{ ...line, kind: null }])
  })

  it('are two figures when some were given and some were paid', () => {
    const facts = {
      period: { startsOn: localDate('2026-09-01'), endsOn: localDate('2026-09-30') },
      peopleHelped: 1,
      subjects: [],
      parts: [
        { ...part, kind: 'volunteer' as const },
        { ...part, kind: 'paid' as const },
      ],
    }
    const content = { kind: 'tutoring_hours' as const, facts }
    expect(keyFiguresOf(content, 'fr').map(({ key }) => key)).toEqual([
      'volunteerHours',
      'paidHours',
      'peopleHelped',
    ])
    expect(snapshotOf(archivedFacts({ ...common, ...facts }), 'fr').hours).toEqual([
      { ...line, kind: 'volunteer' },
      { ...line, kind: 'paid' },
    ])
    const template = { version: 1, body: 'Soit {{heures}}.' }
    const printed = freeTextOf(template as never, content, common as never, 'fr').freeText
    expect(printed?.paragraphs.map((text) => text.replaceAll('\u00a0', ' '))).toEqual([
      'Soit 1 h (bénévolat), 1 h (mission payée).',
    ])
  })
})
