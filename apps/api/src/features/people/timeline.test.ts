import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  givenAccepted,
  givenScheme,
  givenTester,
  saleLine,
  type TestTester,
} from '../../../test/given-money.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import {
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
let adviser: Caller
let awa: TestTester
let moussa: TestTester

beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  adviser = await givenUser(test, cooperative, ['direction'], { displayName: 'Fatou Ndiaye' })
  const scheme = await givenScheme(test, cooperative)
  awa = await givenTester(test, cooperative, scheme)
  moussa = await givenTester(test, cooperative, scheme, { familyName: 'Traoré' })
})
afterAll(() => test.close())

const thread = async (query: { about?: 'tutoring' | 'account' | 'papers'; before?: string } = {}) =>
  (
    await call(test, adviser, 'GET /people/:personId/timeline', {
      params: { personId: awa.personId },
      query,
    })
  ).body

describe('the thread of a file', () => {
  it('reads declarations where they are kept', async () => {
    await givenAccepted(test, cooperative, awa, '2026-10', {
      lines: { sales: [saleLine(100_000n)] },
    })
    const { events } = await thread()
    expect(events.map((e) => e.kind).sort()).toEqual([
      'contract-created',
      'declaration-accepted',
      'declaration-submitted',
      'person-created',
    ])
    const accepted = events.find((e) => e.kind === 'declaration-accepted')
    expect(accepted).toMatchObject({ params: { month: '2026-10' }, who: null })
    expect(accepted?.targetId).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('reads the hours of tutoring with the name of the other person', async () => {
    const id = '00000000-0000-4000-8000-000000000001'
    await queryAsOwner(
      test,
      `insert into terreau.tutoring_relation (cooperative_id, id, tutor_person_id, tutee_person_id, started_on)
       values ($1, $2, $3, $4, '2026-09-01')`,
      [cooperative.id, id, moussa.personId, awa.personId],
    )
    await queryAsOwner(
      test,
      `insert into terreau.tutoring_session (cooperative_id, id, tutor_person_id, held_on, minutes, mode)
       values ($1, $2, $3, '2026-10-31', 90, 'phone')`,
      [cooperative.id, id, moussa.personId],
    )
    await queryAsOwner(
      test,
      `insert into terreau.tutoring_part (cooperative_id, session_id, tutor_person_id, tutee_person_id)
       values ($1, $2, $3, $4)`,
      [cooperative.id, id, moussa.personId, awa.personId],
    )
    await queryAsOwner(
      test,
      `insert into terreau.tutoring_answer (cooperative_id, session_id, session_version, tutee_person_id, n, answer, channel)
       values ($1, $2, 1, $3, 1, 'yes', 'mailed')`,
      [cooperative.id, id, awa.personId],
    )
    const { events } = await thread({ about: 'tutoring' })
    const params = { minutes: '90', heldOn: '2026-10-31', name: 'Awa Traoré' }
    expect(events.map((e) => [e.kind, e.params])).toEqual([
      ['tutoring-answered', { ...params, answer: 'yes' }],
      ['tutoring-logged', params],
    ])
  })

  it('reads closed months with the balance they left', async () => {
    await queryAsOwner(
      test,
      `with closed as (
         insert into terreau.closing (cooperative_id, month, closed_by, people, previous_sha256, sha256)
         values ($1, '2026-09', $4, 1, '', '') returning month)
       insert into terreau.closing_line (cooperative_id, month, version, activity_id, person_id, revenue_cents,
         output_vat_cents, input_vat_cents, production_purchase_cents, other_expense_cents, contribution_cents,
         accident_cover_cents, movement_cents, opening_cents, closing_cents, is_nil)
       values ($1, '2026-09', 1, $2, $3, 100, 0, 0, 0, 0, 0, 0, 100, 400, 500, false)`,
      [cooperative.id, awa.activityId, awa.personId, adviser.userId],
    )
    expect((await thread({ about: 'account' })).events).toMatchObject([
      {
        kind: 'month-closed',
        who: 'Fatou Ndiaye',
        params: { month: '2026-09', balanceCents: '500' },
      },
    ])
  })

  it('goes back page by page without a gap or a double', async () => {
    await queryAsOwner(
      test,
      `insert into terreau.audit_entry (cooperative_id, n, action, actor_kind, actor_id, entity_kind, entity_id,
         request_id, previous_hash, hash)
       select $1, 0, 'person.edited', 'person', $2, 'person', $3, 'test', '', '' from generate_series(1, 90)`,
      [cooperative.id, adviser.userId, awa.personId],
    )
    const seen: string[] = []
    let before: string | undefined
    do {
      const page = await thread(before === undefined ? {} : { before })
      expect(page.events.length).toBeLessThanOrEqual(40)
      seen.push(...page.events.map((e) => e.id))
      before = page.next ?? undefined
    } while (before !== undefined)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.filter((id) => id.startsWith('edited:'))).toHaveLength(90)
  })
})
