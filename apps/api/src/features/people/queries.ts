import type { Cents } from '@terreau/domain/money/cents'
import { fullName } from '@terreau/domain/names/full-name'
import { PERSON_STAGES } from '@terreau/domain/pipeline/stage'
import { localDate } from '@terreau/domain/time/local-date'
import { yearMonth } from '@terreau/domain/time/year-month'
import type { HandlerOutput } from '@terreau/protocol/endpoint'
import type { peopleEndpoints } from '@terreau/protocol/people'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { fileIds } from '../../platform/own-person.ts'
import { found } from '../../platform/problem-error.ts'
import { situationsOf } from './situations-query.ts'

export type PersonFile = HandlerOutput<(typeof peopleEndpoints)[2]>
export type OwnFile = HandlerOutput<(typeof peopleEndpoints)[5]>

/** Everything the page of a person shows around its thread. */
export async function personFile(tx: Tx, ctx: Context, personId: string): Promise<PersonFile> {
  const person = await personRow(tx, ctx, personId)
  const base = await fileFields(tx, ctx, person)
  const declarations = await recentDeclarations(tx, ctx, personId)
  const papers = await recentCertificates(tx, ctx, personId)
  const roles = await tx
    .selectFrom('membership')
    .select('role')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('personId', '=', personId)
    .execute()
  return {
    ...base,
    hasAccess: roles.length > 0,
    isHeld: await isHeld(tx, personId),
    isTutor: roles.some((row) => row.role === 'tutor'),
    createdAt: person.createdAt.toISOString(),
    declarations,
    ...papers,
    ...(await standing(tx, ctx, person)),
    situations: await situationsOf(tx, ctx, personId),
    version: person.version,
  }
}

/** Whether a dispute keeps the file as it is, whoever looks. */
async function isHeld(tx: Tx, personId: string): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select ${personId}::uuid in (select terreau.held_people()) as held`.execute(tx)
  return rows[0]?.held === true
}

/** Where the person is on the path, who follows them, and which files are seen as one with this one. */
async function standing(
  tx: Tx,
  ctx: Context,
  person: PersonRow,
): Promise<Pick<PersonFile, 'stage' | 'adviserUserId' | 'adviserName' | 'mergedInto' | 'merges'>> {
  const { cooperativeId, today } = ctx
  const { rows } = await sql<{ stage: string; adviserName: string | null }>`
    select terreau.person_stage(${cooperativeId}, ${person.id}, ${today}::date) as stage,
           (select u.display_name from terreau.app_user u where u.id = ${person.adviserUserId}) as adviser_name`.execute(
    tx,
  )
  const { stage, adviserName } = found(rows[0])
  return {
    stage: found(PERSON_STAGES.find((one) => one === stage)),
    adviserUserId: person.adviserUserId,
    adviserName,
    mergedInto: person.mergedIntoId === null ? null : await otherFile(tx, ctx, person.mergedIntoId),
    merges: await mergesOf(tx, ctx, person.id),
  }
}

async function otherFile(tx: Tx, ctx: Context, personId: string) {
  const row = await personRow(tx, ctx, personId)
  return { id: row.id, reference: row.reference, name: fullName(row) }
}

/** Merges that stand, with the file that is seen under this one. */
async function mergesOf(tx: Tx, ctx: Context, personId: string): Promise<PersonFile['merges']> {
  const { rows } = await sql<Omit<PersonFile['merges'][number], 'mergedAt'> & { mergedAt: Date }>`
    select m.id as merge_id, p.id as person_id, p.reference, terreau.full_name(p.given_name, p.family_name) as name,
           m.reason, m.merged_at, u.display_name as merged_by_name
      from terreau.person_merge m
      join terreau.person p on p.cooperative_id = m.cooperative_id and p.id = m.merged_id
      left join terreau.app_user u on u.id = m.merged_by
     where m.cooperative_id = ${ctx.cooperativeId} and m.kept_id = ${personId}
       and not exists (select 1 from terreau.person_merge_undo x
             where x.cooperative_id = m.cooperative_id and x.merge_id = m.id)
     order by m.merged_at desc`.execute(tx)
  return rows.map((row) => ({ ...row, mergedAt: row.mergedAt.toISOString() }))
}

/** The own file of a tester: the same facts, without what staff think of next. */
export async function ownFile(tx: Tx, ctx: Context, personId: string): Promise<OwnFile> {
  return fileFields(tx, ctx, await personRow(tx, ctx, personId))
}

/** 404 for a file of another cooperative as for none. */
export async function personExists(tx: Tx, ctx: Context, personId: string): Promise<void> {
  const row = await tx
    .selectFrom('person')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', personId)
    .where('archivedAt', 'is', null)
    .executeTakeFirst()
  found(row)
}

type PersonRow = Awaited<ReturnType<typeof personRow>>

async function personRow(tx: Tx, ctx: Context, personId: string) {
  const row = await tx
    .selectFrom('person')
    .selectAll()
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', personId)
    .where('archivedAt', 'is', null)
    .executeTakeFirst()
  return found(row)
}

async function fileFields(tx: Tx, ctx: Context, person: PersonRow): Promise<OwnFile> {
  const activities = await activitiesOf(tx, ctx, person.id)
  return {
    id: person.id,
    reference: person.reference,
    civility: person.civility === 'Mme' || person.civility === 'M.' ? person.civility : '',
    familyName: person.familyName,
    givenName: person.givenName,
    bornOn: person.bornOn === null ? null : localDate(person.bornOn),
    email: person.email,
    phone: person.phone,
    locale: person.locale === 'en' ? 'en' : 'fr',
    address: person.address,
    activities,
    contracts: await contractsOf(tx, ctx, person.id),
    balanceCents: await balanceOf(tx, ctx, person.id),
  }
}

async function activitiesOf(tx: Tx, ctx: Context, personId: string) {
  const { rows } = await sql<{
    id: string
    name: string
    vatRateBp: number
    fiscalHorsepower: number | null
    balanceCents: Cents
  }>`
    select a.id, a.name, a.vat_rate_bp, a.fiscal_horsepower,
           coalesce(-(select sum(k.balance_cents) from terreau.account k
                       where k.cooperative_id = a.cooperative_id and k.activity_id = a.id), 0)::bigint as balance_cents
      from terreau.activity_member m
      join terreau.activity a on a.cooperative_id = m.cooperative_id and a.id = m.activity_id
     where m.cooperative_id = ${ctx.cooperativeId} and m.person_id in ${fileIds(ctx.cooperativeId, personId)} and a.archived_at is null
     order by a.created_at, a.id`.execute(tx)
  return rows
}

async function balanceOf(tx: Tx, ctx: Context, personId: string): Promise<Cents> {
  const { rows } = await sql<{ balanceCents: Cents }>`
    select coalesce(-sum(k.balance_cents), 0)::bigint as balance_cents
      from terreau.activity_member m
      join terreau.account k on k.cooperative_id = m.cooperative_id and k.activity_id = m.activity_id
     where m.cooperative_id = ${ctx.cooperativeId} and m.person_id in ${fileIds(ctx.cooperativeId, personId)}`.execute(
    tx,
  )
  return found(rows[0]).balanceCents
}

async function contractsOf(tx: Tx, ctx: Context, personId: string): Promise<OwnFile['contracts']> {
  const { rows } = await sql<OwnFile['contracts'][number]>`
    select c.id, c.kind, c.number, c.activity_id, a.name as activity, c.sequence, c.starts_on, c.ends_on,
           case when c.state = 'active' and c.ends_on < ${ctx.today}::date then 'ended' else c.state end as state
      from terreau.contract c
      join terreau.activity a on a.cooperative_id = c.cooperative_id and a.id = c.activity_id
     where c.cooperative_id = ${ctx.cooperativeId} and c.person_id in ${fileIds(ctx.cooperativeId, personId)}
     order by c.starts_on desc, c.created_at desc, c.id`.execute(tx)
  return rows
}

async function recentDeclarations(
  tx: Tx,
  ctx: Context,
  personId: string,
): Promise<PersonFile['declarations']> {
  const rows = await tx
    .selectFrom('declaration')
    .select(['id', 'concernsMonth', 'state', 'number', 'submittedAt'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('personId', 'in', fileIds(ctx.cooperativeId, personId))
    .orderBy('concernsMonth', 'desc')
    .orderBy('sequence', 'desc')
    .limit(24)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    month: yearMonth(row.concernsMonth),
    state: declarationState(row.state),
    number: row.number,
    submittedAt: row.submittedAt?.toISOString() ?? null,
  }))
}

function declarationState(text: string): PersonFile['declarations'][number]['state'] {
  return text === 'submitted' || text === 'question' || text === 'accepted' ? text : 'draft'
}

async function recentCertificates(
  tx: Tx,
  ctx: Context,
  personId: string,
): Promise<Pick<PersonFile, 'certificates' | 'certificateCount'>> {
  const { rows } = await sql<{
    id: string
    number: string
    kind: string
    issuedAt: Date
    state: PersonFile['certificates'][number]['state']
    count: number
  }>`
    select t.id, t.number, t.kind, t.issued_at,
           case when r.attestation_id is not null then 'revoked'
                when x.attestation_id is not null then 'replaced' else 'issued' end as state,
           count(*) over ()::int as count
      from terreau.attestation t
      left join terreau.attestation_revocation r
        on r.cooperative_id = t.cooperative_id and r.attestation_id = t.id
      left join terreau.attestation_replacement x
        on x.cooperative_id = t.cooperative_id and x.attestation_id = t.id
     where t.cooperative_id = ${ctx.cooperativeId} and t.person_id in ${fileIds(ctx.cooperativeId, personId)}
     order by t.issued_at desc, t.id limit 24`.execute(tx)
  return {
    certificateCount: rows[0]?.count ?? 0,
    certificates: rows.map(({ count: _, issuedAt, ...row }) => ({
      ...row,
      issuedAt: issuedAt.toISOString(),
    })),
  }
}
