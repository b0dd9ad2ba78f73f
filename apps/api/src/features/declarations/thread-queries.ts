import type { declarationEvent, questionView } from '@terreau/protocol/declaration-views'
import type { z } from 'zod'
import type { Tx } from '../../platform/db/transaction.ts'

export type QuestionView = z.output<typeof questionView>
export type DeclarationEvent = z.output<typeof declarationEvent>

/** Acts that both sides read under a declaration; drafts and reminders stay out of it. */
const SHOWN_ACTIONS = [
  'declaration.submitted',
  'declaration.withdrawn',
  'declaration.accepted',
  'declaration.acceptance-undone',
  'declaration.corrected',
  'declaration.returned',
  'declaration.return-undone',
  'declaration.recap-answered',
  'receipt.added',
  'bank-credit.noted',
  'bank-credit.withdrawn',
] as const

/** The questions that stand, oldest first, with who asked. */
export async function questionsOf(
  tx: Tx,
  cooperativeId: string,
  declarationId: string,
): Promise<QuestionView[]> {
  const rows = await tx
    .selectFrom('question as q')
    .leftJoin('appUser as u', 'u.id', 'q.askedBy')
    .leftJoin('storedFile as f', (join) =>
      join
        .onRef('f.cooperativeId', '=', 'q.cooperativeId')
        .onRef('f.id', '=', 'q.voiceFileId')
        .on('f.erasedAt', 'is', null),
    )
    .leftJoin('fileScan as s', (join) =>
      join.onRef('s.cooperativeId', '=', 'f.cooperativeId').onRef('s.fileId', '=', 'f.id'),
    )
    .select([
      'q.id',
      'q.lineId',
      'q.text',
      'q.askedAt',
      'q.answer',
      'q.answeredAt',
      'u.displayName',
      'f.id as voiceFileId',
      's.state as scan',
    ])
    .where('q.cooperativeId', '=', cooperativeId)
    .where('q.declarationId', '=', declarationId)
    .where('q.withdrawnAt', 'is', null)
    .orderBy('q.askedAt')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    lineId: row.lineId,
    text: row.text,
    askedBy: row.displayName ?? '',
    askedAt: row.askedAt.toISOString(),
    answer: row.answer,
    voice: voiceState(row),
    answeredAt: row.answeredAt?.toISOString() ?? null,
  }))
}

function voiceState(row: {
  voiceFileId: string | null
  scan: string | null
}): QuestionView['voice'] {
  if (row.voiceFileId === null) return 'none'
  if (row.scan === 'waiting') return 'waiting'
  return row.scan === 'infected' ? 'refused' : 'ready'
}

/** What happened to a declaration, oldest first, with the reason when staff gave one. */
export async function eventsOf(
  tx: Tx,
  cooperativeId: string,
  declarationId: string,
): Promise<DeclarationEvent[]> {
  const rows = await tx
    .selectFrom('auditEntry as e')
    .leftJoin('appUser as u', (join) =>
      join.on((eb) => eb(eb.cast<string>('u.id', 'text'), '=', eb.ref('e.actorId'))),
    )
    .select(['e.at', 'e.action', 'e.after', 'u.displayName'])
    .where('e.cooperativeId', '=', cooperativeId)
    .where('e.entityKind', '=', 'declaration')
    .where('e.entityId', '=', declarationId)
    .where('e.action', 'in', [...SHOWN_ACTIONS])
    .orderBy('e.n')
    .execute()
  return rows.map((row) => ({
    at: row.at.toISOString(),
    action: row.action,
    by: row.displayName ?? '',
    reason: reasonIn(row.after),
  }))
}

function reasonIn(after: unknown): string {
  if (typeof after !== 'object' || after === null) return ''
  const reason: unknown = Reflect.get(after, 'reason')
  return typeof reason === 'string' ? reason : ''
}
