import { isRole, type Role } from '@terreau/domain/access/roles'
import { type CooperativeZone, PARIS } from '@terreau/domain/time/zoned-day'
import type { Locale } from '@terreau/protocol/codecs'
import { sql } from 'kysely'
import type { Actor, HandedScreen } from '../context.ts'
import { CONNECTION, type Tx } from '../db/transaction.ts'
import { sha256 } from '../secrets.ts'

interface SessionRow {
  sessionId: string
  userId: string
  cooperativeId: string
  personIds: string[]
  roles: string[]
  displayName: string
  locale: Locale
  assurance: string
  zone: CooperativeZone
  connection: string
  handedSignatureId: string | null
  handedPosition: number | null
  handedReason: string | null
}

export interface WhoAsks {
  actor: Actor
  cooperativeId: string
  locale: Locale | undefined
  zone: CooperativeZone
  /** The connection that answered; a visitor without a session asked none. */
  connection?: string
}

/**
 * Who is asking, in one indexed query inside the request's own transaction. It also sets whose rows the
 * transaction may see; without a session nothing is set and row-level security shows nothing.
 */
export async function openActor(tx: Tx, token: string | undefined): Promise<WhoAsks> {
  const visitor = {
    actor: { kind: 'visitor' } as const,
    cooperativeId: '',
    locale: undefined,
    zone: PARIS,
  }
  if (token === undefined) return visitor
  const { rows } =
    await sql<SessionRow>`select s.*, terreau.zone_of(s.cooperative_id) as zone, ${CONNECTION} as connection
      from terreau.open_session(${sha256(token)}) s`.execute(tx)
  const row = rows[0]
  if (row === undefined) return visitor
  const roles: Role[] = row.roles.filter(isRole)
  const actor: Actor = {
    kind: 'person',
    userId: row.userId,
    personIds: row.personIds,
    roles,
    sessionId: row.sessionId,
    displayName: row.displayName,
    assurance: row.assurance,
    ...handedScreen(row),
  }
  const { cooperativeId, locale, zone, connection } = row
  return { actor, cooperativeId, locale, zone, connection }
}

function handedScreen(row: SessionRow): { handed?: HandedScreen } {
  const { handedSignatureId: signatureId, handedPosition: position, handedReason: reason } = row
  if (signatureId === null || position === null || reason === null) return {}
  return { handed: { signatureId, position, reason } }
}
