import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { pdf, photoWithPlace } from '../../../test/hostile-files.ts'
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
import { remindJob } from './pieces/remind.job.ts'

let test: TestApp
let cooperative: TestCooperative
let adviser: Caller
let direction: Caller
let personId: string
let person: Caller

beforeAll(async () => {
  test = await createTestApp()
})
beforeEach(async () => {
  test.setToday('2026-11-02')
  cooperative = await givenCooperative(test, `Coop ${randomUUID().slice(0, 6)}`)
  adviser = await givenUser(test, cooperative, ['adviser'], { displayName: 'Inès Roy' })
  direction = await givenUser(test, cooperative, ['direction'])
  await call(test, direction, 'POST /piece-kinds/proposal')
  ;({ personId, person } = await givenAdmitted())
})
afterAll(() => test.close())

/** Somebody who was admitted, whose file was just opened, and who can sign in. */
async function givenAdmitted() {
  const email = `${randomUUID().slice(0, 8)}@exemple.test`
  const made = await call(test, adviser, 'POST /leads', {
    body: {
      givenName: 'Awa',
      familyName: 'Diop',
      email,
      phone: '',
      locale: 'fr',
      consentedOn: '2026-10-01',
      origin: 'prescriber',
      originName: 'Mission locale',
      isReallyNew: true,
    },
  })
  const params = { leadId: made.body.id }
  await call(test, adviser, 'POST /leads/:leadId/interviews', {
    params,
    ifMatch: 1,
    body: { heldOn: '2026-10-10', ledBy: adviser.userId, note: 'Prête.', result: 'ready' },
  })
  await call(test, adviser, 'POST /leads/:leadId/acts', {
    params,
    ifMatch: 2,
    body: { act: 'admit', doneOn: '2026-10-12', reason: null, words: '', isMailed: false },
  })
  const opened = await call(test, adviser, 'POST /leads/:leadId/file', {
    params,
    ifMatch: 3,
    body: {
      civility: '',
      bornOn: null,
      email,
      phone: '',
      address: '',
      activity: { name: 'Traiteur', vatRateBp: 1000, fiscalHorsepower: null },
      isReallyNew: true,
    },
  })
  const id = opened.body.personId
  const user = await givenUser(test, cooperative, [], { email })
  return { personId: id, person: { ...user, personId: id } }
}

const staffView = async () =>
  (await call(test, adviser, 'GET /people/:personId/welcome', { params: { personId } })).body
const own = async () => (await call(test, person, 'GET /me/welcome')).body
const answer = (question: Parameters<typeof answerOf>[0], value: string) =>
  answerOf(question, value)
function answerOf(
  question:
    | 'born_on'
    | 'address'
    | 'phone'
    | 'languages'
    | 'channel'
    | 'project'
    | 'project_country'
    | 'social_status'
    | 'other_job',
  value: string,
) {
  return call(test, person, 'PUT /me/welcome/answers/:question', {
    params: { question },
    body: { value },
  })
}
const send = (pieceId: string, bytes: Uint8Array, by = person) =>
  call(test, by, 'POST /me/pieces/:pieceId/file', {
    params: { pieceId },
    query: { fileName: 'carte.jpg' },
    body: bytes,
  })
const judge = async (pieceId: string, body: object) => {
  const piece = (await staffView()).pieces.find((one) => one.id === pieceId)
  return call(test, adviser, 'POST /pieces/:pieceId/verdict', {
    params: { pieceId },
    ifMatch: piece?.version ?? 0,
    body: { act: 'accept', refusal: null, words: '', expiresOn: null, ...body },
  })
}
const mails = () =>
  asCommand(test, cooperative.id, (_ctx, tx) =>
    tx
      .selectFrom('mail')
      .select(['template', 'body'])
      .where('cooperativeId', '=', cooperative.id)
      .execute(),
  )

describe('the welcome of somebody who is admitted', () => {
  it('asks the pieces of the stage at once, and those of a situation once it is known', async () => {
    const before = await own()
    expect(before.pieces.map((piece) => piece.state)).toEqual(Array(6).fill('asked'))
    expect((await staffView()).facts).toMatchObject([
      { kind: 'prescriber', value: 'Mission locale', validFrom: '2026-10-01', saidBy: 'staff' },
    ])
    await answer('social_status', 'job_seeker')
    const after = await own()
    expect(after.pieces.map((piece) => piece.labelFr)).toContain('Avis de situation France Travail')
    expect(after.pieces).toHaveLength(7)
  })

  it('goes on at the exact question, with what was typed', async () => {
    expect(await own()).toMatchObject({ resume: 'born_on', place: null })
    await answer('born_on', '1990-03-12')
    await call(test, person, 'PUT /me/welcome/place', {
      body: { question: 'project', typed: 'Des plats du Séné' },
    })
    expect(await own()).toMatchObject({
      resume: 'project',
      place: { question: 'project', typed: 'Des plats du Séné' },
    })
    const answered = await answer('project', 'Des plats du Sénégal')
    expect(answered.body.resume).toBe('address')
    expect(await own()).toMatchObject({ resume: 'address', place: null })
  })

  it('accepts "I do not know" where it is true, and refuses what is not an answer', async () => {
    expect((await answer('project_country', 'unknown')).status).toBe(200)
    expect((await answer('languages', 'unknown')).problem.errors).toEqual([
      { pointer: '/body/value', code: 'field-not-accepted' },
    ])
    expect((await answer('born_on', '2027-01-01')).problem.errors).toMatchObject([
      { code: 'date-in-future' },
    ])
    expect((await answer('born_on', '1990-02-30')).problem.errors).toMatchObject([
      { code: 'date-does-not-exist' },
    ])
    expect((await answer('phone', '12')).problem.errors).toMatchObject([
      { code: 'phone-too-short' },
    ])
  })

  it('is ready for a CAPE once all is answered and every piece is accepted', async () => {
    await answer('born_on', '1990-03-12')
    await answer('address', '3 rue des Lilas\n93100 Montreuil')
    await answer('phone', '06 12 34 56 78')
    await answer('languages', 'fr,wo')
    await answer('channel', 'email')
    await answer('project', 'Traiteur')
    await answer('project_country', 'SN')
    await answer('social_status', 'no_income')
    await answer('other_job', 'none')
    expect((await staffView()).isReadyForContract).toBe(false)
    for (const piece of (await own()).pieces) {
      const sent = await send(piece.id, await photoWithPlace(30, 30))
      expect(sent.body.state).toBe('received')
      const { expires } = (await staffView()).pieces.find((one) => one.id === piece.id) ?? {}
      const judged = await judge(piece.id, { expiresOn: expires ? '2027-06-30' : null })
      expect(judged.body.state).toBe('accepted')
    }
    const welcome = await staffView()
    expect(welcome.isReadyForContract).toBe(true)
    expect(welcome.progress).toEqual({ done: 15, total: 22 })
    expect(welcome.tasks.find((task) => task.name === 'contract')?.status).toBe('to-do')
    const steps = async () => {
      const { tasks, appointmentOn } = await own()
      return [tasks.map(({ name, status }) => `${name} ${status}`), appointmentOn]
    }
    expect(await steps()).toEqual([
      ['first_appointment not-yet', 'sign not-yet', 'first_declaration not-yet'],
      null,
    ])
    await call(test, adviser, 'POST /people/:personId/interviews', {
      params: { personId },
      body: {
        plannedOn: '2026-11-12',
        plannedTime: '10:00',
        heldOn: null,
        conductorId: adviser.userId,
        way: 'place',
        place: '',
        report: { review: '', outlook: '', actions: '', needs: '', agreed: '', nextSteps: '' },
      },
    })
    const appointment = (await staffView()).tasks.find((task) => task.name === 'first_appointment')
    expect(appointment).toMatchObject({ actor: 'person', status: 'to-do', group: 'prepare' })
    expect(await steps()).toEqual([
      ['first_appointment to-do', 'sign not-yet', 'first_declaration not-yet'],
      '2026-11-12',
    ])
    expect(await own()).toMatchObject({ resume: null })
    test.setToday('2027-07-01')
    expect((await staffView()).isReadyForContract).toBe(false)
    test.setToday('2026-11-02')
  })

  it('keeps what was true before: a fact has its day and its author', async () => {
    await answer('social_status', 'job_seeker')
    const set = (value: string, validFrom: string) =>
      call(test, adviser, 'PUT /people/:personId/facts', {
        params: { personId },
        body: { kind: 'social_status', value, validFrom },
      })
    expect((await set('employee', '2026-10-15')).status).toBe(204)
    const facts = (await staffView()).facts.filter((fact) => fact.kind === 'social_status')
    expect(facts).toMatchObject([
      { value: 'job_seeker', validFrom: '2026-11-02', saidBy: 'person' },
      { value: 'employee', validFrom: '2026-10-15', saidBy: 'staff' },
    ])
    expect((await set('rich', '2026-11-01')).status).toBe(400)
    expect((await set('student', '2026-11-03')).problem.errors).toMatchObject([
      { pointer: '/body/validFrom', code: 'date-not-yet' },
    ])
  })
})

describe('a piece', () => {
  const firstPiece = async () => (await own()).pieces[0]?.id ?? ''

  it('is refused with what to do, sent again, and accepted with its last day', async () => {
    const id = await firstPiece()
    await send(id, await photoWithPlace(30, 30))
    expect((await judge(id, { act: 'refuse' })).problem.errors).toMatchObject([
      { pointer: '/body/refusal', code: 'reason-missing' },
    ])
    await judge(id, { act: 'refuse', refusal: 'cut_off', words: 'Il manque le bas.' })
    expect((await own()).pieces[0]).toMatchObject({
      state: 'refused',
      refusal: 'cut_off',
      words: 'Il manque le bas.',
    })
    await send(id, await photoWithPlace(30, 30))
    expect((await judge(id, {})).problem.errors).toMatchObject([
      { pointer: '/body/expiresOn', code: 'expiry-missing' },
    ])
    expect((await judge(id, { expiresOn: '2026-11-01' })).problem.errors).toMatchObject([
      { code: 'piece-has-expired' },
    ])
    await judge(id, { expiresOn: '2027-06-30' })
    const piece = (await staffView()).pieces.find((one) => one.id === id)
    expect(piece).toMatchObject({ state: 'accepted', expiresOn: '2027-06-30' })
    expect(piece?.history.map((act) => act.act)).toEqual([
      'accept',
      'receive',
      'refuse',
      'receive',
      'ask',
    ])
  })

  it('is a photo drawn again or a PDF that only shows pages', async () => {
    const id = await firstPiece()
    const hostile = await send(id, pdf({ catalogue: '/OpenAction <</S /JavaScript /JS (x)>>' }))
    expect(hostile.problem.code).toBe('pdf-active')
    expect((await own()).pieces[0]?.state).toBe('asked')
    await send(id, await photoWithPlace())
    const file = await call(test, adviser, 'GET /pieces/:pieceId/file', { params: { pieceId: id } })
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(file.headers.get('content-type')).toBe('image/jpeg')
  })

  it('of somebody else cannot be sent, seen or judged', async () => {
    const id = await firstPiece()
    const other = await givenAdmitted()
    expect((await send(id, await photoWithPlace(30, 30), other.person)).status).toBe(404)
    const elsewhere = await givenCooperative(test, 'Coopérative Karité')
    const stranger = await givenUser(test, elsewhere, ['adviser'])
    const params = { pieceId: id }
    expect((await call(test, stranger, 'GET /pieces/:pieceId/file', { params })).status).toBe(404)
    const accountant = await givenUser(test, cooperative, ['accountant'])
    expect((await call(test, accountant, 'GET /pieces/:pieceId/file', { params })).status).toBe(403)
  })
})

describe('reminders', () => {
  const chase = async (day: string) => {
    test.setToday(day)
    await runJob(test, remindJob, { cooperativeId: cooperative.id })
    return (await mails()).filter((mail) => mail.template === 'pieces-missing').length
  }

  it('go once for all pieces, with the exact page, and stop after the last one', async () => {
    expect(await chase('2026-11-08')).toBe(0)
    expect(await chase('2026-11-09')).toBe(1)
    expect(await chase('2026-11-09')).toBe(1)
    const [mail] = (await mails()).filter((one) => one.template === 'pieces-missing')
    expect(mail?.body).toMatch(/\/moi\/bienvenue\/piece-[0-9a-f-]{36}/)
    expect(mail?.body).toContain('- RIB')
    expect(await chase('2026-11-16')).toBe(2)
    expect(await chase('2026-11-23')).toBe(3)
    expect(await chase('2026-12-23')).toBe(3)
  })

  it('stop when the piece came', async () => {
    for (const piece of (await own()).pieces) await send(piece.id, await photoWithPlace(30, 30))
    expect(await chase('2026-11-20')).toBe(0)
  })

  it('wait when staff spoke with the person', async () => {
    test.setToday('2026-11-08')
    const spoken = await call(test, adviser, 'POST /people/:personId/conversations', {
      params: { personId },
      body: { spokenOn: '2026-11-08', words: 'Le RIB arrive vendredi.' },
    })
    expect(spoken.body.pieces).toBe(6)
    expect(await chase('2026-11-09')).toBe(0)
    expect(await chase('2026-11-15')).toBe(1)
  })

  it('never write to who wants to be called', async () => {
    await answer('channel', 'phone')
    expect(await chase('2026-11-20')).toBe(0)
  })

  it('follow the days that the cooperative decided', async () => {
    const enter = (key: string, value: string) =>
      asCommand(test, cooperative.id, (_ctx, tx) =>
        tx
          .insertInto('cooperativeSetting')
          .values({
            cooperativeId: cooperative.id,
            key,
            value,
            validFrom: '2026-01-01',
            source: 'test',
          })
          .execute(),
      )
    await enter('piece_reminder_first_days', '2')
    await enter('piece_reminders_most', '1')
    expect(await chase('2026-11-04')).toBe(1)
    expect(await chase('2026-11-30')).toBe(1)
  })
})
