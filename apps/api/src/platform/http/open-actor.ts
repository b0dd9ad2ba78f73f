import { isRole, type Role } from '@terreau/domain/access/roles'
import { type CooperativeZone, PARIS } from '@terreau/domain/time/zoned-day'
import type { Locale } from '@terreau/protocol/codecs'
import { sql } from 'kysely'
import type { Actor, HandedScreen } from '../context.ts'
import type { Tx } from '../db/transaction.ts'
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
  handedSignatureId: string | null
  handedPosition: number | null
  handedReason: string | null
}

/**
 * Who is asking, in one indexed query inside the request's own transaction. It also sets whose rows the
 * transaction may see; without a session nothing is set and row-level security shows nothing.
 */
export async function openActor(
  tx: Tx,
  token: string | undefined,
): Promise<{
  actor: Actor
  cooperativeId: string
  locale: Locale | undefined
  zone: CooperativeZone
}> {
  const visitor = {
    actor: { kind: 'visitor' } as const,
    cooperativeId: '',
    locale: undefined,
    zone: PARIS,
  }
  if (token === undefined) return visitor
  const { rows } = await sql<SessionRow>`select s.*, terreau.zone_of(s.cooperative_id) as zone
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
  const { cooperativeId, locale, zone } = row
  return { actor, cooperativeId, locale, zone }
}

function handedScreen(row: SessionRow): { handed?: HandedScreen } {
  const { handedSignatureId: signatureId, handedPosition: position, handedReason: reason } = row
  if (signatureId === null || position === null || reason === null) return {}
  return { handed: { signatureId, position, reason } }
}
