import { localDate } from '@terreau/domain/time/local-date'
import type { Api } from '@terreau/protocol/api'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { givenReadyPerson, withoutEmail } from '../../../../test/given-contract.ts'
import { givenScheme } from '../../../../test/given-money.ts'
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
} from '../../../../test/test-app.ts'
import { newGesture } from '../../../platform/gesture.ts'
import { insertContract } from '../index.ts'
import { askSurveysJob } from './ask-surveys.job.ts'

let test: TestApp
let coop: TestCooperative
let adviser: Caller
let schemeId: string
let people = 0

beforeAll(async () => {
  test = await createTestApp()
})
beforeEach(async () => {
  test.setToday('2026-11-02')
  coop = await givenCooperative(test)
  adviser = await givenUser(test, coop, ['adviser'], { displayName: 'Nadia Benali' })
  schemeId = (await givenScheme(test, coop)).id
})
afterAll(() => test.close())

type Reason = Api['POST /contracts/:contractId/exit']['body']['reason']

/** Somebody whose CAPE ended on 31 October 2026. */
async function givenGone(options: { reason?: Reason; noEmail?: boolean; goesOn?: boolean } = {}) {
  people += 1
  const person = await givenReadyPerson(test, coop, adviser, {
    givenName: 'Awa',
    familyName: `Ba ${people}`,
  })
  const { personId, activityId } = person
  const make = (kind: 'CAPE' | 'CESA', startsOn: string, endsOn: string | null) =>
    asCommand(test, coop.id, async (ctx, tx) => {
      const { contractId } = await insertContract(tx, ctx, {
        kind,
        personId,
        activityId,
        schemeId,
        startsOn: localDate(startsOn),
        endsOn: endsOn === null ? null : localDate(endsOn),
        state: 'active',
      })
      return contractId
    })
  const contractId = await make('CAPE', '2026-02-01', '2027-01-31')
  const { body: life } = await call(test, adviser, 'GET /contracts/:contractId/life', {
    params: { contractId },
  })
  const ended = await call(test, adviser, 'POST /contracts/:contractId/exit', {
    params: { contractId },
    body: { reason: options.reason ?? 'to_own_company', effectiveOn: '2026-10-31' },
    ifMatch: life.version,
  })
  expect(ended.status).toBe(204)
  if (options.noEmail === true) await withoutEmail(test, personId)
  if (options.goesOn === true) await make('CESA', '2026-11-01', null)
  return { ...person, contractId }
}

async function night(day: string): Promise<void> {
  test.setToday(day)
  await runJob(test, askSurveysJob, { cooperativeId: coop.id })
}
const mails = () =>
  asCommand(test, coop.id, (_ctx, tx) =>
    tx
      .selectFrom('mail')
      .select(['template', 'toAddress as to', 'body'])
      .where('cooperativeId', '=', coop.id)
      .where('template', 'like', 'exit-survey%')
      .orderBy('createdAt')
      .execute(),
  )
const mailedToken = async (n = 0) =>
  /\/sortie\/([\w-]+)/.exec((await mails())[n]?.body ?? '')?.[1] ?? ''
const open = (token: string) => call(test, null, 'GET /surveys/:token', { params: { token } })
const NOTHING = { situation: null, living: null, helped: null, words: '' } as const
type Answers = Omit<Api['POST /surveys/:token']['body'], 'gesture'>
const send = (token: string, answers: Partial<Answers>, gesture?: string) => {
  const { services } = test
  const then = new Date(services.clock.now().getTime() - 1_000)
  const made = newGesture(services.secrets, { token, version: 1 }, then)
  return call(test, null, 'POST /surveys/:token', {
    params: { token },
    body: { ...NOTHING, ...answers, gesture: gesture ?? made },
  })
}
const surveys = async (contractId: string) =>
  (await call(test, adviser, 'GET /contracts/:contractId/surveys', { params: { contractId } })).body
const record = (surveyId: string, body: Partial<Answers> & { isDeclined?: boolean }) =>
  call(test, adviser, 'POST /exit-surveys/:surveyId/answer', {
    params: { surveyId },
    body: { ...NOTHING, isDeclined: false, ...body },
  })
const waits = async (personId: string) => {
  const { items } = (await call(test, adviser, 'GET /home/queue', { query: { personId } })).body
  return items.filter(({ kind }) => kind === 'exit-survey-call').map(({ dueOn }) => dueOn)
}

describe('what becomes of somebody who left', () => {
  it('is asked by a mail after the last day, answered from its link once, and asked again after six months', async () => {
    const { contractId, email, personId } = await givenGone()
    await night('2026-10-31')
    expect(await mails()).toEqual([])
    await night('2026-11-02')
    await night('2026-11-03')
    expect(await mails()).toMatchObject([{ template: 'exit-survey', to: email }])
    const token = await mailedToken()
    for (let n = 0; n < 3; n += 1)
      expect((await open(token)).body).toMatchObject({
        greeted: 'Awa',
        round: 'exit',
        lastDay: '2026-10-31',
        isAnswered: false,
      })
    const { gesture } = (await open(token)).body
    expect((await send(token, { living: 'yes' }, gesture)).problem.code).toBe('gesture-missing')
    expect(await surveys(contractId)).toMatchObject([{ answer: null, isOpen: true }])
    const empty = await send(token, { words: '  ' })
    expect(empty.problem).toMatchObject({
      code: 'survey-empty',
      errors: [{ pointer: '/body/situation' }],
    })
    expect((await send(token, { situation: 'own_company', words: 'Merci' })).status).toBe(204)
    expect((await send(token, { situation: 'seeking' })).problem.code).toBe('survey-closed')
    expect((await open(token)).body.isAnswered).toBe(true)
    expect(await surveys(contractId)).toMatchObject([
      {
        round: 'exit',
        wasMailed: true,
        isOpen: false,
        answer: { channel: 'mailed', situation: 'own_company', living: null, words: 'Merci' },
      },
    ])
    await night('2027-04-29')
    expect(await mails()).toHaveLength(1)
    await night('2027-04-30')
    expect((await mails())[1]).toMatchObject({ template: 'exit-survey-later' })
    expect(await waits(personId)).toEqual([])
    await night('2027-05-14')
    expect(await waits(personId)).toEqual(['2027-06-28'])
    test.setToday('2027-06-29')
    expect(await waits(personId)).toEqual([])
    expect((await open(await mailedToken(1))).problem.code).toBe('link-expired')
    const later = (await surveys(contractId))[1]
    expect(later).toMatchObject({ round: 'six_months', isOpen: false, answer: null })
    expect((await record(later?.id ?? '', { helped: 'yes' })).problem.code).toBe('survey-closed')
  })

  it('is asked on the phone where no mail can go, or from a link that staff pass on', async () => {
    const first = await givenGone({ noEmail: true })
    const second = await givenGone({ noEmail: true })
    await night('2026-11-02')
    expect(await mails()).toEqual([])
    expect(await waits(first.personId)).toEqual(['2026-12-31'])
    const [one] = await surveys(first.contractId)
    const [two] = await surveys(second.contractId)
    expect((await record(one?.id ?? '', {})).problem.code).toBe('survey-empty')
    expect((await record(one?.id ?? '', { isDeclined: true, helped: 'no' })).status).toBe(204)
    expect((await surveys(first.contractId))[0]?.answer).toMatchObject({
      channel: 'phone',
      who: 'Nadia Benali',
      isDeclined: true,
      helped: null,
    })
    expect(await waits(first.personId)).toEqual([])
    const shared = await call(test, adviser, 'POST /exit-surveys/:surveyId/link', {
      params: { surveyId: two?.id ?? '' },
    })
    const token = shared.body.url.split('/sortie/')[1] ?? ''
    expect((await send(token, { situation: 'other_cae' })).status).toBe(204)
    expect((await surveys(second.contractId))[0]?.answer?.channel).toBe('shared')
  })

  it('is asked of nobody who goes on, nor once its sixty days are past', async () => {
    const { contractId } = await givenGone({ goesOn: true })
    await night('2026-11-02')
    expect(await surveys(contractId)).toEqual([])
    await givenGone()
    await night('2026-12-31')
    expect(await mails()).toEqual([])
  })

  it('is counted for the year of the last day, and never for fewer than five people', async () => {
    const situations = ['own_company', 'seeking'] as const
    const of = async () => {
      const { body } = await call(test, adviser, 'GET /exit-survey-figures', {
        query: { year: 2026 },
      })
      return body[0]
    }
    const answered = async (situation: (typeof situations)[number], times: number) => {
      for (let n = 0; n < times; n += 1) {
        const { contractId } = await givenGone({ noEmail: true })
        await night('2026-11-02')
        await record((await surveys(contractId))[0]?.id ?? '', { situation, helped: 'yes' })
      }
    }
    await answered('own_company', 4)
    expect(await of()).toMatchObject({
      asked: null,
      situation: { total: null, cells: { own_company: null } },
    })
    await answered('own_company', 1)
    expect(await of()).toMatchObject({
      asked: 5,
      situation: { total: 5, cells: { own_company: 5, seeking: null } },
      helped: { total: 5, cells: { yes: 5, no: null } },
    })
    await answered('seeking', 1)
    // Six less five would tell of the one who looks for work.
    expect(await of()).toMatchObject({
      asked: 6,
      situation: { total: 6, cells: { own_company: null, seeking: null } },
    })
  })
})
