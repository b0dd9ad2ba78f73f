import { randomUUID } from 'node:crypto'
import type { SharedServicesNature } from '@terreau/domain/ledger/shared-services'
import type { Cents } from '@terreau/domain/money/cents'
import type { YearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import { type Context, userIdOf } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation } from '../../../platform/mutation.ts'
import { found, ProblemError } from '../../../platform/problem-error.ts'
import { linesOf, versionsOf } from './account-of-year.ts'
import { booksOf, yearThatBegins } from './years.ts'

interface LineWords {
  nature: SharedServicesNature
  label: string
  amountCents: Cents
  source: string
}
type OfYear<T> = T & { firstMonth: YearMonth }

/** An account is read by people: more lines than this say less. */
const MOST_LINES = 100

/** Enters a charge or a resource; the first one begins the account of the year. */
export const addLine = mutation<OfYear<LineWords>, { id: string }>({
  access: 'closing.close',
  async run(tx, ctx, { firstMonth, ...words }) {
    yearThatBegins(firstMonth, await booksOf(tx, ctx), ctx)
    await holdAccount(tx, ctx, firstMonth)
    const version = (await draftOf(tx, ctx, firstMonth)) ?? (await beginFirst(tx, ctx, firstMonth))
    const lines = await linesOf(tx, ctx, firstMonth, version)
    if (lines.length >= MOST_LINES) throw new ProblemError('shared-services-too-many-lines')
    const id = randomUUID()
    await tx
      .insertInto('sharedServicesLine')
      .values({
        ...{ cooperativeId: ctx.cooperativeId, firstMonth, version, id, ...words },
        ...{ enteredAt: ctx.now, enteredBy: userIdOf(ctx) },
      })
      .execute()
    return {
      value: { id },
      audit: [
        {
          action: 'shared-services-line.added',
          entity: accountEntity(firstMonth),
          after: { version, id, ...words },
        },
      ],
    }
  },
})

/** Changes a line of a draft, as it was read. */
export const changeLine = mutation<OfYear<LineWords> & { lineId: string }, undefined>({
  access: 'closing.close',
  async run(tx, ctx, { firstMonth, lineId, ...words }) {
    const { version, line } = await lineToEdit(tx, ctx, { firstMonth, lineId })
    if (line.revision !== ctx.ifMatch) throw new ProblemError('version-changed')
    const { id, revision, ...before } = line
    await tx
      .updateTable('sharedServicesLine')
      .set({ ...words, revision: revision + 1, enteredBy: userIdOf(ctx) })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('firstMonth', '=', firstMonth)
      .where('version', '=', version)
      .where('id', '=', id)
      .execute()
    return {
      value: undefined,
      audit: [
        {
          action: 'shared-services-line.changed',
          entity: accountEntity(firstMonth),
          before: { ...before },
          after: { version, id, ...words },
        },
      ],
    }
  },
})

/** Takes a line out of a draft. */
export const removeLine = mutation<OfYear<{ lineId: string }>, undefined>({
  access: 'closing.close',
  async run(tx, ctx, { firstMonth, lineId }) {
    const { version, line } = await lineToEdit(tx, ctx, { firstMonth, lineId })
    await tx
      .deleteFrom('sharedServicesLine')
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('firstMonth', '=', firstMonth)
      .where('version', '=', version)
      .where('id', '=', line.id)
      .execute()
    return {
      value: undefined,
      audit: [
        {
          action: 'shared-services-line.removed',
          entity: accountEntity(firstMonth),
          before: { version, ...line },
        },
      ],
    }
  },
})

async function lineToEdit(
  tx: Tx,
  ctx: Context,
  { firstMonth, lineId }: { firstMonth: YearMonth; lineId: string },
) {
  await holdAccount(tx, ctx, firstMonth)
  const versions = await versionsOf(tx, ctx, firstMonth)
  const last = found(versions.at(-1))
  const lines = await linesOf(tx, ctx, firstMonth, last.version)
  const line = found(lines.find(({ id }) => id === lineId))
  if (last.givenAt !== null) throw new ProblemError('shared-services-given')
  return { version: last.version, line }
}

/** The version that is not given yet; null when nothing was begun. Refuses an account that was given. */
async function draftOf(tx: Tx, ctx: Context, firstMonth: YearMonth): Promise<number | null> {
  const last = (await versionsOf(tx, ctx, firstMonth)).at(-1)
  if (last === undefined) return null
  if (last.givenAt !== null) throw new ProblemError('shared-services-given')
  return last.version
}

async function beginFirst(tx: Tx, ctx: Context, firstMonth: YearMonth): Promise<number> {
  await insertVersion(tx, ctx, { firstMonth, version: 1, reason: '' })
  return 1
}

export async function insertVersion(
  tx: Tx,
  ctx: Context,
  of: { firstMonth: YearMonth; version: number; reason: string },
): Promise<void> {
  const { cooperativeId, now } = ctx
  await tx
    .insertInto('sharedServicesAccount')
    .values({ cooperativeId, ...of, begunAt: now, begunBy: userIdOf(ctx) })
    .execute()
}

/** One act at a time on the account of a year: what is given is what was read. */
export async function holdAccount(tx: Tx, ctx: Context, firstMonth: YearMonth): Promise<void> {
  const name = `shared-services:${ctx.cooperativeId}:${firstMonth}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx)
}

/** The journal names an account by the first month of its year. */
export function accountEntity(firstMonth: YearMonth) {
  return { kind: 'shared-services', id: firstMonth }
}
