import { localDate } from '@terreau/domain/time/local-date'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenReadyPerson, TERMS, type TestPerson } from '../../../test/given-contract.ts'
import { givenScheme } from '../../../test/given-money.ts'
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
import { insertContract } from '../contracts/index.ts'
import { fillSomeClocks } from './index.ts'

const NO_PERMIT = {
  number: '',
  validFrom: null,
  validUntil: null,
  originalSeenOn: null,
  authorisedFrom: null,
  authorisedUntil: null,
}

let test: TestApp
let cooperative: TestCooperative
let adviser: Caller
let schemeId: string

beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  adviser = await givenUser(test, cooperative, ['adviser'])
  schemeId = (await givenScheme(test, cooperative)).id
})
afterAll(() => test.close())

function person(familyName: string): Promise<TestPerson> {
  return givenReadyPerson(test, cooperative, adviser, { givenName: 'Awa', familyName })
}

async function given(
  { personId, activityId }: TestPerson,
  kind: 'CAPE' | 'CESA',
  period: [string, string | null],
): Promise<string> {
  const [startsOn, endsOn] = period
  const made = await asCommand(test, cooperative.id, async (ctx, tx) =>
    insertContract(tx, ctx, {
      kind,
      personId,
      activityId,
      schemeId,
      startsOn: localDate(startsOn),
      endsOn: endsOn === null ? null : localDate(endsOn),
      state: 'active',
    }),
  )
  return made.contractId
}

async function deadlines(query: { view?: 'coming' | 'passed'; kind?: 'cape-term' }) {
  const { status, body } = await call(test, adviser, 'GET /deadlines', { query })
  expect(status).toBe(200)
  return body
}

describe('the deadlines of a cooperative', () => {
  it('give each end of the next 120 days with its sum, the nearest first', async () => {
    const awa = await person('Proche')
    await given(awa, 'CAPE', ['2025-03-15', '2026-03-14'])
    await given(awa, 'CESA', ['2026-03-15', null])
    const far = await person('Loin')
    await given(far, 'CAPE', ['2026-10-01', '2027-09-30'])
    const soon = await person('Bientôt')
    await given(soon, 'CAPE', ['2026-06-01', '2026-12-31'])
    const { deadlines: found } = await deadlines({})
    const lines = found.map((line) => [line.personName, line.kind, line.endsOn, line.daysLeft])
    expect(lines).toEqual([['Awa Bientôt', 'cape-term', '2026-12-31', 59]])
    const file = await call(test, adviser, 'GET /people/:personId/clocks', {
      params: { personId: awa.personId },
    })
    const associate = file.body.clocks.find((clock) => clock.kind === 'associate-deadline')
    expect(associate).toMatchObject({ endsOn: '2028-03-15', state: 'running' })
    expect(associate?.why).toBe(
      '15/03/2026 + 3 ans − 12 mois de CAPE = 15/03/2028 inclus (C. trav. L7331-3)',
    )
  })

  it('follow a contract that is drafted, signed, given up', async () => {
    const awa = await person('Suivie')
    const drafted = await call(test, adviser, 'POST /people/:personId/contracts', {
      params: { personId: awa.personId },
      body: {
        activityId: awa.activityId,
        schemeId,
        startsOn: '2026-11-10',
        endsOn: '2027-01-09',
        terms: TERMS,
      },
    })
    const count = async () =>
      (await deadlines({ kind: 'cape-term' })).deadlines.filter(
        ({ personId }) => personId === awa.personId,
      ).length
    expect(drafted.status).toBe(200)
    expect(await count()).toBe(0)
    const elsewhere = await given(awa, 'CAPE', ['2026-01-10', '2026-11-09'])
    expect(await count()).toBe(1)
    expect(elsewhere).not.toBe('')
  })

  it('list what passed without being done, and no term that simply came', async () => {
    const awa = await person('Passée')
    await given(awa, 'CAPE', ['2023-09-15', '2024-09-14'])
    await given(awa, 'CAPE', ['2024-09-15', '2025-09-14'])
    await given(awa, 'CESA', ['2025-09-15', null])
    const late = await deadlines({ view: 'passed' })
    const own = late.deadlines.filter(({ personId }) => personId === awa.personId)
    expect(own.map(({ kind, endsOn, state }) => [kind, endsOn, state])).toEqual([
      ['associate-deadline', '2026-09-15', 'passed'],
    ])
    expect(own[0]?.why).toContain('− 24 mois de CAPE')
  })

  it('come page by page without losing or repeating a line', async () => {
    const many = await person('Nombreuse')
    const ids = await asCommand(test, cooperative.id, async (_ctx, tx) => {
      await sql`
        insert into terreau.legal_clock (cooperative_id, person_id, n, contract_id, kind, ends_on, clock)
        select cooperative_id, ${many.personId}, 100 + i, null, kind, ends_on, clock
          from terreau.legal_clock, generate_series(1, 120) as i
         where cooperative_id = ${cooperative.id} and kind = 'cape-term'
           and ends_on = '2026-12-31'`.execute(tx)
      return 120
    })
    const seen = new Set<string>()
    let after: string | undefined
    let pages = 0
    do {
      const { body } = await call(test, adviser, 'GET /deadlines', {
        query: after ? { after } : {},
      })
      for (const line of body.deadlines) {
        expect(seen.has(line.id)).toBe(false)
        seen.add(line.id)
      }
      after = body.next ?? undefined
      pages += 1
    } while (after !== undefined)
    expect(pages).toBe(3)
    expect(seen.size).toBeGreaterThan(ids)
  })

  it('refuse a cursor that is not theirs', async () => {
    const { status } = await call(test, adviser, 'GET /deadlines', { query: { after: 'x' } })
    expect(status).toBe(400)
  })
})

describe('the work queue', () => {
  it('chases a date from its first alert on, and not before', async () => {
    const soon = await person('Alertée')
    await given(soon, 'CAPE', ['2024-10-15', '2025-10-14'])
    const contractId = await given(soon, 'CESA', ['2025-10-15', null])
    const far = await person('Tranquille')
    await given(far, 'CESA', ['2026-10-15', null])
    const { body } = await call(test, adviser, 'GET /home/queue')
    const rows = body.items.filter(({ kind }) => kind === 'associate-due')
    expect(rows.find(({ personId }) => personId === soon.personId)).toMatchObject({
      targetId: contractId,
      dueOn: '2027-10-15',
      consequence: 'legal-deadline',
      article: 'C. trav. L7331-3',
    })
    expect(rows.filter(({ personId }) => personId === far.personId)).toEqual([])
  })
})

describe('what has ended', () => {
  const clocksOf = async ({ personId }: TestPerson) => {
    const params = { personId }
    return (await call(test, adviser, 'GET /people/:personId/clocks', { params })).body.clocks
  }
  const queueOf = async ({ personId }: TestPerson) =>
    (await call(test, adviser, 'GET /home/queue', { query: { personId } })).body.items

  it('is settled for a CAPE that a renewal or a CESA followed', async () => {
    const awa = await person('Réglée')
    const first = await given(awa, 'CAPE', ['2024-09-15', '2025-09-14'])
    const second = await given(awa, 'CAPE', ['2025-09-15', '2026-03-14'])
    await given(awa, 'CESA', ['2026-03-15', null])
    const terms = (await clocksOf(awa)).filter(({ kind }) => kind === 'cape-term')
    expect(terms.map(({ contractId, state }) => [contractId, state])).toEqual([
      [first, 'met'],
      [second, 'met'],
    ])
    const red = (await clocksOf(awa)).filter(
      (one) => one.state === 'passed' && !one.isOverWithoutHarm,
    )
    expect(red).toEqual([])
    const late = await deadlines({ view: 'passed' })
    expect(late.deadlines.filter(({ personId }) => personId === awa.personId)).toEqual([])
  })

  it('waits for somebody when a CESA of elsewhere is past its associate deadline', async () => {
    const awa = await person('Importée')
    const contractId = await given(awa, 'CESA', ['2019-01-15', null])
    const [toConfirm] = (await queueOf(awa)).filter(({ kind }) => kind === 'confirm-end-by-law')
    expect(toConfirm).toMatchObject({ targetId: contractId, dueOn: '2022-01-15' })
    const life = await call(test, adviser, 'GET /contracts/:contractId/life', {
      params: { contractId },
    })
    expect(life.body.exitReasons).toContain('associate_deadline_missed')
    expect(life.body.associate).toMatchObject({ deadlineOn: '2022-01-15', hasEndedByLaw: true })
    const end = (effectiveOn: string) =>
      call(test, adviser, 'POST /contracts/:contractId/exit', {
        params: { contractId },
        ifMatch: 1,
        body: { reason: 'associate_deadline_missed', effectiveOn },
      })
    expect((await end('2021-12-31')).body).toMatchObject({ code: 'exit-no-deadline-missed' })
    expect((await end('2022-01-15')).status).toBe(204)
    expect((await queueOf(awa)).map(({ kind }) => kind)).not.toContain('confirm-end-by-law')
    const associate = (await clocksOf(awa)).find(({ kind }) => kind === 'associate-deadline')
    expect(associate?.state).toBe('not-applicable')
  })

  it('asks nothing for interviews of before the contract was written here', async () => {
    const awa = await person('Ancienne')
    await given(awa, 'CESA', ['2023-12-01', null])
    const interviews = (await clocksOf(awa)).filter(({ kind }) => kind === 'interviews')
    expect(interviews.map(({ endsOn }) => endsOn)).toEqual(['2026-11-30'])
  })
})

describe('a permit', () => {
  it('gives its last day to those who may read permits, moved by a receipt', async () => {
    const awa = await person('Séjour')
    await given(awa, 'CAPE', ['2026-06-01', '2027-05-31'])
    const params = { personId: awa.personId }
    const permit = await call(test, adviser, 'POST /people/:personId/permits', {
      params,
      body: { ...NO_PERMIT, kind: 'talent', validUntil: '2027-01-31' },
    })
    expect(permit.status).toBe(200)
    const ends = async (who: Caller) => {
      const { body } = await call(test, who, 'GET /deadlines', { query: { kind: 'permit-expiry' } })
      const own = body.deadlines.filter(({ personId }) => personId === awa.personId)
      return own.map(({ endsOn, why }) => [endsOn, why])
    }
    expect(await ends(adviser)).toEqual([
      ['2027-01-31', 'Dernier jour du titre : 31/01/2027 (C. trav. L8251-1)'],
    ])
    const accountant = await givenUser(test, cooperative, ['accountant'])
    expect(await ends(accountant)).toEqual([])
    const file = await call(test, accountant, 'GET /people/:personId/clocks', { params })
    expect(file.body.clocks.map(({ kind }) => kind)).not.toContain('permit-expiry')
    await call(test, adviser, 'POST /permits/:permitId/prolongations', {
      params: { permitId: permit.body.id },
      body: { kind: 'renewal_receipt', day: '2027-02-28' },
    })
    expect((await ends(adviser)).map(([endsOn]) => endsOn)).toEqual(['2027-02-28'])
  })

  it('is nobody’s business once the contract is over', async () => {
    const awa = await person('Partie')
    await given(awa, 'CAPE', ['2025-06-01', '2026-05-31'])
    const params = { personId: awa.personId }
    await call(test, adviser, 'POST /people/:personId/permits', {
      params,
      body: { ...NO_PERMIT, kind: 'talent', validUntil: '2026-12-31' },
    })
    const { body } = await call(test, adviser, 'GET /people/:personId/clocks', { params })
    expect(body.clocks.map(({ kind }) => kind)).not.toContain('permit-expiry')
  })
})

describe('the own dates', () => {
  it('say in plain words what comes, and nothing of the work of the cooperative', async () => {
    const awa = await person('Elle-même')
    await given(awa, 'CESA', ['2026-09-01', null])
    const { body } = await call(test, awa.tester, 'GET /me/clocks')
    expect(body.dates.map(({ kind }) => kind)).toEqual(['interviews', 'associate-deadline'])
    expect(body.dates[0]?.sentences[0]).toBe(
      'Il reste 2 entretiens à faire et à signer avant le 31 août 2027.',
    )
    expect(body.dates[1]?.sentences[0]).toBe(
      'Devenez associé de la coopérative au plus tard le 1er septembre 2029.',
    )
  })
})

describe('people from before clocks were kept', () => {
  it('get theirs once', async () => {
    const awa = await person('Ancienne')
    await given(awa, 'CAPE', ['2026-07-01', '2026-12-15'])
    const ofAwa = () =>
      asCommand(test, cooperative.id, async (_ctx, tx) =>
        tx
          .selectFrom('legalClock')
          .select('n')
          .where('cooperativeId', '=', cooperative.id)
          .where('personId', '=', awa.personId)
          .execute(),
      )
    expect(await ofAwa()).toHaveLength(1)
    await asCommand(test, cooperative.id, async (_ctx, tx) => {
      await tx
        .deleteFrom('legalClock')
        .where('cooperativeId', '=', cooperative.id)
        .where('personId', '=', awa.personId)
        .execute()
    })
    await asCommand(test, cooperative.id, (ctx) => fillSomeClocks(ctx, { after: null }))
    expect(await ofAwa()).toHaveLength(1)
  })
})
