import type { Cents } from '@terreau/domain/money/cents'
import type { LocalDate } from '@terreau/domain/time/local-date'
import { lastDay, type YearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import { type Context, userIdOf } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation } from '../../../platform/mutation.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { holdMonthOpen } from '../../ledger/index.ts'
import { accountOfYear, versionsOf } from './account-of-year.ts'
import { drawAccountJob } from './draw-account.job.ts'
import { accountEntity, holdAccount, insertVersion } from './edit-lines.ts'
import { booksOf, yearThatBegins } from './years.ts'

interface Giving {
  firstMonth: YearMonth
  assemblyOn: LocalDate | null
  /** The result that was read. */
  resultCents: Cents
  sendMails: boolean
}

/**
 * Gives the account to the entrepreneurs (C. trav. R7331-9): its lines and the figures of its closings no
 * longer change, its document is drawn, and people are told once it is there.
 */
export const giveAccount = mutation<Giving, { version: number }>({
  access: 'closing.close',
  async run(tx, ctx, { firstMonth, assemblyOn, resultCents, sendMails }) {
    const { cooperativeId } = ctx
    const { lastMonth } = yearThatBegins(firstMonth, await booksOf(tx, ctx), ctx)
    if (assemblyOn !== null && assemblyOn <= lastDay(lastMonth))
      throw new ProblemError('request-invalid', undefined, [
        { pointer: '/body/assemblyOn', code: 'assembly-before-year-end' },
      ])
    await holdAccount(tx, ctx, firstMonth)
    // Only its last month could be opened again: until COMMIT, whoever would open it waits.
    await holdMonthOpen(tx, cooperativeId, lastMonth)
    const account = await accountOfYear(tx, ctx, { firstMonth })
    if (account.given !== null) throw new ProblemError('shared-services-given')
    if (account.stop !== null) throw new ProblemError(account.stop.code)
    if (account.resultCents !== resultCents) throw new ProblemError('version-changed')
    const { version } = account
    await tx
      .insertInto('sharedServicesGiven')
      .values({
        ...{ cooperativeId, firstMonth, version, lastMonth, assemblyOn },
        ...{ givenAt: ctx.now, givenBy: userIdOf(ctx) },
      })
      .execute()
    await freezeMonths(tx, ctx, { firstMonth, lastMonth, version })
    const { resourcesCents, chargesCents } = account
    return {
      value: { version },
      audit: [
        {
          action: 'shared-services.given',
          entity: accountEntity(firstMonth),
          after: { version, lastMonth, assemblyOn, resourcesCents, chargesCents, resultCents },
        },
      ],
      jobs: [drawAccountJob.queue({ cooperativeId, firstMonth, version, sendMails })],
    }
  },
})

/** The figures of each closing of the year, with the closing they come from. */
async function freezeMonths(
  tx: Tx,
  { cooperativeId }: Context,
  of: { firstMonth: YearMonth; lastMonth: YearMonth; version: number },
): Promise<void> {
  await sql`
    insert into terreau.shared_services_month
      (cooperative_id, first_month, version, month, closing_version, contribution_cents, accident_cover_cents)
    select c.cooperative_id, ${of.firstMonth}, ${of.version}::integer, c.month, c.version,
           coalesce(sum(l.contribution_cents), 0)::bigint, coalesce(sum(l.accident_cover_cents), 0)::bigint
      from terreau.standing_closing c
      left join terreau.closing_line l on l.cooperative_id = c.cooperative_id and l.month = c.month
       and l.version = c.version
     where c.cooperative_id = ${cooperativeId} and c.month between ${of.firstMonth} and ${of.lastMonth}
     group by c.cooperative_id, c.month, c.version`.execute(tx)
}

/** Begins the next version of an account that was given: the same lines, to be corrected. */
export const beginCorrection = mutation<
  { firstMonth: YearMonth; reason: string },
  { version: number }
>({
  access: 'closing.close',
  async run(tx, ctx, { firstMonth, reason }) {
    const { cooperativeId } = ctx
    yearThatBegins(firstMonth, await booksOf(tx, ctx), ctx)
    await holdAccount(tx, ctx, firstMonth)
    const last = (await versionsOf(tx, ctx, firstMonth)).at(-1)
    if (last === undefined || last.givenAt === null)
      throw new ProblemError('shared-services-not-given')
    const version = last.version + 1
    await insertVersion(tx, ctx, { firstMonth, version, reason })
    await sql`
      insert into terreau.shared_services_line
        (cooperative_id, first_month, version, id, nature, label, amount_cents, source, entered_at, entered_by)
      select cooperative_id, first_month, ${version}::integer, id, nature, label, amount_cents, source,
             entered_at, entered_by
        from terreau.shared_services_line
       where cooperative_id = ${cooperativeId} and first_month = ${firstMonth}
         and version = ${last.version}`.execute(tx)
    return {
      value: { version },
      audit: [
        {
          action: 'shared-services.correction-begun',
          entity: accountEntity(firstMonth),
          after: { version, reason },
        },
      ],
    }
  },
})

/** Gives a begun version up: the one that was given stays. */
export const dropCorrection = mutation<{ firstMonth: YearMonth }, undefined>({
  access: 'closing.close',
  async run(tx, ctx, { firstMonth }) {
    await holdAccount(tx, ctx, firstMonth)
    const last = (await versionsOf(tx, ctx, firstMonth)).at(-1)
    if (last === undefined || last.version === 1) throw new ProblemError('not-found')
    if (last.givenAt !== null) throw new ProblemError('shared-services-given')
    const { version, reason } = last
    for (const table of ['sharedServicesLine', 'sharedServicesAccount'] as const)
      await tx
        .deleteFrom(table)
        .where('cooperativeId', '=', ctx.cooperativeId)
        .where('firstMonth', '=', firstMonth)
        .where('version', '=', version)
        .execute()
    return {
      value: undefined,
      audit: [
        {
          action: 'shared-services.correction-dropped',
          entity: accountEntity(firstMonth),
          before: { version, reason },
        },
      ],
    }
  },
})
