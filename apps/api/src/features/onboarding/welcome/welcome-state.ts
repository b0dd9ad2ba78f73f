import type { WelcomeState } from '@terreau/domain/pipeline/tasks'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { found } from '../../../platform/problem-error.ts'
import { factsOf, inForce } from '../facts/facts-of.ts'
import { type PieceRow, pieceRows } from '../pieces/piece-rows.ts'

interface FileRow {
  personName: string
  bornOn: string | null
  address: string
  phone: string
  email: string
  hasReferent: boolean
  hasActivity: boolean
  appointment: WelcomeState['appointment']
  /** The day of the appointment to come. */
  appointmentOn: string | null
  contractId: string | null
  contract: WelcomeState['contract']
  hasDeclared: boolean
  hasTutor: boolean
  leadId: string | null
}

export interface WelcomeFacts {
  file: FileRow
  facts: Awaited<ReturnType<typeof factsOf>>
  pieces: PieceRow[]
  state: WelcomeState
}

/** What the tasks of a welcome are read from: the rows themselves, of all merged files. */
export async function welcomeFacts(tx: Tx, ctx: Context, personId: string): Promise<WelcomeFacts> {
  const file = await fileRow(tx, ctx, personId)
  const facts = await factsOf(tx, ctx, personId)
  const pieces = await pieceRows(tx, ctx, personId)
  const { hasReferent, hasActivity, appointment, contract, hasDeclared, hasTutor } = file
  const state: WelcomeState = {
    isIdentityComplete: file.bornOn !== null && file.address !== '',
    isReachable: file.phone !== '',
    facts: inForce(facts, ctx.today),
    pieces,
    hasReferent,
    hasActivity,
    appointment,
    contract,
    hasDeclared,
    hasTutor,
  }
  return { file, facts, pieces, state }
}

async function fileRow(tx: Tx, ctx: Context, personId: string): Promise<FileRow> {
  const ids = sql`(select terreau.file_ids(${ctx.cooperativeId}, ${personId}))`
  const { rows } = await sql<FileRow>`
    select terreau.full_name(p.given_name, p.family_name) as person_name, p.born_on::text, p.address, p.phone, p.email,
           p.adviser_user_id is not null as has_referent,
           exists (select 1 from terreau.activity_member m
                    where m.cooperative_id = p.cooperative_id and m.person_id in ${ids}) as has_activity,
           case when i.was_held then 'held' when i.planned_on is not null then 'planned' else 'none' end as appointment,
           i.planned_on::text as appointment_on, c.id as contract_id, c.state as contract, l.id as lead_id,
           exists (select 1 from terreau.declaration d where d.cooperative_id = p.cooperative_id
                    and d.person_id in ${ids} and d.state <> 'draft') as has_declared,
           exists (select 1 from terreau.tutoring_relation r where r.cooperative_id = p.cooperative_id
                    and r.tutee_person_id in ${ids}) as has_tutor
      from terreau.person p
      left join terreau.lead l on l.cooperative_id = p.cooperative_id and l.person_id = p.id
      left join lateral (
        select coalesce(bool_or(i.state in ('held', 'to_sign', 'to_check', 'signed')), false) as was_held,
               min(i.planned_on) filter (where i.state = 'planned') as planned_on
          from terreau.support_interview i
         where i.cooperative_id = p.cooperative_id and i.person_id in ${ids} and i.state <> 'cancelled') i on true
      left join lateral (
        select c.id, c.state from terreau.contract c
         where c.cooperative_id = p.cooperative_id and c.person_id in ${ids} and c.state <> 'cancelled'
         order by array_position(array['active', 'signed', 'to_sign', 'draft'], c.state), c.starts_on desc
         limit 1) c on true
     where p.cooperative_id = ${ctx.cooperativeId} and p.id = ${personId} and p.archived_at is null`.execute(
    tx,
  )
  return found(rows[0])
}
