import { clocksOf } from '@terreau/domain/clocks/clocks-of'
import { localDate } from '@terreau/domain/time/local-date'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedPeople } from '../bench/seed.ts'
import { connect } from '../src/platform/db/client.ts'
import { buffersOf, getAs } from './buffers-of.ts'
import {
  type Caller,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
} from './test-app.ts'

/** What a page may read in a cooperative of ten thousand people, compared with one of a hundred. */
const MOST_TIMES = 2
/** A full page of rows with a few look-ups each, which a hundred people may not even fill. */
const FREE_BUFFERS = 500
/**
 * When nearly everybody has declared, the few who have not are found by one pass over two indexes, the
 * contracts in force and what was sent: so many pages for ten thousand people, on top.
 */
const ONE_PASS_OF_INDEXES = 300
/** A clock as it is written; its dates are those of its row. */
const CLOCK = JSON.stringify(
  clocksOf(
    {
      contracts: [
        {
          id: 'A',
          kind: 'CAPE',
          startsOn: localDate('2026-01-01'),
          endsOn: localDate('2026-12-31'),
        },
      ],
    },
    localDate('2026-11-02'),
  ).find(({ kind }) => kind === 'cape-term'),
)

/** How many people one adviser follows, in a cooperative of any size. */
const FOLLOWED = 40

interface Place {
  cooperativeId: string
  caller: Caller
  personId: string
}

let test: TestApp
let owner: pg.Client
let plans: pg.Pool
let small: Place
let large: Place

beforeAll(async () => {
  test = await createTestApp()
  owner = new pg.Client({ connectionString: test.urls.ownerUrl })
  await owner.connect()
  plans = connect(test.urls.appUrl, { max: 1 }).pool
  small = await givenPlace('Cent', 100)
  large = await givenPlace('Dix mille', 10_000)
  await owner.query('vacuum analyze')
}, 180_000)
afterAll(async () => {
  await owner.end()
  await plans.end()
  await test.close()
})

const PATHS = [
  '/home/queue?topic=contracts',
  '/home/queue?view=snoozed',
  '/people',
  '/people?view=active',
  '/people?view=ending',
  '/contracts',
  '/contracts?view=active',
  '/contracts?view=ending',
  '/contracts?view=to-sign',
  '/contracts?view=ended',
  '/deadlines',
  '/deadlines?kind=cape-term',
]

/** Its page and its count find them each. */
const UNDECLARED = '/people?view=undeclared'

describe('when nobody has declared yet', () => {
  it.each(PATHS)('GET %s reads no more for ten thousand people', (path) => compare(path))
  it.each(['/home/queue', '/home/queue?inCharge=me', '/home/month'])(
    '%s adds one pass over the index of contracts in force',
    (path) => compare(path, path, ONE_PASS_OF_INDEXES),
  )
  it(`${UNDECLARED} adds one pass for the page and one for the count`, () =>
    compare(UNDECLARED, UNDECLARED, 2 * ONE_PASS_OF_INDEXES))
  it.each(['/people', '/contracts', '/home/queue'])(
    'the second page of %s costs what the first does',
    async (path) => {
      await compare(
        `${path}?after=${await nextOf(large, path)}`,
        `${path}?after=${await nextOf(small, path)}`,
        path === '/home/queue' ? ONE_PASS_OF_INDEXES : 0,
      )
    },
  )
})

describe('when nearly everybody has', () => {
  beforeAll(async () => {
    for (const { cooperativeId, caller } of [small, large]) {
      await owner.query(
        `insert into terreau.declaration (cooperative_id, id, activity_id, person_id, contract_id, month,
           concerns_month, state, number, declared_by, submitted_at)
         select c.cooperative_id, gen_random_uuid(), c.activity_id, c.person_id, c.id, '2026-10', '2026-10',
                case when row_number() over (order by c.id) % 100 = 1 then 'submitted' else 'accepted' end,
                'S-' || c.number, $2, '2026-11-01'
           from terreau.contract c
          where c.cooperative_id = $1 and c.state = 'active' and c.ends_on >= '2026-11-01'
          order by c.id offset 3`,
        [cooperativeId, caller.userId],
      )
    }
    await owner.query('vacuum analyze')
  }, 120_000)
  it.each(PATHS)('GET %s reads no more for ten thousand people', (path) => compare(path))
  it.each(['/home/queue', '/home/queue?inCharge=me', '/home/month'])(
    '%s adds one pass over the index of contracts in force',
    (path) => compare(path, path, ONE_PASS_OF_INDEXES),
  )
  it(`${UNDECLARED} adds one pass for the page and one for the count`, () =>
    compare(UNDECLARED, UNDECLARED, 2 * ONE_PASS_OF_INDEXES))
})

it('reads the file of a person with ten years of history as it reads a new one', async () => {
  const before = await buffersOf({ test, plans, ...large }, `/people/${large.personId}`)
  await owner.query(
    `insert into terreau.declaration (cooperative_id, id, activity_id, person_id, contract_id, month,
       concerns_month, state, number, declared_by, submitted_at)
     select c.cooperative_id, gen_random_uuid(), c.activity_id, c.person_id, c.id, m.month, m.month,
            'accepted', 'T-' || m.month, $3, m.day
       from terreau.contract c,
            lateral (select to_char(d, 'YYYY-MM') as month, d as day
                       from generate_series('2016-01-01'::date, '2025-12-01', interval '1 month') d) m
      where c.cooperative_id = $1 and c.person_id = $2 and c.ends_on >= '2026-11-01'`,
    [large.cooperativeId, large.personId, large.caller.userId],
  )
  await owner.query('vacuum analyze terreau.declaration')
  for (const path of ['', '/timeline'])
    expect(
      await buffersOf({ test, plans, ...large }, `/people/${large.personId}${path}`),
    ).toBeLessThanOrEqual(MOST_TIMES * Math.max(before, FREE_BUFFERS))
})

/** People with three contracts each: two that ended and one of today, of which one in ten ends soon. */
async function givenPlace(name: string, people: number): Promise<Place> {
  const cooperative = await givenCooperative(test, name)
  const cooperativeId = cooperative.id
  const { schemeId } = await seedPeople(test.urls.ownerUrl, { cooperativeId, people, months: [] })
  await owner.query(
    `update terreau.contract c set ends_on = '2026-11-14'::date + (n % 10)::integer * 20, starts_on = '2026-06-01'
       from (select id, row_number() over (order by id) as n from terreau.contract where cooperative_id = $1) r
      where c.cooperative_id = $1 and c.id = r.id`,
    [cooperativeId],
  )
  await owner.query(
    `insert into terreau.contract (cooperative_id, id, kind, number, person_id, activity_id, scheme_id, starts_on, ends_on, state)
     select c.cooperative_id, gen_random_uuid(), 'CAPE', c.number || '-' || n, c.person_id, c.activity_id, $2,
            '2023-06-01'::date + n * 365, '2024-05-30'::date + n * 365, 'active'
       from terreau.contract c, generate_series(0, 1) n where c.cooperative_id = $1`,
    [cooperativeId, schemeId],
  )
  // What is written of a clock is what still waits: the term of each contract of today.
  await owner.query(
    `insert into terreau.legal_clock (cooperative_id, person_id, contract_id, n, kind, ends_on, alert_from, clock)
     select c.cooperative_id, c.person_id, c.id, 1, 'cape-term', c.ends_on, c.ends_on - 60, $2::jsonb
       from terreau.contract c where c.cooperative_id = $1 and c.ends_on >= '2026-11-02'`,
    [cooperativeId, CLOCK],
  )
  const { rows } = await owner.query<{ id: string }>(
    'select id from terreau.person where cooperative_id = $1 order by id limit 1',
    [cooperativeId],
  )
  const caller = await givenUser(test, cooperative, ['direction'])
  await owner.query(
    `update terreau.person set adviser_user_id = $2
      where id in (select id from terreau.person where cooperative_id = $1 order by id limit $3)`,
    [cooperativeId, caller.userId, FOLLOWED],
  )
  return {
    cooperativeId,
    caller,
    personId: rows[0]?.id ?? '',
  }
}

async function compare(path: string, smallPath = path, besides = 0): Promise<void> {
  const few = await buffersOf({ test, plans, ...small }, smallPath)
  const many = await buffersOf({ test, plans, ...large }, path)
  expect(many, `${path}: ${few} buffers for 100 people, ${many} for 10,000`).toBeLessThanOrEqual(
    MOST_TIMES * Math.max(few, FREE_BUFFERS) + besides,
  )
}

async function nextOf(place: Place, path: string): Promise<string> {
  const response = await getAs({ test, caller: place.caller }, path)
  const body: unknown = await response.json()
  if (
    typeof body !== 'object' ||
    body === null ||
    !('next' in body) ||
    typeof body.next !== 'string'
  )
    throw new Error(`${path} has no second page`)
  return encodeURIComponent(body.next)
}
