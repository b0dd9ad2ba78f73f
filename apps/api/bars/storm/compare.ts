import { queryAsOwner } from '../../test/query-as-owner.ts'
import type { TestApp } from '../../test/test-app.ts'
import { type BarResult, fact, pause } from '../bar.ts'
import type { Told } from './clients.ts'
import type { World } from './world.ts'

/** What failed beside the kill comes again within a minute, and each try may be cut off by the next kill. */
const JOBS_MS = 120_000

/** Each key is what a client was told; what is in the database must be the same list, each once. */
const LISTS: readonly { name: string; told(told: Told): string[]; sql: string }[] = [
  {
    name: 'people',
    told: ({ people }) => people,
    sql: `select given_name as key from terreau.person where length(given_name) = 36`,
  },
  {
    name: 'declarations',
    told: ({ declarations }) => pairs(declarations),
    sql: `select id || ' ' || number as key from terreau.declaration`,
  },
  {
    name: 'acceptances',
    told: ({ accepted }) => accepted,
    sql: `select declaration_id::text as key from terreau.acceptance`,
  },
  {
    name: 'bookings of acceptances',
    told: ({ accepted }) => accepted,
    sql: `select a.declaration_id::text as key from terreau.posting p
            join terreau.acceptance a on a.cooperative_id = p.cooperative_id and a.id = p.source_id`,
  },
  {
    name: 'receipts',
    told: ({ receipts }) => receipts,
    sql: `select id::text as key from terreau.receipt`,
  },
  {
    name: 'sessions',
    told: ({ sessions }) => sessions,
    sql: `select id::text as key from terreau.tutoring_session`,
  },
  {
    name: 'certificates',
    told: ({ attestations }) => pairs(attestations),
    sql: `select id || ' ' || number as key from terreau.attestation`,
  },
  {
    name: 'closings',
    told: ({ closings }) => pairs(closings),
    sql: `select month || ' ' || encode(sha256, 'hex') as key from terreau.closing`,
  },
]

/**
 * What was told against what is there: nothing lost, nothing twice, nothing of the others, jobs done. A
 * sabotaged run is not asked whether there was enough of everything: it must be red by what it breaks.
 */
export async function compare(
  test: TestApp,
  world: World,
  { told, isSabotaged }: { told: Told; isSabotaged: boolean },
) {
  const checks: BarResult['checks'] = []
  const counts: Record<string, number> = {}
  for (const { name, told: keysOf, sql } of LISTS) {
    const keys = keysOf(told)
    const rows = await queryAsOwner<{ key: string }>(test, sql)
    const stored = new Set(rows.map(({ key }) => key))
    const known = new Set(keys)
    const unknown = rows.filter(({ key }) => !known.has(key))
    checks.push(
      fact(`${name} confirmed and lost`, keys.filter((key) => !stored.has(key)).length, 0),
      fact(`${name} written twice`, rows.length - stored.size + unknown.length, 0),
      { name: `${name} were written`, isMet: isSabotaged || keys.length > 0 },
    )
    counts[name] = keys.length
  }
  const foreign = await rowsOfOthers(test, world)
  checks.push(
    fact('answers with a line of another cooperative', told.foreign, 0),
    fact('rows under another cooperative', foreign, 0),
    ...(isSabotaged ? [] : await closingsLeft(test)),
    fact('requests refused', told.refusals.length, 0),
    ...told.refusals.slice(0, 3).map((name) => ({ name, isMet: false })),
  )
  counts.confirmed = told.acknowledged
  counts.repeated = told.repeated
  return { checks, counts }
}

/** Waits for the jobs; then every closing has its statements. */
export async function closingsLeft(test: TestApp): Promise<BarResult['checks']> {
  const left = await jobsLeft(test)
  return [
    fact('jobs that nobody does any more', left.length, 0),
    ...left.slice(0, 3).map((name) => ({ name, isMet: false })),
    fact('closings without their statements', await withoutStatements(test), 0),
  ]
}

function pairs(map: ReadonlyMap<string, string>): string[] {
  return [...map].map(([key, value]) => `${key} ${value}`)
}

/** People bear the word of their cooperative: one that stands in another was written on its connection. */
async function rowsOfOthers(test: TestApp, { sides }: World): Promise<number> {
  let foreign = 0
  for (const { cooperative, marker } of sides) {
    const rows = await queryAsOwner(
      test,
      'select 1 from terreau.person where family_name = $1 and cooperative_id <> $2',
      [marker, cooperative.id],
    )
    foreign += rows.length
  }
  return foreign
}

/** Jobs of killed processes must come again soon, not after the hours that the queue would wait. */
async function jobsLeft(test: TestApp): Promise<string[]> {
  const since = performance.now()
  for (;;) {
    const rows = await queryAsOwner<{ words: string }>(
      test,
      `select format('%s: attempt %s, due %s, held %s, %s', t.identifier, j.attempts, j.run_at - now(),
                     now() - j.locked_at, coalesce(j.last_error, 'no error')) as words
         from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where j.run_at <= now() + interval '1 minute' or j.locked_at is not null`,
    )
    const left = rows.map(({ words }) => words)
    if (left.length === 0 || performance.now() - since > JOBS_MS) return left
    await pause(200)
  }
}

async function withoutStatements(test: TestApp): Promise<number> {
  const rows = await queryAsOwner(
    test,
    `select 1 from terreau.closing_line l
      where not exists (select 1 from terreau.closing_statement s
        where s.cooperative_id = l.cooperative_id and s.month = l.month and s.version = l.version
          and s.activity_id = l.activity_id)`,
  )
  return rows.length
}
