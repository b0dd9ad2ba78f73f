import { fullName } from '@terreau/domain/names/full-name'
import type { CooperativeZone } from '@terreau/domain/time/zoned-day'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'

const MAILS_A_PAGE = 50
const ENTRIES_A_PAGE = 50

/** Mails that open something by themselves; once SMTP delivers them, nobody but their reader sees them. */
const SECRET_TEMPLATES: ReadonlySet<string> = new Set(['sign-in-code', 'signing-code'])

/** What the cooperative wrote, newest first. On a first day without SMTP this is where codes are read. */
export async function listMails(tx: Tx, ctx: Context, before: string | undefined) {
  const smtpConfigured = ctx.services.mailer.isSmtpConfigured
  const rows = await tx
    .selectFrom('mail')
    .select([
      'id',
      'template',
      'toAddress',
      'toName',
      'subject',
      'body',
      'createdAt',
      'sentAt',
      'lastError',
    ])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('cancelledAt', 'is', null)
    .$if(before !== undefined, (query) => query.where('createdAt', '<', new Date(before ?? 0)))
    .orderBy('createdAt', 'desc')
    .limit(MAILS_A_PAGE)
    .execute()
  const mails = rows.map(({ template, createdAt, sentAt, ...mail }) => ({
    ...mail,
    ...(smtpConfigured && SECRET_TEMPLATES.has(template)
      ? { subject: '••••••', body: '••••••' }
      : {}),
    createdAt: createdAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
  }))
  return { smtpConfigured, mails }
}

export async function readCooperative(tx: Tx, ctx: Context) {
  return tx
    .selectFrom('cooperative')
    .select([
      'name',
      'legalForm',
      'siren',
      'seatAddress',
      'city',
      'email',
      'phone',
      'registryCity',
      'signatoryName',
      'signatoryCapacity',
      'firstMonth',
      'version',
    ])
    .select(sql<CooperativeZone>`time_zone`.as('timeZone'))
    .select(
      sql<boolean>`exists (select 1 from terreau.cooperative_logo l
        where l.cooperative_id = cooperative.id and l.jpeg is not null)`.as('hasLogo'),
    )
    .where('id', '=', ctx.cooperativeId)
    .executeTakeFirstOrThrow()
}

export interface JournalFilter {
  before?: string | undefined
  action?: string | undefined
  actorId?: string | undefined
  entityId?: string | undefined
}

/** The journal, newest first, with the names of who acted and on whom. */
export async function listAudit(tx: Tx, ctx: Context, filter: JournalFilter) {
  const rows = await tx
    .selectFrom('auditEntry as e')
    .leftJoin('appUser as who', (join) =>
      join.on('who.id', '=', sql`case when e.actor_kind = 'person' then e.actor_id::uuid end`),
    )
    .leftJoin('appUser as whom', (join) =>
      join.on('whom.id', '=', sql`case when e.entity_kind = 'user' then e.entity_id::uuid end`),
    )
    .leftJoin('person as p', (join) =>
      join
        .onRef('p.cooperativeId', '=', 'e.cooperativeId')
        .on('p.id', '=', sql`case when e.entity_kind = 'person' then e.entity_id::uuid end`),
    )
    .select([
      'e.n',
      'e.at',
      'e.action',
      'e.actorKind',
      'e.actorId',
      'e.entityKind',
      'e.entityId',
      'e.before',
      'e.after',
      'who.displayName as actorName',
      'whom.displayName as userName',
      'p.givenName',
      'p.familyName',
    ])
    .where('e.cooperativeId', '=', ctx.cooperativeId)
    .$if(filter.before !== undefined, (q) => q.where('e.n', '<', BigInt(filter.before ?? '0')))
    .$if(filter.action !== undefined, (q) => q.where('e.action', '=', filter.action ?? ''))
    .$if(filter.actorId !== undefined, (q) => q.where('e.actorId', '=', filter.actorId ?? ''))
    .$if(filter.entityId !== undefined, (q) => q.where('e.entityId', '=', filter.entityId ?? ''))
    .orderBy('e.n', 'desc')
    .limit(ENTRIES_A_PAGE + 1)
    .execute()
  const shown = rows.slice(0, ENTRIES_A_PAGE)
  return {
    entries: shown.map(({ userName, givenName, familyName, ...entry }) => ({
      ...entry,
      n: entry.n.toString(),
      at: entry.at.toISOString(),
      entityName:
        userName ??
        (familyName === null || givenName === null ? null : fullName({ givenName, familyName })),
    })),
    next: rows.length > ENTRIES_A_PAGE ? (shown.at(-1)?.n.toString() ?? null) : null,
  }
}
