import { createHash } from 'node:crypto'
import type { TwoPersonAct } from '@terreau/domain/access/two-persons'
import { type AskedProposal, type KeptProposal, keptProposal } from '@terreau/protocol/approvals'
import { z } from 'zod'
import type { Context } from './context.ts'
import type { Tx } from './db/transaction.ts'
import type { Outcome } from './mutation.ts'

type Asked<A extends TwoPersonAct> = Extract<AskedProposal, { act: A }>
type Kept<A extends TwoPersonAct> = Extract<KeptProposal, { act: A }>

interface Proposed<K> {
  kept: K
  target: string
  personId: string | null
}

interface Acts<A, K> {
  /** Refuses what could not be done, and says what is kept; what must be sealed is kept elsewhere. */
  propose(tx: Tx, ctx: Context, asked: A): Promise<Proposed<K>>
  /** What the act rests on besides: when it changes, another question has to be asked. */
  facts(tx: Tx, ctx: Context, kept: K): Promise<string>
  /** Does it, in the transaction of the agreement. */
  carryOut(tx: Tx, ctx: Context, kept: K): Promise<Outcome<unknown>>
  /** Drops what was kept elsewhere, after a no. */
  drop?(tx: Tx, ctx: Context, kept: K): Promise<void>
}

/**
 * An act that one person asks for and another agrees to. The feature that owns the act writes one and
 * `features/two-person-kinds.ts` lists it, so that approvals know no act by themselves.
 */
export interface TwoPersonKind extends Acts<AskedProposal, KeptProposal> {
  readonly act: TwoPersonAct
}

/** One kind, from what its act does with its own proposals. */
export function byTwo<A extends TwoPersonAct>(
  act: A,
  acts: Acts<Asked<A>, Kept<A>>,
): TwoPersonKind {
  const asked = (proposal: AskedProposal): Asked<A> => {
    if (isOf(proposal, act)) return proposal
    throw new Error(`${proposal.act} is not ${act}`)
  }
  const kept = (proposal: KeptProposal): Kept<A> => {
    if (isOf(proposal, act)) return proposal
    throw new Error(`${proposal.act} is not ${act}`)
  }
  return {
    act,
    propose: (tx, ctx, proposal) => acts.propose(tx, ctx, asked(proposal)),
    facts: (tx, ctx, proposal) => acts.facts(tx, ctx, kept(proposal)),
    carryOut: (tx, ctx, proposal) => acts.carryOut(tx, ctx, kept(proposal)),
    drop: async (tx, ctx, proposal) => acts.drop?.(tx, ctx, kept(proposal)),
  }
}

function isOf<P extends { act: TwoPersonAct }, A extends TwoPersonAct>(
  proposal: P,
  act: A,
): proposal is Extract<P, { act: A }> {
  return proposal.act === act
}

/** SHA-256 of a proposal and of what it rests on. */
export function fingerprintOf(kept: KeptProposal, facts: string): string {
  const text = JSON.stringify([sorted(z.encode(keptProposal, kept)), facts])
  return createHash('sha256').update(text).digest('hex')
}

/** The same text whatever the order in which a store gives the keys back. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return entries.map(([key, inner]) => [key, sorted(inner)])
}
