import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
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
let adviser: Caller

beforeAll(async () => {
  test = await createTestApp()
})
beforeEach(async () => {
  cooperative = await givenCooperative(test, `Coop ${randomUUID().slice(0, 6)}`)
  adviser = await givenUser(test, cooperative, ['adviser'], { displayName: 'Inès Roy' })
})
afterAll(() => test.close())

const LEAD = {
  givenName: 'Awa',
  familyName: 'Ŋdiaye',
  email: 'awa@exemple.test',
  phone: '06 12 34 56 78',
  locale: 'fr',
  consentedOn: '2026-10-20',
  origin: 'prescriber',
  originName: 'Mission locale',
} as const

async function givenLead(more: object = {}): Promise<string> {
  const answer = await call(test, adviser, 'POST /leads', {
    body: { ...LEAD, isReallyNew: true, ...more },
  })
  expect(answer.status).toBe(200)
  return answer.body.id
}

const read = async (leadId: string) =>
  (await call(test, adviser, 'GET /leads/:leadId', { params: { leadId } })).body

async function act(leadId: string, body: object) {
  const { version } = await read(leadId)
  return call(test, adviser, 'POST /leads/:leadId/acts', {
    params: { leadId },
    ifMatch: version,
    body: {
      act: 'attend',
      doneOn: '2026-10-28',
      reason: null,
      words: '',
      isMailed: false,
      ...body,
    },
  })
}

async function interview(leadId: string, body: object = {}) {
  const { version } = await read(leadId)
  return call(test, adviser, 'POST /leads/:leadId/interviews', {
    params: { leadId },
    ifMatch: version,
    body: {
      heldOn: '2026-10-30',
      ledBy: adviser.userId,
      note: 'Trois clients, un four, un dossier à compléter.',
      result: 'ready',
      ...body,
    },
  })
}

const mails = () =>
  asCommand(test, cooperative.id, (_ctx, tx) =>
    tx
      .selectFrom('mail')
      .select(['template', 'toAddress', 'subject', 'body'])
      .where('cooperativeId', '=', cooperative.id)
      .execute(),
  )

describe('a contact', () => {
  it('holds a name, a way to reach the person, consent and origin, and is erased one day', async () => {
    const lead = await read(await givenLead())
    expect(lead).toMatchObject({
      ...LEAD,
      stage: 'lead',
      lastContactOn: '2026-10-20',
      deleteOn: '2028-10-20',
      personId: null,
    })
    expect(lead.history).toMatchObject([{ act: 'contact', doneOn: '2026-10-20', stage: 'lead' }])
  })

  it('needs a way to reach the person, who sent them, and a consent that was given', async () => {
    const answer = await call(test, adviser, 'POST /leads', {
      body: { ...LEAD, email: '', phone: '', originName: '', consentedOn: '2026-11-03' },
    })
    expect(answer.status).toBe(400)
    expect(answer.problem.errors).toEqual([
      { pointer: '/body/phone', code: 'way-to-reach-missing' },
      { pointer: '/body/consentedOn', code: 'date-not-yet' },
      { pointer: '/body/originName', code: 'field-required' },
    ])
  })

  it('has a name that documents can print', async () => {
    const body = { ...LEAD, familyName: 'سو', isReallyNew: true }
    const answer = await call(test, adviser, 'POST /leads', { body })
    expect(answer.problem.errors).toEqual([
      {
        pointer: '/body/familyName',
        code: 'name-not-printable',
        params: { characters: 'س (U+0633), و (U+0648)' },
      },
    ])
  })

  it('is shown beside who looks the same before it is noted again', async () => {
    const id = await givenLead()
    const again = await call(test, adviser, 'POST /leads', {
      body: { ...LEAD, givenName: 'NDIAYE', familyName: 'awa', email: '', phone: '07 00 00 00 00' },
    })
    expect(again.status).toBe(409)
    expect(again.problem).toMatchObject({
      code: 'person-already-exists',
      params: { personId: id, kind: 'lead' },
    })
    const alike = await call(test, adviser, 'GET /look-alikes', {
      query: { phone: '+33612345678', email: 'AWA@exemple.test' },
    })
    expect(alike.body).toMatchObject([{ kind: 'lead', id, by: ['email', 'phone'] }])
  })

  it('is seen by nobody of another cooperative, and by no accountant', async () => {
    const leadId = await givenLead()
    const elsewhere = await givenCooperative(test, 'Coopérative Karité')
    const stranger = await givenUser(test, elsewhere, ['adviser'])
    const answer = await call(test, stranger, 'GET /leads/:leadId', { params: { leadId } })
    expect(answer.status).toBe(404)
    const accountant = await givenUser(test, cooperative, ['accountant'])
    expect((await call(test, accountant, 'GET /leads')).status).toBe(403)
  })
})

describe('the path before a file', () => {
  it('goes from the meeting to the interview, the admission and the file', async () => {
    const leadId = await givenLead()
    expect((await act(leadId, { act: 'attend' })).body.stage).toBe('info_meeting_attended')
    expect((await interview(leadId)).body.stage).toBe('diagnosis')
    const admitted = await act(leadId, { act: 'admit', doneOn: '2026-11-02', isMailed: true })
    expect(admitted.body.stage).toBe('admitted')
    const opened = await call(test, adviser, 'POST /leads/:leadId/file', {
      params: { leadId },
      ifMatch: admitted.body.version,
      body: {
        civility: 'Mme',
        bornOn: '1990-03-12',
        email: LEAD.email,
        phone: LEAD.phone,
        address: '3 rue des Lilas\n93100 Montreuil',
        activity: { name: 'Traiteur', vatRateBp: 1000, fiscalHorsepower: null },
      },
    })
    expect(opened.status).toBe(200)
    const lead = await read(leadId)
    expect(lead).toMatchObject({ personId: opened.body.personId, deleteOn: null, acts: [] })
    expect(lead.history.map((one) => one.act)).toEqual([
      'open_file',
      'admit',
      'interview',
      'attend',
      'contact',
    ])
    expect(lead.history.find((one) => one.act === 'interview')).toMatchObject({
      ledByName: 'Inès Roy',
      recordedByName: 'Inès Roy',
      result: 'ready',
    })
    const file = await call(test, adviser, 'GET /people/:personId', {
      params: { personId: opened.body.personId },
    })
    expect(file.body).toMatchObject({ givenName: 'Awa', bornOn: '1990-03-12', hasAccess: true })
    expect((await call(test, adviser, 'GET /leads')).body.total).toBe(0)
    expect((await mails()).map((mail) => mail.template)).toEqual(['lead-admitted'])
  })

  it('admits nobody without an interview', async () => {
    const leadId = await givenLead()
    const answer = await act(leadId, { act: 'admit' })
    expect(answer.problem).toMatchObject({
      code: 'pipeline-act-not-allowed',
      params: { state: 'lead', act: 'admit' },
    })
    expect((await read(leadId)).stage).toBe('lead')
  })

  it('refuses with a reason, in a letter in plain words, and sets the day of deletion', async () => {
    const leadId = await givenLead()
    await interview(leadId, { result: 'does_not_fit' })
    const silent = await act(leadId, { act: 'refuse', doneOn: '2026-11-01' })
    expect(silent.problem.errors).toEqual([{ pointer: '/body/reason', code: 'reason-missing' }])
    const wrongList = await act(leadId, { act: 'refuse', reason: 'gave_up' })
    expect(wrongList.status).toBe(400)
    const answer = await act(leadId, {
      act: 'refuse',
      doneOn: '2026-11-01',
      reason: 'activity_not_insurable',
      words: 'L’assureur a refusé le 30 octobre.',
      isMailed: true,
    })
    expect(answer.body.stage).toBe('refused')
    const lead = await read(leadId)
    expect(lead).toMatchObject({ deleteOn: '2028-11-01', acts: ['reopen'] })
    expect(lead.history[0]).toMatchObject({
      act: 'refuse',
      reason: 'activity_not_insurable',
      letter: { isMailed: true },
    })
    const [mail] = await mails()
    expect(mail?.body).toContain('Notre assurance ne couvre pas cette activité.')
    expect(mail?.body).toContain('L’assureur a refusé le 30 octobre.')
    expect(mail?.body).toBe(lead.history[0]?.letter?.body)
  })

  it('keeps the letter of somebody without an address, and mails nothing', async () => {
    const leadId = await givenLead({ email: '' })
    await act(leadId, { act: 'postpone', reason: 'no_place_left', isMailed: true })
    const lead = await read(leadId)
    expect(lead.history[0]?.letter).toMatchObject({ isMailed: false })
    expect(lead.history[0]?.letter?.body).toContain('Nous n’avons plus de place')
    expect(await mails()).toEqual([])
  })

  it('never writes down what has not happened, nor over what somebody else wrote', async () => {
    const leadId = await givenLead()
    const future = await act(leadId, { doneOn: '2026-11-03' })
    expect(future.problem.errors).toEqual([{ pointer: '/body/doneOn', code: 'date-not-yet' }])
    const { version } = await read(leadId)
    await act(leadId, {})
    const late = await call(test, adviser, 'POST /leads/:leadId/interviews', {
      params: { leadId },
      ifMatch: version,
      body: { heldOn: '2026-10-30', ledBy: adviser.userId, note: 'x', result: 'ready' },
    })
    expect(late.problem.code).toBe('version-changed')
  })
})

describe('an information meeting', () => {
  const plan = async (heldOn = '2026-10-28') =>
    (
      await call(test, adviser, 'POST /information-meetings', {
        body: { heldOn, startsAt: '14:00', place: 'Maison des projets, Montreuil' },
      })
    ).body.id
  const meeting = async (meetingId: string) =>
    (await call(test, adviser, 'GET /information-meetings/:meetingId', { params: { meetingId } }))
      .body
  const invite = (meetingId: string, leadIds: string[]) =>
    call(test, adviser, 'POST /information-meetings/:meetingId/guests', {
      params: { meetingId },
      body: { leadIds },
    })
  const note = async (meetingId: string, came: string[], headCount: number | null) =>
    call(test, adviser, 'PUT /information-meetings/:meetingId/attendance', {
      params: { meetingId },
      ifMatch: (await meeting(meetingId)).version,
      body: { came, headCount },
    })

  it('invites by mail, counts heads without names, and moves on whoever came, once', async () => {
    const [awa, binta] = [await givenLead(), await givenLead({ email: '', givenName: 'Binta' })]
    const meetingId = await plan('2026-11-02')
    expect((await invite(meetingId, [awa, binta])).body).toEqual({ invited: 2, mailed: 1 })
    expect((await invite(meetingId, [awa])).body).toEqual({ invited: 0, mailed: 0 })
    expect((await note(meetingId, [awa], 16)).status).toBe(200)
    expect((await note(meetingId, [awa], 17)).status).toBe(200)
    expect(await meeting(meetingId)).toMatchObject({
      invited: 2,
      came: 1,
      headCount: 17,
      guests: [
        { name: 'Awa Ŋdiaye', came: true, stage: 'info_meeting_attended' },
        { name: 'Binta Ŋdiaye', came: false, stage: 'lead' },
      ],
    })
    const { history } = await read(awa)
    expect(history.map((one) => one.act)).toEqual(['attend', 'contact'])
  })

  it('is noted on its day, never with fewer heads than names', async () => {
    const awa = await givenLead()
    const later = await plan('2026-11-20')
    await invite(later, [awa])
    expect((await note(later, [awa], 3)).problem.code).toBe('meeting-not-yet')
    const held = await plan()
    await invite(held, [awa])
    expect((await note(held, [awa], 0)).problem.code).toBe('attendance-below-named')
  })

  it('is cancelled before it was held, and its guests are told', async () => {
    const awa = await givenLead()
    const meetingId = await plan('2026-11-20')
    await invite(meetingId, [awa])
    const params = { meetingId }
    const cancel = () => call(test, adviser, 'DELETE /information-meetings/:meetingId', { params })
    expect((await cancel()).status).toBe(204)
    expect((await cancel()).problem.code).toBe('meeting-is-cancelled')
    expect((await invite(meetingId, [awa])).problem.code).toBe('meeting-is-cancelled')
    expect((await mails()).map((mail) => mail.template)).toContain('meeting-cancelled')
    const held = await plan()
    await invite(held, [awa])
    await note(held, [], 5)
    const tooLate = await call(test, adviser, 'DELETE /information-meetings/:meetingId', {
      params: { meetingId: held },
    })
    expect(tooLate.problem.code).toBe('meeting-was-held')
  })

  it('lists meetings and contacts page by page without losing one', async () => {
    await Promise.all(
      ['Kadi', 'Oumy', 'Sali'].map((givenName) => givenLead({ givenName, email: '' })),
    )
    const first = await call(test, adviser, 'GET /leads', { query: { search: 'ndiaye kadi' } })
    expect(first.body).toMatchObject({ total: 1, leads: [{ givenName: 'Kadi' }], next: null })
    const staged = await call(test, adviser, 'GET /leads', { query: { stage: 'refused' } })
    expect(staged.body).toMatchObject({ total: 0, leads: [] })
    await plan('2026-09-01')
    await plan('2026-10-01')
    const { body } = await call(test, adviser, 'GET /information-meetings')
    expect(body.meetings.map((one) => one.heldOn)).toEqual(['2026-10-01', '2026-09-01'])
  })
})
