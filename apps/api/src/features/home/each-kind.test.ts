import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ALL_WORK_KINDS, type WorkKind } from '@terreau/domain/work-queue/work-kinds'
import type { Api } from '@terreau/protocol/api'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { givenReadyPerson, givenSentContract, TERMS } from '../../../test/given-contract.ts'
import { givenScheme, givenTester, type TestScheme } from '../../../test/given-money.ts'
import { pdf } from '../../../test/hostile-files.ts'
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
  TODAY,
} from '../../../test/test-app.ts'
import { refreshClocks } from '../clocks/index.ts'

let test: TestApp
let cooperative: TestCooperative
let adviser: Caller
let direction: Caller
let scheme: TestScheme
let people = 0

beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  adviser = await givenUser(test, cooperative, ['adviser'])
  direction = await givenUser(test, cooperative, ['direction'])
  scheme = await givenScheme(test, cooperative)
})
beforeEach(() => test.setToday(TODAY))
afterAll(() => test.close())

const queueOf = async (query: Api['GET /home/queue']['query'] = {}) =>
  (await call(test, direction, 'GET /home/queue', { query })).body.items
/** The rows of these kinds that concern somebody. */
const rows = async (personId: string, ...kinds: WorkKind[]) =>
  (await queueOf({ personId })).filter(({ kind }) => kinds.includes(kind))
const kinds = async (personId: string, ...of: WorkKind[]) =>
  (await rows(personId, ...of)).map(({ kind }) => kind)
const person = () => {
  people += 1
  const name = { givenName: 'Awa', familyName: `Ba ${people}` }
  return givenReadyPerson(test, cooperative, adviser, name)
}

async function givenLead(): Promise<string> {
  people += 1
  const made = await call(test, adviser, 'POST /leads', {
    body: {
      givenName: 'Karima',
      familyName: `Sidibé ${people}`,
      email: `karima${people}@exemple.test`,
      phone: '',
      locale: 'fr',
      consentedOn: '2026-10-01',
      origin: 'web',
      originName: '',
      isReallyNew: true,
    },
  })
  return made.body.id
}
const interview = (leadId: string) =>
  call(test, adviser, 'POST /leads/:leadId/interviews', {
    params: { leadId },
    ifMatch: 1,
    body: { heldOn: '2026-10-10', ledBy: adviser.userId, note: 'Prête.', result: 'ready' },
  })
const decide = (leadId: string, act: 'admit' | 'withdraw') =>
  call(test, adviser, 'POST /leads/:leadId/acts', {
    params: { leadId },
    ifMatch: 2,
    body: {
      act,
      doneOn: '2026-10-12',
      reason: act === 'withdraw' ? 'found_a_job' : null,
      words: '',
      isMailed: false,
    },
  })

it('asks the queue about every kind in some test', () => {
  const features = join(import.meta.dirname, '..')
  const asking = readdirSync(features, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(features, name), 'utf8'))
    .filter((text) => /'GET \/home\/queue'|'GET \/me\/tasks'/.test(text))
  const untested = ALL_WORK_KINDS.filter((kind) =>
    asking.every((text) => !text.includes(`'${kind}'`)),
  )
  expect(untested).toEqual([])
})

describe('on the way in', () => {
  it('a contact waits for an answer, then for a decision, until it is taken', async () => {
    const id = await givenLead()
    const waits = async () =>
      (await queueOf({ topic: 'onboarding' }))
        .filter(({ targetId }) => targetId === id)
        .map(({ kind, dueOn }) => [kind, dueOn])
    expect(await waits()).toEqual([['lead-waiting', '2026-10-08']])
    await interview(id)
    expect(await waits()).toEqual([['decision-waiting', '2026-10-17']])
    expect((await decide(id, 'withdraw')).status).toBe(200)
    expect(await waits()).toEqual([])
  })

  it('somebody admitted wants a contract, which is finished once it was sent', async () => {
    const leadId = await givenLead()
    await interview(leadId)
    await decide(leadId, 'admit')
    const opened = await call(test, adviser, 'POST /leads/:leadId/file', {
      params: { leadId },
      ifMatch: 3,
      body: {
        civility: '',
        bornOn: null,
        email: '',
        phone: '',
        address: '',
        activity: { name: 'Traiteur', vatRateBp: 1000, fiscalHorsepower: null },
        isReallyNew: true,
      },
    })
    const { personId } = opened.body
    const both = ['prepare-contract', 'finish-contract'] as const
    expect(await rows(personId, ...both)).toMatchObject([
      { kind: 'prepare-contract', targetId: personId, consequence: 'work-stops' },
    ])
    const [activity] = await queryAsOwner<{ activity_id: string }>(
      test,
      'select activity_id from terreau.activity_member where person_id = $1',
      [personId],
    )
    const drafted = await call(test, adviser, 'POST /people/:personId/contracts', {
      params: { personId },
      body: {
        activityId: activity?.activity_id ?? '',
        schemeId: scheme.id,
        startsOn: '2026-11-15',
        endsOn: '2027-11-14',
        terms: TERMS,
      },
    })
    expect(await rows(personId, ...both)).toMatchObject([
      { kind: 'finish-contract', targetId: drafted.body.id, dueOn: '2026-11-15' },
    ])
    const ready = await person()
    const sent = await givenSentContract(test, adviser, ready, scheme.id)
    expect(sent.signatureId).not.toBe('')
    expect(await kinds(ready.personId, ...both)).toEqual([])
  })

  it('a piece that came is looked at, and whoever reads no mail is called about the rest', async () => {
    const awa = await givenTester(test, cooperative, scheme, { kind: 'CAPE' })
    await call(test, direction, 'POST /piece-kinds/proposal')
    const [first, second] = (await call(test, adviser, 'GET /piece-kinds')).body.filter(
      ({ expires }) => !expires,
    )
    if (first === undefined || second === undefined) throw new Error('two kinds')
    const params = { personId: awa.personId }
    const body = { kindIds: [first.id, second.id] }
    await call(test, adviser, 'POST /people/:personId/pieces', { params, body })
    const both = ['piece-to-check', 'pieces-to-call-for'] as const
    test.setToday('2026-11-08')
    expect(await kinds(awa.personId, ...both)).toEqual([])
    test.setToday('2026-11-09')
    expect(await rows(awa.personId, ...both)).toMatchObject([
      { kind: 'pieces-to-call-for', targetId: awa.personId, dueOn: '2026-11-09' },
    ])
    await call(test, adviser, 'POST /people/:personId/conversations', {
      params,
      body: { spokenOn: '2026-11-09', words: '' },
    })
    expect(await kinds(awa.personId, ...both)).toEqual([])
    const { pieces } = (await call(test, adviser, 'GET /people/:personId/welcome', { params })).body
    const piece = { pieceId: pieces[0]?.id ?? '' }
    const brought = await call(test, adviser, 'POST /pieces/:pieceId/file', {
      params: piece,
      query: { fileName: 'rib.pdf' },
      body: new Uint8Array(pdf()),
    })
    expect(brought.status).toBe(200)
    expect(await rows(awa.personId, ...both)).toMatchObject([
      { kind: 'piece-to-check', targetId: piece.pieceId },
    ])
    const after = (await call(test, adviser, 'GET /people/:personId/welcome', { params })).body
    const verdict = await call(test, adviser, 'POST /pieces/:pieceId/verdict', {
      params: piece,
      ifMatch: after.pieces.find(({ id }) => id === piece.pieceId)?.version ?? 0,
      body: { act: 'accept', refusal: null, words: '', expiresOn: null },
    })
    expect(verdict.status).toBe(200)
    expect(await kinds(awa.personId, ...both)).toEqual([])
  })
})

describe('of a signature', () => {
  it('a signed sheet waits for a second look, and a wish to read together for a call', async () => {
    const awa = await person()
    const { signatureId } = await givenSentContract(test, adviser, awa, scheme.id)
    const params = { signatureId }
    const both = ['read-together', 'check-signed-paper'] as const
    expect(await kinds(awa.personId, ...both)).toEqual([])
    await call(test, awa.tester, 'POST /me/signatures/:signatureId/help', { params })
    expect(await rows(awa.personId, ...both)).toMatchObject([
      { kind: 'read-together', targetId: signatureId },
    ])
    await call(test, adviser, 'POST /signatures/:signatureId/help-answer', { params })
    expect(await kinds(awa.personId, ...both)).toEqual([])
    const scanned = await call(test, adviser, 'POST /signatures/:signatureId/paper-scans', {
      params,
      query: { position: 1, signedOn: TODAY, fileName: 'feuille.pdf' },
      body: new Uint8Array(pdf()),
    })
    expect(scanned.status).toBe(204)
    expect(await rows(awa.personId, ...both)).toMatchObject([
      { kind: 'check-signed-paper', targetId: signatureId },
    ])
    await call(test, direction, 'POST /signatures/:signatureId/paper-check', {
      params,
      body: { isRight: true, reason: '' },
    })
    expect(await kinds(awa.personId, ...both, 'countersign-document')).toEqual([
      'countersign-document',
    ])
  })
})

describe('of a CESA', () => {
  it('the hire is declared from eight days before it', async () => {
    const awa = await givenTester(test, cooperative, scheme, { startsOn: '2026-11-12' })
    const { contractId } = awa
    await queryAsOwner(test, `update terreau.contract set concluded_on = $2 where id = $1`, [
      contractId,
      TODAY,
    ])
    test.setToday('2026-11-03')
    expect(await kinds(awa.personId, 'declare-hire')).toEqual([])
    test.setToday('2026-11-04')
    expect(await rows(awa.personId, 'declare-hire')).toMatchObject([
      { targetId: contractId, dueOn: '2026-11-11', article: 'C. trav. R1221-4' },
    ])
    const declared = await call(test, adviser, 'POST /contracts/:contractId/hire-declaration', {
      params: { contractId },
      body: { declaredOn: '2026-11-04', receiptNumber: 'DPAE 0001' },
    })
    expect(declared.status).toBe(204)
    expect(await kinds(awa.personId, 'declare-hire')).toEqual([])
  })

  it('the trial is seen to end sixty days ahead, until its last day', async () => {
    const { personId, contractId } = await givenTester(test, cooperative, scheme)
    await queryAsOwner(test, 'update terreau.contract set trial_ends_on = $2 where id = $1', [
      contractId,
      '2027-01-31',
    ])
    await asCommand(test, cooperative.id, (ctx, tx) => refreshClocks(tx, ctx, personId))
    test.setToday('2026-12-01')
    expect(await kinds(personId, 'trial-ending')).toEqual([])
    test.setToday('2026-12-02')
    expect(await rows(personId, 'trial-ending')).toMatchObject([
      { targetId: contractId, dueOn: '2027-01-31', article: 'C. trav. L7332-1' },
    ])
    test.setToday('2027-02-01')
    expect(await kinds(personId, 'trial-ending')).toEqual([])
  })

  it('the signed paper of an interview waits for a second look', async () => {
    const { personId } = await givenTester(test, cooperative, scheme, { startsOn: '2026-01-05' })
    const nothing = { review: '', outlook: '', actions: '', needs: '', agreed: '', nextSteps: '' }
    const made = await call(test, adviser, 'POST /people/:personId/interviews', {
      params: { personId },
      body: {
        plannedOn: null,
        plannedTime: '',
        heldOn: '2026-02-10',
        conductorId: adviser.userId,
        way: 'phone',
        place: '',
        report: nothing,
      },
    })
    const params = { interviewId: made.body.id }
    expect(await kinds(personId, 'interview-paper-to-check')).toEqual([])
    const scanned = await call(test, adviser, 'POST /interviews/:interviewId/paper', {
      params,
      query: { signedOn: '2026-02-12', fileName: 'compte-rendu.pdf' },
      body: new Uint8Array(pdf()),
    })
    expect(scanned.status).toBe(200)
    expect(await rows(personId, 'interview-paper-to-check')).toMatchObject([
      { targetId: made.body.id, article: 'C. trav. R7331-3' },
    ])
    await call(test, direction, 'POST /interviews/:interviewId/paper-check', {
      params,
      body: { isRight: true, reason: '' },
    })
    expect(await kinds(personId, 'interview-paper-to-check')).toEqual([])
  })
})

// In the past: a decision bears the instant at which it is really taken, which is after the last day.
describe('of a permit', () => {
  it('its end is seen ahead, and on its last day a decision is asked, once', async () => {
    const { personId } = await givenTester(test, cooperative, scheme, { kind: 'CAPE' })
    const paper = { originalSeenOn: null, authorisedFrom: null, authorisedUntil: null, number: '' }
    await call(test, adviser, 'POST /people/:personId/permits', {
      params: { personId },
      body: {
        ...paper,
        kind: 'job_search_creation',
        validFrom: '2019-03-03',
        validUntil: '2020-03-03',
      },
    })
    const both = ['permit-ending', 'permit-decision'] as const
    test.setToday('2019-11-03')
    expect(await kinds(personId, ...both)).toEqual([])
    test.setToday('2019-11-04')
    expect(await rows(personId, ...both)).toMatchObject([
      { kind: 'permit-ending', targetId: personId, dueOn: '2020-03-03' },
    ])
    test.setToday('2020-03-03')
    expect(await kinds(personId, ...both)).toEqual(['permit-decision'])
    const decided = await call(test, adviser, 'POST /people/:personId/work-decisions', {
      params: { personId },
      body: {
        contract: 'CAPE',
        on: '2020-03-03',
        decision: 'may_work',
        reason: 'Rendez-vous pris',
      },
    })
    expect(decided.status).toBe(200)
    expect(await kinds(personId, ...both)).toEqual([])
  })
})
