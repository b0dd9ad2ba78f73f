import { randomUUID } from 'node:crypto'
import { checkSuspension, type SuspensionReason } from '@terreau/domain/contracts/suspensions'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import type { Period } from '@terreau/domain/time/period'
import { type Context, userIdOf } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation } from '../../../platform/mutation.ts'
import { found, ProblemError } from '../../../platform/problem-error.ts'
import { refreshClocks } from '../../clocks/index.ts'
import { type LivingContract, lockLiving } from './living-contract.ts'

interface NewSuspension {
  contractId: string
  reason: SuspensionReason
  startsOn: LocalDate
  endsOn: LocalDate | null
  note?: string | undefined
}

/** Records a suspension. It moves no date by itself: the table of clocks says which clocks it moves. */
export const suspendContract = mutation<NewSuspension, { id: string }>({
  access: 'contract.create',
  async run(tx, ctx, { contractId, reason, startsOn, endsOn, note }) {
    const contract = await lockLiving(tx, ctx, contractId, 'suspend')
    await checkFits(tx, ctx, { contract, wanted: { startsOn, endsOn }, suspensionId: null })
    const id = randomUUID()
    await tx
      .insertInto('contractSuspension')
      .values({
        cooperativeId: ctx.cooperativeId,
        id,
        contractId,
        reason,
        startsOn,
        endsOn,
        note: note ?? '',
        createdAt: ctx.now,
        createdBy: userIdOf(ctx),
      })
      .execute()
    await refreshClocks(tx, ctx, contract.personId)
    const after = { suspensionId: id, reason, startsOn, endsOn }
    const entity = { kind: 'contract', id: contractId }
    return { value: { id }, audit: [{ action: 'contract.suspended', entity, after }] }
  },
})

interface SuspensionKey {
  contractId: string
  suspensionId: string
}

/** Says when a suspension ends, once it is known, or corrects it. */
export const editSuspension = mutation<
  SuspensionKey & { endsOn: LocalDate | null },
  { version: number }
>({
  access: 'contract.create',
  async run(tx, ctx, { contractId, suspensionId, endsOn }) {
    const contract = await lockLiving(tx, ctx, contractId, 'suspend')
    const suspension = await suspensionRow(tx, ctx, { contractId, suspensionId })
    if (suspension.version !== ctx.ifMatch) throw new ProblemError('version-changed')
    const wanted = { startsOn: localDate(suspension.startsOn), endsOn }
    await checkFits(tx, ctx, { contract, wanted, suspensionId })
    const version = suspension.version + 1
    await change(tx, ctx, suspensionId, { endsOn, version })
    await refreshClocks(tx, ctx, contract.personId)
    const entity = { kind: 'contract', id: contractId }
    const before = { suspensionId, endsOn: suspension.endsOn }
    const after = { suspensionId, endsOn }
    return {
      value: { version },
      audit: [{ action: 'contract.suspension-edited', entity, before, after }],
    }
  },
})

/** Takes back a suspension recorded by mistake; its line stays in the journal. */
export const cancelSuspension = mutation<SuspensionKey & { reason: string }, undefined>({
  access: 'contract.create',
  async run(tx, ctx, { contractId, suspensionId, reason }) {
    const { personId } = await lockLiving(tx, ctx, contractId, 'suspend')
    const { startsOn, endsOn, version } = await suspensionRow(tx, ctx, { contractId, suspensionId })
    await change(tx, ctx, suspensionId, { cancelledAt: ctx.now, version: version + 1 })
    await refreshClocks(tx, ctx, personId)
    const entity = { kind: 'contract', id: contractId }
    const before = { suspensionId, startsOn, endsOn }
    return {
      value: undefined,
      audit: [{ action: 'contract.suspension-cancelled', entity, before, after: { reason } }],
    }
  },
})

async function suspensionRow(tx: Tx, ctx: Context, { contractId, suspensionId }: SuspensionKey) {
  const row = await tx
    .selectFrom('contractSuspension')
    .select(['startsOn', 'endsOn', 'version'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('contractId', '=', contractId)
    .where('id', '=', suspensionId)
    .where('cancelledAt', 'is', null)
    .executeTakeFirst()
  return found(row)
}

async function change(
  tx: Tx,
  ctx: Context,
  suspensionId: string,
  set: { endsOn?: LocalDate | null; cancelledAt?: Date; version: number },
): Promise<void> {
  await tx
    .updateTable('contractSuspension')
    .set(set)
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', suspensionId)
    .execute()
}

async function checkFits(
  tx: Tx,
  ctx: Context,
  of: { contract: LivingContract; wanted: Period; suspensionId: string | null },
): Promise<void> {
  const { contract, wanted, suspensionId } = of
  const rows = await tx
    .selectFrom('contractSuspension')
    .select(['id', 'startsOn', 'endsOn'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('contractId', '=', contract.id)
    .where('cancelledAt', 'is', null)
    .execute()
  const others = rows
    .filter(({ id }) => id !== suspensionId)
    .map(({ startsOn, endsOn }) => ({
      startsOn: localDate(startsOn),
      endsOn: endsOn === null ? null : localDate(endsOn),
    }))
  const span = { startsOn: contract.from, endsOn: contract.until }
  const checked = checkSuspension(wanted, { contract: span, others })
  if (checked.ok) return
  const { code, params } = checked.refusal
  throw new ProblemError(code, params, [{ pointer: FIELD_OF[code], code, params }])
}

const FIELD_OF = {
  'suspension-ends-before-start': '/body/endsOn',
  'suspension-outside-contract': '/body/startsOn',
  'suspension-overlaps': '/body/startsOn',
} as const
