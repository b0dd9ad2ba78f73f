import { ZERO } from '@terreau/domain/money/cents'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { YearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import { fileIds } from '../../platform/own-person.ts'
import { found } from '../../platform/problem-error.ts'
import {
  type AccountLine,
  type ActivityAccount,
  accountOf,
  accountOnDay,
  balancesOf,
  newestMonthOn,
} from './account-of.ts'
import { monthsAround, monthsOf } from './months-of.ts'

/**
 * The account of an activity as screens show it: the lines of one month, the asked one or the newest with
 * entries; with `asOf`, of the newest with entries made by the end of that day. Absent or of another
 * cooperative: 404.
 */
export async function accountView(
  tx: Tx,
  cooperativeId: string,
  activityId: string,
  of: {
    month?: YearMonth | undefined
    asOf?: LocalDate | undefined
    withOpenings?: boolean
  },
) {
  const { asOf, withOpenings = false } = of
  const around = await monthsAround(tx, cooperativeId, activityId, of.month)
  const month =
    asOf === undefined ? around.month : await newestMonthOn(tx, cooperativeId, activityId, asOf)
  const head = await activityHead(tx, { cooperativeId, activityId, month })
  const account =
    month === null
      ? NOTHING
      : asOf === undefined
        ? await accountOf(tx, cooperativeId, activityId, { month, withOpenings })
        : await accountOnDay(tx, cooperativeId, activityId, {
            day: asOf,
            newestMonth: month,
            withOpenings,
          })
  const declarations = await declarationsOfLines(tx, cooperativeId, account.lines)
  return {
    activityId,
    activityName: head.name,
    people: head.people,
    firstMonth: around.first,
    lastMonth: around.last,
    month,
    earlierMonth: asOf === undefined ? around.earlier : null,
    laterMonth: asOf === undefined ? around.later : null,
    asOf: asOf ?? null,
    openingCents: account.openingCents,
    closingCents: account.closingCents,
    lines: account.lines.map((line) => lineView(line, declarations)),
    isClosed: head.isClosed,
    hasStatement: head.hasStatement,
  }
}

/**
 * The same for staff, who read openings as lines: with the page of months before one that is asked for, and
 * what the account has now.
 */
export async function staffAccountView(
  tx: Tx,
  cooperativeId: string,
  activityId: string,
  of: {
    month?: YearMonth | undefined
    asOf?: LocalDate | undefined
    before?: YearMonth | undefined
  },
) {
  const view = await accountView(tx, cooperativeId, activityId, { ...of, withOpenings: true })
  const balances = await balancesOf(tx, cooperativeId, [activityId])
  return {
    ...view,
    balanceCents: balances.get(activityId) ?? ZERO,
    ...(await monthsOf(tx, cooperativeId, activityId, of.before)),
  }
}

const NOTHING: ActivityAccount = { openingCents: ZERO, closingCents: ZERO, lines: [] }

function lineView(line: AccountLine, declarations: ReadonlyMap<string, string>) {
  const { explanation, postedAt, postingKind, ...rest } = line
  return {
    ...rest,
    postedAt: postedAt.toISOString(),
    postingKind: postingKind as PostingKind,
    declarationId: declarations.get(line.source.id) ?? null,
    explanationKey: explanation.key,
    explanationParams: explanation.params,
  }
}

export type PostingKind = 'opening' | 'declaration' | 'adjustment' | 'reversal' | 'pay' | 'bank'

interface ActivityHead {
  name: string
  people: { id: string; name: string }[]
  isClosed: boolean
  hasStatement: boolean
}

async function activityHead(
  tx: Tx,
  of: { cooperativeId: string; activityId: string; month: YearMonth | null },
): Promise<ActivityHead> {
  const { rows } = await sql<ActivityHead>`
    select a.name,
           coalesce((select jsonb_agg(jsonb_build_object('id', p.id,
                              'name', terreau.full_name(p.given_name, p.family_name)) order by m.share_permille desc, p.id)
                       from terreau.activity_member m
                       join terreau.person p on p.cooperative_id = m.cooperative_id and p.id = m.person_id
                      where m.cooperative_id = a.cooperative_id and m.activity_id = a.id), '[]') as people,
           exists (select 1 from terreau.standing_closing c
                    where c.cooperative_id = a.cooperative_id and c.month = ${of.month}) as is_closed,
           exists (select 1 from terreau.standing_closing c
                     join terreau.closing_statement s on s.cooperative_id = c.cooperative_id
                      and s.month = c.month and s.version = c.version
                    where c.cooperative_id = a.cooperative_id and c.month = ${of.month}
                      and s.activity_id = a.id) as has_statement
      from terreau.activity a
     where a.cooperative_id = ${of.cooperativeId} and a.id = ${of.activityId}`.execute(tx)
  return found(rows[0])
}

/** By acceptance, the declaration that the lines come from. */
async function declarationsOfLines(
  tx: Tx,
  cooperativeId: string,
  lines: readonly AccountLine[],
): Promise<ReadonlyMap<string, string>> {
  const sources = [...new Set(lines.map((line) => line.source.id))]
  if (sources.length === 0) return new Map()
  const rows = await tx
    .selectFrom('acceptance')
    .select(['id', 'declarationId'])
    .where('cooperativeId', '=', cooperativeId)
    .where('id', 'in', sources)
    .execute()
  return new Map(rows.map((row) => [row.id, row.declarationId]))
}

/** The activities of a person, hers first by name. */
export async function activitiesOf(
  tx: Tx,
  cooperativeId: string,
  personId: string,
): Promise<{ id: string; name: string }[]> {
  return tx
    .selectFrom('activityMember as m')
    .innerJoin('activity as a', (join) =>
      join.onRef('a.cooperativeId', '=', 'm.cooperativeId').onRef('a.id', '=', 'm.activityId'),
    )
    .select(['a.id', 'a.name'])
    .where('m.cooperativeId', '=', cooperativeId)
    .where('m.personId', 'in', fileIds(cooperativeId, personId))
    .orderBy('a.name')
    .orderBy('a.id')
    .execute()
}

/** The statement of a closed month, as it was issued; that of a closing that was opened again is gone here. */
export async function statementFileId(
  tx: Tx,
  cooperativeId: string,
  activityId: string,
  month: YearMonth,
): Promise<string> {
  const row = await tx
    .selectFrom('closingStatement as s')
    .innerJoin('standingClosing as c', (join) =>
      join
        .onRef('c.cooperativeId', '=', 's.cooperativeId')
        .onRef('c.month', '=', 's.month')
        .onRef('c.version', '=', 's.version'),
    )
    .select('s.fileId')
    .where('s.cooperativeId', '=', cooperativeId)
    .where('s.activityId', '=', activityId)
    .where('s.month', '=', month)
    .executeTakeFirst()
  return found(row).fileId
}
