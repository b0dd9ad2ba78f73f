import { EXPENSE_CATEGORY_BY_FRENCH_CODE } from '@terreau/domain/expenses/vat-recovery'
import { fullName } from '@terreau/domain/names/full-name'
import { commandLineWords } from '@terreau/i18n/command-line'
import { formatCents, formatDate, formatForeign, formatRateBp } from '@terreau/i18n/format'
import type { Locale } from '@terreau/protocol/codecs'
import {
  type ImportPreview,
  type ImportRefusal,
  type Place,
  quoted,
} from '../features/imports/index.ts'
import type { CommandCall } from './command.ts'

type Words = ReturnType<typeof commandLineWords>
type Group = 'schemes' | 'rates' | 'settings' | 'people' | 'contracts' | 'openings' | 'carried'
type LineGroup = 'declarations' | 'sales' | 'expenses' | 'trips' | 'known'

/** One thing that an import would create: where it is written, and what it is. */
interface Item {
  place: Place
  text: string
}

interface Source {
  preview: ImportPreview
  words: Words
  locale: Locale
  /** Reference and name of somebody, as far as a file or the database names them; the activity a line names. */
  person(reference: string, activityName?: string): string
}

/**
 * Everything an import would create, group by group, one line each with its file and line. What a refused
 * line says is left out: its refusal names it.
 */
export function printPreview(
  preview: ImportPreview,
  refusals: readonly ImportRefusal[],
  { out, locale }: CommandCall,
): void {
  const words = commandLineWords(locale)
  const refused = new Set(refusals.map(keyOf))
  const source: Source = { preview, words, locale, person: personNamer(preview) }
  const groups: [Group | LineGroup, Item[]][] = [
    ...ruleGroups(source),
    ...peopleGroups(source),
    ...lineGroups(source),
  ]
  for (const [group, items] of groups) {
    const kept = items.filter((item) => !refused.has(keyOf(item.place)))
    if (kept.length === 0) continue
    out.print('')
    out.print(words(`import.group.${group}`, { count: kept.length }))
    for (const { place, text } of kept) {
      out.print(`  ${`${place.file}:${place.line}`.padEnd(20)} ${text}`)
    }
  }
}

function keyOf({ file, line }: { file: string; line: number }): string {
  return `${file}:${line}`
}

function personNamer({ plan, parsed }: ImportPreview): Source['person'] {
  const names = new Map([...plan.known].map(([reference, { name }]) => [reference, name]))
  for (const { reference, givenName, familyName } of parsed.people) {
    names.set(reference, fullName({ givenName, familyName }))
  }
  return (reference, activityName = '') => {
    const name = quoted([reference, names.get(reference) ?? ''].join(' '))
    return activityName === '' ? name : `${name} (${quoted(activityName)})`
  }
}

function ruleGroups({ preview, words, locale }: Source): [Group, Item[]][] {
  const { schemes, rates, settings } = preview.plan
  return [
    [
      'schemes',
      schemes.map(({ place, code, decidedOn, tiers }) => {
        const date = formatDate(decidedOn, locale, 'short')
        const list = tiers.map((tier) => formatRateBp(BigInt(tier.rateBp), locale)).join(' / ')
        return { place, text: words('import.item.scheme', { code, date, rates: list }) }
      }),
    ],
    [
      'rates',
      rates.map(({ place, currency, unitsPerEuro: units }) => ({
        place,
        text: words('import.item.rate', { currency, units }),
      })),
    ],
    [
      'settings',
      settings.map(({ place, written }) => ({
        place,
        text: words('import.item.setting', written),
      })),
    ],
  ]
}

function peopleGroups({ preview, words, locale, person }: Source): [Group, Item[]][] {
  const { people } = preview.plan
  const openings = people.filter((one) => one.openingCents !== 0n)
  const carried = people.filter((one) => one.baseBeforeCents !== 0n || one.kmBefore !== 0)
  return [
    [
      'people',
      people.map(({ place, reference, activityName }) => {
        const params = { person: person(reference), activity: quoted(activityName) }
        return { place, text: words('import.item.person', params) }
      }),
    ],
    [
      'contracts',
      people.map(({ place, reference, contract, schemeCode: scheme }) => {
        const start = formatDate(contract.startsOn, locale, 'short')
        const params = { kind: contract.kind, person: person(reference), start, scheme }
        if (contract.endsOn === null) return { place, text: words('import.item.contract', params) }
        const end = formatDate(contract.endsOn, locale, 'short')
        return { place, text: words('import.item.contractUntil', { ...params, end }) }
      }),
    ],
    [
      'openings',
      openings.map(({ place, reference, openingCents }) => {
        const params = { person: person(reference), amount: formatCents(openingCents, locale) }
        return { place, text: words('import.item.opening', params) }
      }),
    ],
    [
      'carried',
      carried.map(({ place, reference, baseBeforeCents, kmBefore: km }) => {
        const base = formatCents(baseBeforeCents, locale)
        return {
          place,
          text: words('import.item.carried', { person: person(reference), base, km }),
        }
      }),
    ],
  ]
}

function lineGroups(source: Source): [LineGroup, Item[]][] {
  const { preview, words, person } = source
  const { parsed, plan } = preview
  const created = new Set(plan.people.map((one) => one.reference))
  const known = parsed.people.filter((one) => !created.has(one.reference))
  const declarations = plan.declarations.map(
    ({ reference, place, lines: { sales, expenses, trips } }) => ({
      place,
      text: words('import.item.declaration', {
        person: person(reference),
        sales: sales.length,
        expenses: expenses.length,
        trips: trips.length,
      }),
    }),
  )
  return [
    ['declarations', declarations],
    ['sales', parsed.sales.map((one) => saleItem(one, source))],
    ['expenses', parsed.expenses.map((one) => expenseItem(one, source))],
    ['trips', parsed.trips.map((one) => tripItem(one, source))],
    ['known', known.map(({ place, reference }) => ({ place, text: person(reference) }))],
  ]
}

type Parsed = ImportPreview['parsed']

function saleItem(
  { place, reference, activityName, line }: Parsed['sales'][number],
  { words, locale, person }: Source,
): Item {
  const text = words('import.item.sale', {
    person: person(reference, activityName),
    date: formatDate(line.soldOn, locale, 'short'),
    customer: quoted(line.customer),
    amount: formatForeign(line.amountMinor, line.currency, locale),
    kind: words(line.amountKind === 'gross' ? 'import.gross' : 'import.net'),
    rate: formatRateBp(BigInt(line.vatRateBp), locale),
  })
  return { place, text }
}

function expenseItem(
  { place, reference, activityName, line }: Parsed['expenses'][number],
  { words, locale, person }: Source,
): Item {
  const codes = Object.entries(EXPENSE_CATEGORY_BY_FRENCH_CODE)
  const text = words('import.item.expense', {
    person: person(reference, activityName),
    date: formatDate(line.spentOn, locale, 'short'),
    // The word of the file, in both languages: it is what has to be corrected there.
    category: codes.find(([, category]) => category === line.category)?.[0] ?? line.category,
    amount: formatCents(line.grossCents, locale),
    vat: formatCents(line.vatCents, locale),
    receipt: words(line.receiptState === 'missing' ? 'import.no' : 'import.yes'),
  })
  return { place, text }
}

function tripItem(
  { place, reference, activityName, line }: Parsed['trips'][number],
  { words, person }: Source,
): Item {
  const { km, fiscalHorsepower: power } = line
  const reason = quoted(line.reason)
  return {
    place,
    text: words('import.item.trip', { person: person(reference, activityName), km, power, reason }),
  }
}
