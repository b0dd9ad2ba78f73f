import { randomUUID } from 'node:crypto'
import { assertBalanced, type Posting, type PostingLine } from '@terreau/domain/ledger/posting'
import type { YearMonth } from '@terreau/domain/time/year-month'
import { actorLabel, type Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { accountKey, lockAccounts } from './accounts.ts'

/** What a posting comes from. A source posts once per kind: a retry ends on the unique key. */
export interface PostingSource {
  kind:
    | 'acceptance'
    | 'acceptance_undo'
    | 'acceptance_settlement'
    | 'opening'
    | 'opening_undo'
    | 'pay_slip'
    | 'pay_slip_withdrawal'
    | 'bank_credit'
    | 'bank_credit_withdrawal'
  id: string
  /** The month it speaks of, when it is not the month it is booked in. */
  concernsMonth?: YearMonth
  reversesPostingId?: string
}

export type PostingToWrite = Omit<Posting, 'kind'> & { kind: Posting['kind'] | 'adjustment' }

/**
 * Writes a balanced posting and its lines; the balances of its accounts move in the same statements.
 * Accounts are made on demand and locked in ascending order, so that two postings never deadlock.
 */
export async function postEntry(
  tx: Tx,
  ctx: Context,
  posting: PostingToWrite,
  source: PostingSource,
): Promise<{ postingId: string }> {
  assertBalanced({ ...posting, kind: posting.kind === 'adjustment' ? 'declaration' : posting.kind })
  const accounts = await lockAccounts(tx, ctx.cooperativeId, posting.lines)
  const postingId = randomUUID()
  await tx
    .insertInto('posting')
    .values({
      cooperativeId: ctx.cooperativeId,
      id: postingId,
      kind: posting.kind,
      month: posting.month,
      concernsMonth: source.concernsMonth ?? posting.month,
      sourceKind: source.kind,
      sourceId: source.id,
      reversesPostingId: source.reversesPostingId ?? null,
      postedBy: actorLabel(ctx.actor),
      postedAt: ctx.now,
    })
    .execute()
  await insertLines(tx, ctx.cooperativeId, postingId, posting.lines, accounts)
  return { postingId }
}

async function insertLines(
  tx: Tx,
  cooperativeId: string,
  postingId: string,
  lines: readonly PostingLine[],
  accounts: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = lines.map((line, index) => ({
    cooperativeId,
    postingId,
    position: index + 1,
    accountId: accountOfLine(accounts, line),
    amountCents: line.amountCents,
    labelKey: line.labelKey,
    labelParams: JSON.stringify(line.labelParams),
    // The trigger that moves the balance writes the version of the account it reached, and seals the line.
    accountVersion: 0n,
    digest: Buffer.alloc(0),
  }))
  rows.sort((left, right) => (left.accountId < right.accountId ? -1 : 1))
  await tx.insertInto('ledgerLine').values(rows).execute()
}

function accountOfLine(accounts: ReadonlyMap<string, string>, line: PostingLine): string {
  const id = accounts.get(accountKey(line.accountKind, line.activityId))
  if (id === undefined) throw new Error('every line has its account')
  return id
}
