import { isDocumentKind } from '@terreau/domain/documents/kinds'
import { nearestAlert } from '@terreau/domain/right-to-work/permit-dates'
import { localDate } from '@terreau/domain/time/local-date'
import { documentKindName } from '@terreau/i18n/document-kinds'
import { formatDate } from '@terreau/i18n/format'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import {
  type AlertKind,
  alertVerb,
  type EndingPaper,
  papersDue,
} from '../../right-to-work/index.ts'
import { endingPapers, paperAlertDays } from './ending-papers.ts'

interface Paper extends EndingPaper {
  kind: string
  /** As the cooperative calls the piece; null for a paper that was not asked for as one. */
  labelFr: string | null
  labelEn: string | null
  /** The piece that the person may send again by themselves; null: somebody in the office has it. */
  pieceId: string | null
}

/** The end of a paper, permits apart, told at the thresholds that the cooperative decided. */
const paperAlerts: AlertKind<Paper> = {
  action: 'paper.alerted',
  idName: 'documentId',
  permission: 'document.read',
  async ending(tx, ctx) {
    const { cooperativeId, today } = ctx
    const thresholds = await paperAlertDays(tx, ctx)
    const ending = endingPapers({ cooperativeId, today }, sql`${Math.max(...thresholds)}::integer`)
    const { rows } = await sql<Omit<Paper, 'lastDay'> & { lastDay: string }>`
      select d.id, coalesce(f.merged_into_id, f.id) as person_id, d.kind,
             g.label_fr, g.label_en, x.piece_id, x.last_day::text as last_day
        from ${ending.from}
       where ${ending.where} and x.last_day >= ${today}::date
       order by x.last_day, d.id`.execute(tx)
    return rows.map((row) => {
      const lastDay = localDate(row.lastDay)
      return { ...row, lastDay, days: nearestAlert(thresholds, { lastDay, today }) }
    })
  },
  told: (tx, { cooperativeId }, ids) =>
    tx
      .selectFrom('paperAlert')
      .select(['documentId as id', 'lastDay', 'days'])
      .where('cooperativeId', '=', cooperativeId)
      .where('documentId', 'in', ids)
      .execute(),
  lock: (tx, { cooperativeId }, id) =>
    tx
      .selectFrom('document')
      .select('id')
      .where('cooperativeId', '=', cooperativeId)
      .where('id', '=', id)
      .forUpdate()
      .execute(),
  note: (tx, { cooperativeId }, { id: documentId, ...alert }) =>
    tx
      .insertInto('paperAlert')
      .values({ cooperativeId, documentId, ...alert })
      .execute(),
  toPerson: (paper, { person, cooperative, link }) => ({
    template: paper.pieceId === null ? 'paper-ending' : 'paper-ending-send',
    params: {
      name: person.greeted,
      paper: labelOf(paper, person.to.locale),
      until: formatDate(paper.lastDay, person.to.locale),
      link: paper.pieceId === null ? `${link}/moi` : `${link}/moi/bienvenue/piece-${paper.pieceId}`,
      cooperative,
    },
    to: person.to,
  }),
  toReferent: (paper, { person, referent, cooperative, link, isMailed }) => ({
    template: isMailed ? 'paper-ending-office' : 'paper-ending-office-call',
    params: {
      name: referent.name,
      person: person.to.name,
      phone: person.phone,
      paper: labelOf(paper, referent.locale),
      until: formatDate(paper.lastDay, referent.locale),
      link: `${link}/gestion/accueil/${paper.personId}`,
      cooperative,
    },
    to: referent,
  }),
}

/** The papers whose threshold of today nobody was told of. */
export const papersToAlert = (tx: Tx, ctx: Context) => papersDue(tx, ctx, paperAlerts)

/** Tells of one paper: mails to the person and the referent, whoever of them reads mails. */
export const alertPaper = alertVerb(paperAlerts)

function labelOf({ kind, labelFr, labelEn }: Paper, locale: 'fr' | 'en'): string {
  const label = locale === 'en' ? labelEn : labelFr
  if (label !== null) return label
  return documentKindName(locale, isDocumentKind(kind) ? kind : 'other')
}
