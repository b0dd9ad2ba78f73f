import { randomUUID } from 'node:crypto'
import { FOLLOWED_KINDS } from '@terreau/domain/documents/ending'
import {
  type DocumentKind,
  documentKindRules,
  isDocumentKind,
} from '@terreau/domain/documents/kinds'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { dayInZone } from '@terreau/domain/time/zoned-day'
import { documentKindName } from '@terreau/i18n/document-kinds'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation } from '../../../platform/mutation.ts'
import { fileIds } from '../../../platform/own-person.ts'
import { insertKind } from '../pieces/piece-kinds.ts'
import { insertPieceAct } from '../pieces/write-piece.ts'
import { endingPapers, latestPaperAlert } from './ending-papers.ts'

/** What the person may send again as a piece: pieces are read by those who welcome, papers of pay are not. */
const SENT_AGAIN: readonly DocumentKind[] = FOLLOWED_KINDS.filter(
  (kind) => documentKindRules(kind).look === 'file',
)

/**
 * The papers that the office put in a file without asking for them, once their end is near, and those that
 * are newer than an accepted piece of the same kind whose end is near.
 */
export async function papersToFollow(tx: Tx, ctx: Context): Promise<string[]> {
  const { cooperativeId, today } = ctx
  const days = latestPaperAlert(ctx)
  const ending = endingPapers({ cooperativeId, today }, days)
  const { rows } = await sql<{ id: string }>`
    select d.id from ${ending.from}
     where ${ending.where} and x.piece_id is null and d.kind = any(${[...SENT_AGAIN]}::text[])
    union
    select n.id
      from terreau.piece i
      join terreau.piece_kind g on g.cooperative_id = i.cooperative_id and g.id = i.kind_id
      join terreau.person f on f.cooperative_id = i.cooperative_id and f.id = i.person_id
      join terreau.document n on n.cooperative_id = i.cooperative_id and n.kind = g.code and n.withdrawn_at is null
       and n.person_id in (select terreau.file_ids(i.cooperative_id, coalesce(f.merged_into_id, f.id)))
     where i.cooperative_id = ${cooperativeId} and i.state = 'accepted' and i.renewal_received_at is null
       and i.expires_on <= ${today}::date + ${days} and g.code <> 'other' and g.code = any(${[...SENT_AGAIN]}::text[])
       and (select v.expires_on from terreau.document_version v
             where v.cooperative_id = n.cooperative_id and v.document_id = n.id
             order by v.version desc limit 1) > i.expires_on
       and not exists (select 1 from terreau.piece q
             where q.cooperative_id = n.cooperative_id and q.document_id = n.id)
     order by 1`.execute(tx)
  return rows.map(({ id }) => id)
}

/**
 * A paper of the office becomes an accepted piece: the person sends the newer one like that of any piece, and
 * staff find it in the same row. It takes the place of an accepted piece of its kind that ends before it; a
 * piece that is asked for or waits is left alone.
 */
export const followPaper = mutation<{ documentId: string }, undefined>({
  access: 'system',
  async run(tx, ctx, { documentId }) {
    const paper = await lockPaper(tx, ctx, documentId)
    const unchanged = { value: undefined, audit: 'unchanged' } as const
    if (paper === null) return unchanged
    const same = paper.kind === 'other' ? undefined : await pieceOfKind(tx, ctx, paper)
    if (same !== undefined && !endsBefore(same, paper.expiresOn)) return unchanged
    const pieceId = same?.id ?? randomUUID()
    const { personId, expiresOn, addedAt } = paper
    const accepted = { documentId, expiresOn, receivedAt: addedAt, refusal: null, words: '' }
    if (same === undefined)
      await tx
        .insertInto('piece')
        .values({
          cooperativeId: ctx.cooperativeId,
          id: pieceId,
          personId,
          kindId: await kindFor(tx, ctx, paper),
          state: 'accepted',
          askedOn: dayInZone(addedAt, ctx.zone),
          ...accepted,
        })
        .execute()
    else
      await tx
        .updateTable('piece')
        .set({ ...accepted, version: same.version + 1 })
        .where('cooperativeId', '=', ctx.cooperativeId)
        .where('id', '=', pieceId)
        .execute()
    const { version: documentVersion } = paper
    await insertPieceAct(tx, ctx, pieceId, { act: 'receive', doneOn: ctx.today, documentVersion })
    await insertPieceAct(tx, ctx, pieceId, { act: 'accept', doneOn: ctx.today, expiresOn })
    const entity = { kind: 'person', id: personId }
    const after = { pieceId, documentId, expiresOn }
    return { value: undefined, audit: [{ action: 'piece.followed', entity, after }] }
  },
})

interface Paper {
  personId: string
  kind: DocumentKind
  version: number
  expiresOn: LocalDate
  addedAt: Date
}

/** The paper with its newest version, locked; null when it has become a piece, or ends no more. */
async function lockPaper(tx: Tx, ctx: Context, documentId: string): Promise<Paper | null> {
  const { rows } = await sql<
    Omit<Paper, 'kind' | 'expiresOn'> & { kind: string; expiresOn: string | null }
  >`
    select d.person_id, d.kind, v.version, v.expires_on::text, v.added_at
      from terreau.document d
      join terreau.document_version v on v.cooperative_id = d.cooperative_id and v.document_id = d.id
     where d.cooperative_id = ${ctx.cooperativeId} and d.id = ${documentId} and d.withdrawn_at is null
       and not exists (select 1 from terreau.piece i
             where i.cooperative_id = d.cooperative_id and i.document_id = d.id)
     order by v.version desc limit 1
       for update of d`.execute(tx)
  const [row] = rows
  if (row === undefined || row.expiresOn === null || !isDocumentKind(row.kind)) return null
  return { ...row, kind: row.kind, expiresOn: localDate(row.expiresOn) }
}

/** The piece of the same kind that the person has, whichever file it is in. */
function pieceOfKind(tx: Tx, { cooperativeId }: Context, { personId, kind }: Paper) {
  return tx
    .selectFrom('piece as p')
    .innerJoin('pieceKind as k', (join) =>
      join.onRef('k.cooperativeId', '=', 'p.cooperativeId').onRef('k.id', '=', 'p.kindId'),
    )
    .select(['p.id', 'p.state', 'p.expiresOn', 'p.renewalReceivedAt', 'p.version'])
    .where('p.cooperativeId', '=', cooperativeId)
    .where('p.personId', 'in', fileIds(cooperativeId, personId))
    .where('k.code', '=', kind)
    .orderBy('p.id')
    .limit(1)
    .forUpdate('p')
    .executeTakeFirst()
}

function endsBefore(
  piece: { state: string; expiresOn: string | null; renewalReceivedAt: Date | null },
  day: LocalDate,
): boolean {
  const { state, expiresOn, renewalReceivedAt } = piece
  return state === 'accepted' && renewalReceivedAt === null && expiresOn !== null && expiresOn < day
}

/** The piece of the list with this code; else one off the list, which nobody is asked for. */
async function kindFor(tx: Tx, ctx: Context, { personId, kind }: Paper): Promise<string> {
  const known = await tx
    .selectFrom('pieceKind as k')
    .select('k.id')
    .where('k.cooperativeId', '=', ctx.cooperativeId)
    .where('k.code', '=', kind)
    .where('k.expires', '=', true)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('piece as p')
            .select('p.id')
            .whereRef('p.cooperativeId', '=', 'k.cooperativeId')
            .whereRef('p.kindId', '=', 'k.id')
            .where('p.personId', '=', personId),
        ),
      ),
    )
    .orderBy('k.retiredAt', (order) => order.desc().nullsFirst())
    .orderBy('k.id')
    .limit(1)
    .executeTakeFirst()
  if (known !== undefined) return known.id
  return insertKind(tx, ctx, {
    code: kind,
    labelFr: documentKindName('fr', kind),
    labelEn: documentKindName('en', kind),
    hintFr: '',
    hintEn: '',
    stage: 'admitted',
    forWhom: 'everyone',
    expires: true,
    retiredAt: ctx.now,
  })
}
