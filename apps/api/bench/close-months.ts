import { randomUUID } from 'node:crypto'
import { yearMonth } from '@terreau/domain/time/year-month'
import pg from 'pg'
import { closeMonth } from '../src/features/closing/close-month.ts'
import { actAs } from '../src/platform/mutation.ts'
import { createTestApp, givenCooperative, givenUser, type TestApp } from '../test/test-app.ts'
import { type Comparison, median, timed } from './measure.ts'
import { seedPeople } from './seed.ts'

/** Each closed once; the first one warms caches on both sides. */
const MONTHS = [
  '2026-03',
  '2026-04',
  '2026-05',
  '2026-06',
  '2026-07',
  '2026-08',
  '2026-09',
  '2026-10',
] as const

/** P-05: a whole closing (checks, frozen figures, seal), against one INSERT … SELECT of the same rows. */
export async function closeMonths(sizes: readonly number[]): Promise<Comparison> {
  const results: Comparison['results'] = []
  for (const people of sizes) results.push(await measure(people))
  return {
    id: 'P-05',
    path: 'close a month (checks, figures of each person, seal, audit)',
    meaning:
      'the month is closed while the accountant looks at the screen, however large the cooperative',
    goal: 'at most 3 times one INSERT … SELECT of the same rows',
    results,
  }
}

async function measure(people: number): Promise<Comparison['results'][number]> {
  const test = await createTestApp()
  const admin = new pg.Client({ connectionString: test.urls.ownerUrl })
  await admin.connect()
  try {
    const cooperative = await givenCooperative(test, 'Banc', MONTHS[0])
    const caller = await givenUser(test, cooperative, ['direction'])
    await seedPeople(test.urls.ownerUrl, { cooperativeId: cooperative.id, people, months: MONTHS })
    await admin.query(
      'create table terreau.bench_line as select * from terreau.closing_line with no data',
    )
    const product: number[] = []
    const limit: number[] = []
    for (const [round, month] of MONTHS.entries()) {
      const before = await timed(() => admin.query(RAW, [cooperative.id, month]))
      const own = await timed(() => close(test, cooperative.id, caller.userId, month))
      const after = await timed(() => admin.query(RAW, [cooperative.id, month]))
      if (round === 0) continue
      product.push(own)
      // Around each closing, so that a noisy neighbour slows both sides.
      limit.push(before, after)
    }
    const ratio = median(product) / median(limit)
    const detail = `${median(product).toFixed(0)} ms against ${median(limit).toFixed(0)} ms`
    return { label: `${people} people`, ratio, isMet: ratio <= 3, detail }
  } finally {
    await admin.end()
    await test.close()
  }
}

function close(
  test: TestApp,
  cooperativeId: string,
  userId: string,
  month: string,
): Promise<unknown> {
  const actor = {
    kind: 'person',
    userId,
    personIds: [],
    roles: ['direction'],
    sessionId: randomUUID(),
    displayName: '',
    assurance: 'code',
  } as const
  return actAs(test.services, { actor, cooperativeId, requestId: 'bench' }, (ctx) =>
    closeMonth(ctx, { month: yearMonth(month), sendMails: false }),
  )
}

const RAW = `insert into terreau.bench_line
  select $1::uuid, $2, 1, f.activity_id, f.person_id, f.revenue_cents, f.output_vat_cents, f.input_vat_cents,
         f.production_purchase_cents, f.other_expense_cents, f.contribution_cents, f.accident_cover_cents,
         f.movement_cents, f.opening_cents, f.closing_cents, f.is_nil
    from terreau.month_figures($1::uuid, $2) f`
