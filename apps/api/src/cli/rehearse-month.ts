import { randomUUID } from 'node:crypto'
import type { YearMonth } from '@terreau/domain/time/year-month'
import { ensureUser, grantRole, insertCooperative } from '../features/access/index.ts'
import { closeMonth, type FiguresLine, frozenFiguresOf } from '../features/closing/index.ts'
import { acceptMany } from '../features/declarations/index.ts'
import { type ImportRefusal, importMonth, type ReadFolder } from '../features/imports/index.ts'
import type { Actor, Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { actAs } from '../platform/mutation.ts'
import { ProblemError } from '../platform/problem-error.ts'
import type { Services } from '../platform/services.ts'

export type Rehearsal =
  | { kind: 'closed'; figures: FiguresLine[] }
  | { kind: 'refused'; refusals: ImportRefusal[] }
  | { kind: 'blocked'; check: string }

/** Imports a month into a new cooperative, accepts every declaration, closes, gives the figures. */
export async function rehearseMonth(services: Services, read: ReadFolder): Promise<Rehearsal> {
  if (read.parsed === null) return { kind: 'refused', refusals: read.refusals }
  const { month } = read.parsed
  const cooperativeId = randomUUID()
  const actor = await openCooperative(services, cooperativeId, month)
  const act = <T>(run: (ctx: Context, tx: Tx) => Promise<T>): Promise<T> =>
    actAs(services, { actor, cooperativeId, requestId: 'cli:rehearse' }, run)
  const outcome = await act((ctx) => importMonth(ctx, { ...read, isDryRun: false }))
  if (outcome.kind === 'refused') return outcome
  await act((ctx, tx) => acceptAll(ctx, tx))
  try {
    await act((ctx) => closeMonth(ctx, { month, sendMails: false }))
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return { kind: 'blocked', check: String(error.params?.check ?? error.code) }
  }
  const figures = await act((_ctx, tx) => frozenFiguresOf(tx, cooperativeId, month))
  return { kind: 'closed', figures }
}

/** A cooperative that only exists here, and somebody to act in it: closings are signed by a person. */
async function openCooperative(
  services: Services,
  cooperativeId: string,
  firstMonth: YearMonth,
): Promise<Actor> {
  const cli = { kind: 'cli', name: 'rehearse' } as const
  const who = { actor: cli, cooperativeId, requestId: 'cli:rehearse' }
  const displayName = 'Répétition'
  const userId = await actAs(services, who, async (ctx, tx) => {
    await insertCooperative(tx, {
      id: cooperativeId,
      name: displayName,
      legalForm: 'SCOP',
      siren: '000000000',
      seatAddress: '-',
      city: '-',
      email: 'repetition@localhost',
      phone: '',
      signatoryName: '-',
      signatoryCapacity: '-',
      firstMonth,
      isDemo: false,
    })
    const user = {
      id: randomUUID(),
      email: 'repetition@localhost',
      displayName,
      locale: 'fr',
    } as const
    const id = await ensureUser(tx, user)
    await grantRole(tx, ctx, { userId: id, role: 'direction', personId: null })
    return id
  })
  return {
    kind: 'person',
    userId,
    personIds: [],
    roles: ['direction'],
    sessionId: '',
    displayName,
    assurance: 'cli',
  }
}

async function acceptAll(ctx: Context, tx: Tx): Promise<void> {
  const rows = await tx
    .selectFrom('declaration')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('state', '=', 'submitted')
    .execute()
  await acceptMany(ctx, { declarationIds: rows.map((row) => row.id) })
}
