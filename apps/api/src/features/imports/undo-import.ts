import type { YearMonth } from '@terreau/domain/time/year-month'
import type { AuditEntry } from '../../platform/audit/actions.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { withdrawImportedContracts } from '../contracts/index.ts'
import { deleteDeclaration, lockDeclarations, undoLocked } from '../declarations/index.ts'
import { holdMonthOpen, isMonthClosed, reverseEntry } from '../ledger/index.ts'
import { archivePerson, deleteCarriedFigures } from '../people/index.ts'
import { standingImport } from './standing-import.ts'

export type UndoOutcome =
  | { kind: 'undone'; month: YearMonth }
  | { kind: 'not-found' }
  | { kind: 'month-closed'; month: YearMonth }
  | { kind: 'in-use'; value: string }

/**
 * Takes back what an import brought, while its month is open. Nothing of the ledger is erased: openings
 * and acceptances are reversed. Schemes, settings and rates stay, as decisions do; the same files
 * recognise them when they come again.
 */
export const undoImport = mutation<{ contentSha256: Buffer }, UndoOutcome>({
  access: 'import.run',
  async run(tx, ctx, { contentSha256 }) {
    const nothing = (value: UndoOutcome) => ({ value, audit: 'unchanged' }) as const
    const standing = await standingImport(tx, ctx.cooperativeId, contentSha256)
    if (standing === undefined) return nothing({ kind: 'not-found' })
    const { id: importId, month } = standing
    await holdMonthOpen(tx, ctx.cooperativeId, month)
    if (await isMonthClosed(tx, ctx.cooperativeId, month)) {
      return nothing({ kind: 'month-closed', month })
    }
    const items = await itemsOf(tx, ctx, importId)
    const other = await declaredSince(tx, ctx, items)
    if (other !== null) return nothing({ kind: 'in-use', value: other })
    const undone = await takeBack(tx, ctx, items, month)
    await tx
      .updateTable('import')
      .set({ undoneAt: ctx.now })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', importId)
      .execute()
    const entity = { kind: 'import', id: importId }
    const before = { month, people: items.person.length }
    return {
      value: { kind: 'undone', month },
      audit: [{ action: 'import.undone', entity, before }, ...undone],
    }
  },
})

interface Items {
  person: string[]
  contract: string[]
  opening: string[]
  declaration: string[]
}

async function itemsOf(tx: Tx, ctx: Context, importId: string): Promise<Items> {
  const rows = await tx
    .selectFrom('importItem')
    .select(['entityKind', 'entityId'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('importId', '=', importId)
    .orderBy('entityId')
    .execute()
  const ids = (kind: keyof Items): string[] =>
    rows.filter((row) => row.entityKind === kind).map((row) => row.entityId)
  return {
    person: ids('person'),
    contract: ids('contract'),
    opening: ids('opening'),
    declaration: ids('declaration'),
  }
}

/** Somebody of the import who sent another declaration since: her file is in use. */
async function declaredSince(tx: Tx, ctx: Context, items: Items): Promise<string | null> {
  if (items.person.length === 0) return null
  let query = tx
    .selectFrom('declaration as d')
    .innerJoin('person as p', (join) =>
      join.onRef('p.cooperativeId', '=', 'd.cooperativeId').onRef('p.id', '=', 'd.personId'),
    )
    .select('p.reference')
    .where('d.cooperativeId', '=', ctx.cooperativeId)
    .where('d.personId', 'in', items.person)
    .where('d.state', '<>', 'draft')
  if (items.declaration.length > 0) query = query.where('d.id', 'not in', items.declaration)
  const row = await query.orderBy('p.reference').limit(1).executeTakeFirst()
  return row?.reference ?? null
}

async function takeBack(
  tx: Tx,
  ctx: Context,
  items: Items,
  month: YearMonth,
): Promise<AuditEntry[]> {
  const audit: AuditEntry[] = []
  for (const declaration of await lockDeclarations(tx, ctx, items.declaration)) {
    if (declaration.state === 'accepted') audit.push(...(await undoLocked(tx, ctx, declaration)))
    await deleteDeclaration(tx, ctx, declaration.id)
    const entity = { kind: 'declaration', id: declaration.id }
    audit.push({ action: 'declaration.deleted', entity, before: { number: declaration.number } })
  }
  for (const draftId of await draftsOf(tx, ctx, items.person)) {
    await deleteDeclaration(tx, ctx, draftId)
  }
  for (const postingId of items.opening) {
    await reverseEntry(tx, ctx, postingId, {
      month,
      source: { kind: 'opening_undo', id: postingId },
    })
    audit.push({ action: 'posting.reversed', entity: { kind: 'posting', id: postingId } })
  }
  await withdrawImportedContracts(tx, ctx, items.contract)
  for (const personId of items.person) {
    await deleteCarriedFigures(tx, ctx, personId)
    await archivePerson(tx, ctx, personId)
    audit.push({ action: 'person.archived', entity: { kind: 'person', id: personId } })
  }
  return audit
}

async function draftsOf(tx: Tx, ctx: Context, people: readonly string[]): Promise<string[]> {
  if (people.length === 0) return []
  const rows = await tx
    .selectFrom('declaration')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('personId', 'in', [...people])
    .where('state', '=', 'draft')
    // One that was sent and taken back keeps its number: series have no gap (I-13).
    .where('number', 'is', null)
    .execute()
  return rows.map((row) => row.id)
}
