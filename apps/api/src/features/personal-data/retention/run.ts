import { randomUUID } from 'node:crypto'
import { type RetentionKind, retentionRule } from '@terreau/domain/retention/kinds'
import { actorLabel, type Context } from '../../../platform/context.ts'
import { toJson } from '../../../platform/db/to-json.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation } from '../../../platform/mutation.ts'
import { type Erased, redact } from '../erasure/redact.ts'
import { dueKinds } from './due.ts'

/** What a run did with one kind. */
export interface KindOutcome {
  kind: RetentionKind
  months: number
  files: number
  rows: number
  oldest: string | null
  held: number
  /** Rows erased by this run; null when it only counted. */
  erased: number | null
}

export interface RetentionPlan {
  runId: string
  kinds: (KindOutcome & { tasks: Erased[] })[]
}

type Act = <T>(run: (ctx: Context, tx: Tx) => Promise<T>) => Promise<T>

/**
 * Applies the lengths of one cooperative: one transaction an erasure, each with its line of the journal, so
 * that a crash leaves whole erasures and the next run goes on. `erases` says which kinds this run may touch.
 */
export async function runRetention(
  act: Act,
  erases: (kind: RetentionKind, isSwitchedOn: boolean) => boolean,
): Promise<KindOutcome[]> {
  const { plan, isSwitchedOn } = await act(async (ctx, tx) => ({
    isSwitchedOn: await isNightlyOn(tx, ctx),
    plan: await beginRun(ctx, undefined),
  }))
  const outcome: KindOutcome[] = []
  for (const { tasks, ...kind } of plan.kinds) {
    if (!erases(kind.kind, isSwitchedOn)) {
      outcome.push(kind)
      continue
    }
    let erased = 0
    for (const task of tasks) erased += await eraseAll(act, task)
    outcome.push({ ...kind, erased })
  }
  await act((ctx) => endRun(ctx, { runId: plan.runId, outcome }))
  return outcome
}

/** By date there may be many: the door takes some thousands at a time. */
async function eraseAll(act: Act, task: Erased): Promise<number> {
  let total = 0
  for (;;) {
    const { rows, entries } = await act((ctx) => eraseOne(ctx, task))
    total += rows + entries
    if (task.personId !== null || rows + entries === 0) return total
  }
}

/** What is over, as erasures to make. Also what the dry run prints. */
export async function planRetention(tx: Tx, ctx: Context): Promise<RetentionPlan['kinds']> {
  const due = await dueKinds(tx, ctx)
  return due.map(({ kind, months, files, before, rows, oldest, held }) => ({
    kind,
    months,
    files: files.length,
    rows,
    oldest,
    held,
    erased: null,
    tasks: tasksOf(kind, files, rows === 0 ? null : before),
  }))
}

function tasksOf(
  kind: RetentionKind,
  files: readonly { personId: string }[],
  before: Erased['before'],
): Erased[] {
  const why = { kind, cause: 'retention', reason: retentionRule(kind).source } as const
  if (before !== null) return [{ ...why, personId: null, before }]
  return files.map(({ personId }) => ({ ...why, personId, before: null }))
}

const beginRun = mutation<void, RetentionPlan>({
  access: 'system',
  async run(tx, ctx) {
    const runId = randomUUID()
    const { cooperativeId, today, now } = ctx
    const startedBy = actorLabel(ctx.actor)
    await tx
      .insertInto('retentionRun')
      .values({ cooperativeId, id: runId, ranOn: today, startedAt: now, startedBy })
      .execute()
    return { value: { runId, kinds: await planRetention(tx, ctx) }, audit: 'unchanged' }
  },
})

const eraseOne = mutation<Erased, { rows: number; entries: number }>({
  access: 'system',
  async run(tx, ctx, task) {
    const { rows, entries, audit } = await redact(tx, ctx, task)
    return { value: { rows, entries }, audit: [audit] }
  },
})

const endRun = mutation<{ runId: string; outcome: KindOutcome[] }, void>({
  access: 'system',
  async run(tx, ctx, { runId, outcome }) {
    await tx
      .updateTable('retentionRun')
      .set({ endedAt: ctx.now, outcome: JSON.stringify(toJson(outcome)) })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', runId)
      .execute()
    const erased = outcome.reduce((sum, kind) => sum + (kind.erased ?? 0), 0)
    const entity = { kind: 'retention', id: runId }
    return { value: undefined, audit: [{ action: 'retention.ran', entity, after: { erased } }] }
  },
})

/** Whether the direction has let the night erase files. */
export async function isNightlyOn(tx: Tx, ctx: Context): Promise<boolean> {
  const row = await tx
    .selectFrom('retentionSwitch')
    .select('isOn')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.isOn ?? false
}
