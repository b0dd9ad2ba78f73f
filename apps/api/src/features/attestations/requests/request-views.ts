import {
  BATCH_KINDS,
  type BatchKind,
  isBatchKind,
  REFUSAL_CAUSES,
} from '@terreau/domain/attestations/kinds'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { isAttendanceOpen } from '../attendance-facts.ts'

interface RequestView {
  id: string
  kind: BatchKind
  monthsWanted: number | null
  askedAt: string
  state: 'waiting' | 'issued' | 'refused'
  cause: (typeof REFUSAL_CAUSES)[number] | null
}

/** What a person of this cooperative can ask for. */
export async function kindsToAsk(tx: Tx, ctx: Context): Promise<BatchKind[]> {
  const hasAttendance = await isAttendanceOpen(tx, ctx)
  return BATCH_KINDS.filter((kind) => kind !== 'attendance' || hasAttendance)
}

/** What these files asked for, newest first: what waits, and what was refused lately. */
export async function requestsOf(
  tx: Tx,
  cooperativeId: string,
  personIds: readonly string[],
  states: readonly ('waiting' | 'refused')[],
): Promise<RequestView[]> {
  if (personIds.length === 0) return []
  const rows = await tx
    .selectFrom('attestationRequest')
    .select(['id', 'kind', 'monthsWanted', 'askedAt', 'state', 'cause'])
    .where('cooperativeId', '=', cooperativeId)
    .where('personId', 'in', [...personIds])
    .where('state', 'in', [...states])
    .orderBy('askedAt', 'desc')
    .limit(MOST_SHOWN)
    .execute()
  return rows.flatMap(({ kind, state, cause, askedAt, ...row }) => {
    if (!isBatchKind(kind)) return []
    const known = REFUSAL_CAUSES.find((one) => one === cause) ?? null
    const shown = state === 'refused' ? 'refused' : 'waiting'
    return [{ ...row, kind, state: shown, cause: known, askedAt: askedAt.toISOString() }]
  })
}

const MOST_SHOWN = 6
