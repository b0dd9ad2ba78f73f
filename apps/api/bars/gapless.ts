import { createHash, randomUUID } from 'node:crypto'
import { givenScheme, givenTester } from '../test/given-money.ts'
import { queryAsOwner } from '../test/query-as-owner.ts'
import {
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
} from '../test/test-app.ts'
import { atLeast, type Bar, type BarOptions, fact, onTestApp, pause } from './bar.ts'

const ISSUERS = { small: 6, full: 20 }
const YEARS = ['2026-11-02', '2027-01-04']

/**
 * Certificates issued at once, by many, in two cooperatives and two years, while connections are killed and
 * one transaction in seven fails after it has taken its number. In each cooperative and year the numbers are
 * 1, 2, 3…, every issuer holds the number that they were told, and each number has its document.
 */
export const gapless: Bar = {
  name: 'gapless',
  promise: 'document numbers run 1, 2, 3… without a hole or a double, whatever crashes',
  sabotage: 'a database sequence in place of the counter row',
  run: (options) =>
    onTestApp(
      options,
      async (test) => {
        await letSomeFail(test)
        if (options.isSabotaged) await numberBySequence(test)
        const houses = [await givenHouse(test, 'Baobab'), await givenHouse(test, 'Karité')]
        const told = new Map<string, string>()
        const killer = killBackends(test, options)
        for (const [index, day] of YEARS.entries()) {
          test.setToday(day)
          const wanted = (options.isSmall ? 16 : 5_000) * (index + 1)
          const issuers = options.isSmall ? ISSUERS.small : ISSUERS.full
          await issueMany(test, { houses, told, wanted, issuers })
        }
        const kills = await killer.stop()
        const series = await readSeries(test)
        return {
          checks: [
            fact('series, one for each cooperative and year', series.length, 4),
            atLeast('connections killed', kills, 1),
            fact(
              'holes',
              total(series, ({ last, numbers }) => last - numbers),
              0,
            ),
            fact(
              'doubles',
              total(series, ({ numbers, distinct }) => numbers - distinct),
              0,
            ),
            fact('numbers that somebody was told and are not there', await lost(test, told), 0),
            fact(
              'documents that nobody was told of',
              total(series, (s) => s.numbers) - told.size,
              0,
            ),
            fact('numbers without their document', await withoutDocument(test, houses, told), 0),
          ],
          counts: { issued: told.size, kills, series: series.length },
        }
      },
      () => createTestApp({ pdfThreads: 2 }),
    ),
}

interface House {
  adviser: Caller
  personId: string
}

async function givenHouse(test: TestApp, name: string): Promise<House> {
  const cooperative = await givenCooperative(test, name)
  const scheme = await givenScheme(test, cooperative)
  const { personId } = await givenTester(test, cooperative, scheme, { kind: 'CAPE' })
  return { personId, adviser: await givenUser(test, cooperative, ['adviser']) }
}

/** One in seven fails at COMMIT, with its number taken: the product tries three times, then says no. */
async function letSomeFail(test: TestApp): Promise<void> {
  await queryAsOwner(
    test,
    `create function terreau.bar_fail() returns trigger language plpgsql as
       $$ begin if random() < 0.15 then raise exception using errcode = '40001'; end if; return null; end $$;
     create constraint trigger bar_fail after insert on terreau.attestation deferrable initially deferred
       for each row execute function terreau.bar_fail()`,
  )
}

/** A sequence does not go back with a transaction that fails. */
async function numberBySequence(test: TestApp): Promise<void> {
  await queryAsOwner(
    test,
    `create sequence terreau.bar_number start 2; grant usage on sequence terreau.bar_number to terreau_app;
     create function terreau.bar_take() returns trigger language plpgsql as
       $$ begin new.n := nextval('terreau.bar_number'); return new; end $$;
     create trigger bar_take before update on terreau.number_counter
       for each row when (old.series = 'attestation') execute function terreau.bar_take()`,
  )
}

async function issueMany(
  test: TestApp,
  among: { houses: readonly House[]; told: Map<string, string>; wanted: number; issuers: number },
): Promise<void> {
  const { houses, told, wanted, issuers } = among
  let begun = told.size
  const issuer = async (): Promise<void> => {
    while (begun < wanted) {
      begun += 1
      const house = houses[begun % houses.length]
      if (house === undefined) return
      const { id, number } = await issueOne(test, house)
      told.set(id, number)
    }
  }
  await Promise.all(Array.from({ length: issuers }, issuer))
}

/** As a browser does it: the same key until there is an answer. */
async function issueOne(
  test: TestApp,
  { adviser, personId }: House,
): Promise<{ id: string; number: string }> {
  const key = randomUUID()
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const { status, body, problem } = await call(test, adviser, 'POST /attestations', {
      body: { kind: 'cape_entry', personId, months: [], locale: 'fr' },
      key,
    })
    if (status === 200) return body
    if (status < 500 && problem.code !== 'idempotency-busy')
      throw new Error(`refused: ${status} ${problem.code}`)
    await pause(20)
  }
  throw new Error('a certificate was never issued')
}

/** Ends application connections now and then, in the middle of whatever they do. */
function killBackends(test: TestApp, options: BarOptions): { stop(): Promise<number> } {
  let kills = 0
  let isOn = true
  const loop = (async () => {
    while (isOn) {
      await pause(options.isSmall ? 800 : 1_500)
      const killed = await queryAsOwner(
        test,
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and usename = 'terreau_app' and xact_start is not null limit 1`,
      )
      kills += killed.length
    }
  })()
  return {
    async stop() {
      isOn = false
      await loop
      return kills
    },
  }
}

interface Series {
  numbers: number
  distinct: number
  last: number
}

function readSeries(test: TestApp): Promise<Series[]> {
  return queryAsOwner<Series>(
    test,
    `select count(*)::int as numbers, count(distinct n)::int as distinct, max(n)::int as last
       from terreau.attestation group by cooperative_id, year`,
  )
}

async function lost(test: TestApp, told: ReadonlyMap<string, string>): Promise<number> {
  const rows = await queryAsOwner<{ id: string; number: string }>(
    test,
    'select id, number from terreau.attestation',
  )
  const stored = new Map(rows.map(({ id, number }) => [id, number]))
  return [...told].filter(([id, number]) => stored.get(id) !== number).length
}

/** Its bytes are stored under its hash and print its number; a few are fetched as a person would. */
async function withoutDocument(
  test: TestApp,
  houses: readonly House[],
  told: ReadonlyMap<string, string>,
): Promise<number> {
  const wrong = await queryAsOwner(
    test,
    `select 1 from terreau.attestation a
       left join terreau.stored_file f on f.cooperative_id = a.cooperative_id and f.id = a.file_id
      where f.id is null or sha256(f.bytes) <> a.sha256
         or position(convert_to(a.number, 'UTF8') in f.bytes) = 0`,
  )
  let unread = 0
  for (const attestationId of [...told.keys()].slice(0, 10)) {
    const answers = await Promise.all(
      houses.map(({ adviser }) =>
        call(test, adviser, 'GET /attestations/:attestationId/document', {
          params: { attestationId },
        }),
      ),
    )
    const given = answers.find(({ status }) => status === 200)
    const sha256 = createHash('sha256')
      .update((await given?.bytes()) ?? '')
      .digest()
    const [kept] = await queryAsOwner<{ sha256: Buffer }>(
      test,
      'select sha256 from terreau.attestation where id = $1',
      [attestationId],
    )
    if (kept?.sha256.equals(sha256) !== true) unread += 1
  }
  return wrong.length + unread
}

function total(series: readonly Series[], of: (one: Series) => number): number {
  return series.reduce((sum, one) => sum + of(one), 0)
}
