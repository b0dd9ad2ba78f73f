import { randomUUID } from 'node:crypto'
import { addMonths, type YearMonth, yearMonth } from '@terreau/domain/time/year-month'
import { closeMonth } from '../src/features/closing/close-month.ts'
import { connect, type DatabaseClient } from '../src/platform/db/client.ts'
import { actAs } from '../src/platform/mutation.ts'
import type { Services } from '../src/platform/services.ts'
import { queryAsOwner } from '../test/query-as-owner.ts'
import { createTestApp, givenCooperative, givenUser, type TestApp } from '../test/test-app.ts'
import { type Comparison, median, timed } from './measure.ts'
import { seedMonth, seedPeople } from './seed.ts'

const FIRST = yearMonth('2024-01')
/** Months that were booked before: an account of some age, not one that begins. */
const HISTORY = 6
/** Closings after which the database has kept the plan of every statement of theirs. */
const WARM = 12
const COUNTED = 7

/**
 * P-05: a whole closing (checks, frozen figures, seal), against one INSERT … SELECT of the same rows. Both sides
 * go through a connection of the product, and each has run as often as the other before a figure is taken.
 */
export async function closeMonths(sizes: readonly number[]): Promise<Comparison> {
  const results: Comparison['results'] = []
  for (const people of sizes) results.push(await measure(people, 'kept plans'))
  results.push(
    await measure(100, 'first closing of a connection, against its first INSERT, for reading'),
  )
  return {
    id: 'P-05',
    path: 'close a month (checks, figures of each person, seal, audit)',
    meaning:
      'the month is closed while the accountant looks at the screen, however large the cooperative',
    goal: 'at most 3 times one INSERT … SELECT of the same rows',
    results,
  }
}

type Plans = 'kept plans' | 'first closing of a connection, against its first INSERT, for reading'

async function measure(people: number, plans: Plans): Promise<Comparison['results'][number]> {
  const test = await createTestApp()
  let sides = connectSides(test)
  try {
    await sides.raw.pool.query(
      'create table terreau.bench_line as select * from terreau.closing_line with no data',
    )
    const small = await givenPeople(test, 10)
    for (let n = 0; n < WARM; n += 1) await closeBoth(test, sides, small, n)
    const product: number[] = []
    const limit: number[] = []
    const measured = await givenPeople(test, people)
    for (let n = 0; n <= COUNTED; n += 1) {
      if (plans !== 'kept plans') {
        await sides.close()
        sides = connectSides(test)
      }
      const { own, raw } = await closeBoth(test, sides, measured, n)
      if (n === 0) continue
      product.push(own)
      limit.push(...(plans === 'kept plans' ? raw : raw.slice(0, 1)))
    }
    const ratio = median(product) / median(limit)
    const detail = `${median(product).toFixed(1)} ms against ${median(limit).toFixed(1)} ms`
    return { label: `${people} people, ${plans}`, ratio, isMet: ratio <= 3, detail }
  } finally {
    await sides.close()
    await test.close()
  }
}

interface Sides {
  own: DatabaseClient
  raw: DatabaseClient
  close(): Promise<void>
}

function connectSides(test: TestApp): Sides {
  const own = connect(test.urls.appUrl, { max: 1 })
  const raw = connect(test.urls.ownerUrl, { max: 1 })
  return {
    own,
    raw,
    async close() {
      await own.close()
      await raw.close()
    },
  }
}

interface Place {
  cooperativeId: string
  schemeId: string
  userId: string
}

async function givenPeople(test: TestApp, people: number): Promise<Place> {
  const cooperative = await givenCooperative(test, 'Banc', FIRST)
  const { userId } = await givenUser(test, cooperative, ['direction'])
  const months = Array.from({ length: HISTORY + 1 }, (_, n) => addMonths(FIRST, n - HISTORY))
  const cooperativeId = cooperative.id
  const { schemeId } = await seedPeople(test.urls.ownerUrl, { cooperativeId, people, months })
  return { cooperativeId, schemeId, userId }
}

/** Milliseconds of the closing, and of the limit before and after it: a noisy neighbour then slows both sides. */
async function closeBoth(test: TestApp, { own, raw }: Sides, place: Place, n: number) {
  const { cooperativeId, schemeId, userId } = place
  const month = addMonths(FIRST, n)
  if (n > 0) await seedMonth(test.urls.ownerUrl, { cooperativeId, month, schemeId })
  await queryAsOwner(test, READ_ONCE, [cooperativeId, month])
  const insert = () => raw.pool.query(RAW, [cooperativeId, month])
  await Promise.all([own.pool.query('select 1'), raw.pool.query('select 1')])
  const before = await timed(insert)
  const closing = await timed(() =>
    close({ ...test.services, db: own.db }, cooperativeId, userId, month),
  )
  const after = await timed(insert)
  return { own: closing, raw: [before, after] }
}

function close(
  services: Services,
  cooperativeId: string,
  userId: string,
  month: YearMonth,
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
  return actAs(services, { actor, cooperativeId, requestId: 'bench' }, (ctx) =>
    closeMonth(ctx, { month, sendMails: false }),
  )
}

/** What was just written is read once more slowly than ever after: by neither side. */
const READ_ONCE = 'select from terreau.month_figures($1::uuid, $2)'

const RAW = `insert into terreau.bench_line
  select $1::uuid, $2, 1, f.activity_id, f.person_id, f.revenue_cents, f.output_vat_cents, f.input_vat_cents,
         f.production_purchase_cents, f.other_expense_cents, f.contribution_cents, f.accident_cover_cents,
         f.movement_cents, f.opening_cents, f.closing_cents, f.is_nil, f.pay_cents, f.bank_cents
    from terreau.month_figures($1::uuid, $2) f`
