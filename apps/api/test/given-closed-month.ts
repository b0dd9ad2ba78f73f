import { randomUUID } from 'node:crypto'
import { queryAsOwner } from './query-as-owner.ts'
import type { TestApp, TestCooperative } from './test-app.ts'

interface ClosedFigures {
  revenueCents?: bigint
  productionPurchaseCents?: bigint
  otherExpenseCents?: bigint
  contributionCents?: bigint
  accidentCoverCents?: bigint
  openingCents?: bigint
  version?: number
}

/**
 * One closed month with one line, as a closing leaves it. Written without triggers, so that a test may add
 * a person to a month that is closed already; the sums are still checked by the table.
 */
export async function givenClosedMonth(
  test: TestApp,
  cooperative: TestCooperative,
  of: { personId: string; activityId: string; month: string },
  figures: ClosedFigures = {},
): Promise<void> {
  const revenue = figures.revenueCents ?? 180_000n
  const purchases = figures.productionPurchaseCents ?? 0n
  const expenses = figures.otherExpenseCents ?? 13_632n
  const contribution = figures.contributionCents ?? 18_000n
  const cover = figures.accidentCoverCents ?? 395n
  const opening = figures.openingCents ?? 0n
  const movement = revenue - purchases - expenses - contribution - cover
  await queryAsOwner(
    test,
    `with quiet as (select set_config('session_replication_role', 'replica', false)),
     closed as (
       insert into terreau.closing (cooperative_id, month, version, closed_by, people, previous_sha256, sha256)
       select $1, $2, $3, $4, 1, '\\x00', '\\x01' from quiet
       on conflict do nothing)
     insert into terreau.closing_line (cooperative_id, month, version, activity_id, person_id, revenue_cents,
       output_vat_cents, input_vat_cents, production_purchase_cents, other_expense_cents, contribution_cents,
       accident_cover_cents, movement_cents, opening_cents, closing_cents, is_nil)
     select $1, $2, $3, $5, $6, $7::bigint, 0, 0, $8::bigint, $9::bigint, $10::bigint, $11::bigint, $12::bigint,
       $13::bigint, $14::bigint, $7::bigint = 0 from quiet`,
    [
      cooperative.id,
      of.month,
      figures.version ?? 1,
      randomUUID(),
      of.activityId,
      of.personId,
      ...[revenue, purchases, expenses, contribution, cover, movement].map(String),
      String(opening),
      String(opening + movement),
    ],
  )
}
