import { isPieceState, PIECE_REFUSALS, type PieceState } from '@terreau/domain/pipeline/pieces'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'

export interface PieceRow {
  id: string
  personId: string
  labelFr: string
  labelEn: string
  hintFr: string
  hintEn: string
  expires: boolean
  state: PieceState
  askedOn: LocalDate
  receivedAt: string | null
  expiresOn: LocalDate | null
  /** When a newer paper came beside an accepted one; null: none waits. */
  renewalReceivedAt: string | null
  refusal: (typeof PIECE_REFUSALS)[number] | null
  words: string
  mediaType: string | null
  spokenOn: LocalDate | null
  /** The days of the reminders since it was last asked for, oldest first. */
  remindedOn: LocalDate[]
  version: number
}

type Raw = Omit<
  PieceRow,
  | 'state'
  | 'askedOn'
  | 'receivedAt'
  | 'expiresOn'
  | 'renewalReceivedAt'
  | 'refusal'
  | 'spokenOn'
  | 'remindedOn'
> & {
  state: string
  askedOn: string
  receivedAt: Date | null
  expiresOn: string | null
  renewalReceivedAt: Date | null
  refusal: string | null
  spokenOn: string | null
  remindedOn: string[]
}

/** The pieces of one person, merged files included, in the order of the cooperative's list; or of everybody. */
export async function pieceRows(
  tx: Tx,
  ctx: Context,
  personId: string | null,
): Promise<PieceRow[]> {
  const { cooperativeId } = ctx
  const of =
    personId === null
      ? sql`p.state in ('asked', 'refused')`
      : sql`p.person_id in (select terreau.file_ids(${cooperativeId}, ${personId}))`
  const { rows } = await sql<Raw>`
    select p.id, p.person_id, k.label_fr, k.label_en, k.hint_fr, k.hint_en, k.expires, p.state, p.asked_on::text,
           p.received_at, p.expires_on::text, p.renewal_received_at, p.refusal, p.words, p.spoken_on::text, p.version,
           (select f.media_type from terreau.document_version v
              join terreau.stored_file f on f.cooperative_id = v.cooperative_id and f.id = v.file_id
             where v.cooperative_id = p.cooperative_id and v.document_id = p.document_id
             order by v.version desc limit 1) as media_type,
           array(select a.done_on::text from terreau.piece_act a
                  where a.cooperative_id = p.cooperative_id and a.piece_id = p.id and a.act = 'remind'
                    and a.n > coalesce((select max(b.n) from terreau.piece_act b
                          where b.cooperative_id = a.cooperative_id and b.piece_id = a.piece_id
                            and b.act in ('ask', 'refuse')), 0)
                  order by a.n) as reminded_on
      from terreau.piece p
      join terreau.piece_kind k on k.cooperative_id = p.cooperative_id and k.id = p.kind_id
     where p.cooperative_id = ${cooperativeId} and ${of}
     order by p.person_id, k.position, k.code, p.id`.execute(tx)
  return rows.map(parsePiece)
}

function parsePiece(row: Raw): PieceRow {
  if (!isPieceState(row.state)) throw new Error(`${row.state} is no state of a piece`)
  const day = (text: string | null) => (text === null ? null : localDate(text))
  return {
    ...row,
    state: row.state,
    askedOn: localDate(row.askedOn),
    receivedAt: row.receivedAt?.toISOString() ?? null,
    expiresOn: day(row.expiresOn),
    renewalReceivedAt: row.renewalReceivedAt?.toISOString() ?? null,
    refusal: PIECE_REFUSALS.find((one) => one === row.refusal) ?? null,
    spokenOn: day(row.spokenOn),
    remindedOn: row.remindedOn.map(localDate),
  }
}
