import { erasableOnRequest } from '@terreau/domain/retention/erasure'
import type { RetentionKind } from '@terreau/domain/retention/kinds'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { AuditEntry } from '../../../platform/audit/actions.ts'
import { type Context, userIdOf } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation } from '../../../platform/mutation.ts'
import { found, ProblemError } from '../../../platform/problem-error.ts'
import { redact } from './redact.ts'
import { type FileStanding, fileStandings } from './standing.ts'

interface Erasing {
  personId: string
  /** The reference of the file, typed: erasing cannot be undone. */
  reference: string
  reason: string
}

export interface ErasureAnswer {
  erased: RetentionKind[]
  kept: { kind: RetentionKind; until: LocalDate | null; source: string }[]
}

/**
 * Erases of a person what no text makes us keep, and answers what is kept until when. Refused under a hold,
 * and when nothing may go yet. Amounts, entries and issued numbers stay.
 */
export const erasePerson = mutation<Erasing, ErasureAnswer>({
  access: 'personal-data.manage',
  async run(tx, ctx, { personId, reference, reason }) {
    await lockReference(tx, ctx, { personId, reference })
    const file = found((await fileStandings(tx, ctx, personId))[0])
    if (file.isHeld) throw new ProblemError('person-under-hold')
    const kinds = erasableOnRequest(file.kinds).filter((kind) => !file.erased.has(kind))
    if (kinds.length === 0) {
      const until = firstDay(file)
      // As long as a contract or a tutoring pair runs, no day is known at all.
      throw until === ''
        ? new ProblemError('erasure-person-is-here')
        : new ProblemError('erasure-not-possible', { until })
    }
    const audit: AuditEntry[] = []
    for (const kind of kinds) {
      const done = await redact(tx, ctx, { kind, personId, before: null, cause: 'request', reason })
      audit.push(done.audit)
    }
    const isAnswered = await answerRequest(tx, ctx, personId)
    if (isAnswered) {
      audit.push({ action: 'erasure.answered', entity: { kind: 'person', id: personId } })
    }
    const kept = file.kinds
      .filter(({ kind }) => !kinds.includes(kind) && !file.erased.has(kind))
      .map(({ kind, keptUntil, source }) => ({ kind, until: keptUntil, source }))
    return { value: { erased: kinds, kept }, audit: atLeastOne(audit) }
  },
})

async function lockReference(
  tx: Tx,
  ctx: Context,
  { personId, reference }: Pick<Erasing, 'personId' | 'reference'>,
): Promise<void> {
  const row = await tx
    .selectFrom('person')
    .select('reference')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  if (found(row).reference === reference.trim()) return
  const errors = [{ pointer: '/reference', code: 'reference-differs' }]
  throw new ProblemError('erasure-reference-differs', undefined, errors)
}

/** The first day on which something more may go; empty while a contract runs. */
function firstDay({ kinds, erased }: FileStanding): string {
  const days = kinds.flatMap(({ kind, keptUntil }) =>
    keptUntil === null || erased.has(kind) ? [] : [keptUntil],
  )
  return days.sort()[0] ?? ''
}

async function answerRequest(tx: Tx, ctx: Context, personId: string): Promise<boolean> {
  const answered = await tx
    .updateTable('erasureRequest')
    .set({ answeredAt: ctx.now, answeredBy: userIdOf(ctx) })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('personId', '=', personId)
    .where('answeredAt', 'is', null)
    .executeTakeFirst()
  return answered.numUpdatedRows > 0n
}

function atLeastOne(audit: AuditEntry[]): readonly [AuditEntry, ...AuditEntry[]] {
  const [first, ...rest] = audit
  if (first === undefined) throw new Error('an erasure without its line of the journal')
  return [first, ...rest]
}
