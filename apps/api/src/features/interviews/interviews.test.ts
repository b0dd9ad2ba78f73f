import { randomUUID } from 'node:crypto'
import { localDate } from '@terreau/domain/time/local-date'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenReadyPerson, type TestPerson, withoutEmail } from '../../../test/given-contract.ts'
import { givenScheme } from '../../../test/given-money.ts'
import { photoWithPlace } from '../../../test/hostile-files.ts'
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
import { sha256 } from '../../platform/secrets.ts'
import { insertContract } from '../contracts/index.ts'
import { newSigningCode } from '../signatures/signing-code.ts'
import { interviewsToRemind, remindInterview } from './remind-interview.ts'

const REPORT = {
  review: 'Trois clients réguliers, 1 200 € de ventes par mois.',
  outlook: 'Deux marchés de plus au printemps.',
  actions: 'Atelier prix ; groupe des traiteurs.',
  needs: 'Lire le compte d’activité.',
  agreed: '',
  nextSteps: '',
}
const NOTHING = { review: '', outlook: '', actions: '', needs: '', agreed: '', nextSteps: '' }

let test: TestApp
let cooperative: TestCooperative
let adviser: Caller
let direction: Caller
let schemeId: string

beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  adviser = await givenUser(test, cooperative, ['adviser'], { displayName: 'Nadia Benali' })
  direction = await givenUser(test, cooperative, ['direction'], { displayName: 'Ana Öz' })
  schemeId = (await givenScheme(test, cooperative)).id
})
afterAll(() => test.close())

/** Somebody with a CESA that both signed. The tests happen on 2 November 2026. */
async function inCesa(familyName: string, startsOn = '2026-01-05'): Promise<TestPerson> {
  const person = await givenReadyPerson(test, cooperative, adviser, {
    givenName: 'Awa',
    familyName,
  })
  const { personId, activityId } = person
  await asCommand(test, cooperative.id, async (ctx, tx) =>
    insertContract(tx, ctx, {
      kind: 'CESA',
      personId,
      activityId,
      schemeId,
      startsOn: localDate(startsOn),
      endsOn: null,
      state: 'active',
    }),
  )
  return person
}

const detail = async (interviewId: string) =>
  (await call(test, adviser, 'GET /interviews/:interviewId', { params: { interviewId } })).body

const body = (rest: object = {}) => ({
  plannedOn: null,
  plannedTime: '',
  heldOn: null,
  conductorId: adviser.userId,
  way: 'place' as const,
  place: 'bureau de Montreuil',
  report: REPORT,
  ...rest,
})
const note = ({ personId }: TestPerson, rest: object) =>
  call(test, adviser, 'POST /people/:personId/interviews', {
    params: { personId },
    body: body(rest),
  })
const list = async ({ personId }: TestPerson) =>
  (await call(test, adviser, 'GET /people/:personId/interviews', { params: { personId } })).body
const send = (interviewId: string, ifMatch = 1) =>
  call(test, adviser, 'POST /interviews/:interviewId/sending', { params: { interviewId }, ifMatch })
const waiting = async ({ personId }: TestPerson) => {
  const { body: queue } = await call(test, adviser, 'GET /home/queue', { query: { personId } })
  return queue.items.map(({ kind, article, dueOn }) => [kind, article, dueOn])
}

async function signOnPhone(
  person: TestPerson,
  familyName: string,
  sent: { signatureId: string; documentSha256: string },
): Promise<void> {
  const code = await asCommand(test, cooperative.id, async (ctx, tx) => {
    const made = await newSigningCode(tx, ctx, {
      requestId: sent.signatureId,
      position: 1,
      route: 'phone',
      documentSha256: Buffer.from(sent.documentSha256, 'hex'),
      sentTo: person.email,
    })
    return made?.code ?? ''
  })
  const signed = await call(test, person.tester, 'POST /me/signatures/:signatureId/signature', {
    params: { signatureId: sent.signatureId },
    body: { typedName: `Awa ${familyName}`, code, documentSha256: sent.documentSha256 },
  })
  expect(signed.status).toBe(204)
}

describe('an individual interview (R7331-3)', () => {
  it('counts once it was held and its report is signed by both, and not before', async () => {
    const awa = await inCesa('Ndiaye')
    expect((await list(awa)).periods).toMatchObject([
      { startsOn: '2026-01-05', endsOn: '2027-01-04', done: 0, wanted: 2, state: 'running' },
    ])
    const made = await note(awa, { heldOn: '2026-10-20' })
    expect(made.status).toBe(200)
    expect(made.body.number).toMatch(/^ENT-\d{4}$/)
    expect((await list(awa)).periods[0]?.done).toBe(0)
    expect(await detail(made.body.id)).toMatchObject({ signersWithoutEmail: [] })
    const sent = await send(made.body.id)
    expect(sent.status).toBe(200)
    const params = { interviewId: made.body.id }
    const file = await call(test, adviser, 'GET /interviews/:interviewId/document', { params })
    const shown = Buffer.from(await file.bytes())
    expect(sha256(shown).toString('hex')).toBe(sent.body.documentSha256)
    const toSign = await call(test, awa.tester, 'GET /me/signatures/:signatureId', {
      params: { signatureId: sent.body.signatureId },
    })
    expect(toSign.body).toMatchObject({
      title: `Compte rendu d’entretien ${made.body.number}`,
      printedName: 'Awa Ndiaye',
      summary: [
        'C’est le compte rendu de votre entretien du 20 octobre 2026 avec Nadia Benali.',
        'La loi demande deux entretiens signés par an.',
        expect.any(String),
        expect.any(String),
        'La coopérative signe après vous.',
      ],
    })
    expect(await waiting(awa)).toContainEqual(['sign-document', 'C. trav. R7331-3', '2026-12-02'])
    await signOnPhone(awa, 'Ndiaye', sent.body)
    expect((await list(awa)).periods[0]?.done).toBe(0)
    const countersigned = await call(test, adviser, 'POST /signatures/countersignatures', {
      body: { signatures: [sent.body] },
    })
    expect(countersigned.status).toBe(204)
    const after = await list(awa)
    expect(after.periods[0]).toMatchObject({ done: 1, state: 'running' })
    expect(after.periods[0]?.why).toContain('entretiens signés : 1 sur 2 (C. trav. R7331-3)')
    expect(after.interviews).toMatchObject([
      { state: 'signed', signedOn: '2026-11-02', heldOn: '2026-10-20' },
    ])
    const archived = await call(test, adviser, 'GET /interviews/:interviewId/document', { params })
    const signed = Buffer.from(await archived.bytes())
    expect(signed.length).toBeGreaterThan(shown.length)
    expect(signed.subarray(0, shown.length).equals(shown)).toBe(true)
    const drop = await call(test, adviser, 'POST /interviews/:interviewId/cancellation', {
      params,
      body: { reason: 'erreur' },
    })
    expect(drop.body).toMatchObject({ code: 'interview-act-not-allowed' })
  })

  it('is planned, recorded over the version that was read, and seen by the person', async () => {
    const awa = await inCesa('Prévue')
    const made = await note(awa, { plannedOn: '2026-11-03', plannedTime: '14:30', report: NOTHING })
    expect(made.status).toBe(200)
    const params = { interviewId: made.body.id }
    const own = await call(test, awa.tester, 'GET /me/interviews')
    expect(own.body.interviews).toMatchObject([
      { state: 'planned', plannedOn: '2026-11-03', plannedTime: '14:30', signatureId: null },
    ])
    expect((await send(made.body.id)).body).toMatchObject({ code: 'interview-act-not-allowed' })
    const edit = (rest: object, ifMatch: number) =>
      call(test, adviser, 'PUT /interviews/:interviewId', { params, ifMatch, body: body(rest) })
    const held = { plannedOn: '2026-11-03', heldOn: '2026-11-02', report: NOTHING }
    expect((await edit(held, 7)).body).toMatchObject({ code: 'version-changed' })
    expect((await edit(held, 1)).status).toBe(200)
    const refused = await send(made.body.id, 2)
    expect(refused.body).toMatchObject({
      code: 'interview-incomplete',
      errors: ['review', 'outlook', 'actions', 'needs'].map((part) => ({
        pointer: `/report/${part}`,
        code: 'field-required',
      })),
    })
    expect(
      (await call(test, adviser, 'GET /interviews/:interviewId', { params })).body,
    ).toMatchObject({ state: 'held', missing: [{}, {}, {}, {}], person: { name: 'Awa Prévue' } })
  })

  it('signed by hand before the tool counts with its scan, which the person can open', async () => {
    const awa = await inCesa('Papier')
    const made = await note(awa, { heldOn: '2026-02-10', report: NOTHING })
    const params = { interviewId: made.body.id }
    const scan = async (signedOn: string) =>
      call(test, adviser, 'POST /interviews/:interviewId/paper', {
        params,
        query: { signedOn, fileName: 'compte-rendu.jpg' },
        body: await photoWithPlace(40, 20),
      })
    for (const day of ['2026-02-09', '2026-11-03'])
      expect((await scan(day)).problem).toMatchObject({
        code: 'signature-day-wrong',
        errors: [{ pointer: '/query/signedOn' }],
      })
    expect((await list(awa)).periods[0]?.done).toBe(0)
    const first = await scan('2026-02-12')
    expect(first.status).toBe(200)
    // They have met, whether or not somebody has looked at the scan.
    const welcome = await call(test, adviser, 'GET /people/:personId/welcome', {
      params: { personId: awa.personId },
    })
    expect(welcome.body.tasks).toContainEqual(
      expect.objectContaining({ name: 'first_appointment', status: 'done' }),
    )
    const check = (who: Caller, isRight: boolean, reason = '') =>
      call(test, who, 'POST /interviews/:interviewId/paper-check', {
        params,
        body: { isRight, reason },
      })
    expect(await list(awa)).toMatchObject({
      periods: [{ done: 0 }],
      interviews: [
        { state: 'to_check', signedOn: '2026-02-12', paperDocumentId: first.body.documentId },
      ],
    })
    expect((await check(adviser, true)).problem.code).toBe('signature-second-look')
    expect((await check(direction, false)).problem.errors?.[0]?.pointer).toBe('/body/reason')
    expect((await check(direction, false, 'Une page manque')).status).toBe(204)
    expect((await detail(made.body.id)).paper).toMatchObject({ sentBack: 'Une page manque' })
    expect((await list(awa)).interviews).toMatchObject([
      { state: 'held', signedOn: null, paperDocumentId: null },
    ])
    expect((await check(direction, true)).problem.code).toBe('interview-act-not-allowed')
    expect((await scan('2026-02-12')).status).toBe(200)
    expect((await detail(made.body.id)).paper).toMatchObject({ isOwn: true, sentBack: null })
    expect((await check(direction, true)).status).toBe(204)
    const documentId = (await list(awa)).interviews[0]?.paperDocumentId ?? ''
    expect(await list(awa)).toMatchObject({
      periods: [{ done: 1 }],
      interviews: [{ state: 'signed', signedOn: '2026-02-12', paperDocumentId: documentId }],
    })
    const file = await call(test, adviser, 'GET /interviews/:interviewId/document', { params })
    expect(file.headers.get('content-type')).toBe('image/jpeg')
    const own = await call(test, awa.tester, 'GET /me/documents/:documentId/versions/:version', {
      params: { documentId, version: '1' },
    })
    expect(own.status).toBe(200)
    expect((await scan('2026-02-12')).problem.code).toBe('interview-act-not-allowed')
    expect((await send(made.body.id, 5)).body).toMatchObject({ code: 'interview-act-not-allowed' })
  })

  it('refuses a day that cannot be, next to the field', async () => {
    const awa = await inCesa('Jours')
    const refusal = async (rest: object) => {
      const { status, body: problem } = await note(awa, rest)
      return [status, problem]
    }
    expect(await refusal({ heldOn: '2026-11-03' })).toMatchObject([
      422,
      { code: 'interview-in-future', errors: [{ pointer: '/body/heldOn' }] },
    ])
    expect(await refusal({ plannedOn: '2026-11-01' })).toMatchObject([
      422,
      { code: 'interview-planned-in-past', errors: [{ pointer: '/body/plannedOn' }] },
    ])
    expect(await refusal({})).toMatchObject([422, { code: 'interview-day-missing' }])
    expect(await refusal({ heldOn: '2026-11-01', conductorId: randomUUID() })).toMatchObject([
      422,
      { code: 'conductor-unknown', errors: [{ pointer: '/body/conductorId' }] },
    ])
  })

  it('comes back to be changed when the person refuses, and dropping it takes the request back', async () => {
    const awa = await inCesa('Refus')
    const made = await note(awa, { heldOn: '2026-10-20' })
    const params = { interviewId: made.body.id }
    const sent = await send(made.body.id)
    const refused = await call(test, awa.tester, 'POST /me/signatures/:signatureId/refusal', {
      params: { signatureId: sent.body.signatureId },
      body: { reason: 'Je n’ai pas dit cela' },
    })
    expect(refused.status).toBe(204)
    expect((await list(awa)).interviews[0]).toMatchObject({ state: 'held', signatureId: null })
    await withoutEmail(test, awa.personId)
    expect(await detail(made.body.id)).toMatchObject({ signersWithoutEmail: ['Awa Refus'] })
    const again = await send(made.body.id, 3)
    expect(again.status).toBe(200)
    const dropped = await call(test, adviser, 'POST /interviews/:interviewId/cancellation', {
      params,
      body: { reason: 'Saisi deux fois' },
    })
    expect(dropped.status).toBe(200)
    const request = await call(test, adviser, 'GET /signatures/:signatureId', {
      params: { signatureId: again.body.signatureId },
    })
    expect(request.body.state).toBe('withdrawn')
    expect((await call(test, awa.tester, 'GET /me/interviews')).body.interviews).toEqual([])
  })
})

describe('the chase', () => {
  it('asks for an interview, then for its record, then for its signature', async () => {
    const awa = await inCesa('Suivie')
    const due = ['interview-due', 'C. trav. R7331-3', '2027-01-04']
    expect(await waiting(awa)).toContainEqual(due)
    await note(awa, { plannedOn: '2026-11-02' })
    const second = await note(awa, { plannedOn: '2026-12-02' })
    expect(await waiting(awa)).not.toContainEqual(due)
    expect(await waiting(awa)).toContainEqual(['interview-to-record', 'C. trav. R7331-3', null])
    await call(test, adviser, 'PUT /interviews/:interviewId', {
      params: { interviewId: second.body.id },
      ifMatch: 1,
      body: body({ plannedOn: '2026-12-02', heldOn: '2026-11-02' }),
    })
    expect(await waiting(awa)).toContainEqual([
      'interview-report-to-send',
      'C. trav. R7331-3',
      null,
    ])
  })

  it('says what a period missed until one is held', async () => {
    const awa = await inCesa('Manquée', '2025-09-15')
    await asCommand(test, cooperative.id, async (_ctx, tx) => {
      await tx
        .updateTable('contract')
        .set({ concludedOn: '2025-09-10' })
        .where('cooperativeId', '=', cooperative.id)
        .where('personId', '=', awa.personId)
        .execute()
    })
    await note(awa, { plannedOn: '2026-11-20' })
    const missed = ['interview-overdue', 'C. trav. R7331-3', '2026-09-14']
    expect(await waiting(awa)).toContainEqual(missed)
    await note(awa, { heldOn: '2026-11-01' })
    expect(await waiting(awa)).not.toContainEqual(missed)
  })

  it('reminds the person once, the day before', async () => {
    const awa = await inCesa('Rappelée')
    const tomorrow = await note(awa, { plannedOn: '2026-11-03', plannedTime: '09:15' })
    const later = await note(awa, { plannedOn: '2026-11-04' })
    const due = () => asCommand(test, cooperative.id, (ctx, tx) => interviewsToRemind(tx, ctx))
    expect(await due()).toContain(tomorrow.body.id)
    expect(await due()).not.toContain(later.body.id)
    await asCommand(test, cooperative.id, (ctx) =>
      remindInterview(ctx, { interviewId: tomorrow.body.id }),
    )
    expect(await due()).not.toContain(tomorrow.body.id)
    const mails = await asCommand(test, cooperative.id, async (_ctx, tx) =>
      tx
        .selectFrom('mail')
        .select(['subject', 'body'])
        .where('cooperativeId', '=', cooperative.id)
        .where('toAddress', '=', awa.email)
        .where('template', '=', 'interview-reminder')
        .execute(),
    )
    expect(mails).toMatchObject([{ subject: 'Votre entretien du 3 novembre 2026' }])
    expect(mails[0]?.body).toContain('Le 3 novembre 2026 09:15\nEn personne : bureau de Montreuil')
  })
})
