import { randomUUID } from 'node:crypto'
import { firstDay, yearOf } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import { actorLabel, type Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { found } from '../../platform/problem-error.ts'
import { insertContract } from '../contracts/index.ts'
import { insertSent } from '../declarations/index.ts'
import { postOpening } from '../ledger/index.ts'
import {
  insertActivity,
  insertCarriedFigure,
  insertPerson,
  refreshSearchNames,
} from '../people/index.ts'
import { insertExchangeRate, insertScheme, insertSetting } from '../settings/index.ts'
import { newActivityKey } from './own-activities.ts'
import type { ParsedMonth, ParsedPerson } from './parsed-month.ts'
import { type ImportPlan, type PlanSummary, planImport, planSummary } from './plan-import.ts'
import type { ReadFolder } from './read-folder.ts'
import type { ImportRefusal } from './refusal.ts'
import { standingImport } from './standing-import.ts'

/** What an import would write, as far as the files could be read. */
export interface ImportPreview {
  plan: ImportPlan
  parsed: ParsedMonth
  summary: PlanSummary
}

export type ImportOutcome =
  | { kind: 'done'; summary: PlanSummary }
  | { kind: 'would-do'; preview: ImportPreview }
  | { kind: 'unchanged' }
  | { kind: 'refused'; refusals: ImportRefusal[]; preview: ImportPreview | null }

export interface ImportRun extends ReadFolder {
  isDryRun: boolean
  /** The cooperative does not exist yet: the files are confronted with an empty one (dry runs only). */
  isIntoNothing?: boolean
}

/**
 * Imports a month of files, whole or not at all. The same files twice change nothing. A dry run says
 * what would be written, also when lines are refused, and writes nothing.
 */
export const importMonth = mutation<ImportRun, ImportOutcome>({
  access: 'import.run',
  async run(tx, ctx, { parsed, refusals, contentSha256, isDryRun, isIntoNothing = false }) {
    const nothing = (value: ImportOutcome) => ({ value, audit: 'unchanged' }) as const
    await waitForOthers(tx, ctx.cooperativeId)
    if (await standingImport(tx, ctx.cooperativeId, contentSha256)) {
      return nothing({ kind: 'unchanged' })
    }
    if (parsed === null) {
      return nothing({ kind: 'refused', refusals: inOrder(refusals), preview: null })
    }
    const refusedFiles = new Set(refusals.map((refusal) => refusal.file))
    const into = { cooperativeId: ctx.cooperativeId, isNew: isIntoNothing }
    const planned = await planImport(tx, into, parsed, refusedFiles)
    const { plan } = planned
    const all = [...refusals, ...planned.refusals]
    const summary = planSummary(plan, parsed)
    const preview = { plan, parsed, summary }
    if (all.length > 0) return nothing({ kind: 'refused', refusals: inOrder(all), preview })
    if (isDryRun) return nothing({ kind: 'would-do', preview })
    const importId = await writePlan(tx, ctx, plan, contentSha256)
    const entity = { kind: 'import', id: importId }
    return {
      value: { kind: 'done', summary },
      audit: [{ action: 'import.done', entity, after: { ...summary } }],
    }
  },
})

/** One import of a cooperative at a time: the second one finds what the first has done. */
async function waitForOthers(tx: Tx, cooperativeId: string): Promise<void> {
  await sql`set local lock_timeout = '60s'`.execute(tx)
  await sql`select pg_advisory_xact_lock(hashtextextended('import:' || ${cooperativeId}, 0))`.execute(
    tx,
  )
}

/** By file, then by line: the order in which people correct them. */
function inOrder(refusals: readonly ImportRefusal[]): ImportRefusal[] {
  return refusals.toSorted(
    (left, right) => left.file.localeCompare(right.file) || left.line - right.line,
  )
}

interface Item {
  entityKind: 'scheme' | 'setting' | 'rate' | 'person' | 'contract' | 'opening' | 'declaration'
  entityId: string
}

async function writePlan(
  tx: Tx,
  ctx: Context,
  plan: ImportPlan,
  contentSha256: Buffer,
): Promise<string> {
  const importId = randomUUID()
  const items: Item[] = []
  const schemeIds = await writeRules(tx, ctx, plan, items)
  const owners = new Map<string, Owner>()
  for (const { id: personId, activities } of plan.known.values()) {
    for (const { activityId, contractId } of activities) {
      owners.set(activityId, { personId, activityId, contractId })
    }
  }
  const created = new Map<string, string>()
  for (const person of plan.people) {
    const schemeId = found(schemeIds.get(person.schemeCode))
    const personId = created.get(person.reference) ?? null
    const owner = await writePerson(tx, ctx, { plan, person, personId, schemeId, items })
    created.set(person.reference, owner.personId)
    owners.set(newActivityKey(person), owner)
  }
  const numbered = new Map<string, number>()
  for (const { reference, activityKey, lines } of plan.declarations) {
    const owner = found(owners.get(activityKey))
    const nth = (numbered.get(reference) ?? 0) + 1
    numbered.set(reference, nth)
    const { id } = await insertSent(tx, ctx, {
      ...owner,
      month: plan.month,
      concernsMonth: plan.month,
      channel: 'import',
      declaredBy: owner.personId,
      number: `I-${plan.month}-${reference}${nth === 1 ? '' : `-${nth}`}`,
      lines,
    })
    items.push({ entityKind: 'declaration', entityId: id })
  }
  await writeImport(tx, ctx, { importId, month: plan.month, contentSha256, items })
  return importId
}

interface Owner {
  personId: string
  activityId: string
  contractId: string
}

/** Schemes, rates and settings first: figures stand on them. */
async function writeRules(
  tx: Tx,
  ctx: Context,
  plan: ImportPlan,
  items: Item[],
): Promise<ReadonlyMap<string, string>> {
  const { month } = plan
  const ids = new Map(plan.schemeIds)
  for (const { place: _, from, until, follows, ...scheme } of plan.schemes) {
    const schemeId = follows === null ? undefined : ids.get(follows)
    const replaces = schemeId !== undefined && from !== null ? { schemeId, fromMonth: from } : null
    const id = await insertScheme(tx, ctx, { ...scheme, replaces, appliesUntil: until })
    ids.set(scheme.code, id)
    items.push({ entityKind: 'scheme', entityId: id })
  }
  for (const { currency, unitsPerEuro, source } of plan.rates) {
    await insertExchangeRate(tx, ctx, { month, currency, unitsPerEuro, source })
    items.push({ entityKind: 'rate', entityId: `${month} ${currency}` })
  }
  for (const { key, value, place } of plan.settings) {
    const validFrom = firstDay(month)
    await insertSetting(tx, ctx, { key, validFrom, value, source: place.file })
    items.push({ entityKind: 'setting', entityId: `${key} ${validFrom}` })
  }
  return ids
}

async function writePerson(
  tx: Tx,
  ctx: Context,
  of: {
    plan: ImportPlan
    person: ParsedPerson
    /** Of a person whose first activity was written: this line brings another one. */
    personId: string | null
    schemeId: string
    items: Item[]
  },
): Promise<Owner> {
  const { person, schemeId, items } = of
  const { month } = of.plan
  const { personId, activityId } = await writeActivity(tx, ctx, of)
  // It was signed on paper, elsewhere: nobody signs it again here.
  const { fixedPartCents, ...contract } = person.contract
  const { contractId } = await insertContract(tx, ctx, {
    ...contract,
    personId,
    activityId,
    schemeId,
    state: 'active',
    terms: {
      imported: true,
      ...(fixedPartCents === null ? {} : { fixedPartCents: fixedPartCents.toString() }),
    },
  })
  const { baseBeforeCents, kmBefore, openingCents } = person
  if (baseBeforeCents !== 0n || kmBefore !== 0) {
    await insertCarriedFigure(tx, ctx, {
      personId,
      activityId,
      year: yearOf(month),
      contributionBaseCents: baseBeforeCents,
      km: kmBefore,
      source: person.place.file,
    })
  }
  const opening = { activityId, month, balanceCents: openingCents, sourceId: activityId }
  const posted = await postOpening(tx, ctx, opening)
  if (of.personId === null) items.push({ entityKind: 'person', entityId: personId })
  items.push({ entityKind: 'contract', entityId: contractId })
  if (posted !== null) items.push({ entityKind: 'opening', entityId: posted.postingId })
  return { personId, activityId, contractId }
}

/** The person with her first activity, or one more activity of hers. */
async function writeActivity(
  tx: Tx,
  ctx: Context,
  of: { person: ParsedPerson; personId: string | null },
): Promise<{ personId: string; activityId: string }> {
  const { person, personId } = of
  const { activityName: name, vatRateBp, fiscalHorsepower } = person
  const activity = { name, vatRateBp, fiscalHorsepower }
  if (personId === null) return insertPerson(tx, ctx, { ...person, address: '', activity })
  const activityId = randomUUID()
  await insertActivity(tx, ctx, { activityId, personId, ...activity })
  await refreshSearchNames(tx, ctx, personId)
  return { personId, activityId }
}

async function writeImport(
  tx: Tx,
  ctx: Context,
  done: { importId: string; month: string; contentSha256: Buffer; items: readonly Item[] },
): Promise<void> {
  const { cooperativeId } = ctx
  const { importId, month, contentSha256, items } = done
  const row = { cooperativeId, id: importId, month, contentSha256 }
  await tx
    .insertInto('import')
    .values({ ...row, importedBy: actorLabel(ctx.actor) })
    .execute()
  if (items.length === 0) return
  await tx
    .insertInto('importItem')
    .values(items.map((item) => ({ cooperativeId, importId, ...item })))
    .execute()
}
