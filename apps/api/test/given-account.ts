import type { PostingLine } from '@terreau/domain/ledger/posting'
import { cents } from '@terreau/domain/money/cents'
import { addMonths, type YearMonth } from '@terreau/domain/time/year-month'
import { postEntry } from '../src/features/ledger/index.ts'
import type { TestTester } from './given-money.ts'
import { queryAsOwner } from './query-as-owner.ts'
import { asCommand, type TestApp, type TestCooperative } from './test-app.ts'

/** What one month of a busy activity writes: ten lines of seven accounts. Euro cents, money in is positive. */
const MONTH: readonly [PostingLine['accountKind'], bigint][] = [
  ['activity_revenue', 180_000n],
  ['activity_revenue', 45_050n],
  ['activity_revenue', 12_345n],
  ['activity_production_purchase', -20_000n],
  ['activity_expense', -6_000n],
  ['activity_expense', -7_632n],
  ['activity_contribution', -23_740n],
  ['activity_accident_cover', -395n],
  ['activity_gross_pay', -110_000n],
  ['activity_employer_contributions', -21_000n],
]

/**
 * An accepted declaration for each month up to `last`, ten lines each, every month but the last closed with
 * its statement. Entries are written by the product itself; what they come from and the closings are rows.
 */
export async function givenAccount(
  test: TestApp,
  coop: TestCooperative,
  tester: TestTester,
  of: { months: number; last: YearMonth },
): Promise<void> {
  const months = Array.from({ length: of.months }, (_, n) => addMonths(of.last, n + 1 - of.months))
  const sources = await queryAsOwner<{ id: string; month: YearMonth }>(test, SOURCES, [
    coop.id,
    tester.activityId,
    tester.personId,
    tester.contractId,
    months,
  ])
  await asCommand(test, coop.id, async (ctx, tx) => {
    for (const month of months) {
      const id = sources.find((source) => source.month === month)?.id ?? ''
      const lines = MONTH.map(([accountKind, effect]) => line(accountKind, -effect, tester, month))
      const total = MONTH.reduce((sum, [, effect]) => sum + effect, 0n)
      await postEntry(
        tx,
        ctx,
        { kind: 'declaration', month, lines: [...lines, line('customers', total, null, month)] },
        { kind: 'acceptance', id },
      )
    }
  })
  await queryAsOwner(test, CLOSINGS, [coop.id, tester.activityId, tester.personId, of.last, months])
}

function line(
  accountKind: PostingLine['accountKind'],
  amount: bigint,
  tester: TestTester | null,
  month: YearMonth,
): PostingLine {
  return {
    accountKind,
    activityId: tester?.activityId ?? null,
    amountCents: cents(amount),
    labelKey: 'ledger.line.revenue',
    labelParams: { month },
  }
}

const SOURCES = `
  with quiet as (select set_config('session_replication_role', 'replica', false)),
  declared as (
    insert into terreau.declaration (cooperative_id, id, activity_id, person_id, contract_id, month,
      concerns_month, state, number, declared_by, submitted_at)
    select $1::uuid, gen_random_uuid(), $2::uuid, $3::uuid, $4::uuid, m, m, 'accepted', 'A-' || left($2::uuid::text, 8) || m,
           $3::uuid, now()
      from quiet, unnest($5::text[]) m
    returning *)
  insert into terreau.acceptance (cooperative_id, id, declaration_id, activity_id, month, concerns_month,
    accepted_by, scheme_id, contribution_base_cents, revenue_cents, output_vat_cents, input_vat_cents,
    production_purchase_cents, other_expense_cents, contribution_cents, accident_cover_cents, movement_cents,
    is_nil, contribution_lines)
  select cooperative_id, gen_random_uuid(), id, activity_id, month, month, 'test', gen_random_uuid(),
         0, 0, 0, 0, 0, 0, 0, 0, 0, false, '[]'
    from declared
  returning id, month`

const CLOSINGS = `
  with quiet as (select set_config('session_replication_role', 'replica', false)),
  past as (select m as month from quiet, unnest($5::text[]) m where m < $4),
  closed as (
    insert into terreau.closing (cooperative_id, month, closed_by, people, previous_sha256, sha256)
    select $1::uuid, month, $3::uuid, 1, '\\x00', '\\x01' from past on conflict do nothing),
  figures as (
    insert into terreau.closing_line (cooperative_id, month, version, activity_id, person_id, revenue_cents,
      output_vat_cents, input_vat_cents, production_purchase_cents, other_expense_cents, contribution_cents,
      accident_cover_cents, movement_cents, opening_cents, closing_cents, is_nil)
    select $1::uuid, month, 1, $2::uuid, $3::uuid, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, true from past)
  insert into terreau.closing_statement (cooperative_id, month, version, activity_id, file_id)
  select $1::uuid, month, 1, $2::uuid, gen_random_uuid() from past`
