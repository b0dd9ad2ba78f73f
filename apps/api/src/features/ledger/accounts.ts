import { randomUUID } from 'node:crypto'
import type { AccountKind } from '@terreau/domain/ledger/account'
import type { Tx } from '../../platform/db/transaction.ts'

interface AccountOwner {
  accountKind: AccountKind
  activityId: string | null
}

export function accountKey(kind: string, activityId: string | null): string {
  return `${kind} ${activityId ?? ''}`
}

/**
 * The accounts of some lines, made when they are new, then locked in ascending order of their id:
 * nothing is locked before everything exists, so two postings never wait for each other in a circle.
 * Answers their ids by `accountKey`.
 */
export async function lockAccounts(
  tx: Tx,
  cooperativeId: string,
  owners: readonly AccountOwner[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Map(
    owners.map((owner) => [accountKey(owner.accountKind, owner.activityId), owner]),
  )
  const existing = idsByKey(await accountsOf(tx, cooperativeId, owners).execute())
  const missing = [...wanted].filter(([key]) => !existing.has(key)).sort()
  if (missing.length > 0) {
    await tx
      .insertInto('account')
      .values(
        missing.map(([, owner]) => ({
          cooperativeId,
          id: randomUUID(),
          kind: owner.accountKind,
          activityId: owner.activityId,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  return idsByKey(await accountsOf(tx, cooperativeId, owners).forUpdate().execute())
}

function accountsOf(tx: Tx, cooperativeId: string, owners: readonly AccountOwner[]) {
  const kinds = [...new Set(owners.map((owner) => owner.accountKind))]
  const activities = [...new Set(owners.flatMap((owner) => owner.activityId ?? []))]
  return tx
    .selectFrom('account')
    .select(['id', 'kind', 'activityId'])
    .where('cooperativeId', '=', cooperativeId)
    .where('kind', 'in', kinds)
    .where((eb) =>
      activities.length === 0
        ? eb('activityId', 'is', null)
        : eb.or([eb('activityId', 'is', null), eb('activityId', 'in', activities)]),
    )
    .orderBy('id')
}

function idsByKey(
  rows: readonly { id: string; kind: string; activityId: string | null }[],
): ReadonlyMap<string, string> {
  return new Map(rows.map((row) => [accountKey(row.kind, row.activityId), row.id]))
}
