import { alertDue } from '@terreau/domain/right-to-work/permit-dates'
import { localDate } from '@terreau/domain/time/local-date'
import { formatDate } from '@terreau/i18n/format'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { type AlertKind, alertVerb, type EndingPaper, papersDue } from './alert-frame.ts'
import { endingPermits } from './ending-permits.ts'

/** The end of a permit, told 120, 90, 60, 30, 7 and 0 days before the last day as recorded. */
const permitAlerts: AlertKind<EndingPaper> = {
  action: 'permit.alerted',
  idName: 'permitId',
  permission: 'permit.edit',
  async ending(tx, { cooperativeId, today }) {
    const ending = endingPermits({ cooperativeId, today })
    const { rows } = await sql<{ id: string; personId: string; lastDay: string }>`
      select p.id, coalesce(f.merged_into_id, f.id) as person_id, x.last_day::text as last_day
        from ${ending.from}
       where ${ending.where}
       order by x.last_day, p.id`.execute(tx)
    return rows.map((row) => {
      const lastDay = localDate(row.lastDay)
      return { ...row, lastDay, days: alertDue(lastDay, today) }
    })
  },
  told: (tx, { cooperativeId }, ids) =>
    tx
      .selectFrom('permitAlert')
      .select(['permitId as id', 'lastDay', 'days'])
      .where('cooperativeId', '=', cooperativeId)
      .where('permitId', 'in', ids)
      .execute(),
  lock: (tx, { cooperativeId }, id) =>
    tx
      .selectFrom('permit')
      .select('id')
      .where('cooperativeId', '=', cooperativeId)
      .where('id', '=', id)
      .forUpdate()
      .execute(),
  note: (tx, { cooperativeId }, { id: permitId, ...alert }) =>
    tx
      .insertInto('permitAlert')
      .values({ cooperativeId, permitId, ...alert })
      .execute(),
  toPerson: ({ days, lastDay }, { person, cooperative, link }) => ({
    template: days === 0 ? 'permit-over' : 'permit-ending',
    params: {
      name: person.greeted,
      until: formatDate(lastDay, person.to.locale),
      link: `${link}/moi/titre`,
      cooperative,
    },
    to: person.to,
    ...(days === 0 ? {} : { usefulUntil: lastDay }),
  }),
  toReferent: ({ days, lastDay, personId }, { person, referent, cooperative, link, isMailed }) => ({
    template: officeTemplate({ days, isMailed }),
    params: {
      name: referent.name,
      person: person.to.name,
      phone: person.phone,
      until: formatDate(lastDay, referent.locale),
      link: `${link}/gestion/personnes/${personId}/sejour`,
      cooperative,
    },
    to: referent,
  }),
}

/** The permits whose threshold of today nobody was told of. */
export const permitsToAlert = (tx: Tx, ctx: Context) => papersDue(tx, ctx, permitAlerts)

/** Tells of one permit: mails to the person and the referent, whoever of them reads mails. */
export const alertPermit = alertVerb(permitAlerts)

function officeTemplate({ days, isMailed }: { days: number; isMailed: boolean }) {
  if (days === 0) return 'permit-over-office' as const
  return isMailed ? ('permit-ending-office' as const) : ('permit-ending-office-call' as const)
}
