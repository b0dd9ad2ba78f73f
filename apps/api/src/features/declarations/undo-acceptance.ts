import type { ContributionLine } from '@terreau/domain/contributions/compute'
import type { ContributionScheme } from '@terreau/domain/contributions/scheme'
import { transition } from '@terreau/domain/declarations/declaration'
import { contributionLeft, settlementOf } from '@terreau/domain/declarations/still-due'
import { postDeclaration } from '@terreau/domain/ledger/post-declaration'
import { sumCents } from '@terreau/domain/money/cents'
import type { AuditEntry } from '../../platform/audit/actions.ts'
import { actorLabel, type Context } from '../../platform/context.ts'
import { toJson } from '../../platform/db/to-json.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import {
  holdMonthOpen,
  isMonthClosed,
  postEntry,
  postingOf,
  reverseEntry,
} from '../ledger/index.ts'
import { acceptLocked } from './accept-declaration.ts'
import { hasBankCredit } from './bank/bank-credits.ts'
import { contractTermsOf } from './contract-terms.ts'
import { paidOffScale } from './km-before.ts'
import { type LockedDeclaration, lockDeclarations, setState } from './lock-declarations.ts'
import { recordedLines } from './recorded-lines.ts'
import { yearSoFar } from './year-so-far.ts'

/** Takes an acceptance back while its month is open: the posting is reversed, never edited. */
export const undoAcceptance = mutation<
  { declarationId: string; version?: number | undefined },
  { declarationId: string }
>({
  access: 'declaration.review',
  async run(tx, ctx, { declarationId, version }) {
    const [declaration] = await lockDeclarations(tx, ctx, [declarationId])
    if (declaration === undefined) throw new ProblemError('not-found')
    if (version !== undefined && version !== declaration.version) {
      throw new ProblemError('version-changed')
    }
    return { value: { declarationId }, audit: await undoLocked(tx, ctx, declaration) }
  },
})

/**
 * The same for a declaration whose row is locked; imports undo theirs with it. Kilometres of the same vehicle
 * that open months were paid after these are accepted again, each month as the scale gives it now: they
 * counted on what is taken back.
 */
export async function undoLocked(
  tx: Tx,
  ctx: Context,
  declaration: LockedDeclaration,
): Promise<[AuditEntry, ...AuditEntry[]]> {
  const undone = await takeBack(tx, ctx, declaration)
  const { trips } = await recordedLines(tx, ctx.cooperativeId, declaration.id)
  const ids = await paidOffScale(tx, ctx.cooperativeId, declaration, trips)
  const later = await lockDeclarations(tx, ctx, ids)
  const entries: AuditEntry[] = []
  for (const one of later.toReversed()) entries.push(await takeBack(tx, ctx, one))
  for (const one of later) {
    const { audit } = await acceptLocked(tx, ctx, { ...one, state: 'submitted' })
    entries.push(audit)
  }
  return [undone, ...entries]
}

/**
 * The contribution that this acceptance moved in other months of the year, or that they counted on it, is
 * settled at once: waiting for the next acceptance would leave those months wrong when none comes.
 */
async function takeBack(tx: Tx, ctx: Context, declaration: LockedDeclaration): Promise<AuditEntry> {
  const { month } = declaration
  const next = transition(declaration.state, 'undo_accept')
  if (!next.ok) throw new ProblemError('declaration-not-accepted')
  await holdMonthOpen(tx, ctx.cooperativeId, month)
  if (await isMonthClosed(tx, ctx.cooperativeId, month)) {
    throw new ProblemError('declaration-month-closed', { month })
  }
  if (await hasBankCredit(tx, ctx.cooperativeId, declaration.id)) {
    throw new ProblemError('bank-credit-stands')
  }
  const acceptanceId = await standingAcceptanceOf(tx, ctx.cooperativeId, declaration.id)
  const terms = await contractTermsOf(tx, ctx.cooperativeId, {
    contractId: declaration.contractId,
    month: declaration.concernsMonth,
  })
  const year = await yearSoFar(tx, ctx.cooperativeId, { declaration, terms })
  const settledLines = contributionLeft({ ...year, contractStartedOn: terms.startedOn })
  await tx
    .insertInto('acceptanceUndo')
    .values({
      cooperativeId: ctx.cooperativeId,
      acceptanceId,
      settledLines: JSON.stringify(toJson(settledLines)),
      undoneBy: actorLabel(ctx.actor),
      undoneAt: ctx.now,
    })
    .execute()
  const posting = await postingOf(tx, ctx.cooperativeId, { kind: 'acceptance', id: acceptanceId })
  if (posting !== undefined) {
    const source = { kind: 'acceptance_undo', id: acceptanceId } as const
    await reverseEntry(tx, ctx, posting.id, { month, source })
  }
  const settledCents = sumCents(settledLines.map((line) => line.amountCents))
  await settle(tx, ctx, { acceptanceId, declaration, settledLines, scheme: terms.scheme })
  await setState(tx, ctx, declaration.id, 'submitted')
  return {
    action: 'declaration.acceptance-undone',
    entity: { kind: 'declaration', id: declaration.id },
    before: { state: 'accepted', acceptanceId },
    after: { state: 'submitted', settledCents },
  }
}

/** The contribution of the months that are left, booked in the month of what was taken back. */
async function settle(
  tx: Tx,
  ctx: Context,
  of: {
    acceptanceId: string
    declaration: LockedDeclaration
    settledLines: readonly ContributionLine[]
    scheme: ContributionScheme
  },
): Promise<void> {
  const { acceptanceId, declaration, settledLines, scheme } = of
  const { activityId, month, concernsMonth } = declaration
  const breakdown = settlementOf(concernsMonth, settledLines, scheme)
  const posting = postDeclaration({ activityId, month: concernsMonth, breakdown })
  if (posting.lines.length === 0) return
  const source = { kind: 'acceptance_settlement', id: acceptanceId, concernsMonth } as const
  await postEntry(tx, ctx, { ...posting, kind: 'adjustment', month }, source)
}

async function standingAcceptanceOf(
  tx: Tx,
  cooperativeId: string,
  declarationId: string,
): Promise<string> {
  const row = await tx
    .selectFrom('standingAcceptance')
    .select('id')
    .where('cooperativeId', '=', cooperativeId)
    .where('declarationId', '=', declarationId)
    .executeTakeFirst()
  if (!row?.id) throw new ProblemError('declaration-not-accepted')
  return row.id
}
