import { bankGap } from '@terreau/domain/ledger/post-bank-credit'
import { cents } from '@terreau/domain/money/cents'
import { localDate } from '@terreau/domain/time/local-date'
import { yearMonth } from '@terreau/domain/time/year-month'
import type { bankCreditView } from '@terreau/protocol/bank-credits'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '../../../platform/db/transaction.ts'

type BankCreditView = z.output<typeof bankCreditView>

/** What the bank gave for the sales of a declaration, as far as staff noted it. */
export async function bankCreditsOf(
  tx: Tx,
  cooperativeId: string,
  declarationId: string,
): Promise<BankCreditView[]> {
  const { rows } = await sql<{
    lineId: string
    declared: bigint
    credited: bigint
    fee: bigint
    creditedOn: string
    reference: string
    enteredBy: string | null
    month: string | null
  }>`
    select c.line_id, c.declared_cents as declared, c.credited_cents as credited, c.fee_cents as fee,
           c.credited_on, c.reference, u.display_name as entered_by, p.month
      from terreau.standing_bank_credit c
      left join terreau.app_user u on u.id = c.entered_by
      left join terreau.posting p on p.cooperative_id = c.cooperative_id and p.source_kind = 'bank_credit'
       and p.source_id = c.id
     where c.cooperative_id = ${cooperativeId} and c.declaration_id = ${declarationId}
     order by c.line_id`.execute(tx)
  return rows.map(({ declared, credited, fee, month, ...row }) => {
    const credit = {
      declaredCents: cents(declared),
      creditedCents: cents(credited),
      feeCents: cents(fee),
    }
    return {
      ...credit,
      exchangeCents: bankGap(credit).exchangeCents,
      lineId: row.lineId,
      creditedOn: localDate(row.creditedOn),
      reference: row.reference,
      enteredBy: row.enteredBy ?? '',
      bookedMonth: month === null ? null : yearMonth(month),
    }
  })
}

/** Whether a difference of the bank stands for one of the sales: they may not change under it. */
export async function hasBankCredit(
  tx: Tx,
  cooperativeId: string,
  declarationId: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('standingBankCredit')
    .select('id')
    .where('cooperativeId', '=', cooperativeId)
    .where('declarationId', '=', declarationId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
