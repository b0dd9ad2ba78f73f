import type { LocalDate } from '@terreau/domain/time/local-date'
import { sql } from 'kysely'
import { type Context, userIdOf } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { isConcerned } from './assemblies.ts'
import { refreshCesasJob } from './refresh-cesas.job.ts'
import { refreshClocks } from './refresh-clocks.ts'

/** Writes down the assembly that approved the accounts: the balance of variable pay is due a month later. */
export const recordAssembly = mutation<{ heldOn: LocalDate; reference: string }, undefined>({
  access: 'closing.close',
  async run(tx, ctx, { heldOn, reference }) {
    const { cooperativeId } = ctx
    if (heldOn > ctx.today) {
      const errors = [{ pointer: '/body/heldOn', code: 'date-in-future' }]
      throw new ProblemError('request-invalid', undefined, errors)
    }
    const made = await tx
      .insertInto('approvalAssembly')
      .values({ cooperativeId, heldOn, reference, recordedBy: userIdOf(ctx), recordedAt: ctx.now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (made.numInsertedOrUpdatedRows === 0n) return { value: undefined, audit: 'unchanged' }
    const entity = { kind: 'assembly', id: heldOn }
    return {
      value: undefined,
      audit: [{ action: 'assembly.recorded', entity, after: { heldOn, reference } }],
      jobs: [refreshCesasJob.queue({ cooperativeId, heldOn }, { key: `cesas:${cooperativeId}` })],
    }
  },
})

/** Takes an assembly back that was written on the wrong day, as long as nothing was paid after it. */
export const withdrawAssembly = mutation<{ heldOn: LocalDate }, undefined>({
  access: 'closing.close',
  async run(tx, ctx, { heldOn }) {
    const { cooperativeId } = ctx
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
    if (gone.numDeletedRows === 0n) throw new ProblemError('not-found')
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
    if (code !== null)
      throw new ProblemError('request-invalid', undefined, [{ pointer: '/body/paidOn', code }])
    const { rows } = await sql<{ personId: string; contractId: string }>`
      with paid as (
        insert into terreau.variable_pay_settlement
          (cooperative_id, contract_id, assembly_on, paid_on, recorded_at, recorded_by)
        select c.cooperative_id, c.id, ${heldOn}::date, ${paidOn}::date, ${ctx.now}, ${userIdOf(ctx)}::uuid
          from terreau.contract c
         where c.cooperative_id = ${cooperativeId} and ${isConcerned(sql`${heldOn}::date`)}
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
