import { contractualStage, type StagedContract } from '@terreau/domain/contracts/stage'
import { personStage } from '@terreau/domain/pipeline/stage'
import { addDays, type LocalDate, localDate } from '@terreau/domain/time/local-date'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draft, typedSale } from '../../../test/given-draft.ts'
import {
  givenAccepted,
  givenScheme,
  givenTester,
  saleLine,
  type TestScheme,
} from '../../../test/given-money.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import {
  asCommand,
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
} from '../../../test/test-app.ts'

let test: TestApp
let cooperative: TestCooperative
let scheme: TestScheme
let direction: Caller

beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  scheme = await givenScheme(test, cooperative)
  direction = await givenUser(test, cooperative, ['direction'])
})
afterAll(() => test.close())

const file = async (personId: string) =>
  (await call(test, direction, 'GET /people/:personId', { params: { personId } })).body
const merge = (personId: string, mergedId: string) =>
  call(test, direction, 'POST /people/:personId/merges', {
    params: { personId },
    body: { mergedId, reason: 'Même personne, vue au guichet' },
  })
const part = (mergeId: string) =>
  call(test, direction, 'POST /merges/:mergeId/undo', {
    params: { mergeId },
    body: { reason: 'Ce sont deux cousines' },
  })

/** Every row of every table that names a person, as text: what undoing must restore to the letter. */
async function everything(): Promise<Record<string, string[]>> {
  const kept: Record<string, string[]> = {}
  const tables = await queryAsOwner<{ name: string }>(
    test,
    `select table_name as name from information_schema.tables
      where table_schema = 'terreau' and table_type = 'BASE TABLE'
        and table_name not in ('audit_entry', 'audit_head', 'person_merge', 'person_merge_undo', 'idempotency', 'session')
      order by 1`,
    [],
  )
  for (const { name } of tables) {
    const rows = await queryAsOwner<{ row: string }>(
      test,
      `select t::text as row from terreau.${name} t order by 1`,
      [],
    )
    kept[name] = rows.map(({ row }) => row)
  }
  return kept
}

describe('two files of one person', () => {
  it('are seen as one, and undoing restores every row exactly', async () => {
    const kept = await givenTester(test, cooperative, scheme, { familyName: 'Diop' })
    const merged = await givenTester(test, cooperative, scheme, { familyName: 'Dyop' })
    await givenAccepted(test, cooperative, kept, '2026-10', {
      lines: { sales: [saleLine(10_000n)] },
    })
    await givenAccepted(test, cooperative, merged, '2026-10', {
      lines: { sales: [saleLine(25_000n)] },
    })
    const before = await everything()
    const [one, two] = [await file(kept.personId), await file(merged.personId)]
    const { body } = await merge(kept.personId, merged.personId)
    const during = await everything()
    expect(
      Object.keys(during).filter((name) => during[name]?.join() !== before[name]?.join()),
    ).toEqual(['legal_clock', 'person'])
    const together = await file(kept.personId)
    expect(together.contracts).toHaveLength(2)
    expect(together.declarations).toHaveLength(2)
    expect(BigInt(together.balanceCents)).toBe(BigInt(one.balanceCents) + BigInt(two.balanceCents))
    expect(together.merges).toMatchObject([{ personId: merged.personId, mergeId: body.mergeId }])
    expect(await file(merged.personId)).toMatchObject({
      mergedInto: { id: kept.personId },
      declarations: [{}],
    })
    const list = await call(test, direction, 'GET /people')
    expect(list.body.people.map((person) => person.id)).not.toContain(merged.personId)
    const thread = await call(test, direction, 'GET /people/:personId/timeline', {
      params: { personId: kept.personId },
      query: { about: 'declarations' },
    })
    expect(thread.body.events.filter((one) => one.kind === 'declaration-accepted')).toHaveLength(2)
    expect((await part(body.mergeId)).status).toBe(204)
    expect(await everything()).toEqual(before)
    expect(await file(kept.personId)).toEqual(one)
    expect(await file(merged.personId)).toEqual(two)
    const acts = await queryAsOwner(
      test,
      'select 1 from terreau.person_merge m join terreau.person_merge_undo u on u.merge_id = m.id where m.id = $1',
      [body.mergeId],
    )
    expect(acts).toHaveLength(1)
  })

  it('are joined by the direction only, never to themselves, in a chain or twice', async () => {
    const [a, b, c] = await Promise.all([0, 1, 2].map(() => givenTester(test, cooperative, scheme)))
    if (!a || !b || !c) throw new Error('three files')
    const adviser = await givenUser(test, cooperative, ['adviser'])
    const params = { personId: a.personId }
    const body = { mergedId: b.personId, reason: 'x' }
    const byAdviser = await call(test, adviser, 'POST /people/:personId/merges', { params, body })
    expect(byAdviser.status).toBe(403)
    expect((await merge(a.personId, a.personId)).problem.code).toBe('merge-not-possible')
    const joined = await merge(a.personId, b.personId)
    for (const [kept, merged] of [
      [a, b],
      [b, c],
      [c, a],
      [c, b],
    ] as const)
      expect((await merge(kept.personId, merged.personId)).problem.code).toBe('merge-not-possible')
    expect((await part(joined.body.mergeId)).status).toBe(204)
    expect((await part(joined.body.mergeId)).problem.code).toBe('merge-already-undone')
  })

  it('of two cooperatives are never joined', async () => {
    const here = await givenTester(test, cooperative, scheme)
    const elsewhere = await givenCooperative(test, 'Coopérative Karité')
    const theirs = await givenTester(test, elsewhere, await givenScheme(test, elsewhere))
    expect((await merge(here.personId, theirs.personId)).status).toBe(404)
  })
})

describe('somebody whose files were joined', () => {
  it('finds on the phone what is in either file, signed in under either, and nothing else', async () => {
    const kept = await givenTester(test, cooperative, scheme, { familyName: 'Faye' })
    const merged = await givenTester(test, cooperative, scheme, { familyName: 'Faille' })
    const other = await givenTester(test, cooperative, scheme, { familyName: 'Autre' })
    await givenAccepted(test, cooperative, merged, '2026-10', {
      lines: { sales: [saleLine(25_000n)] },
    })
    const clocksOf = async ({ personId }: { personId: string }) =>
      (await call(test, direction, 'GET /people/:personId/clocks', { params: { personId } })).body
        .clocks
    const alone = await clocksOf(kept)
    const { body } = await merge(kept.personId, merged.personId)
    for (const { personId } of [kept, merged]) {
      const phone = await givenUser(test, cooperative, ['tester'], { personId })
      const contracts = await call(test, phone, 'GET /me/contracts')
      expect(contracts.body.map(({ id }) => id).toSorted()).toEqual(
        [kept.contractId, merged.contractId].toSorted(),
      )
      const document = (contractId: string) =>
        call(test, phone, 'GET /me/contracts/:contractId/document', {
          params: { contractId },
          query: { stage: 'to_sign' },
        })
      expect((await document(other.contractId)).status).toBe(404)
      const months = (await call(test, phone, 'GET /me/months')).body.months
      expect(new Set(months.map(({ activityId }) => activityId))).toEqual(
        new Set([kept.activityId, merged.activityId]),
      )
      expect(
        months.find((one) => one.activityId === merged.activityId && one.month === '2026-10'),
      ).toMatchObject({ state: 'accepted' })
      const read = await call(test, phone, 'GET /me/declarations/:month', {
        params: { month: '2026-10' },
        query: { activity: merged.activityId },
      })
      expect(read.body.state).toBe('accepted')
      const accounts = await call(test, phone, 'GET /me/account')
      expect(accounts.body.map(({ activityId }) => activityId).toSorted()).toEqual(
        [kept.activityId, merged.activityId].toSorted(),
      )
      const own = await call(test, phone, 'GET /me/file')
      expect(own.body).toMatchObject({ id: kept.personId, familyName: 'Faye' })
      for (const route of [
        'GET /me/signatures',
        'GET /me/attestations',
        'GET /me/documents',
        'GET /me/interviews',
        'GET /me/clocks',
        'GET /me/tasks',
        'GET /me/welcome',
        'GET /me/personal-data',
        'GET /me/right-to-work',
      ] as const)
        expect((await call(test, phone, route)).status, route).toBe(200)
    }
    expect((await clocksOf(kept)).length).toBeGreaterThan(alone.length)
    expect((await part(body.mergeId)).status).toBe(204)
    expect(await clocksOf(kept)).toEqual(alone)
    const phone = await givenUser(test, cooperative, ['tester'], { personId: kept.personId })
    const { body: after } = await call(test, phone, 'GET /me/contracts')
    expect(after.map(({ id }) => id)).toEqual([kept.contractId])
  })

  it('writes a month of either file in that file', async () => {
    const kept = await givenTester(test, cooperative, scheme)
    const merged = await givenTester(test, cooperative, scheme)
    await merge(kept.personId, merged.personId)
    const phone = await givenUser(test, cooperative, ['tester'], { personId: kept.personId })
    const sent = await call(test, phone, 'POST /me/declarations/:month/submission', {
      params: { month: '2026-10' },
      query: { activity: merged.activityId },
      body: draft({ sales: [typedSale('300')] }),
    })
    expect(sent.status).toBe(200)
    const rows = await queryAsOwner<{ personId: string }>(
      test,
      'select person_id as "personId" from terreau.declaration where id = $1',
      [sent.body.id],
    )
    expect(rows).toEqual([{ personId: merged.personId }])
  })
})

describe('the stage of a person in SQL', () => {
  const day = fc.integer({ min: -900, max: 900 }).map((n) => addDays(localDate('2026-11-02'), n))
  const contract = fc.record({
    kind: fc.constantFrom('CAPE' as const, 'CESA' as const),
    startsOn: day,
    days: fc.option(fc.integer({ min: 0, max: 360 })),
    associate: fc.option(day),
  })

  it('is the one of the domain, on careers made at random', async () => {
    const { personId } = await givenTester(test, cooperative, scheme)
    const { cooperativeId } = { cooperativeId: cooperative.id }
    const stageOf = async (career: readonly StagedContract[], today: LocalDate) =>
      asCommand(test, cooperativeId, async (_ctx, tx) => {
        // The function reads `terreau.contract`: a temporary one of the same shape hides nothing else.
        const rows = career.map(
          (one) =>
            sql`(${one.kind}::text, ${one.associateOn}::date, ${one.startsOn}::date, ${one.endsOn}::date)`,
        )
        const { rows: definition } = await sql<{ body: string }>`
          select prosrc as body from pg_proc where oid = 'terreau.person_stage(uuid, uuid, date)'::regprocedure`.execute(
          tx,
        )
        const body = (definition[0]?.body ?? '')
          .replaceAll('terreau.contract', 'career')
          .replaceAll('p_today', '$today')
        const [head = '', ...tail] = body.split('$today')
        const values =
          rows.length === 0
            ? sql`select null::text, null::date, null::date, null::date where false`
            : sql`values ${sql.join(rows)}`
        const query = sql`with listed (kind, associate_on, starts_on, ends_on) as (${values}),
          career as (select *, ${cooperativeId}::uuid as cooperative_id, ${personId}::uuid as person_id,
                            'active' as state from listed)
          ${sql.raw(fill(head))}${sql.join(
            tail.map((part) => sql`${today}::date${sql.raw(fill(part))}`),
            sql``,
          )}`
        const answer = await sql<{ case: string }>`${query}`.execute(tx)
        return answer.rows[0]?.case
      })
    const fill = (text: string) =>
      text
        .replaceAll('p_cooperative', `'${cooperativeId}'::uuid`)
        .replaceAll('p_person', `'${personId}'::uuid`)
    await fc.assert(
      fc.asyncProperty(fc.array(contract, { maxLength: 4 }), day, async (drawn, today) => {
        const career = drawn.map(({ kind, startsOn, days, associate }) => ({
          kind,
          startsOn,
          endsOn: days === null && kind === 'CESA' ? null : addDays(startsOn, days ?? 200),
          associateOn: kind === 'CESA' ? associate : null,
        }))
        expect(await stageOf(career, today)).toBe(personStage(contractualStage(career, today)))
      }),
      { numRuns: 120 },
    )
  })

  it('is a column of the list, and a filter', async () => {
    await givenTester(test, cooperative, scheme, { kind: 'CAPE', familyName: 'Étape' })
    const listed = await call(test, direction, 'GET /people', {
      query: { stage: 'cape_active', search: 'etape' },
    })
    expect(listed.body).toMatchObject({ total: 1, people: [{ stage: 'cape_active' }] })
    const none = await call(test, direction, 'GET /people', {
      query: { stage: 'exited', search: 'etape' },
    })
    expect(none.body.total).toBe(0)
  })
})
