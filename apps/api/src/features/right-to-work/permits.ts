import { alertDue, lastDayOf } from '@terreau/domain/right-to-work/permit-dates'
import {
  isPermitKind,
  type PermitKind,
  permitRule,
} from '@terreau/domain/right-to-work/permit-kinds'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { fileIds } from '../../platform/own-person.ts'
import { masked } from '../../platform/sealing/masked.ts'
import { sealedFields } from '../../platform/sealing/sealed-fields.ts'

/** Where the number of a permit is sealed. */
export const numberPlace = (rowId: string) => ({ table: 'permit', column: 'number', rowId })

export type PermitRow = Awaited<ReturnType<typeof permitRows>>[number]

/** The papers of a person, the current one first, without opening their numbers. */
export async function permitRows(tx: Tx, cooperativeId: string, personId: string) {
  const rows = await tx
    .selectFrom('permit as p')
    .leftJoin('appUser as u', 'u.id', 'p.originalSeenBy')
    .selectAll('p')
    .select((eb) =>
      eb
        .selectFrom('permitScan as s')
        .whereRef('s.cooperativeId', '=', 'p.cooperativeId')
        .whereRef('s.permitId', '=', 'p.id')
        .select(sql<string[]>`coalesce(array_agg(s.document_id::text), '{}')`.as('ids'))
        .as('scanIds'),
    )
    .select('u.displayName as seenBy')
    .where('p.cooperativeId', '=', cooperativeId)
    .where('p.personId', 'in', fileIds(cooperativeId, personId))
    .orderBy('p.replacedAt', (order) => order.desc().nullsFirst())
    // Two files that were joined may each hold one: what was recorded last is what the person shows.
    .orderBy('p.recordedAt', 'desc')
    .orderBy('p.id', 'desc')
    .execute()
  const moved = await prolongationRows(tx, cooperativeId, personId)
  return rows.map((row) => {
    const prolongations = moved.filter((one) => one.permitId === row.id)
    const validUntil = dateOrNull(row.validUntil)
    const lastDay = lastDayOf(
      validUntil,
      prolongations.map((one) => localDate(one.until)),
    )
    return {
      ...row,
      kind: permitKindOf(row.kind),
      validFrom: dateOrNull(row.validFrom),
      validUntil,
      lastDay,
      prolongations,
    }
  })
}

/** A paper as two roles see it: its number behind dots. */
export async function permitViews(tx: Tx, ctx: Context, rows: readonly PermitRow[]) {
  const fields = rows.some((row) => row.numberSealed !== null) ? await sealedFields(tx, ctx) : null
  return rows.map((row) => ({
    ...ownPermitView(row, ctx.today),
    id: row.id,
    maskedNumber:
      row.numberSealed === null || fields === null
        ? ''
        : masked(fields.open(row.numberSealed, numberPlace(row.id))),
    originalSeenOn: dateOrNull(row.originalSeenOn),
    originalSeenBy: row.seenBy ?? '',
    authorisedFrom: dateOrNull(row.authorisedFrom),
    authorisedUntil: dateOrNull(row.authorisedUntil),
    scanIds: row.scanIds ?? [],
    isEndToState:
      row.validUntil === null && permitRule(row.kind).isPermit && row.noEndReason === '',
    noEndReason: row.noEndReason,
    prolongations: row.prolongations.map(({ permitId: _, ...one }) => ({
      ...one,
      until: localDate(one.until),
      recordedAt: one.recordedAt.toISOString(),
    })),
  }))
}

/** What the person sees of the own paper. */
export function ownPermitView(row: PermitRow, today: LocalDate) {
  const { kind, validFrom, validUntil, lastDay } = row
  const isEnding = lastDay !== null && permitRule(kind).isPermit
  return { kind, validFrom, validUntil, lastDay, alert: isEnding ? alertDue(lastDay, today) : null }
}

/** The kind as the table knows it; one that it does not know is read by a person. */
export function permitKindOf(text: string): PermitKind {
  return isPermitKind(text) ? text : 'other'
}

export function dateOrNull(text: string | null): LocalDate | null {
  return text === null ? null : localDate(text)
}

async function prolongationRows(tx: Tx, cooperativeId: string, personId: string) {
  const rows = await tx
    .selectFrom('permitProlongation as l')
    .innerJoin('permit as p', (join) =>
      join.onRef('p.cooperativeId', '=', 'l.cooperativeId').onRef('p.id', '=', 'l.permitId'),
    )
    .innerJoin('appUser as u', 'u.id', 'l.recordedBy')
    .select([
      'l.id',
      'l.permitId',
      'l.kind',
      'l.until',
      'l.recordedAt',
      'u.displayName as recordedBy',
    ])
    .where('l.cooperativeId', '=', cooperativeId)
    .where('p.personId', 'in', fileIds(cooperativeId, personId))
    .orderBy('l.until', 'desc')
    .orderBy('l.id')
    .execute()
  return rows.map((row) => ({ ...row, kind: prolongationKind(row.kind) }))
}

function prolongationKind(
  text: string,
): 'three_months' | 'renewal_receipt' | 'extension_certificate' {
  return text === 'three_months' || text === 'renewal_receipt' ? text : 'extension_certificate'
}
