import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { givenScheme, givenTester, type TestScheme } from '../../../test/given-money.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import {
  asCommand,
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  runJob,
  type TestApp,
  type TestCooperative,
} from '../../../test/test-app.ts'
import { alertPermitsJob } from './alert-permits.job.ts'

let test: TestApp
let coop: TestCooperative
let scheme: TestScheme
let adviser: Caller
let people = 0

beforeAll(async () => {
  test = await createTestApp()
})
beforeEach(async () => {
  test.setToday('2026-11-02')
  coop = await givenCooperative(test)
  scheme = await givenScheme(test, coop)
  adviser = await givenUser(test, coop, ['adviser'], { email: `nadia${people}@exemple.test` })
})
afterAll(() => test.close())

/** Somebody whom the adviser follows, with a permit until 15 March 2027. */
async function givenFollowed(
  options: { channel?: string; kind?: 'french' | 'talent'; follower?: Caller } = {},
) {
  people += 1
  const email = `awa${people}@exemple.test`
  const { personId } = await givenTester(test, coop, scheme, { kind: 'CAPE', email })
  const params = { personId }
  const follower = options.follower ?? adviser
  await queryAsOwner(test, `update terreau.person set adviser_user_id = $2 where id = $1`, [
    personId,
    follower.userId,
  ])
  if (options.channel !== undefined)
    await call(test, adviser, 'PUT /people/:personId/facts', {
      params,
      body: { kind: 'channel', value: options.channel, validFrom: '2026-11-02' },
    })
  const permit = await call(test, adviser, 'POST /people/:personId/permits', {
    params,
    body: {
      kind: options.kind ?? 'talent',
      number: '',
      validFrom: '2023-03-16',
      validUntil: '2027-03-15',
      originalSeenOn: null,
      authorisedFrom: null,
      authorisedUntil: null,
    },
  })
  return { personId, email, permitId: permit.body.id }
}

async function night(day: string): Promise<void> {
  test.setToday(day)
  await runJob(test, alertPermitsJob, { cooperativeId: coop.id })
}
const mails = () =>
  asCommand(test, coop.id, (_ctx, tx) =>
    tx
      .selectFrom('mail')
      .select(['template', 'toAddress as to', 'subject', 'body'])
      .where('cooperativeId', '=', coop.id)
      .where('template', 'like', 'permit-%')
      .orderBy('createdAt')
      .orderBy('template')
      .execute(),
  )
const templates = async () => (await mails()).map(({ template }) => template)
const row = async (personId: string) => {
  const { items } = (await call(test, adviser, 'GET /home/queue', { query: { personId } })).body
  const found = items.find(({ kind }) => kind === 'permit-ending' || kind === 'permit-decision')
  return found === undefined ? null : [found.kind, found.group, found.consequence]
}

describe('the end of a permit', () => {
  it('is told to the person and the referent once at each threshold, and ranks higher as it comes', async () => {
    const { personId, email } = await givenFollowed()
    await night('2026-11-14')
    expect(await mails()).toEqual([])
    expect(await row(personId)).toBeNull()
    await night('2026-11-15')
    await night('2026-11-15')
    await night('2026-12-14')
    const [first, second] = await mails()
    expect(await templates()).toEqual(['permit-ending', 'permit-ending-office'])
    expect(first).toMatchObject({ to: email })
    expect(first?.body).toContain('15 mars 2027')
    expect(first?.body).toMatch(/\/moi\/titre/)
    expect(second?.body).toContain(`/gestion/personnes/${personId}/sejour`)
    expect(await row(personId)).toEqual(['permit-ending', 'later', 'work-stops'])
    const days = ['2026-12-15', '2027-01-14', '2027-02-13', '2027-03-08'] as const
    for (const [n, day] of days.entries()) {
      await night(day)
      await night(day)
      expect(await templates()).toHaveLength(4 + 2 * n)
    }
    test.setToday('2027-02-13')
    expect(await row(personId)).toEqual(['permit-ending', 'later', 'legal-deadline'])
    test.setToday('2027-03-08')
    expect(await row(personId)).toEqual(['permit-ending', 'week', 'legal-deadline'])
    await night('2027-03-15')
    await night('2027-03-20')
    expect((await templates()).slice(10)).toEqual(['permit-over', 'permit-over-office'])
    expect(await row(personId)).toEqual(['permit-decision', 'today', 'legal-deadline'])
    const told = await queryAsOwner<{ days: number }>(
      test,
      `select days from terreau.permit_alert where cooperative_id = $1 order by days desc`,
      [coop.id],
    )
    expect(told.map(({ days: at }) => at)).toEqual([120, 90, 60, 30, 7, 0])
  })

  it('is told at the nearest threshold only, when the server was off or the paper came late', async () => {
    await givenFollowed()
    await night('2027-02-20')
    expect(await templates()).toHaveLength(2)
  })

  it('moves with a recorded receipt: the alerts stop, and begin again before the new day', async () => {
    const { permitId, personId } = await givenFollowed()
    await night('2027-02-13')
    const prolonged = await call(test, adviser, 'POST /permits/:permitId/prolongations', {
      params: { permitId },
      body: { kind: 'three_months', day: '2027-02-01' },
    })
    expect(prolonged.body.until).toBe('2027-06-15')
    await night('2027-02-14')
    expect(await templates()).toHaveLength(2)
    expect(await row(personId)).toBeNull()
    await night('2027-03-15')
    expect((await mails()).slice(2).map(({ body }) => body)).toEqual([
      expect.stringContaining('15 juin 2027'),
      expect.stringContaining('15 juin 2027'),
    ])
  })

  it('is for the referent to tell to whoever reads no mail', async () => {
    await givenFollowed({ channel: 'phone' })
    await night('2027-01-14')
    expect(await templates()).toEqual(['permit-ending-office-call'])
  })

  it('is told to nobody who may not open the page, and never about the card of a citizen', async () => {
    const accountant = await givenUser(test, coop, ['accountant'])
    await givenFollowed({ follower: accountant })
    const { personId } = await givenFollowed({ kind: 'french' })
    await night('2027-01-14')
    expect(await templates()).toEqual(['permit-ending'])
    expect(await row(personId)).toBeNull()
  })

  it('is told of the paper that was recorded last, when two files were joined', async () => {
    const [kept, merged] = [await givenFollowed(), await givenFollowed()]
    await queryAsOwner(test, 'update terreau.person set merged_into_id = $2 where id = $1', [
      merged.personId,
      kept.personId,
    ])
    await night('2027-01-14')
    const told = await queryAsOwner<{ id: string }>(
      test,
      'select permit_id as id from terreau.permit_alert where cooperative_id = $1',
      [coop.id],
    )
    expect(told).toEqual([{ id: merged.permitId }])
    const shown = await call(test, adviser, 'GET /people/:personId/right-to-work', {
      params: { personId: kept.personId },
      query: {},
    })
    expect(shown.body.permit?.id).toBe(merged.permitId)
  })

  it('is told about nobody without a contract', async () => {
    const { personId } = await givenFollowed()
    await queryAsOwner(test, `update terreau.contract set ends_on = $2 where person_id = $1`, [
      personId,
      '2026-12-31',
    ])
    await night('2027-01-14')
    expect(await mails()).toEqual([])
  })
})
