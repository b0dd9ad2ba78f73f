import { randomUUID } from 'node:crypto'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation } from '../../../platform/mutation.ts'
import { found, ProblemError } from '../../../platform/problem-error.ts'
import { deciderId } from '../own-hours.ts'

interface OperationWords {
  name: string
  funder: string
  reference: string
  startsOn: LocalDate
  endsOn: LocalDate
}

/** The operations that funders pay for, the newest first: the version of each that stands. */
export async function listOperations(tx: Tx, ctx: Context) {
  const rows = await standing(tx, ctx).orderBy('id').orderBy('version', 'desc').execute()
  return rows
    .map(({ startsOn, endsOn, ...row }) => ({
      ...row,
      startsOn: localDate(startsOn),
      endsOn: localDate(endsOn),
    }))
    .toSorted((left, right) => (left.startsOn < right.startsOn ? 1 : -1))
}

/** An operation as it stands; 404 for one of another cooperative. */
export async function operationOf(tx: Tx, ctx: Context, operationId: string) {
  const { startsOn, endsOn, ...row } = found(
    await standing(tx, ctx)
      .where('id', '=', operationId)
      .orderBy('id')
      .orderBy('version', 'desc')
      .executeTakeFirst(),
  )
  return { ...row, startsOn: localDate(startsOn), endsOn: localDate(endsOn) }
}

/** Every version of an operation with who wrote it, the last one first; 404 for one of another cooperative. */
export async function operationVersions(tx: Tx, ctx: Context, operationId: string) {
  const rows = await tx
    .selectFrom('fundedOperation as o')
    .leftJoin('appUser as u', 'u.id', 'o.writtenBy')
    .select([
      'o.version',
      'o.name',
      'o.funder',
      'o.reference',
      'o.startsOn',
      'o.endsOn',
      'o.isClosed',
    ])
    .select(['u.displayName', 'o.writtenAt'])
    .where('o.cooperativeId', '=', ctx.cooperativeId)
    .where('o.id', '=', operationId)
    .orderBy('o.version', 'desc')
    .execute()
  found(rows[0])
  return rows.map(({ startsOn, endsOn, displayName, writtenAt, ...row }) => ({
    ...row,
    startsOn: localDate(startsOn),
    endsOn: localDate(endsOn),
    byName: displayName ?? '',
    at: writtenAt.toISOString(),
  }))
}

/** Adds an operation to the list. */
export const addOperation = mutation({
  access: 'tutoring.approve',
  async run(tx, ctx, words: OperationWords) {
    const id = randomUUID()
    await refuseWrong(tx, ctx, { id, ...words })
    await insertVersion(tx, ctx, { id, version: 1, isClosed: false, ...words })
    const entity = { kind: 'funded-operation', id }
    return { value: { id }, audit: [{ action: 'operation.added', entity, after: { ...words } }] }
  },
})

/** Writes the next version of an operation; what was printed under the one before stays told. */
export const changeOperation = mutation({
  access: 'tutoring.approve',
  async run(
    tx,
    ctx,
    { operationId: id, ...words }: OperationWords & { operationId: string; isClosed: boolean },
  ) {
    const before = await operationOf(tx, ctx, id)
    if (before.version !== ctx.ifMatch) throw new ProblemError('version-changed')
    await refuseWrong(tx, ctx, { id, ...words })
    const version = before.version + 1
    await insertVersion(tx, ctx, { id, version, ...words })
    const isClosing = words.isClosed && !before.isClosed
    return {
      value: undefined,
      audit: [
        {
          action: isClosing ? ('operation.closed' as const) : ('operation.changed' as const),
          entity: { kind: 'funded-operation', id },
          before: wordsOf(before),
          after: { version, ...words },
        },
      ],
    }
  },
})

function wordsOf({ name, funder, reference, startsOn, endsOn, isClosed }: Standing) {
  return { name, funder, reference, startsOn, endsOn, isClosed }
}
type Standing = Awaited<ReturnType<typeof operationOf>>

function standing(tx: Tx, ctx: Context) {
  return tx
    .selectFrom('fundedOperation')
    .distinctOn('id')
    .select(['id', 'version', 'name', 'funder', 'reference', 'startsOn', 'endsOn', 'isClosed'])
    .where('cooperativeId', '=', ctx.cooperativeId)
}

async function insertVersion(
  tx: Tx,
  ctx: Context,
  version: OperationWords & { id: string; version: number; isClosed: boolean },
): Promise<void> {
  await tx
    .insertInto('fundedOperation')
    .values({
      cooperativeId: ctx.cooperativeId,
      ...version,
      writtenAt: ctx.now,
      writtenBy: deciderId(ctx),
    })
    .execute()
}

/** A number of a funder names one operation: two would print sheets that nobody can tell apart. */
async function refuseWrong(
  tx: Tx,
  ctx: Context,
  { id, funder, reference, startsOn, endsOn }: OperationWords & { id: string },
): Promise<void> {
  if (endsOn < startsOn) throw atField('endsOn', 'operation-dates-wrong')
  // Two that are written at once see each other.
  await sql`select pg_advisory_xact_lock(hashtextextended('operation:' || ${ctx.cooperativeId}, 0))`.execute(
    tx,
  )
  const others = (await listOperations(tx, ctx)).filter((one) => one.id !== id)
  const isSame = (left: string, right: string) => left.toLowerCase() === right.toLowerCase()
  if (others.some((one) => isSame(one.funder, funder) && isSame(one.reference, reference)))
    throw atField('reference', 'operation-exists')
}

function atField(field: string, code: 'operation-dates-wrong' | 'operation-exists'): ProblemError {
  return new ProblemError(code, undefined, [{ pointer: `/body/${field}`, code }])
}
