import { canAny, type Permission } from '@terreau/domain/access/permissions'
import type { AuditEntry } from './audit/actions.ts'
import { recordAudit } from './audit/record.ts'
import type { Actor, Context } from './context.ts'
import { enterCooperative, inGuardedTransaction, KeptRefusal, type Tx } from './db/transaction.ts'
import { enqueue, type QueuedJob } from './jobs/queue.ts'
import { ProblemError } from './problem-error.ts'
import type { Services } from './services.ts'

/** What a verb gives back: its value, at least one audit line or the word that nothing changed, its jobs. */
export interface Outcome<T> {
  value: T
  audit: readonly [AuditEntry, ...AuditEntry[]] | 'unchanged'
  jobs?: readonly QueuedJob[]
  /** The act is refused, yet what was written stays: a counted try, its line in the journal. */
  refusal?: ProblemError
  /** For a visitor whom a code or an address led to a cooperative: where, and as whom, to write the journal. */
  journal?: Pick<Context, 'actor' | 'cooperativeId'>
}

/** Who may run a verb. 'code-holder' is a visitor whose code opened the cooperative. */
export type VerbAccess =
  | Permission
  | readonly Permission[]
  | 'signed-in'
  | 'visitor'
  | 'code-holder'
  | 'system'

export type Verb<I, O> = (ctx: Context, input: I) => Promise<O>

const transactions = new WeakMap<Context, Tx>()
const writes = new WeakMap<Context, number>()

/**
 * The one door for writes: permission, transaction, audit and jobs. Verbs join the transaction that the
 * request, the job or the command opened; they can reach no other handle. A verb never calls a verb: it
 * calls the other feature's (tx, …) function.
 */
export function mutation<I, O>(definition: {
  access: VerbAccess
  run: (tx: Tx, ctx: Context, input: I) => Promise<Outcome<O>>
}): Verb<I, O> {
  return async (ctx, input) => {
    if (!mayRun(ctx.actor, definition.access)) throw new ProblemError('forbidden')
    const tx = transactions.get(ctx)
    if (tx === undefined) throw new Error('a verb runs inside a request, a job or a command')
    const outcome = await definition.run(tx, ctx, input)
    if (outcome.audit !== 'unchanged')
      await recordAudit(tx, { ...ctx, ...outcome.journal }, outcome.audit)
    await enqueue(tx, ...(outcome.jobs ?? []))
    if (outcome.refusal !== undefined) throw new KeptRefusal(outcome.refusal)
    writes.set(ctx, (writes.get(ctx) ?? 0) + 1)
    return outcome.value
  }
}

/** Gives a context its transaction. Only the request pipeline, `actAs` and the demonstration may. */
export function attachTransaction(ctx: Context, tx: Tx): Context {
  transactions.set(ctx, tx)
  return ctx
}

/** Whether a verb ran in this context: an unsafe request that wrote nothing through the door is a bug. */
export function hasRunVerb(ctx: Context): boolean {
  return writes.has(ctx)
}

/** Runs verbs outside HTTP: a job, a command, the first filling. One transaction for all of `run`. */
export async function actAs<T>(
  services: Services,
  who: { actor: Actor; cooperativeId: string; requestId: string; locale?: 'fr' | 'en' },
  run: (ctx: Context, tx: Tx) => Promise<T>,
): Promise<T> {
  const userId = who.actor.kind === 'person' ? who.actor.userId : ''
  return inGuardedTransaction(
    services.db,
    {
      open: (tx) => enterCooperative(tx, who.cooperativeId, userId),
      async run(tx, { zone }) {
        const ctx: Context = {
          actor: who.actor,
          cooperativeId: who.cooperativeId,
          zone,
          today: services.clock.today(zone),
          now: services.clock.now(),
          requestId: who.requestId,
          locale: who.locale ?? 'fr',
          services,
          ifMatch: undefined,
          clientNetwork: '',
          userAgent: '',
          reply: {},
        }
        return run(attachTransaction(ctx, tx), tx)
      },
    },
    { mayRetry: true },
  )
}

function mayRun(actor: Actor, access: VerbAccess): boolean {
  if (actor.kind === 'job' || actor.kind === 'cli') return true
  if (access === 'visitor') return true
  if (access === 'system') return false
  if (access === 'code-holder') return actor.kind === 'visitor' || actor.kind === 'person'
  if (actor.kind !== 'person') return false
  if (access === 'signed-in') return true
  const wanted = typeof access === 'string' ? [access] : access
  return wanted.some((permission) => canAny(actor.roles, permission))
}
