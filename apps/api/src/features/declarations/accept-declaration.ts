import { randomUUID } from 'node:crypto'
import { transition } from '@terreau/domain/declarations/declaration'
import { postDeclaration } from '@terreau/domain/ledger/post-declaration'
import type { AuditEntry } from '../../platform/audit/actions.ts'
import { actorLabel, type Context } from '../../platform/context.ts'
import { toJson } from '../../platform/db/to-json.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { holdMonthOpen, postEntry } from '../ledger/index.ts'
import { computeFigures, type Figures } from './figures.ts'
import { type LockedDeclaration, lockDeclarations, setState } from './lock-declarations.ts'

/** Accepts one declaration: its figures are frozen and posted. */
export const acceptDeclaration = mutation<
  { declarationId: string; version?: number | undefined },
  { acceptanceId: string }
>({
  access: 'declaration.review',
  async run(tx, ctx, { declarationId, version }) {
    const [declaration] = await lockDeclarations(tx, ctx, [declarationId])
    if (declaration === undefined) throw new ProblemError('not-found')
    if (version !== undefined && version !== declaration.version) {
      throw new ProblemError('version-changed')
    }
    const { acceptanceId, audit } = await acceptLocked(tx, ctx, declaration)
    return { value: { acceptanceId }, audit: [audit] }
  },
})

/** Accepts several, or none: one that cannot be accepted refuses them all and is named. */
export const acceptMany = mutation<{ declarationIds: readonly string[] }, { accepted: number }>({
  access: 'declaration.review',
  async run(tx, ctx, { declarationIds }) {
    const wanted = [...new Set(declarationIds)]
    const declarations = await lockDeclarations(tx, ctx, wanted)
    if (declarations.length !== wanted.length) throw new ProblemError('not-found')
    const entries: AuditEntry[] = []
    for (const declaration of declarations) {
      const { audit } = await acceptLocked(tx, ctx, declaration)
      entries.push(audit)
    }
    const [first, ...rest] = entries
    const value = { accepted: entries.length }
    return { value, audit: first === undefined ? 'unchanged' : [first, ...rest] }
  },
})

/** What both do, for one declaration whose row is locked. */
export async function acceptLocked(
  tx: Tx,
  ctx: Context,
  declaration: LockedDeclaration,
): Promise<{ acceptanceId: string; audit: AuditEntry }> {
  const next = transition(declaration.state, 'accept')
  if (!next.ok) {
    throw new ProblemError('declaration-not-to-review', { number: declaration.number ?? '' })
  }
  await holdMonthOpen(tx, ctx.cooperativeId, declaration.month)
  await lockVehicles(tx, ctx.cooperativeId, declaration.id)
  const figures = await computeFigures(tx, ctx.cooperativeId, declaration)
  if (figures.endedAfter !== null) {
    const code = figures.totals.contribution.schemeCode
    throw new ProblemError('scheme-ended', { code, until: figures.endedAfter })
  }
  await refreshTrips(tx, ctx.cooperativeId, declaration.id, figures)
  const acceptanceId = randomUUID()
  await insertAcceptance(tx, ctx, { acceptanceId, declaration, figures })
  await post(tx, ctx, { acceptanceId, declaration, figures })
  await setState(tx, ctx, declaration.id, 'accepted')
  const audit: AuditEntry = {
    action: 'declaration.accepted',
    entity: { kind: 'declaration', id: declaration.id },
    before: { state: declaration.state },
    after: { state: 'accepted', acceptanceId, movementCents: figures.totals.movementCents },
  }
  return { acceptanceId, audit }
}

/** One vehicle may serve two activities: two months that move it along its scale follow one another. */
async function lockVehicles(tx: Tx, cooperativeId: string, declarationId: string): Promise<void> {
  await tx
    .selectFrom('vehicle')
    .select('id')
    .where('cooperativeId', '=', cooperativeId)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('tripLine')
        .select((line) => line.ref('vehicleId').$notNull().as('id'))
        .where('cooperativeId', '=', cooperativeId)
        .where('declarationId', '=', declarationId)
        .where('vehicleId', 'is not', null),
    )
    .orderBy('id')
    .forUpdate()
    .execute()
}

interface Accepting {
  acceptanceId: string
  declaration: LockedDeclaration
  figures: Figures
}

/** Another month accepted since the lines were recorded moves this one along the kilometric scale. */
async function refreshTrips(
  tx: Tx,
  cooperativeId: string,
  declarationId: string,
  { trips }: Figures,
): Promise<void> {
  for (const { id, ...amounts } of trips) {
    await tx
      .updateTable('tripLine')
      .set(amounts)
      .where('cooperativeId', '=', cooperativeId)
      .where('declarationId', '=', declarationId)
      .where('id', '=', id)
      .execute()
  }
}

async function insertAcceptance(
  tx: Tx,
  ctx: Context,
  { acceptanceId, declaration, figures }: Accepting,
): Promise<void> {
  const { totals } = figures
  await tx
    .insertInto('acceptance')
    .values({
      cooperativeId: ctx.cooperativeId,
      id: acceptanceId,
      declarationId: declaration.id,
      activityId: declaration.activityId,
      month: declaration.month,
      concernsMonth: declaration.concernsMonth,
      acceptedBy: actorLabel(ctx.actor),
      acceptedAt: ctx.now,
      schemeId: figures.schemeId,
      contributionBaseCents: figures.baseCents,
      km: figures.km,
      revenueCents: totals.revenueCents,
      outputVatCents: totals.outputVatCents,
      inputVatCents: totals.inputVatCents,
      productionPurchaseCents: totals.productionPurchaseCents,
      otherExpenseCents: totals.otherExpenseCents,
      contributionCents: totals.contribution.totalCents,
      accidentCoverCents: totals.accidentCoverCents,
      movementCents: totals.movementCents,
      isNil: totals.isNil,
      contributionLines: JSON.stringify(toJson(totals.contribution.lines)),
    })
    .execute()
}

/** A month that owes nothing and earns nothing leaves no posting: the ledger has no empty entry. */
async function post(
  tx: Tx,
  ctx: Context,
  { acceptanceId, declaration, figures }: Accepting,
): Promise<void> {
  const { activityId, month, concernsMonth } = declaration
  const posting = postDeclaration({ activityId, month: concernsMonth, breakdown: figures.totals })
  if (posting.lines.length === 0) return
  const kind = month === concernsMonth ? 'declaration' : 'adjustment'
  const source = { kind: 'acceptance', id: acceptanceId, concernsMonth } as const
  await postEntry(tx, ctx, { ...posting, kind, month }, source)
}
