import { AMENDABLE_TERMS, type AmendableTerm } from '@terreau/domain/contracts/amendments'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { found } from '../../../platform/problem-error.ts'

const STATES = ['draft', 'to_sign', 'signed', 'active', 'cancelled'] as const
export type AmendmentState = (typeof STATES)[number]

/** A term before and after: an amount as decimal string of cents, a clause as text; null: not written here. */
export type TermChanges = Partial<Record<AmendableTerm, { before: string | null; after: string }>>

export interface AmendmentRow {
  id: string
  contractId: string
  n: number
  effectiveOn: LocalDate
  reason: string
  schemeId: string | null
  changes: TermChanges
  state: AmendmentState
  concludedOn: LocalDate | null
  createdAt: Date
  version: number
}

const kept = z.partialRecord(
  z.enum(AMENDABLE_TERMS.CESA),
  z.strictObject({ before: z.string().nullable(), after: z.string() }),
)

/** The amendments of a contract, by number. */
export async function amendmentsOf(
  tx: Tx,
  cooperativeId: string,
  contractId: string,
): Promise<AmendmentRow[]> {
  const rows = await tx
    .selectFrom('contractAmendment')
    .selectAll()
    .where('cooperativeId', '=', cooperativeId)
    .where('contractId', '=', contractId)
    .orderBy('n')
    .execute()
  return rows.map(read)
}

/** One amendment; 404 in another cooperative. */
export async function amendmentRow(
  tx: Tx,
  ctx: Context,
  amendmentId: string,
): Promise<AmendmentRow> {
  const row = await tx
    .selectFrom('contractAmendment')
    .selectAll()
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', amendmentId)
    .executeTakeFirst()
  return read(found(row))
}

/** Moves an amendment of a locked contract to a state that the domain allowed. */
export async function setAmendmentState(
  tx: Tx,
  ctx: Context,
  amendment: Pick<AmendmentRow, 'id' | 'version'>,
  state: AmendmentState,
): Promise<void> {
  await tx
    .updateTable('contractAmendment')
    .set({
      state,
      version: amendment.version + 1,
      ...(state === 'active' ? { concludedOn: ctx.today } : {}),
    })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', amendment.id)
    .execute()
}

interface StoredRow {
  id: string
  contractId: string
  n: number
  effectiveOn: string
  reason: string
  schemeId: string | null
  changes: unknown
  state: string
  concludedOn: string | null
  createdAt: Date
  version: number
}

function read(row: StoredRow): AmendmentRow {
  const { id, contractId, n, reason, schemeId, createdAt, version } = row
  return {
    id,
    contractId,
    n,
    reason,
    schemeId,
    createdAt,
    version,
    effectiveOn: localDate(row.effectiveOn),
    changes: kept.parse(row.changes),
    state: found(STATES.find((state) => state === row.state)),
    concludedOn: row.concludedOn === null ? null : localDate(row.concludedOn),
  }
}
