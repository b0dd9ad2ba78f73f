import { ownPart } from '@terreau/domain/activities/own-part'
import { sharedServicesAccount } from '@terreau/domain/ledger/shared-services'
import { type Cents, cents, sumCents } from '@terreau/domain/money/cents'
import { localDate } from '@terreau/domain/time/local-date'
import { type YearMonth, yearMonth } from '@terreau/domain/time/year-month'
import { dayInZone } from '@terreau/domain/time/zoned-day'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { fileIds, ownPersonId, ownPersonIds } from '../../../platform/own-person.ts'
import { sharesHistories } from '../../ledger/index.ts'
import { linesOf, versionsOf } from './account-of-year.ts'
import { booksOf, knownFrom } from './years.ts'

/** How many financial years a person reads back. */
const MOST_YEARS = 10

/**
 * The accounts that were given, the newest first: the figures of the whole cooperative, which are due to each
 * entrepreneur (C. trav. R7331-9), and beside them what the person who asks contributed, and nobody else.
 */
export async function ownAccounts(tx: Tx, ctx: Context) {
  const personId = ownPersonId(ctx)
  const books = await booksOf(tx, ctx)
  const accounts = []
  for (const { firstMonth, lastMonth, version } of books.given.slice(0, MOST_YEARS)) {
    const shown = (await versionsOf(tx, ctx, firstMonth)).find((one) => one.version === version)
    const { contribution, cover } = await totalsOfClosings(tx, ctx, firstMonth, version)
    const account = sharedServicesAccount(
      { contributionCents: cents(contribution), accidentCoverCents: cents(cover) },
      await linesOf(tx, ctx, firstMonth, version),
    )
    accounts.push({
      ...{ firstMonth, lastMonth, version },
      reason: shown?.reason ?? '',
      givenOn: dayInZone(shown?.givenAt ?? ctx.now, ctx.zone),
      assemblyOn: typeof shown?.assemblyOn === 'string' ? localDate(shown.assemblyOn) : null,
      hasDocument: (await documentFileId(tx, ctx, { firstMonth, version })) !== null,
      knownFrom: knownFrom({ firstMonth, lastMonth }, books.firstKept),
      ...account,
      resources: account.resources.map(withoutBooks),
      charges: account.charges.map(withoutBooks),
      ownCents: await ownContribution(tx, ctx, { personId, firstMonth, version }),
    })
  }
  return accounts
}

/** Where an amount stands in the books is nothing that a person can open. */
function withoutBooks<Line extends { id: string; revision: number; source: string }>({
  id: _id,
  revision: _revision,
  source: _source,
  ...line
}: Line) {
  return line
}

async function totalsOfClosings(
  tx: Tx,
  { cooperativeId }: Context,
  firstMonth: YearMonth,
  version: number,
): Promise<{ contribution: bigint; cover: bigint }> {
  const { rows } = await sql<{ contribution: bigint; cover: bigint }>`
    select coalesce(sum(contribution_cents), 0)::bigint as contribution,
           coalesce(sum(accident_cover_cents), 0)::bigint as cover
      from terreau.shared_services_month
     where cooperative_id = ${cooperativeId} and first_month = ${firstMonth} and version = ${version}`.execute(
    tx,
  )
  return rows[0] ?? { contribution: 0n, cover: 0n }
}

/**
 * What the activities of a person contributed, as the closings that the account was given with say; of a
 * shared activity, the part of the person month by month. Null without an activity.
 */
async function ownContribution(
  tx: Tx,
  ctx: Context,
  of: { personId: string; firstMonth: YearMonth; version: number },
): Promise<Cents | null> {
  const { cooperativeId } = ctx
  const { rows } = await sql<{ activityId: string; month: string; amount: bigint }>`
    select l.activity_id, l.month, l.contribution_cents as amount
      from terreau.shared_services_month m
      join terreau.closing_line l on l.cooperative_id = m.cooperative_id and l.month = m.month
       and l.version = m.closing_version
     where m.cooperative_id = ${cooperativeId} and m.first_month = ${of.firstMonth}
       and m.version = ${of.version}
       and l.activity_id in (select a.activity_id from terreau.activity_member a
             where a.cooperative_id = ${cooperativeId}
               and a.person_id in ${fileIds(cooperativeId, of.personId)})`.execute(tx)
  if (rows.length === 0) return null
  const histories = await sharesHistories(
    tx,
    cooperativeId,
    rows.map(({ activityId }) => activityId),
  )
  const months = Map.groupBy(rows, ({ activityId }) => activityId)
  return sumCents(
    [...months].flatMap(([activityId, list]) =>
      ownPersonIds(ctx).map((personId) =>
        ownPart(
          list.map(({ month, amount }) => ({
            month: yearMonth(month),
            amountCents: cents(amount),
          })),
          histories.get(activityId) ?? [],
          personId,
        ),
      ),
    ),
  )
}

/** The document of a version in the language of the reader, else in the other; null before it is drawn. */
export async function documentFileId(
  tx: Tx,
  { cooperativeId, locale }: Context,
  { firstMonth, version }: { firstMonth: YearMonth; version: number },
): Promise<string | null> {
  const row = await tx
    .selectFrom('sharedServicesDocument')
    .select('fileId')
    .where('cooperativeId', '=', cooperativeId)
    .where('firstMonth', '=', firstMonth)
    .where('version', '=', version)
    .orderBy((eb) => eb('locale', '=', locale), 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.fileId ?? null
}
