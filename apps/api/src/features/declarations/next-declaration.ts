import { addDays } from '@terreau/domain/time/local-date'
import { nextDeclarationWords } from '@terreau/i18n/next-declaration'
import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { FileAnswer } from '../../platform/http/mount.ts'
import { ownPersonId } from '../../platform/own-person.ts'
import { found } from '../../platform/problem-error.ts'
import { deadlineOf, nextOpening } from './own-months.ts'

/** The days of an event have no hour: it rings in the morning of the first one, at nine or ten in Paris. */
const RINGS_AT = '08:00:00'

/**
 * The next declaration for the calendar of a phone (RFC 5545): from the day it opens to the last day to
 * send it, with a reminder. The same month asked again is the same event. 404 when no contract goes on.
 */
export async function nextDeclarationFile(tx: Tx, ctx: Context): Promise<FileAnswer> {
  const { publicUrl } = ctx.services.config
  const { month, opensOn } = found(await nextOpening(tx, ctx, ownPersonId(ctx)))
  const deadlineOn = await deadlineOf(tx, ctx.cooperativeId, month)
  const { title, text } = nextDeclarationWords(ctx.locale, { month, deadlineOn })
  const calendar = ical({
    prodId: { company: 'Terreau', product: 'Terreau', language: ctx.locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  })
  const event = calendar.createEvent({
    id: `declaration-${month}-${ownPersonId(ctx)}@${new URL(publicUrl).hostname}`,
    stamp: ctx.now,
    allDay: true,
    start: startOf(opensOn),
    // The end of an event is the first day that is no longer part of it.
    end: startOf(addDays(deadlineOn, 1)),
    summary: title,
    description: text,
    url: `${publicUrl}/moi`,
    transparency: ICalEventTransparency.TRANSPARENT,
  })
  event.createAlarm({
    type: ICalAlarmType.display,
    trigger: new Date(`${opensOn}T${RINGS_AT}Z`),
    description: title,
  })
  const fileName = `terreau-${month}.ics`
  return {
    mediaType: 'text/calendar',
    fileName,
    bytes: Buffer.from(calendar.toString(), 'utf8'),
    isInline: true,
  }
}

function startOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}
