import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { givenScheme, givenTester, type TestScheme } from '../../../../test/given-money.ts'
import { queryAsOwner } from '../../../../test/query-as-owner.ts'
import {
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
} from '../../../../test/test-app.ts'

let test: TestApp
let coop: TestCooperative
let accountant: Caller
let adviser: Caller
let direction: Caller
let scheme: TestScheme

beforeAll(async () => {
  test = await createTestApp()
})
beforeEach(async () => {
  coop = await givenCooperative(test)
  accountant = await givenUser(test, coop, ['accountant'])
  adviser = await givenUser(test, coop, ['adviser'])
  direction = await givenUser(test, coop, ['direction'])
  scheme = await givenScheme(test, coop)
})
afterAll(() => test.close())

const register = async (who: Caller = accountant) =>
  (await call(test, who, 'GET /staff-register')).body
const enter = (who: Caller, contractId: string) =>
  call(test, who, 'POST /contracts/:contractId/register-entry', {
    params: { contractId },
    body: {
      nationality: 'Malienne',
      sex: 'f',
      job: 'Entrepreneure salariée (traiteur)',
      qualification: 'Cheffe de cuisine',
      authorisationOn: null,
    },
  })
async function givenHire(startsOn: string) {
  const tester = await givenTester(test, coop, scheme, { startsOn })
  await queryAsOwner(test, `update terreau.person set born_on = '1990-04-02' where id = $1`, [
    tester.personId,
  ])
  return tester
}
const permit = (personId: string) =>
  call(test, adviser, 'POST /people/:personId/permits', {
    params: { personId },
    body: {
      kind: 'talent',
      number: '9923T5501',
      validFrom: '2024-03-16',
      validUntil: '2028-03-15',
      originalSeenOn: null,
      authorisedFrom: null,
      authorisedUntil: null,
      documentIds: [],
    },
  })
const copy = (who: Caller, format: 'pdf' | 'csv') =>
  call(test, who, 'POST /staff-register/copies', {
    body: { format, reason: 'Contrôle de l’inspection du travail' },
  })

describe('the register of the staff', () => {
  it('takes hires in their order, once each, and never a CAPE', async () => {
    const cape = await givenTester(test, coop, scheme, { kind: 'CAPE' })
    const late = await givenHire('2026-05-01')
    const early = await givenHire('2025-02-01')
    expect((await register()).toEnter.map(({ contractId }) => contractId)).toEqual([
      early.contractId,
      late.contractId,
    ])
    const queued = async (who: Caller) =>
      (await call(test, who, 'GET /home/queue', { query: { topic: 'contracts' } })).body.items
        .filter(({ kind }) => kind === 'register-hire')
        .map(({ targetId, article }) => [targetId, article])
    expect(await queued(accountant)).toEqual([[early.contractId, 'C. trav. L1221-13']])
    expect((await enter(accountant, cape.contractId)).status).toBe(404)
    expect((await enter(accountant, late.contractId)).problem.code).toBe('register-out-of-order')
    expect((await enter(adviser, early.contractId)).status).toBe(403)
    expect((await enter(accountant, early.contractId)).body.n).toBe(1)
    expect(await queued(accountant)).toEqual([[late.contractId, 'C. trav. L1221-13']])
    expect((await enter(direction, late.contractId)).body.n).toBe(2)
    expect(await queued(accountant)).toEqual([])
    expect((await enter(direction, late.contractId)).problem.code).toBe('register-entry-exists')
    const { entries, toEnter } = await register(adviser)
    expect(toEnter).toEqual([])
    expect(entries.map(({ n, hiredOn, bornOn, sex }) => [n, hiredOn, bornOn, sex])).toEqual([
      [1, '2025-02-01', '1990-04-02', 'f'],
      [2, '2026-05-01', '1990-04-02', 'f'],
    ])
    // A hire of the future waits for its day.
    await givenHire('2026-12-01')
    expect(await queued(accountant)).toEqual([])
  })

  it('wants the date of birth, and keeps what was written when the file changes', async () => {
    const awa = await givenTester(test, coop, scheme, { startsOn: '2026-01-01' })
    await queryAsOwner(test, 'update terreau.person set born_on = null where id = $1', [
      awa.personId,
    ])
    expect((await enter(accountant, awa.contractId)).problem.code).toBe('person-birth-unknown')
    await queryAsOwner(
      test,
      `update terreau.person set born_on = '1990-04-02', family_name = 'Diarra' where id = $1`,
      [awa.personId],
    )
    await enter(accountant, awa.contractId)
    await queryAsOwner(test, `update terreau.person set family_name = 'Konaté' where id = $1`, [
      awa.personId,
    ])
    const body = { entry: 1, mention: 'name', words: 'Konaté' } as const
    const future = await call(test, accountant, 'POST /staff-register/notes', {
      body: { ...body, happenedOn: '2030-01-01' },
    })
    expect(future.problem.code).toBe('date-in-the-future')
    const noted = await call(test, accountant, 'POST /staff-register/notes', {
      body: { ...body, happenedOn: '2026-03-01' },
    })
    expect(noted.status).toBe(204)
    const [line] = (await register()).entries
    expect(line).toMatchObject({
      familyName: 'Diarra',
      notes: [{ n: 1, mention: 'name', words: 'Konaté', happenedOn: '2026-03-01' }],
    })
    await expect(
      queryAsOwner(
        test,
        `update terreau.staff_register_entry set job = 'x' where cooperative_id = $1`,
        [coop.id],
      ),
    ).rejects.toThrow('append-only')
  })

  it('is copied as a table and a PDF; permit numbers open for whoever may see them, and people read why', async () => {
    const awa = await givenHire('2026-01-01')
    await permit(awa.personId)
    await enter(accountant, awa.contractId)
    const masked = await (await copy(accountant, 'csv')).bytes()
    expect(Buffer.from(masked).toString('utf8')).not.toContain('9923T5501')
    const table = Buffer.from(await (await copy(direction, 'csv')).bytes()).toString('utf8')
    expect(table).toContain('9923T5501')
    expect(table).toContain('Malienne;1990-04-02;femme;')
    expect(table).toContain('Cheffe de cuisine;2026-01-01;')
    const looks = await call(test, adviser, 'GET /people/:personId/looks', {
      params: { personId: awa.personId },
    })
    expect(looks.body.looks).toMatchObject([
      { what: 'permit_number', reason: 'Contrôle de l’inspection du travail' },
    ])
    const printed = Buffer.from(await (await copy(accountant, 'pdf')).bytes())
    expect(printed.subarray(0, 5).toString()).toBe('%PDF-')
  })
})
