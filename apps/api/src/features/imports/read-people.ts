import { latestCapeEnd } from '@terreau/domain/contracts/cape'
import { type Cents, cents } from '@terreau/domain/money/cents'
import { foldForSearch, holdsLetter, normaliseName } from '@terreau/domain/names/normalise'
import { type LocalDate, parseLocalDate } from '@terreau/domain/time/local-date'
import { firstDay, lastDay, type YearMonth } from '@terreau/domain/time/year-month'
import { unprintableInName } from '@terreau/pdf/printable-text'
import { type Cells, cellsOf } from './cells.ts'
import type { CsvRow } from './csv-table.ts'
import { folded } from './folded.ts'
import type { ParsedPerson } from './parsed-month.ts'
import type { Report } from './refusal.ts'

export const PERSON_COLUMNS = [
  'identifiant',
  'civilité',
  'nom',
  'prénom',
  'date_naissance',
  'courriel',
  'téléphone',
  'langue',
  'activité',
  'contrat',
  'début',
  'fin',
  'régime_contribution',
  'solde_ouverture',
  'taux_tva',
  'cv_fiscaux',
  'km_année_avant',
  'assiette_année_avant',
]

export const PERSON_OPTIONAL_COLUMNS = ['part_fixe_brute']

/** personnes.csv: people, their activity, their contract, what they bring from before. */
export function readPeople(
  rows: CsvRow[],
  month: YearMonth,
  { refuse, remark }: Report,
): ParsedPerson[] {
  const people: ParsedPerson[] = []
  const seen: Seen = { lines: new Map(), people: new Map() }
  for (const row of rows) {
    const cells = cellsOf(row, refuse)
    const person = readPerson(cells, month)
    refuseTwins(cells, person, seen)
    if (person === null || cells.isRefused()) continue
    people.push(person)
    if (month.endsWith('-01') && (person.baseBeforeCents !== 0n || person.kmBefore !== 0)) {
      remark({ file: row.file, line: row.line, column: '', code: 'carried-in-january', params: {} })
    }
  }
  return people
}

function readPerson(cells: Cells, month: YearMonth): ParsedPerson | null {
  const reference = cells.text('identifiant', 40)
  const familyName = readName(cells, 'nom')
  const givenName = readName(cells, 'prénom')
  const contract = readContract(cells, month)
  const own = readIdentity(cells, month)
  const activityName = cells.text('activité')
  const vatRateBp = cells.rateBp('taux_tva')
  const schemeCode = cells.text('régime_contribution', 40)
  const before = readBefore(cells)
  if (reference === null || familyName === null || givenName === null) return null
  if (contract === null || activityName === null || vatRateBp === null) return null
  if (schemeCode === null || before === null) return null
  const place = { file: cells.row.file, line: cells.row.line }
  const names = { reference, familyName, givenName, activityName }
  return { place, ...names, ...own, contract, vatRateBp, schemeCode, ...before }
}

/** Who has one name only has no given name. Documents print the name: one that their fonts lack is refused here, where it can be corrected. */
function readName(cells: Cells, column: 'nom' | 'prénom'): string | null {
  const name = column === 'nom' ? cells.text(column, 100) : cells.optionalText(column, 100)
  if (name === null || name === '') return name
  if (!holdsLetter(normaliseName(name))) return cells.refuse(column, 'name-without-letter')
  const characters = unprintableInName(name)
  return characters === '' ? name : cells.refuse(column, 'name-not-printable', { characters })
}

function readIdentity(
  cells: Cells,
  month: YearMonth,
): Pick<ParsedPerson, 'civility' | 'bornOn' | 'email' | 'phone' | 'locale'> {
  const { row } = cells
  const isBlank = (column: string): boolean => row.cell(column) === ''
  const email = row.cell('courriel').toLowerCase()
  if (email !== '' && !EMAIL.test(email)) {
    cells.refuse('courriel', 'email-unreadable', { value: email.slice(0, 60) })
  }
  return {
    civility: isBlank('civilité') ? '' : (cells.choice('civilité', CIVILITIES) ?? ''),
    bornOn: isBlank('date_naissance') ? null : readBirth(cells, month),
    email,
    phone: cells.optionalText('téléphone', 40),
    locale: isBlank('langue') ? 'fr' : (cells.choice('langue', LOCALES) ?? 'fr'),
  }
}

/** 01/04/64 is somebody born in 1964: nobody is born after the month, and a full year is never changed. */
function readBirth(cells: Cells, month: YearMonth): LocalDate | null {
  const day = cells.date('date_naissance')
  if (day === null || day <= lastDay(month)) return day
  const isShort = !cells.row.cell('date_naissance').includes(day.slice(0, 4))
  const before = `${Number(day.slice(0, 4)) - 100}${day.slice(4)}`
  return (
    (isShort ? parseLocalDate(before) : null) ??
    cells.refuse('date_naissance', 'date-in-future', { value: day })
  )
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/
const CIVILITIES = { Mme: 'Mme', 'M.': 'M.', M: 'M.', Madame: 'Mme', Monsieur: 'M.' } as const
const LOCALES = { fr: 'fr', en: 'en' } as const

function readContract(cells: Cells, month: YearMonth): ParsedPerson['contract'] | null {
  const kind = cells.choice('contrat', { CAPE: 'CAPE', CESA: 'CESA' } as const)
  const startsOn = cells.date('début')
  const hasEnd = cells.row.cell('fin') !== ''
  const endsOn = hasEnd ? cells.date('fin') : null
  if (kind === null || startsOn === null || (hasEnd && endsOn === null)) return null
  if (kind === 'CAPE' && endsOn === null) return cells.refuse('fin', 'contract-end-missing')
  if (endsOn !== null && endsOn < startsOn) {
    return cells.refuse('fin', 'contract-ends-before-start')
  }
  // Code de commerce, L127-2: twelve months at most.
  const latest = kind === 'CAPE' ? latestCapeEnd(startsOn) : null
  if (endsOn !== null && latest !== null && endsOn > latest) {
    return cells.refuse('fin', 'contract-too-long', { latest })
  }
  if (startsOn > lastDay(month)) return cells.refuse('début', 'contract-outside-month', { month })
  if (endsOn !== null && endsOn < firstDay(month)) {
    return cells.refuse('fin', 'contract-outside-month', { month })
  }
  const fixedPartCents = readFixedPart(cells, kind)
  return { kind, startsOn, endsOn, fixedPartCents }
}

/** What the paper of a CESA gives each month (Code du travail, R7331-11, 1°); nothing written: not known yet. */
function readFixedPart(cells: Cells, kind: 'CAPE' | 'CESA'): Cents | null {
  const cell = cells.row.cell('part_fixe_brute')
  if (cell === '') return null
  const amount = cells.amount('part_fixe_brute', 'EUR')
  if (amount === null) return null
  if (amount < 0n) return cells.refuse('part_fixe_brute', 'amount-negative', { value: cell })
  if (kind === 'CAPE' && amount > 0n) return cells.refuse('part_fixe_brute', 'fixed-part-of-cape')
  return kind === 'CAPE' ? null : cents(amount)
}

/** What comes from before the first month: nothing written means nothing to bring. */
function readBefore(
  cells: Cells,
): Pick<ParsedPerson, 'openingCents' | 'kmBefore' | 'baseBeforeCents' | 'fiscalHorsepower'> | null {
  const isBlank = (column: string): boolean => cells.row.cell(column) === ''
  const opening = isBlank('solde_ouverture') ? 0n : cells.amount('solde_ouverture', 'EUR')
  const base = isBlank('assiette_année_avant') ? 0n : cells.amount('assiette_année_avant', 'EUR')
  const kmBefore = isBlank('km_année_avant')
    ? 0
    : cells.whole('km_année_avant', { least: 0, most: 500_000 })
  const fiscalHorsepower = isBlank('cv_fiscaux')
    ? null
    : cells.whole('cv_fiscaux', { least: 1, most: 50 })
  if (opening === null || base === null || kmBefore === null) return null
  return { openingCents: cents(opening), baseBeforeCents: cents(base), kmBefore, fiscalHorsepower }
}

interface Seen {
  /** Line of each name with its birth date, and of each address, by whose it is. */
  lines: Map<string, { line: number; reference: string }>
  /** Lines of each identifier. */
  people: Map<string, Cells[]>
}

/**
 * The same name and birth date, or the same address, under two identifiers; an identifier twice, unless
 * it is the same person with another activity.
 */
function refuseTwins(cells: Cells, person: ParsedPerson | null, seen: Seen): void {
  const reference = folded(cells.row.cell('identifiant'))
  if (reference !== '') {
    const before = seen.people.get(reference) ?? []
    const twin = before.find((one) => !isOtherActivity(one, cells))
    if (twin) cells.refuse('identifiant', 'person-duplicate', { line: String(twin.row.line) })
    seen.people.set(reference, [...before, cells])
  }
  const name = foldForSearch(`${cells.row.cell('nom')} ${cells.row.cell('prénom')}`)
  const keys = [
    ['nom', 'person-duplicate-name', person?.bornOn ? `${name} ${person.bornOn}` : ''],
    ['courriel', 'email-duplicate', person?.email ?? ''],
  ] as const
  for (const [column, code, value] of keys) {
    if (value === '') continue
    const key = `${column} ${value}`
    const first = seen.lines.get(key)
    if (first === undefined) seen.lines.set(key, { line: cells.row.line, reference })
    else if (first.reference !== reference) cells.refuse(column, code, { line: String(first.line) })
  }
}

const IDENTITY = ['nom', 'prénom', 'date_naissance', 'courriel', 'téléphone'] as const

/** Whether two lines of one identifier are one person, with two activities. */
function isOtherActivity(first: Cells, second: Cells): boolean {
  const isSame = (column: string): boolean =>
    folded(first.row.cell(column)) === folded(second.row.cell(column))
  return IDENTITY.every(isSame) && !isSame('activité')
}
