import { localDate } from '@terreau/domain/time/local-date'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
import { insertPerson } from './index.ts'

const AWA = {
  civility: 'Mme',
  familyName: 'Ŋdiaye-Diop',
  givenName: 'Awa',
  bornOn: '1990-03-12',
  email: 'awa@exemple.test',
  phone: '06 12 34 56 78',
  locale: 'fr',
  address: '3 rue des Lilas\n93100 Montreuil',
  activity: { name: 'Traiteur sénégalais', vatRateBp: 1000, fiscalHorsepower: 5 },
} as const

describe('people', () => {
  let test: TestApp
  let cooperative: TestCooperative
  let adviser: Caller
  beforeAll(async () => {
    test = await createTestApp()
    cooperative = await givenCooperative(test)
    adviser = await givenUser(test, cooperative, ['adviser'])
  })
  afterAll(() => test.close())

  const create = (body: object) =>
    call(test, adviser, 'POST /people', { body: { ...AWA, phone: '', ...body } })
  const find = async (search: string) =>
    (await call(test, adviser, 'GET /people', { query: { search } })).body.people.map(
      (p) => p.givenName,
    )

  it('opens a file with an activity, a reference and the access of a tester', async () => {
    const made = await create({ phone: AWA.phone })
    expect(made.status).toBe(200)
    expect(made.body.reference).toBe('P001')
    const file = await call(test, adviser, 'GET /people/:personId', {
      params: { personId: made.body.id },
    })
    expect(file.body).toMatchObject({
      familyName: 'Ŋdiaye-Diop',
      hasAccess: true,
      isTutor: false,
      balanceCents: '0',
      activities: [{ name: 'Traiteur sénégalais', vatRateBp: 1000, fiscalHorsepower: 5 }],
      version: 1,
    })
  })

  it('finds a name without accents, in any order, and activity, e-mail and phone too', async () => {
    for (const text of [
      'ndiaye',
      'AWA NDI',
      'diop awa',
      'senegalais',
      'awa@exemple',
      '0612345678',
      '+33 6 12 34',
    ])
      expect([text, await find(text)]).toEqual([text, text === '+33 6 12 34' ? [] : ['Awa']])
    expect(await find('+33 6 12 34 56 78')).toEqual(['Awa'])
    expect(await find('100%')).toEqual([])
  })

  it('shows who looks the same before opening a second file, and obeys "another person"', async () => {
    const same = await create({ familyName: 'NDIAYE DIOP', email: 'other@exemple.test' })
    expect(same.status).toBe(409)
    expect(same.problem).toMatchObject({
      code: 'person-already-exists',
      params: { reference: 'P001', name: 'Awa Ŋdiaye-Diop' },
    })
    const byEmail = await create({ familyName: 'Bah', bornOn: null })
    expect(byEmail.problem.code).toBe('person-already-exists')
    const really = await create({ email: '', isReallyNew: true })
    expect(really.status).toBe(200)
    expect(really.body.reference).toBe('P002')
  })

  it('never lets two files share the address that signs', async () => {
    const answer = await create({ familyName: 'Bah', isReallyNew: true })
    expect(answer.problem.code).toBe('email-already-used')
    expect(answer.problem.errors).toMatchObject([{ pointer: '/body/email' }])
  })

  it('says which field is wrong', async () => {
    const answer = await create({
      familyName: ' ',
      email: 'awa@',
      activity: { ...AWA.activity, vatRateBp: 20_000 },
    })
    expect(answer.status).toBe(400)
    expect(answer.problem.errors?.map((e) => [e.pointer, e.code])).toEqual([
      ['/body/familyName', 'field-required'],
      ['/body/email', 'field-format-email'],
      ['/body/activity/vatRateBp', 'field-too-long'],
    ])
    const invisible = await create({ givenName: '\u200b', bornOn: '2030-01-01', reference: 'P001' })
    expect(invisible.problem.errors?.map((e) => [e.pointer, e.code])).toEqual([
      ['/body/bornOn', 'date-in-future'],
      ['/body/reference', 'reference-taken'],
    ])
  })

  it('refuses a name that documents cannot print, and keeps every letter of the others', async () => {
    const given = { email: '', isReallyNew: true }
    const refused = await create({ ...given, familyName: 'عا Diop', givenName: 'Awa ☕' })
    expect(refused.status).toBe(400)
    expect(refused.problem.errors).toEqual([
      {
        pointer: '/body/givenName',
        code: 'name-not-printable',
        params: { characters: '☕ (U+2615)' },
      },
      {
        pointer: '/body/familyName',
        code: 'name-not-printable',
        params: { characters: 'ع (U+0639), ا (U+0627)' },
      },
    ])
    const names = { familyName: 'Ɓaldé Ọ́kɔ', givenName: 'Ŋalla Ɗawda Ƴero Ɛsi Ẹ̀bùn' }
    const made = await create({ ...given, ...names, reference: 'LETTRES' })
    expect(made.status).toBe(200)
    const params = { personId: made.body.id }
    const { body: file } = await call(test, adviser, 'GET /people/:personId', { params })
    expect(file).toMatchObject({
      familyName: names.familyName.normalize('NFC'),
      givenName: names.givenName.normalize('NFC'),
    })
    const { address, bornOn, civility, email, locale, phone, reference } = file
    const edited = await call(test, adviser, 'PUT /people/:personId', {
      params,
      ifMatch: file.version,
      body: {
        ...{ address, bornOn, civility, email, locale, phone, reference },
        ...{ familyName: 'Ɓaldé', givenName: '中', activities: [] },
      },
    })
    expect(edited.problem.errors).toEqual([
      {
        pointer: '/body/givenName',
        code: 'name-not-printable',
        params: { characters: '中 (U+4E2D)' },
      },
    ])
  })

  it('takes one name alone, and no name without a letter', async () => {
    const made = await create({ givenName: '\u200b', familyName: ' Zabihullah ', email: '' })
    const params = { personId: made.body.id }
    const { body: file } = await call(test, adviser, 'GET /people/:personId', { params })
    expect(file).toMatchObject({ givenName: '', familyName: 'Zabihullah' })
    const again = await create({ givenName: '', familyName: 'zabihullah', email: '' })
    expect([again.status, again.problem.code]).toEqual([409, 'person-already-exists'])
    const bare = await create({ givenName: '.', familyName: '\u0301', email: '' })
    expect(bare.problem.errors?.map((e) => [e.pointer, e.code])).toEqual([
      ['/body/givenName', 'name-without-letter'],
      ['/body/familyName', 'name-without-letter'],
    ])
  })

  it('steps over references that were given by hand', async () => {
    const given = await create({ familyName: 'Cissé', email: '', reference: 'P003' })
    expect(given.body.reference).toBe('P003')
    const next = await create({ familyName: 'Diallo', email: '' })
    expect(next.body.reference).toBe('P004')
  })

  it("numbers on behind the cooperative's own letters", async () => {
    const given = await create({ familyName: 'Sow', email: '', reference: 'TER-0231' })
    expect(given.body.reference).toBe('TER-0231')
    const next = await create({ familyName: 'Kane', email: '' })
    expect(next.body.reference).toMatch(/^TER-\d{3}$/)
  })

  it('saves a change over the version that was read, and refuses an older one', async () => {
    const made = await create({
      familyName: 'Traoré',
      givenName: 'Moussa',
      email: 'moussa@exemple.test',
    })
    const params = { personId: made.body.id }
    const { activity, ...identity } = AWA
    const body = {
      ...identity,
      reference: made.body.reference,
      familyName: 'Traoré',
      givenName: 'Moussa',
      email: 'moussa.traore@exemple.test',
      activities: [{ ...activity, id: made.body.activityId, name: 'Couture' }],
    }
    const missing = await call(test, adviser, 'PUT /people/:personId', { params, body })
    expect(missing.status).toBe(428)
    const saved = await call(test, adviser, 'PUT /people/:personId', { params, body, ifMatch: 1 })
    expect(saved.body).toEqual({ version: 2 })
    const stale = await call(test, adviser, 'PUT /people/:personId', { params, body, ifMatch: 1 })
    expect(stale.problem.code).toBe('version-changed')
    expect(await find('couture moussa')).toEqual(['Moussa'])
  })

  it('moves the access of a file to its new address, and closes the old one', async () => {
    const made = await create({ familyName: 'Keita', email: 'keita@exemple.test', isTutor: true })
    const personId = made.body.id
    const old = await givenUser(test, cooperative, [], { email: 'keita@exemple.test' })
    expect((await call(test, old, 'GET /me/file')).body.id).toBe(personId)
    const { activity, ...identity } = AWA
    const body = {
      ...identity,
      reference: made.body.reference,
      familyName: 'Keita',
      email: 'keita.neuf@exemple.test',
      activities: [{ ...activity, id: made.body.activityId }],
    }
    await call(test, adviser, 'PUT /people/:personId', { params: { personId }, body, ifMatch: 1 })
    expect((await call(test, old, 'GET /me/file')).status).toBe(401)
    const current = await givenUser(test, cooperative, [], { email: 'keita.neuf@exemple.test' })
    expect((await call(test, current, 'GET /me/file')).body.familyName).toBe('Keita')
    const file = await call(test, adviser, 'GET /people/:personId', { params: { personId } })
    expect(file.body).toMatchObject({ hasAccess: true, isTutor: true })
  })

  it('never changes the activity of somebody else', async () => {
    const mine = await create({ familyName: 'Sow', email: '' })
    const theirs = await create({ familyName: 'Sy', email: '' })
    const { activity, ...identity } = AWA
    const answer = await call(test, adviser, 'PUT /people/:personId', {
      params: { personId: mine.body.id },
      ifMatch: 1,
      body: {
        ...identity,
        email: '',
        reference: mine.body.reference,
        activities: [{ ...activity, id: theirs.body.activityId }],
      },
    })
    expect(answer.status).toBe(404)
  })

  it('hides the files of another cooperative as if they did not exist', async () => {
    const other = await givenCooperative(test, 'Coopérative Karité')
    const stranger = await givenUser(test, other, ['direction'])
    const { personId } = await asCommand(test, cooperative.id, (ctx, tx) =>
      insertPerson(tx, ctx, {
        ...AWA,
        familyName: 'Ba',
        email: '',
        bornOn: localDate('1980-01-01'),
      }),
    )
    const params = { personId }
    expect((await call(test, stranger, 'GET /people/:personId', { params })).status).toBe(404)
    expect((await call(test, stranger, 'GET /people/:personId/timeline', { params })).status).toBe(
      404,
    )
    expect((await call(test, stranger, 'GET /people')).body).toMatchObject({ total: 0, people: [] })
  })

  it('lets an observer read and not write, and a tester read only the own file', async () => {
    const observer = await givenUser(test, cooperative, ['observer'])
    const tester = await givenUser(test, cooperative, ['tester'])
    expect((await call(test, observer, 'GET /people')).status).toBe(200)
    expect((await call(test, observer, 'POST /people', { body: AWA })).status).toBe(403)
    expect((await call(test, tester, 'GET /people')).status).toBe(403)
    expect((await call(test, tester, 'GET /me/file')).status).toBe(404)
    expect((await call(test, null, 'GET /people')).status).toBe(401)
  })

  it('tells the thread of a file from the rows, with who and when', async () => {
    const made = await create({ familyName: 'Fall', email: '' })
    const params = { personId: made.body.id }
    const thread = await call(test, adviser, 'GET /people/:personId/timeline', { params })
    expect(thread.body).toMatchObject({
      events: [{ kind: 'person-created', who: 'adviser' }],
      next: null,
    })
    const papers = await call(test, adviser, 'GET /people/:personId/timeline', {
      params,
      query: { about: 'papers' },
    })
    expect(papers.body.events).toEqual([])
  })
})
