import { type YearMonth, yearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import { userIdOf } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation } from '../../../platform/mutation.ts'
import { found, ProblemError } from '../../../platform/problem-error.ts'
import { holdMonthOpen, isMonthClosed } from '../../ledger/index.ts'
import { type StandingSlip, toSlip } from './slip-queries.ts'
import { aloneOnMonth, withdrawSlip, writeSlip } from './write-slips.ts'

/**
 * Takes an import back while the month it was booked in is open: its slips are withdrawn, their entries
 * reversed, and the slips it had replaced stand again as new versions.
 */
export const undoSlips = mutation<{ importId: string }, { withdrawn: number; restored: number }>({
  access: 'pay.import',
  async run(tx, ctx, { importId }) {
    const { cooperativeId } = ctx
    const month = await importedMonth(tx, cooperativeId, importId)
    await aloneOnMonth(tx, ctx, month)
    const slips = await slipsOf(tx, cooperativeId, importId)
    if (slips.some((slip) => slip.isReplaced)) throw new ProblemError('pay-import-replaced')
    for (const booked of new Set(slips.flatMap((slip) => slip.bookMonth ?? []))) {
      await holdMonthOpen(tx, cooperativeId, booked)
      if (await isMonthClosed(tx, cooperativeId, booked))
        throw new ProblemError('month-is-closed', { month: booked })
    }
    await tx
      .insertInto('payImportUndo')
      .values({ cooperativeId, importId, undoneAt: ctx.now, undoneBy: userIdOf(ctx) })
      .execute()
    const replaced = await replacedBy(tx, cooperativeId, importId)
    for (const slip of slips) await withdrawSlip(tx, ctx, slip.id, importId)
    for (const slip of replaced) await writeSlip(tx, ctx, slip)
    const counts = { withdrawn: slips.length, restored: replaced.length }
    const entity = { kind: 'pay-import', id: importId }
    return {
      value: counts,
      audit: [{ action: 'pay.import-undone', entity, before: { month, ...counts } }],
    }
  },
})

/** The month of an import that stands. */
async function importedMonth(tx: Tx, cooperativeId: string, importId: string): Promise<YearMonth> {
  const { rows } = await sql<{ month: string }>`
    select i.month from terreau.pay_import i
     where i.cooperative_id = ${cooperativeId} and i.id = ${importId}
       and not exists (select 1 from terreau.pay_import_undo u
             where u.cooperative_id = i.cooperative_id and u.import_id = i.id)`.execute(tx)
  return yearMonth(found(rows[0]).month)
}

/** What it brought and what still counts, or was replaced by an import that stands. */
async function slipsOf(tx: Tx, cooperativeId: string, importId: string) {
  const { rows } = await sql<{ id: string; isReplaced: boolean; bookMonth: YearMonth | null }>`
    select s.id, w.slip_id is not null as is_replaced, p.month as book_month
      from terreau.pay_slip s
      left join terreau.pay_slip_withdrawal w on w.cooperative_id = s.cooperative_id and w.slip_id = s.id
      left join terreau.posting p on p.cooperative_id = s.cooperative_id and p.source_kind = 'pay_slip'
       and p.source_id = s.id
     where s.cooperative_id = ${cooperativeId} and s.import_id = ${importId}
       and not exists (select 1 from terreau.pay_import_undo u
             where u.cooperative_id = w.cooperative_id and u.import_id = w.import_id)
     order by s.contract_id, s.version`.execute(tx)
  return rows
}

/** The slips of other imports that it had replaced. */
async function replacedBy(
  tx: Tx,
  cooperativeId: string,
  importId: string,
): Promise<Omit<StandingSlip, 'id'>[]> {
  const rows = await tx
    .selectFrom('paySlip as s')
    .innerJoin('paySlipWithdrawal as w', (join) =>
      join.onRef('w.cooperativeId', '=', 's.cooperativeId').onRef('w.slipId', '=', 's.id'),
    )
    .selectAll('s')
    .where('s.cooperativeId', '=', cooperativeId)
    .where('w.importId', '=', importId)
    .where('s.importId', '<>', importId)
    .orderBy('s.contractId')
    .orderBy('s.version')
    .execute()
  return rows.map((row) => {
    const { id: _, ...slip } = toSlip(row)
    return slip
  })
}
