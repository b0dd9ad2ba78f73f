import { nextReminderOn } from '@terreau/domain/pipeline/pieces'
import { isReadyForContract, taskProgress, welcomeTasks } from '@terreau/domain/pipeline/tasks'
import { localDate } from '@terreau/domain/time/local-date'
import { type HandlerOutput, pick } from '@terreau/protocol/endpoint'
import { welcomeEndpoints } from '@terreau/protocol/welcome'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import type { PieceRow } from '../pieces/piece-rows.ts'
import { reminderPace } from '../pieces/reminder-pace.ts'
import { shareOfPieces } from '../pieces/share-pieces.ts'
import { stageOf } from '../stage-of.ts'
import { welcomeFacts } from './welcome-state.ts'

const endpoint = pick(welcomeEndpoints, 'GET /people/:personId/welcome')
type Welcome = HandlerOutput<typeof endpoint>

/** The welcome of somebody, as staff see it. */
export async function readWelcome(tx: Tx, ctx: Context, personId: string): Promise<Welcome> {
  const { file, facts, pieces, state } = await welcomeFacts(tx, ctx, personId)
  const tasks = welcomeTasks(state, ctx.today)
  const { personName, phone, email, contractId, leadId } = file
  return {
    personId,
    personName,
    phone,
    email,
    contractId,
    leadId,
    share: await shareOfPieces(tx, ctx, { personId, pieces }),
    stage: await stageOf(tx, ctx, personId),
    tasks,
    progress: taskProgress(tasks),
    isReadyForContract: isReadyForContract(tasks),
    facts,
    pieces: await withHistory(tx, ctx, pieces),
    couldAsk: await couldAsk(tx, ctx, personId),
    referents: await referentsOf(tx, ctx, personId),
  }
}

async function withHistory(
  tx: Tx,
  ctx: Context,
  pieces: readonly PieceRow[],
): Promise<Welcome['pieces']> {
  if (pieces.length === 0) return []
  const pace = await reminderPace(tx, ctx)
  const { rows } = await sql<
    Omit<Welcome['pieces'][number]['history'][number], 'doneOn'> & {
      pieceId: string
      doneOn: string
    }
  >`
    select a.piece_id, a.n, a.act, a.done_on::text, a.channel, a.words, u.display_name as who
      from terreau.piece_act a
      left join terreau.app_user u on u.id::text = a.recorded_by
     where a.cooperative_id = ${ctx.cooperativeId} and a.piece_id = any(${pieces.map((one) => one.id)}::uuid[])
     order by a.n desc`.execute(tx)
  return pieces.map(({ remindedOn, personId: _person, ...piece }) => ({
    ...piece,
    nextReminderOn: nextReminderOn({ ...piece, remindedOn }, pace),
    history: rows
      .filter((act) => act.pieceId === piece.id)
      .map(({ pieceId: _piece, ...act }) => ({ ...act, doneOn: localDate(act.doneOn) })),
  }))
}

async function couldAsk(tx: Tx, ctx: Context, personId: string): Promise<Welcome['couldAsk']> {
  const { rows } = await sql<Welcome['couldAsk'][number]>`
    select k.id as kind_id, k.label_fr, k.label_en
      from terreau.piece_kind k
     where k.cooperative_id = ${ctx.cooperativeId} and k.retired_at is null
       and not exists (select 1 from terreau.piece p where p.cooperative_id = k.cooperative_id and p.kind_id = k.id
             and p.person_id in (select terreau.file_ids(${ctx.cooperativeId}, ${personId})))
     order by k.position, k.code`.execute(tx)
  return rows
}

async function referentsOf(tx: Tx, ctx: Context, personId: string): Promise<Welcome['referents']> {
  const { rows } = await sql<Omit<Welcome['referents'][number], 'fromOn'> & { fromOn: string }>`
    select r.n, u.display_name as adviser_name, r.from_on::text, r.reason, by.display_name as assigned_by_name
      from terreau.referent r
      left join terreau.app_user u on u.id = r.adviser_user_id
      left join terreau.app_user by on by.id::text = r.assigned_by
     where r.cooperative_id = ${ctx.cooperativeId} and r.person_id = ${personId}
     order by r.n desc`.execute(tx)
  return rows.map((row) => ({ ...row, fromOn: localDate(row.fromOn) }))
}
