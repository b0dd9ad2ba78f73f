import type { YearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/transaction.ts'
import { payLines } from '../pay-lines.ts'
import { amountsOf, payeeOf, totalsOf } from './import-slips.ts'
import { payContracts, standingSlips } from './slip-queries.ts'

/** What the payroll service paid for a month, by family name, and the files that say so, newest first. */
export async function listSlips(tx: Tx, cooperativeId: string, month: YearMonth) {
  const contracts = await payContracts(tx, cooperativeId, month)
  const standing = await standingSlips(tx, cooperativeId, month)
  const employed = new Set((await payLines(tx, cooperativeId, month)).map((one) => one.contractId))
  return {
    slips: contracts.flatMap((contract) =>
      standing
        .filter((slip) => slip.contractId === contract.contractId)
        .map(({ id, importId, slipNumber, ...slip }) => ({
          id,
          importId,
          ...payeeOf(contract),
          slipNumber,
          ...amountsOf(slip),
        })),
    ),
    totals: totalsOf(standing),
    missing: contracts
      .filter(({ contractId }) => employed.has(contractId))
      .filter(({ contractId }) => standing.every((slip) => slip.contractId !== contractId))
      .map(payeeOf),
    imports: await importsOf(tx, cooperativeId, month),
  }
}

interface ImportRow {
  id: string
  fileName: string
  importedAt: Date
  importedBy: string
  standing: number
  state: 'open' | 'month-closed' | 'replaced' | 'undone'
}

async function importsOf(tx: Tx, cooperativeId: string, month: YearMonth) {
  const { rows } = await sql<ImportRow>`
    select i.id, i.file_name, i.imported_at, coalesce(u.display_name, '') as imported_by, x.standing,
           case when o.import_id is not null then 'undone' when x.is_replaced then 'replaced'
                when x.is_closed then 'month-closed' else 'open' end as state
      from terreau.pay_import i
      left join terreau.app_user u on u.id = i.imported_by
      left join terreau.pay_import_undo o on o.cooperative_id = i.cooperative_id and o.import_id = i.id
      cross join lateral (
        select count(*) filter (where w.slip_id is null)::integer as standing,
               coalesce(bool_or(w.slip_id is not null and b.import_id is null), false) as is_replaced,
               coalesce(bool_or(w.slip_id is null and c.month is not null), false) as is_closed
          from terreau.pay_slip s
          left join terreau.pay_slip_withdrawal w on w.cooperative_id = s.cooperative_id and w.slip_id = s.id
          left join terreau.pay_import_undo b on b.cooperative_id = w.cooperative_id and b.import_id = w.import_id
          left join terreau.posting p on p.cooperative_id = s.cooperative_id and p.source_kind = 'pay_slip'
           and p.source_id = s.id
          left join terreau.standing_closing c on c.cooperative_id = p.cooperative_id and c.month = p.month
         where s.cooperative_id = i.cooperative_id and s.import_id = i.id) x
     where i.cooperative_id = ${cooperativeId} and i.month = ${month}
     order by i.imported_at desc, i.id`.execute(tx)
  return rows.map(({ importedAt, ...row }) => ({ ...row, importedAt: importedAt.toISOString() }))
}
