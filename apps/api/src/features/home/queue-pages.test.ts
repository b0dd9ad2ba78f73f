import { randomUUID } from 'node:crypto'
import { PERSON_WORK_KINDS } from '@terreau/domain/work-queue/work-kinds'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { givenReadyPerson, givenSentContract } from '../../../test/given-contract.ts'
import {
  givenAccepted,
  givenDeclaration,
  givenScheme,
  givenTester,
  type TestScheme,
} from '../../../test/given-money.ts'
import { givenRegistered } from '../../../test/given-register.ts'
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
let direction: Caller
let scheme: TestScheme

beforeAll(async () => {
  test = await createTestApp()
})
beforeEach(async () => {
  cooperative = await givenCooperative(test, `Coop ${randomUUID().slice(0, 6)}`)
  adviser = await givenUser(test, cooperative, ['adviser'], { displayName: 'Nour Martin' })
  direction = await givenUser(test, cooperative, ['direction'])
  scheme = await givenScheme(test, cooperative)
})
afterAll(() => test.close())

interface Query {
  inCharge?: string
  personId?: string
  after?: string
}
async function queue(caller: Caller, query: Query = {}) {
  const answer = await call(test, caller, 'GET /home/queue', { query })
  expect(answer.status).toBe(200)
  return answer.body
}
const namesOf = (items: readonly { kind: string; targetId: string }[]) =>
  items.map(({ kind, targetId }) => `${kind} ${targetId}`)
const follow = (personId: string, userId: string) =>
  call(test, direction, 'POST /referents', {
    body: { personIds: [personId], adviserUserId: userId, fromOn: '2026-11-02', reason: '' },
  })

describe('what somebody has in charge', () => {
  it('is what waits for the people they follow, until it is given to a colleague', async () => {
    const [followed] = await Promise.all(
      ['A', 'B'].map((familyName) => givenTester(test, cooperative, scheme, { familyName })),
    )
    if (!followed) throw new Error('two people')
    await givenRegistered(test, cooperative.id)
    expect((await queue(adviser, { inCharge: 'me' })).items).toEqual([])
    expect((await follow(followed.personId, adviser.userId)).status).toBe(200)
    const mine = await queue(adviser, { inCharge: 'me' })
    expect(mine.items).toMatchObject([
      { personId: followed.personId, assignee: null, referentName: 'Nour Martin' },
    ])
    const [item] = mine.items
    if (!item) throw new Error('a thing to do')
    const body = { kind: item.kind, targetId: item.targetId, userId: direction.userId }
    await call(test, direction, 'POST /home/assignments', { body })
    expect((await queue(adviser, { inCharge: 'me' })).items).toEqual([])
    expect(namesOf((await queue(direction, { inCharge: 'me' })).items)).toEqual(namesOf([item]))
  })
})

describe('the pages of the queue', () => {
  it('show everything once, in one order, also when things get done in between', async () => {
    await queryAsOwner(
      test,
      `insert into terreau.lead (cooperative_id, id, given_name, family_name, search_name, email,
         consented_on, origin, stage, last_contact_on, delete_on)
       select '${cooperative.id}', gen_random_uuid(), 'Awa', 'N' || n, 'n', 'a@exemple.test', '2026-10-01', 'web',
              case when n % 2 = 0 then 'lead' else 'diagnosis' end,
              '2026-10-01'::date + (n % 40), '2028-10-01'
         from generate_series(1, 150) n`,
    )
    await Promise.all(
      ['A', 'B', 'C'].map((familyName) => givenTester(test, cooperative, scheme, { familyName })),
    )
    await givenRegistered(test, cooperative.id)
    const first = await queue(adviser)
    expect(first.items).toHaveLength(60)
    expect(first.isMore).toBe(true)
    expect(first.items.slice(0, 3).map(({ kind }) => kind)).toEqual(
      Array(3).fill('missing-declaration'),
    )
    await queryAsOwner(
      test,
      `update terreau.lead set stage = 'withdrawn' where id = '${first.items[10]?.targetId}'`,
    )
    const second = await queue(adviser, { after: first.next ?? '' })
    const third = await queue(adviser, { after: second.next ?? '' })
    const all = [first, second, third].flatMap(({ items }) => items)
    expect(third.next).toBeNull()
    expect(new Set(namesOf(all)).size).toBe(153)
    const days = all.slice(3).map(({ since, dueOn }) => `${dueOn} ${since}`)
    expect(days).toEqual(days.toSorted())
  })

  it('refuse a place that is none of ours', async () => {
    for (const after of ['', 'x', Buffer.from('["1","2","3"]').toString('base64url')])
      expect((await call(test, adviser, 'GET /home/queue', { query: { after } })).status).toBe(400)
  })
})

describe('where the month stands', () => {
  const strip = async () => (await call(test, adviser, 'GET /home/month')).body

  it('counts who is expected, sent, missing and accepted, up to the closing', async () => {
    const people = await Promise.all(
      ['A', 'B', 'C'].map((familyName) => givenTester(test, cooperative, scheme, { familyName })),
    )
    const [sent, asked, accepted] = people
    if (!sent || !asked || !accepted) throw new Error('three people')
    const none = { postponed: 0, late: 0, question: 0, toReview: 0, accepted: 0, canClose: false }
    expect(await strip()).toMatchObject({ ...none, expected: 3, declared: 0, missing: 3 })
    await givenDeclaration(test, cooperative, sent, '2026-10')
    await givenDeclaration(test, cooperative, asked, '2026-10', { state: 'question' })
    await givenAccepted(test, cooperative, accepted, '2026-10')
    expect(await strip()).toMatchObject({
      month: '2026-10',
      isOver: true,
      expected: 3,
      declared: 3,
      missing: 0,
      question: 1,
      toReview: 1,
      accepted: 1,
      late: 0,
      canClose: false,
    })
  })

  it('adds up when an earlier month is sent late into it', async () => {
    const tester = await givenTester(test, cooperative, scheme)
    await givenTester(test, cooperative, scheme, { familyName: 'B' })
    await givenDeclaration(test, cooperative, tester, '2026-10', { concernsMonth: '2026-09' })
    expect(await strip()).toMatchObject({
      expected: 2,
      declared: 0,
      missing: 2,
      toReview: 1,
      late: 1,
    })
  })

  it('says that it can be closed exactly when the queue offers it', async () => {
    const tester = await givenTester(test, cooperative, scheme)
    await givenAccepted(test, cooperative, tester, '2026-10')
    expect((await strip()).canClose).toBe(true)
    await givenRegistered(test, cooperative.id)
    expect((await queue(adviser)).items.map(({ kind }) => kind)).toEqual(['close-month'])
  })
})

describe('the list of staff and the list of the person', () => {
  it('are two views of the same tasks: pieces to send, a document to sign', async () => {
    const awa = await givenReadyPerson(test, cooperative, adviser, {
      givenName: 'Awa',
      familyName: 'Ba',
    })
    await givenSentContract(test, adviser, awa, scheme.id)
    await call(test, direction, 'POST /piece-kinds/proposal')
    const { personId } = awa
    const listed = (await call(test, adviser, 'GET /piece-kinds')).body
    const body = { kindIds: listed.slice(0, 2).map(({ id }) => id) }
    const params = { personId }
    await call(test, adviser, 'POST /people/:personId/pieces', { params, body })
    const kinds: readonly string[] = PERSON_WORK_KINDS
    const both = async () => ({
      staff: (await queue(adviser, { personId })).items.filter(({ kind }) => kinds.includes(kind)),
      own: (await call(test, awa.tester, 'GET /me/tasks')).body.items,
    })
    const { staff, own } = await both()
    expect(own.map(({ kind }) => kind).toSorted()).toEqual(['sign-document', 'welcome-to-finish'])
    expect(namesOf(own)).toEqual(namesOf(staff))
  })
})
