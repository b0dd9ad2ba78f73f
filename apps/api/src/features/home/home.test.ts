import { randomUUID } from 'node:crypto'
import { localDate } from '@terreau/domain/time/local-date'
import { ALL_WORK_KINDS } from '@terreau/domain/work-queue/work-kinds'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  givenAccepted,
  givenDeclaration,
  givenScheme,
  givenTester,
  saleLine,
  type TestScheme,
  type TestTester,
} from '../../../test/given-money.ts'
import { givenRegistered } from '../../../test/given-register.ts'
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
} from '../../../test/test-app.ts'
import { storeFile } from '../../platform/files/store.ts'
import { insertContract } from '../contracts/index.ts'

import { WORK_SOURCES } from './sources/index.ts'

let test: TestApp

beforeAll(async () => {
  test = await createTestApp()
})
afterAll(() => test.close())

interface Place {
  cooperative: TestCooperative
  adviser: Caller
  scheme: TestScheme
}

async function givenPlace(): Promise<Place> {
  const cooperative = await givenCooperative(test, `Coop ${randomUUID().slice(0, 6)}`)
  return {
    cooperative,
    adviser: await givenUser(test, cooperative, ['adviser']),
    scheme: await givenScheme(test, cooperative),
  }
}

async function queueOf({ adviser }: Pick<Place, 'adviser'>) {
  const answer = await call(test, adviser, 'GET /home/queue')
  expect(answer.status).toBe(200)
  return answer.body
}

async function ask({ cooperative, adviser }: Place, declarationId: string, isAnswered: boolean) {
  await asCommand(test, cooperative.id, async (ctx, tx) => {
    await tx
      .insertInto('question')
      .values({
        cooperativeId: cooperative.id,
        declarationId,
        id: randomUUID(),
        askedBy: adviser.userId,
        text: 'Avec ou sans TVA ?',
        ...(isAnswered
          ? {
              answer: 'Sans.',
              answeredBy: adviser.userId,
              answeredAt: new Date(ctx.now.getTime() + 1),
            }
          : {}),
      })
      .execute()
  })
}

async function givenSignedContract({ cooperative }: Place, tester: TestTester): Promise<void> {
  await asCommand(test, cooperative.id, async (ctx, tx) => {
    await tx
      .updateTable('contract')
      .set({ state: 'signed', startsOn: '2026-11-15', endsOn: '2027-05-31' })
      .where('cooperativeId', '=', cooperative.id)
      .where('id', '=', tester.contractId)
      .execute()
    const of = { cooperativeId: cooperative.id, requestId: randomUUID() }
    const bytes = new TextEncoder().encode('contrat')
    const file = await storeFile(tx, ctx, {
      mediaType: 'application/pdf',
      fileName: 'x.pdf',
      bytes,
    })
    await tx
      .insertInto('signatureRequest')
      .values({
        cooperativeId: cooperative.id,
        id: of.requestId,
        reference: `SIG-${of.requestId}`,
        subjectKind: 'contract',
        subjectId: tester.contractId,
        title: 'Contrat',
        summary: '{"fr": [], "en": []}',
        fileId: file.id,
        documentSha256: file.sha256,
        openedBy: 'cli:test',
        expiresOn: '2026-12-31',
      })
      .execute()
    const person = { side: 'person', personId: tester.personId, printedName: 'Awa' }
    const house = { side: 'cooperative', personId: null, printedName: 'Fatou' }
    await tx
      .insertInto('signatureParty')
      .values([
        { ...of, ...person, position: 1, state: 'signed', askedAt: ctx.now },
        { ...of, ...house, position: 2, state: 'asked', askedAt: ctx.now },
      ])
      .execute()
  })
}

it('finds each kind in one source; only the closing is decided by the closing itself', () => {
  const found = [...WORK_SOURCES.flatMap(({ kinds }) => kinds), 'close-month']
  expect(found.toSorted()).toEqual(ALL_WORK_KINDS.toSorted())
})

describe('the work queue of staff', () => {
  it('ranks what blocks the closing first, and counts it', async () => {
    const place = await givenPlace()
    const { cooperative, scheme } = place
    const [missing, sent, asked, answered, ending, signed] = await Promise.all(
      ['A', 'B', 'C', 'D', 'E', 'F'].map((familyName) =>
        givenTester(test, cooperative, scheme, {
          familyName,
          kind: 'CAPE',
          endsOn: familyName === 'E' ? '2026-12-20' : '2027-05-31',
        }),
      ),
    )
    if (!missing || !sent || !asked || !answered || !ending || !signed)
      throw new Error('six people')
    await givenSignedContract(place, signed)
    await givenDeclaration(test, cooperative, sent, '2026-10')
    await ask(
      place,
      await givenDeclaration(test, cooperative, asked, '2026-10', { state: 'question' }),
      false,
    )
    await ask(place, await givenDeclaration(test, cooperative, answered, '2026-10'), true)
    await givenAccepted(test, cooperative, ending, '2026-10', {
      lines: { sales: [saleLine(10_000n)] },
    })
    const queue = await queueOf(place)
    expect(queue).toMatchObject({ openMonth: '2026-10', total: 6, blocking: 4 })
    expect(queue.items.slice(0, 4).every((item) => item.consequence === 'blocks-closing')).toBe(
      true,
    )
    const kinds = Object.fromEntries(queue.items.map((item) => [item.personName, item.kind]))
    expect(kinds).toEqual({
      'Awa A': 'missing-declaration',
      'Awa B': 'review-declaration',
      'Awa C': 'question-waiting',
      'Awa D': 'review-answer',
      'Awa E': 'contract-ending',
      'Awa F': 'countersign-document',
    })
  })

  it('offers to close the month once nothing stops it, and not before its end', async () => {
    const place = await givenPlace()
    const tester = await givenTester(test, place.cooperative, place.scheme)
    await givenRegistered(test, place.cooperative.id)
    expect((await queueOf(place)).items.map((item) => item.kind)).toEqual(['missing-declaration'])
    await givenAccepted(test, place.cooperative, tester, '2026-10')
    expect((await queueOf(place)).items).toMatchObject([
      { kind: 'close-month', targetId: '2026-10', personId: null },
    ])
    test.setToday('2026-10-30')
    expect((await queueOf(place)).items).toEqual([])
    test.setToday('2026-11-02')
  })

  it('asks what became of whoever had a CAPE that ended, until there is a sequel or an exit', async () => {
    const place = await givenPlace()
    const { cooperative, scheme } = place
    const ended = { kind: 'CAPE' as const, endsOn: '2026-11-01' }
    const [gone, followed] = await Promise.all(
      ['Partie', 'Suivie'].map((familyName) =>
        givenTester(test, cooperative, scheme, { familyName, ...ended }),
      ),
    )
    if (!gone || !followed) throw new Error('two people')
    await queryAsOwner(
      test,
      `update terreau.contract set created_at = '2026-01-01' where cooperative_id = $1`,
      [cooperative.id],
    )
    const asked = async () =>
      (await queueOf(place)).items.filter((item) => item.kind === 'cape-ended')
    expect((await asked()).map((item) => item.personName).toSorted()).toEqual([
      'Awa Partie',
      'Awa Suivie',
    ])
    expect((await asked())[0]).toMatchObject({
      targetId: expect.any(String),
      dueOn: '2026-11-01',
      consequence: 'work-stops',
      article: 'C. com. L127-2',
    })
    await asCommand(test, cooperative.id, async (ctx, tx) => {
      const next = { kind: 'CAPE' as const, schemeId: scheme.id, state: 'draft' as const }
      const days = { startsOn: localDate('2026-11-02'), endsOn: localDate('2027-05-31') }
      await insertContract(tx, ctx, { ...followed, ...next, ...days })
    })
    expect((await asked()).map((item) => item.personId)).toEqual([gone.personId])
    const exit = await call(test, place.adviser, 'POST /contracts/:contractId/exit', {
      params: { contractId: gone.contractId },
      body: { reason: 'term_reached', effectiveOn: '2026-11-01' },
      ifMatch: 1,
    })
    expect(exit.status).toBeLessThan(300)
    expect(await asked()).toEqual([])
  })

  it('asks for the answer to a request to be erased within a month, erased or refused', async () => {
    const place = await givenPlace()
    const { personId } = await givenTester(test, place.cooperative, place.scheme)
    const phone = await givenUser(test, place.cooperative, ['tester'], { personId })
    const direction = await givenUser(test, place.cooperative, ['direction'])
    await call(test, phone, 'POST /me/erasure-requests')
    const asked = async () =>
      (await call(test, direction, 'GET /home/queue')).body.items.filter(
        (item) => item.kind === 'erasure-to-answer',
      )
    expect(await asked()).toMatchObject([
      { personId, dueOn: '2026-12-02', consequence: 'legal-deadline', article: 'RGPD 12.3' },
    ])
    const refuse = () =>
      call(test, direction, 'POST /people/:personId/erasure-refusal', {
        params: { personId },
        body: { refusal: 'contract_runs' },
      })
    expect((await refuse()).status).toBe(204)
    expect(await asked()).toEqual([])
    expect((await call(test, phone, 'GET /me/personal-data')).body).toMatchObject({
      erasureAskedOn: null,
      erasureRefused: { refusal: 'contract_runs' },
    })
    expect((await refuse()).status).toBe(404)
    expect((await call(test, phone, 'POST /me/erasure-requests')).status).toBe(204)
    expect((await call(test, phone, 'GET /me/personal-data')).body).toMatchObject({
      erasureAskedOn: '2026-11-02',
      erasureRefused: null,
    })
  })

  it('counts once whoever has two contracts in the month', async () => {
    const place = await givenPlace()
    const { cooperative, scheme } = place
    const tester = await givenTester(test, cooperative, scheme, {
      kind: 'CAPE',
      endsOn: '2026-10-14',
    })
    await asCommand(test, cooperative.id, async (ctx, tx) => {
      const next = { kind: 'CAPE' as const, schemeId: scheme.id, state: 'active' as const }
      const days = { startsOn: localDate('2026-10-15'), endsOn: localDate('2027-05-31') }
      await insertContract(tx, ctx, { ...tester, ...next, ...days })
    })
    expect((await queueOf(place)).items).toMatchObject([
      { kind: 'missing-declaration', personId: tester.personId },
    ])
  })

  it('names a tutoring session that is disputed', async () => {
    const place = await givenPlace()
    const people = await Promise.all(
      [0, 1].map(() => givenTester(test, place.cooperative, place.scheme, { kind: 'CESA' })),
    )
    const [tutor, tutee] = people.map((one) => one.personId)
    if (!tutor || !tutee) throw new Error('two people')
    const id = randomUUID()
    const cooperativeId = place.cooperative.id
    await asCommand(test, cooperativeId, async (_ctx, tx) => {
      const pair = { cooperativeId, tutorPersonId: tutor, tuteePersonId: tutee }
      await tx
        .insertInto('tutoringRelation')
        .values({ ...pair, id: randomUUID(), startedOn: '2026-10-01' })
        .execute()
      const session = { cooperativeId, tutorPersonId: tutor, heldOn: '2026-10-20' }
      await tx
        .insertInto('tutoringSession')
        .values([
          { ...session, id, minutes: 60, mode: 'phone', state: 'disputed' },
          { ...session, id: randomUUID(), minutes: 30, mode: 'phone' },
        ])
        .execute()
    })
    const { items } = await queueOf(place)
    expect(items.filter((item) => item.kind === 'session-disputed')).toMatchObject([
      { targetId: id, personId: tutor, consequence: 'certificate-waits' },
    ])
  })

  it('shows a person their own part of the same list, and nobody else\u2019s', async () => {
    const place = await givenPlace()
    const [person, other] = await Promise.all(
      [0, 1].map(() => givenTester(test, place.cooperative, place.scheme)),
    )
    if (!person || !other) throw new Error('two people')
    await givenRegistered(test, place.cooperative.id)
    await ask(
      place,
      await givenDeclaration(test, place.cooperative, person, '2026-10', { state: 'question' }),
      false,
    )
    const self = await givenUser(test, place.cooperative, ['tester'], { personId: person.personId })
    const answer = await call(test, self, 'GET /me/tasks')
    expect(answer.body.items).toMatchObject([
      { kind: 'question-waiting', personId: person.personId, activityId: person.activityId },
    ])
    expect((await queueOf(place)).items.map((item) => item.kind).toSorted()).toEqual([
      'missing-declaration',
      'question-waiting',
    ])
  })

  it('shows nothing of another cooperative, and nothing to a tester', async () => {
    const place = await givenPlace()
    await givenTester(test, place.cooperative, place.scheme)
    const elsewhere = await givenPlace()
    expect((await queueOf(elsewhere)).items.map((item) => item.kind)).toEqual(['close-month'])
    const tester = await givenUser(test, place.cooperative, ['tester'])
    expect((await call(test, tester, 'GET /home/queue')).status).toBe(403)
    expect((await call(test, null, 'GET /home/queue')).status).toBe(401)
  })
})
