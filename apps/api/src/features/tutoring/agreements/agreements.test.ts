import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenTutoring } from '../../../../test/given-tutoring.ts'
import { queryAsOwner } from '../../../../test/query-as-owner.ts'
import {
  type Caller,
  call,
  createTestApp,
  givenUser,
  type TestApp,
} from '../../../../test/test-app.ts'

let test: TestApp
let t: Awaited<ReturnType<typeof givenTutoring>>
let relationId = ''
let tutee: Caller
beforeAll(async () => {
  test = await createTestApp()
  t = await givenTutoring(test)
  const [row] = await queryAsOwner<{ id: string }>(
    test,
    'select id from terreau.tutoring_relation where cooperative_id = $1',
    [t.cooperative.id],
  )
  relationId = row?.id ?? ''
  tutee = await givenUser(test, t.cooperative, ['tester'], { personId: t.tuteeId })
})
afterAll(() => test.close())

const BODY = {
  aim: 'Fixer les prix de mes robes.',
  rhythm: 'two_weeks' as const,
  startsOn: '2026-10-01',
  months: 6,
  confidentiality: 'Ce qui est dit reste entre nous.',
  stopping: 'Chacun le dit à l’autre.',
}
const params = () => ({ relationId })
const read = async () =>
  (
    await call(test, t.adviser, 'GET /tutoring/relations/:relationId/agreement', {
      params: params(),
    })
  ).body
const write = (ifMatch: number, body = BODY) =>
  call(test, t.adviser, 'PUT /tutoring/relations/:relationId/agreement', {
    params: params(),
    body,
    ifMatch,
  })
const countersign = (ifMatch: number) =>
  call(test, t.adviser, 'POST /tutoring/relations/:relationId/agreement/countersignature', {
    params: params(),
    ifMatch,
  })
const end = (endedOn: string) =>
  call(test, t.adviser, 'POST /tutoring/relations/:relationId/agreement/end', {
    params: params(),
    body: { endedOn, reason: 'aim_reached', words: '' },
    ifMatch: 2,
  })
const tokenOf = (links: { side: string; url: string }[], side: string) =>
  links.find((link) => link.side === side)?.url.split('/accord/')[1] ?? ''
/** What each side sees of it on their own pages: where it stands, and whether their answer is awaited. */
const seenByBoth = async () => {
  const home = await call(test, t.tutor, 'GET /me/tutoring', { query: {} })
  const needs = await call(test, tutee, 'GET /me/tutoring/needs')
  return [...home.body.tutees, ...needs.body.tutors].map((other) => [
    other.agreement,
    other.isAnswerAwaited,
  ])
}
/** What the work queue of staff says of it. */
const toSign = async () => {
  const queue = await call(test, t.adviser, 'GET /home/queue', { query: { topic: 'tutoring' } })
  return queue.body.items.filter((item) => item.kind === 'agreement-to-sign')
}
const open = (token: string) => call(test, null, 'GET /agreements/:token', { params: { token } })
const answer = async (
  token: string,
  said: 'yes' | 'no',
  { version, as = null, gesture }: { version: number; as?: Caller | null; gesture?: string },
) =>
  call(test, as, 'POST /agreements/:token', {
    params: { token },
    body: { answer: said, gesture: gesture ?? (await t.gestureOf(token, version)) },
  })

describe('the agreement of a pair', () => {
  let tokens = { tutor: '', tutee: '' }

  it('is not needed to note a session, and staff see that there is none', async () => {
    const { body: pairs } = await call(test, t.adviser, 'GET /tutoring/relations', { query: {} })
    expect(pairs.relations).toMatchObject([{ id: relationId, agreement: null, endedOn: null }])
    expect((await t.log(t.session({ heldOn: '2026-10-05' }))).status).toBe(200)
    expect((await read()).state).toBeNull()
    expect((await countersign(0)).problem.code).toBe('agreement-act-not-allowed')
  })

  it('asks both from a link that changes nothing when it is opened', async () => {
    expect((await write(3)).problem.code).toBe('version-changed')
    const { body: links } = await write(0)
    expect(links).toMatchObject([
      { side: 'tutor', name: 'Moussa Traoré', wasMailed: false },
      { side: 'tutee', name: 'Awa Traoré', wasMailed: true },
    ])
    const token = tokenOf(links, 'tutee')
    for (let n = 0; n < 3; n += 1) expect((await open(token)).body.answer).toBeNull()
    const { body: shown } = await open(token)
    expect(shown).toMatchObject({
      side: 'tutee',
      aim: BODY.aim,
      endsOn: '2027-04-01',
      mayAnswer: true,
    })
    const blind = await answer(token, 'yes', { version: 1, gesture: '' })
    expect(blind.problem.code).toBe('gesture-missing')
    const tooFast = await answer(token, 'yes', { version: 1, gesture: shown.gesture })
    expect(tooFast.problem.code).toBe('gesture-missing')
    expect((await open('x'.repeat(43))).problem.code).toBe('code-unknown')
    const sessionLink = (await t.log(t.session({ heldOn: '2026-10-06' }))).body.links[0]
    const other = sessionLink?.confirmationUrl.split('/c/')[1] ?? ''
    expect((await open(other)).problem.code).toBe('code-unknown')
    expect((await answer(token, 'no', { version: 1 })).status).toBe(200)
    expect((await read()).state).toBe('refused')
    expect(await seenByBoth()).toEqual([
      ['refused', true],
      ['refused', true],
    ])
    tokens = { tutor: tokenOf(links, 'tutor'), tutee: token }
  })

  it('is asked anew when it is written anew: a yes is of the words that were read', async () => {
    const stale = await t.gestureOf(tokens.tutor, 1)
    const { body: links } = await write(1, { ...BODY, months: 3 })
    const token = tokenOf(links, 'tutor')
    const old = await answer(tokens.tutor, 'yes', { version: 1, gesture: stale })
    expect(old.problem.code).toBe('gesture-missing')
    const forHer = await answer(tokenOf(links, 'tutee'), 'yes', { version: 2, as: t.tutor })
    expect(forHer.status).toBe(403)
    expect((await countersign(2)).problem.code).toBe('agreement-act-not-allowed')
    expect((await answer(token, 'yes', { version: 2 })).status).toBe(200)
    expect(await toSign()).toEqual([])
    expect(await seenByBoth()).toEqual([
      ['asked', false],
      ['asked', true],
    ])
    expect((await answer(tokenOf(links, 'tutee'), 'yes', { version: 2 })).status).toBe(200)
    expect((await read()).state).toBe('accepted')
    expect(await toSign()).toMatchObject([{ targetId: relationId, personId: t.tuteeId }])
    tokens = { tutor: token, tutee: tokenOf(links, 'tutee') }
  })

  it('is countersigned once, with its paper, and takes no other answer', async () => {
    expect((await countersign(2)).status).toBe(204)
    expect(await toSign()).toEqual([])
    expect((await countersign(2)).problem.code).toBe('agreement-act-not-allowed')
    const { state, countersigned } = await read()
    expect([state, countersigned?.byName]).toEqual(['standing', expect.any(String)])
    expect(await seenByBoth()).toEqual(Array(2).fill(['standing', false]))
    const [kept] = await queryAsOwner<{ head: string }>(
      test,
      `select convert_from(substring(f.bytes for 5), 'UTF8') as head from terreau.tutoring_countersignature c
         join terreau.stored_file f on f.cooperative_id = c.cooperative_id and f.id = c.file_id
        where c.cooperative_id = $1`,
      [t.cooperative.id],
    )
    expect(kept?.head).toBe('%PDF-')
    const late = await answer(tokens.tutor, 'no', { version: 2 })
    expect(late.problem.code).toBe('agreement-act-not-allowed')
    expect((await write(2)).problem.code).toBe('agreement-act-not-allowed')
  })

  it('ends with the pair: earlier sessions may still be noted, later ones not', async () => {
    for (const day of ['2026-09-30', '2030-01-01'])
      expect((await end(day)).problem.errors).toMatchObject([{ pointer: '/body/endedOn' }])
    const { body: links } = await end('2026-10-20')
    expect(links.map((link) => link.side)).toEqual(['tutor', 'tutee'])
    expect((await t.log(t.session({ heldOn: '2026-10-19', minutes: 30 }))).status).toBe(200)
    expect((await t.log(t.session({ heldOn: '2026-10-21', minutes: 30 }))).status).toBe(404)
  })

  it('is looked back on once by each side', async () => {
    const review = async (token: string) =>
      call(test, null, 'POST /agreements/:token/review', {
        params: { token },
        body: {
          aimAnswer: 'yes',
          helpAnswer: 'partly',
          againAnswer: 'no',
          words: 'Merci.',
          gesture: await t.gestureOf(token, 2),
        },
      })
    expect((await open(tokens.tutee)).body).toMatchObject({ state: 'ended', mayReview: true })
    expect((await review(tokens.tutee)).status).toBe(204)
    expect((await review(tokens.tutee)).problem.code).toBe('agreement-act-not-allowed')
    expect((await open(tokens.tutee)).body.mayReview).toBe(false)
    const { reviews, end: ended } = await read()
    expect(reviews).toMatchObject([{ side: 'tutee', helpAnswer: 'partly', words: 'Merci.' }])
    expect(ended).toMatchObject({ endedOn: '2026-10-20', reason: 'aim_reached' })
    const { body: again } = await call(
      test,
      t.adviser,
      'POST /tutoring/relations/:relationId/agreement/links',
      { params: params() },
    )
    expect(again.map((link) => link.side)).toEqual(['tutor'])
  })
})
