import { randomUUID } from 'node:crypto'
import { postOpening as openingPosting } from '@terreau/domain/ledger/opening'
import { cents } from '@terreau/domain/money/cents'
import { addMonths, type YearMonth, yearMonth } from '@terreau/domain/time/year-month'
import pg from 'pg'
import { postEntry } from '../src/features/ledger/index.ts'
import { asCommand, createTestApp, givenCooperative, type TestApp } from '../test/test-app.ts'
import { atLeast, type Bar, fact } from './bar.ts'
import { givenActivities } from './given-activities.ts'

const WRITERS = 24

/**
 * Postings race a closing, again and again. Each posting is in the totals that the closing froze, or it is
 * refused; none slips in behind it.
 */
export const closeRace: Bar = {
  name: 'close-race',
  promise: 'a closed month never changes: what comes at the same instant is counted or refused',
  sabotage: 'the guard of open months taken off the postings',
  async run(options) {
    const test = await createTestApp()
    const admin = new pg.Pool({ connectionString: test.urls.ownerUrl, max: 2 })
    try {
      if (options.isSabotaged)
        await admin.query('alter table terreau.posting disable trigger open_month')
      const cooperative = await givenCooperative(test, 'Course', '2020-01')
      const activities = await givenActivities(test, cooperative.id, WRITERS)
      const rounds = options.isSmall ? 12 : 100
      let posted = 0
      let refused = 0
      let late = 0
      for (let round = 0; round < rounds; round += 1) {
        const month = addMonths(yearMonth('2020-01'), round)
        const outcome = await race(test, admin, {
          cooperativeId: cooperative.id,
          activities,
          month,
        })
        posted += outcome.posted
        refused += outcome.refused
        late += outcome.late
      }
      return {
        checks: [
          atLeast('postings that were counted', posted, rounds),
          atLeast('postings that were refused', refused, options.isSabotaged ? 0 : 1),
          fact('postings behind the closing', late, 0),
        ],
        counts: { rounds, posted, refused },
      }
    } finally {
      await admin.end()
      await test.close()
    }
  },
}

interface Round {
  cooperativeId: string
  activities: readonly string[]
  month: YearMonth
}

async function race(
  test: TestApp,
  admin: pg.Pool,
  round: Round,
): Promise<{ posted: number; refused: number; late: number }> {
  let posted = 0
  let refused = 0
  let isClosed = false
  const writer = async (activityId: string): Promise<void> => {
    // Two more after the closing, so that late ones are surely tried.
    for (let after = 0; after < 2; ) {
      if (isClosed) after += 1
      try {
        await post(test, round, activityId)
        posted += 1
      } catch {
        refused += 1
      }
    }
  }
  const writers = round.activities.map(writer)
  await new Promise((done) => setTimeout(done, 30 + Math.random() * 60))
  const frozen = await close(admin, round)
  isClosed = true
  await Promise.all(writers)
  const now = await countPostings(admin, round)
  return { posted, refused, late: now - frozen }
}

async function post(test: TestApp, round: Round, activityId: string): Promise<void> {
  await asCommand(test, round.cooperativeId, async (ctx, tx) => {
    const posting = openingPosting({ activityId, month: round.month, balanceCents: cents(100n) })
    await postEntry(tx, ctx, posting, { kind: 'opening', id: randomUUID() })
  })
}

/** Closes as the product does: the insertion takes the month alone, then the totals are read and frozen. */
async function close(admin: pg.Pool, round: Round): Promise<number> {
  const client = await admin.connect()
  try {
    await client.query('begin')
    await client.query(
      `insert into terreau.closing (cooperative_id, month, closed_by, people, previous_sha256, sha256)
       values ($1, $2, $3, 0, '\\x', '\\x')`,
      [round.cooperativeId, round.month, randomUUID()],
    )
    const frozen = await countPostings(client, round)
    await client.query('commit')
    return frozen
  } finally {
    client.release()
  }
}

async function countPostings(client: pg.Pool | pg.PoolClient, round: Round): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    'select count(*)::int as n from terreau.posting where cooperative_id = $1 and month = $2',
    [round.cooperativeId, round.month],
  )
  return rows[0]?.n ?? 0
}
