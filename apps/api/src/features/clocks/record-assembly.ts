import { type FinancialYear, yearsEndedBefore } from '@terreau/domain/pay/financial-year'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { YearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import { type Context, userIdOf } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { yearBeginnings } from '../settings/index.ts'
import { isConcerned } from './assemblies.ts'
import { refreshCesasJob } from './refresh-cesas.job.ts'
import { refreshClocks } from './refresh-clocks.ts'

interface HeldAssembly {
  heldOn: LocalDate
  reference: string
  /** Last month of the year that it approved; the last year that ended before it when absent. */
  lastMonth?: YearMonth | undefined
}

/**
 * Writes down the assembly that approved the accounts of a financial year: the balance of variable pay is
 * due a month later. Written again with another year or reference, it is corrected, until a balance is paid.
 */
export const recordAssembly = mutation<HeldAssembly, undefined>({
  access: 'closing.close',
  async run(tx, ctx, { heldOn, reference, lastMonth }) {
    const { cooperativeId } = ctx
    if (heldOn > ctx.today) refuseField('heldOn', 'date-in-future')
    const year = await approvedYear(tx, cooperativeId, heldOn, lastMonth)
    const before = await tx
      .selectFrom('approvalAssembly')
      .select(['reference', 'firstMonth', 'lastMonth'])
      .where('cooperativeId', '=', cooperativeId)
      .where('heldOn', '=', heldOn)
      .executeTakeFirst()
    const after = { reference, ...year }
    if (before !== undefined) {
      if (isSame(before, after)) return { value: undefined, audit: 'unchanged' }
      await remove(tx, cooperativeId, heldOn)
    }
    const made = await tx
      .insertInto('approvalAssembly')
      .values({
        cooperativeId,
        heldOn,
        ...after,
        recordedBy: userIdOf(ctx),
        recordedAt: ctx.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    // Somebody else wrote the same day down at the same time.
    if (made.numInsertedOrUpdatedRows === 0n) return { value: undefined, audit: 'unchanged' }
    const entity = { kind: 'assembly', id: heldOn }
    return {
      value: undefined,
      audit: [
        {
          action: 'assembly.recorded',
          entity,
          ...(before === undefined ? {} : { before }),
          after: { heldOn, ...after },
        },
      ],
      jobs: [refreshCesasJob.queue({ cooperativeId, heldOn }, { key: `cesas:${cooperativeId}` })],
    }
  },
})

/** The year that is named, which must have ended before the assembly; else the last that had. */
async function approvedYear(
  tx: Tx,
  cooperativeId: string,
  heldOn: LocalDate,
  lastMonth: YearMonth | undefined,
): Promise<FinancialYear> {
  const decided = await yearBeginnings(tx, cooperativeId)
  const ended = yearsEndedBefore(heldOn, decided, YEARS_BACK)
  const [latest] = ended
  if (lastMonth === undefined && latest !== undefined) return latest
  return (
    ended.find((year) => year.lastMonth === lastMonth) ??
    refuseField('lastMonth', 'financial-year-unknown')
  )
}

/** How old a year is at most when an assembly approves its accounts. */
const YEARS_BACK = 10

function isSame(
  before: { reference: string; firstMonth: string; lastMonth: string },
  after: { reference: string; firstMonth: string; lastMonth: string },
): boolean {
  return (
    before.reference === after.reference &&
    before.firstMonth === after.firstMonth &&
    before.lastMonth === after.lastMonth
  )
}

/** As long as nothing was paid after it. */
async function remove(tx: Tx, cooperativeId: string, heldOn: LocalDate): Promise<boolean> {
  const paid = await tx
    .selectFrom('variablePaySettlement')
    .select('contractId')
    .where('cooperativeId', '=', cooperativeId)
    .where('assemblyOn', '=', heldOn)
    .limit(1)
    .executeTakeFirst()
  if (paid !== undefined) throw new ProblemError('assembly-settled')
  const gone = await tx
    .deleteFrom('approvalAssembly')
    .where('cooperativeId', '=', cooperativeId)
    .where('heldOn', '=', heldOn)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}

function refuseField(field: string, code: string): never {
  throw new ProblemError('request-invalid', undefined, [{ pointer: `/body/${field}`, code }])
}

/** Takes an assembly back that was written on the wrong day, as long as nothing was paid after it. */
export const withdrawAssembly = mutation<{ heldOn: LocalDate }, undefined>({
  access: 'closing.close',
  async run(tx, ctx, { heldOn }) {
    const { cooperativeId } = ctx
    if (!(await remove(tx, cooperativeId, heldOn))) throw new ProblemError('not-found')
    const entity = { kind: 'assembly', id: heldOn }
    return {
      value: undefined,
      audit: [{ action: 'assembly.withdrawn', entity, before: { heldOn } }],
      jobs: [refreshCesasJob.queue({ cooperativeId, heldOn }, { key: `cesas:${cooperativeId}` })],
    }
  },
})

interface Settled {
  heldOn: LocalDate
  /** Those that were paid; none: everybody who waits. */
  contractIds: readonly string[]
  paidOn: LocalDate
}

/** Writes down the day on which the balance of variable pay was paid. */
export const settleVariablePay = mutation<Settled, { settled: number }>({
  access: 'closing.close',
  async run(tx, ctx, { heldOn, contractIds, paidOn }) {
    const { cooperativeId } = ctx
    const assembly = await tx
      .selectFrom('approvalAssembly')
      .select('heldOn')
      .where('cooperativeId', '=', cooperativeId)
      .where('heldOn', '=', heldOn)
      .executeTakeFirst()
    found(assembly)
    const code = paidOn > ctx.today ? 'date-in-future' : paidOn < heldOn ? 'date-too-early' : null
    if (code !== null) refuseField('paidOn', code)
    const { rows } = await sql<{ personId: string; contractId: string }>`
      with paid as (
        insert into terreau.variable_pay_settlement
          (cooperative_id, contract_id, assembly_on, paid_on, recorded_at, recorded_by)
        select c.cooperative_id, c.id, ${heldOn}::date, ${paidOn}::date, ${ctx.now}, ${userIdOf(ctx)}::uuid
          from terreau.contract c
          join terreau.approval_assembly a on a.cooperative_id = c.cooperative_id and a.held_on = ${heldOn}::date
         where c.cooperative_id = ${cooperativeId} and ${isConcerned}
           and (${contractIds.length === 0} or c.id = any(${[...contractIds]}::uuid[]))
        on conflict do nothing returning contract_id)
      select c.person_id, paid.contract_id from paid
        join terreau.contract c on c.cooperative_id = ${cooperativeId} and c.id = paid.contract_id`.execute(
      tx,
    )
    if (rows.length === 0) {
      for (const contractId of contractIds) await knownContract(tx, ctx, contractId)
      return { value: { settled: 0 }, audit: 'unchanged' }
    }
    for (const personId of new Set(rows.map((row) => row.personId)))
      await refreshClocks(tx, ctx, personId)
    const entity = { kind: 'assembly', id: heldOn }
    const after = { paidOn, contractIds: rows.map((row) => row.contractId) }
    return {
      value: { settled: rows.length },
      audit: [{ action: 'assembly.settled', entity, after }],
    }
  },
})

async function knownContract(
  tx: Tx,
  { cooperativeId }: Context,
  contractId: string,
): Promise<void> {
  const row = await tx
    .selectFrom('contract')
    .select('id')
    .where('cooperativeId', '=', cooperativeId)
    .where('id', '=', contractId)
    .executeTakeFirst()
  found(row)
}
