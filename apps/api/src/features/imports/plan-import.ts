import { sumCents } from '@terreau/domain/money/cents'
import { fixedUnitsPerEuro } from '@terreau/domain/money/currency'
import { firstDay } from '@terreau/domain/time/year-month'
import type { Tx } from '../../platform/db/transaction.ts'
import type { DeclaredLines } from '../declarations/index.ts'
import { firstOpenMonth, isMonthClosed } from '../ledger/index.ts'
import { settingsOn } from '../settings/index.ts'
import { folded } from './folded.ts'
import {
  type KnownPerson,
  knownPeople,
  knownRates,
  nameKey,
  settingsEnteredFor,
} from './known-data.ts'
import {
  activityNamed,
  type OwnActivity,
  ownActivities,
  recognisedActivity,
} from './own-activities.ts'
import type {
  Owned,
  ParsedMonth,
  ParsedPerson,
  ParsedRate,
  ParsedScheme,
  ParsedSetting,
  Place,
} from './parsed-month.ts'
import { planSchemes, refuseSchemesOutOfMonth, refuseUnknownSchemes } from './plan-schemes.ts'
import type { ImportRefusal, RefuseAt } from './refusal.ts'

/** What an import would write, once the files and what is known already are put together. */
export interface ImportPlan {
  month: ParsedMonth['month']
  schemes: ParsedScheme[]
  schemeIds: ReadonlyMap<string, string>
  rates: ParsedRate[]
  settings: ParsedSetting[]
  people: ParsedPerson[]
  known: ReadonlyMap<string, KnownPerson>
  /** One declaration for each activity: those of personnes.csv without a line are an explicit zero. */
  declarations: PlannedDeclaration[]
}

export interface PlannedDeclaration {
  reference: string
  /** See `OwnActivity`. */
  activityKey: string
  /** Of the first line that asks for it. */
  place: Place
  lines: DeclaredLines
}

export interface Planned {
  plan: ImportPlan
  refusals: ImportRefusal[]
}

/**
 * Confronts the files with the database. `refusedFiles` were not read whole: what seems missing may be
 * in their refused lines, and is not refused twice. A new cooperative begins with whatever month comes.
 */
export async function planImport(
  tx: Tx,
  { cooperativeId, isNew }: { cooperativeId: string; isNew: boolean },
  parsed: ParsedMonth,
  refusedFiles: ReadonlySet<string>,
): Promise<Planned> {
  const refusals: ImportRefusal[] = []
  const refuse: RefuseAt = (place, column, code, params = {}) =>
    refusals.push({ file: place.file, line: place.line, column, code, params })
  const refusedNames = [...refusedFiles].map(folded)
  const isWhole = (name: string): boolean =>
    !refusedNames.some((file) => file.startsWith(`${name}.`))
  if (!isNew) await refuseMonth(tx, cooperativeId, parsed, refuse)
  const schemes = await planSchemes(tx, cooperativeId, parsed, refuse)
  const rates = await planRates(tx, cooperativeId, parsed, { refuse, isWhole })
  const settings = await planSettings(tx, cooperativeId, parsed, refuse)
  const everybody = await knownPeople(tx, cooperativeId, parsed.month)
  const people = planPeople(parsed, everybody, refuse)
  if (isWhole('regimes')) refuseUnknownSchemes(parsed, schemes.codes, refuse)
  refuseSchemesOutOfMonth(parsed, schemes.known, refuse)
  const known = new Map(everybody.map((person) => [person.reference, person]))
  if (isWhole('personnes')) refuseUnknownPeople(parsed, known, refuse)
  const strangers = new Set(refusals.filter(isStranger).map((refusal) => refusal.params.value))
  const own = ownActivities(people, known)
  const declarations = planDeclarations(parsed, own, isWhole('personnes') ? refuse : () => {})
  refuseUndeclarable({ parsed, known, people, declarations, strangers }, refuse)
  const { created, ids } = schemes
  const rules = { schemes: created, schemeIds: ids, rates, settings }
  return { plan: { month: parsed.month, ...rules, people, known, declarations }, refusals }
}

async function refuseMonth(
  tx: Tx,
  cooperativeId: string,
  { month }: ParsedMonth,
  refuse: RefuseAt,
): Promise<void> {
  const nowhere = { file: month, line: 0 }
  if (await isMonthClosed(tx, cooperativeId, month)) {
    refuse(nowhere, 'mois', 'month-closed', { month })
    return
  }
  const first = await firstOpenMonth(tx, cooperativeId)
  if (month < first) refuse(nowhere, 'mois', 'month-before-first', { month, first })
}

async function planRates(
  tx: Tx,
  cooperativeId: string,
  { month, rates, sales }: ParsedMonth,
  { refuse, isWhole }: { refuse: RefuseAt; isWhole(name: string): boolean },
): Promise<ParsedRate[]> {
  const known = await knownRates(tx, cooperativeId, month)
  for (const { place, currency, unitsPerEuro } of rates) {
    const units = known.get(currency)
    if (units === undefined || Number(units) === Number(unitsPerEuro)) continue
    refuse(place, 'unités_pour_1_eur', 'exchange-rate-differs', { currency, month, units })
  }
  const given = new Set([...known.keys(), ...rates.map((rate) => rate.currency)])
  for (const { place, line } of isWhole('taux') ? sales : []) {
    const isFixed = fixedUnitsPerEuro(line.currency, firstDay(month)) !== null
    if (isFixed || given.has(line.currency)) continue
    refuse(place, 'devise', 'exchange-rate-missing', { currency: line.currency, month })
  }
  return rates.filter((rate) => !known.has(rate.currency))
}

/** A value that is in force already is not entered again. */
async function planSettings(
  tx: Tx,
  cooperativeId: string,
  { month, settings }: ParsedMonth,
  refuse: RefuseAt,
): Promise<ParsedSetting[]> {
  if (settings.length === 0) return []
  const on = firstDay(month)
  const entered = await settingsEnteredFor(tx, cooperativeId, month)
  const keys = settings.map((setting) => setting.key)
  const inForce = await settingsOn(tx, cooperativeId, keys, on)
  for (const { place, key, value } of settings) {
    const other = entered.get(key)
    if (other !== undefined && other !== value) refuse(place, 'valeur', 'setting-differs', { on })
  }
  return settings.filter(({ key, value }) => inForce.get(key) !== value && !entered.has(key))
}

/** Those to create. Somebody known under the same identifier and name is recognised, not changed. */
function planPeople(
  { people }: ParsedMonth,
  everybody: readonly KnownPerson[],
  refuse: RefuseAt,
): ParsedPerson[] {
  return people.filter((person) => {
    const { place, reference, email } = person
    const same = everybody.find((one) => one.reference === reference)
    if (same !== undefined) {
      if (same.nameKey === nameKey(person)) return false
      refuse(place, 'identifiant', 'person-reference-taken', { value: reference })
      return false
    }
    const twin = everybody.find((one) => person.bornOn !== null && one.nameKey === nameKey(person))
    if (twin !== undefined) {
      refuse(place, 'nom', 'person-already-exists', { reference: twin.reference })
    }
    const holder = email === '' ? undefined : everybody.find((one) => one.email === email)
    if (holder !== undefined) {
      refuse(place, 'courriel', 'email-taken', { reference: holder.reference })
    }
    return true
  })
}

function refuseUnknownPeople(
  { people, sales, expenses, trips }: ParsedMonth,
  known: ReadonlyMap<string, KnownPerson>,
  refuse: RefuseAt,
): void {
  const listed = new Set(people.map((person) => person.reference))
  for (const { place, reference } of [...sales, ...expenses, ...trips]) {
    if (listed.has(reference) || known.has(reference)) continue
    refuse(place, 'identifiant', 'person-unknown', { value: reference })
  }
}

function planDeclarations(
  parsed: ParsedMonth,
  own: ReadonlyMap<string, OwnActivity[]>,
  refuse: RefuseAt,
): PlannedDeclaration[] {
  const { people, sales, expenses, trips } = parsed
  const planned = new Map<string, PlannedDeclaration>()
  const of = (reference: string): readonly OwnActivity[] => own.get(reference) ?? []
  // What belongs to no activity is refused: nothing of it is written.
  const keyOf = (
    { reference, place }: { reference: string; place: Place },
    activity: OwnActivity | null,
  ): string => {
    if (activity === null) return ''
    const { key: activityKey } = activity
    if (!planned.has(activityKey)) {
      const lines = { sales: [], expenses: [], trips: [] }
      planned.set(activityKey, { reference, activityKey, place, lines })
    }
    return activityKey
  }
  for (const person of people) {
    keyOf(person, recognisedActivity(person, parsed, of(person.reference), refuse))
  }
  const byActivity = <Line>(owned: readonly Owned<Line>[]): ReadonlyMap<string, Line[]> => {
    const found = new Map<string, Line[]>()
    for (const one of owned) {
      const key = keyOf(one, activityNamed(one, of(one.reference), refuse))
      found.set(key, [...(found.get(key) ?? []), one.line])
    }
    return found
  }
  const lines = {
    sales: byActivity(sales),
    expenses: byActivity(expenses),
    trips: byActivity(trips),
  }
  return [...planned.values()].map((declaration) => ({
    ...declaration,
    lines: {
      sales: lines.sales.get(declaration.activityKey) ?? [],
      expenses: lines.expenses.get(declaration.activityKey) ?? [],
      trips: lines.trips.get(declaration.activityKey) ?? [],
    },
  }))
}

/** Known people need a contract that covers the month, and no declaration for it yet. */
function refuseUndeclarable(
  planned: Pick<ImportPlan, 'known' | 'people' | 'declarations'> & {
    parsed: ParsedMonth
    /** References that belong to somebody else: refused once already. */
    strangers: ReadonlySet<string | undefined>
  },
  refuse: RefuseAt,
): void {
  const { parsed, known, strangers } = planned
  const { month, people, sales, expenses, trips } = parsed
  const created = new Set(planned.people.map((person) => person.reference))
  const isFollowed = (reference: string): boolean =>
    known.has(reference) && !created.has(reference) && !strangers.has(reference)
  const places = new Map(
    [...people, ...sales, ...expenses, ...trips]
      .toReversed()
      .map((one) => [one.reference, one.place]),
  )
  for (const [reference, place] of places) {
    if (!isFollowed(reference) || known.get(reference)?.activities.length !== 0) continue
    refuse(place, 'identifiant', 'contract-missing', { value: reference, month })
  }
  for (const { reference, activityKey, place } of planned.declarations) {
    const activity = known.get(reference)?.activities.find((one) => one.activityId === activityKey)
    if (!isFollowed(reference) || activity?.hasDeclaration !== true) continue
    refuse(place, 'identifiant', 'declaration-exists', { value: reference, month })
  }
}

function isStranger(refusal: ImportRefusal): boolean {
  return refusal.code === 'person-reference-taken'
}

/** What a plan amounts to, for the command line and the journal. */
export function planSummary(plan: ImportPlan, parsed: ParsedMonth) {
  const openings = plan.people.filter((person) => person.openingCents !== 0n)
  const created = countPeople(plan.people)
  const isNil = (lines: DeclaredLines): boolean => lines.sales.length === 0
  return {
    month: plan.month,
    peopleCreated: created,
    peopleKnown: countPeople(parsed.people) - created,
    schemesCreated: plan.schemes.length,
    schemesKnown: parsed.schemes.length - plan.schemes.length,
    rates: plan.rates.length,
    settings: plan.settings.length,
    openings: openings.length,
    openingTotalCents: sumCents(openings.map((person) => person.openingCents)),
    declarations: plan.declarations.length,
    nilDeclarations: plan.declarations.filter((one) => isNil(one.lines)).length,
    sales: parsed.sales.length,
    expenses: parsed.expenses.length,
    trips: parsed.trips.length,
  }
}

function countPeople(lines: readonly ParsedPerson[]): number {
  return new Set(lines.map((line) => line.reference)).size
}

export type PlanSummary = ReturnType<typeof planSummary>
