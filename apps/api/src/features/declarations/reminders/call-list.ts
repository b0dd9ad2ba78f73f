import { internationalPhone } from '@terreau/domain/names/international-phone'
import type { LocalDate } from '@terreau/domain/time/local-date'
import { monthOf, type YearMonth } from '@terreau/domain/time/year-month'
import { formatDate, formatMonth } from '@terreau/i18n/format'
import { messageWords } from '@terreau/i18n/messages'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { deadlineOf } from '../own-months.ts'
import { MISSING_MOST, type MissingPerson, missingPeople } from './missing-people.ts'
import { declareLink, toRemind } from './remind-missing.ts'
import { remindedOf } from './reminder-pace.ts'

/** Who has not declared a month, how to reach them, and the message that staff may hand over. */
export async function callList(tx: Tx, ctx: Context, month: YearMonth) {
  const { cooperativeId } = ctx
  const deadlineOn = await deadlineOf(tx, cooperativeId, month)
  const { rows, total } = await missingPeople(tx, ctx, month)
  const cooperative = await tx
    .selectFrom('cooperative')
    .select('name')
    .where('id', '=', cooperativeId)
    .executeTakeFirstOrThrow()
  const about = { month, deadlineOn, cooperative: cooperative.name }
  // A month that is not over can be declared by nobody yet: nothing is sent about it.
  const isOver = month < monthOf(ctx.today)
  const mailed = isOver ? await toRemind(tx, ctx, { rows, deadlineOn, by: 'staff' }) : []
  return {
    month,
    deadlineOn,
    isPast: ctx.today > deadlineOn,
    total,
    most: MISSING_MOST,
    mailable: mailed.length,
    people: rows.map((row) => personView(ctx, row, about)),
  }
}

function personView(
  ctx: Context,
  row: MissingPerson,
  about: { month: YearMonth; deadlineOn: LocalDate; cooperative: string },
) {
  const { greeted, email: _, hasSeveralActivities, contacts, ...view } = row
  const { locale } = row
  const words = ctx.today > about.deadlineOn ? 'declareLate' : 'declare'
  const text = messageWords(locale)(words, {
    name: greeted,
    month: formatMonth(about.month, locale),
    until: formatDate(about.deadlineOn, locale),
    link: declareLink(ctx, about.month, hasSeveralActivities ? row.activityId : undefined),
    cooperative: about.cooperative,
  })
  const { hasSpoken, remindedOn } = remindedOf(contacts, about.deadlineOn)
  return {
    ...view,
    contacts,
    hasSpoken,
    reminders: remindedOn.length,
    share: { text, phone: internationalPhone(row.phone) ?? '' },
  }
}
