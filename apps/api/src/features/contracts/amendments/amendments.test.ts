import { localDate } from '@terreau/domain/time/local-date'
import type { Api } from '@terreau/protocol/api'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { givenClosedMonth } from '../../../../test/given-closed-month.ts'
import {
  CLAUSES,
  givenReadyPerson,
  signAsPerson,
  TERMS,
  type TestPerson,
  withoutEmail,
} from '../../../../test/given-contract.ts'
import { givenAccepted, givenScheme, saleLine } from '../../../../test/given-money.ts'
import {
  asCommand,
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
} from '../../../../test/test-app.ts'
import { accountOf } from '../../ledger/index.ts'
import { insertContract } from '../index.ts'

let test: TestApp
let cooperative: TestCooperative
let adviser: Caller
let tenPercent: string
let twelvePercent: string
let awa: TestPerson
let people = 0

beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  adviser = await givenUser(test, cooperative, ['adviser'], { displayName: 'Fatou Ndiaye' })
  tenPercent = (await givenScheme(test, cooperative)).id
  const tiers = [{ upToCents: null, rateBp: 1_250 }]
  twelvePercent = (await givenScheme(test, cooperative, { tiers })).id
})
beforeEach(async () => {
  people += 1
  const name = { givenName: 'Awa', familyName: `Touré ${people}` }
  awa = await givenReadyPerson(test, cooperative, adviser, name)
})
afterAll(() => test.close())

function given(kind: 'CAPE' | 'CESA', terms?: object): Promise<string> {
  return asCommand(test, cooperative.id, async (ctx, tx) => {
    const { contractId } = await insertContract(tx, ctx, {
      kind,
      personId: awa.personId,
      activityId: awa.activityId,
      schemeId: tenPercent,
      startsOn: localDate('2026-06-01'),
      endsOn: kind === 'CAPE' ? localDate('2027-05-31') : null,
      state: 'active',
    })
    if (terms !== undefined)
      await tx
        .updateTable('contract')
        .set({ terms: JSON.stringify(terms) })
        .where('cooperativeId', '=', cooperative.id)
        .where('id', '=', contractId)
        .execute()
    return contractId
  })
}

type Body = Api['POST /contracts/:contractId/amendments']['body']
const NOTHING: Body = {
  effectiveOn: '2026-11-16',
  reason: 'Décision de l’assemblée',
  schemeId: null,
  fixedPartCents: null,
  minimumActivity: null,
  means: null,
}

const draft = (contractId: string, over: Partial<Body>) =>
  call(test, adviser, 'POST /contracts/:contractId/amendments', {
    params: { contractId },
    body: { ...NOTHING, ...over },
  })
const detail = async (amendmentId: string) =>
  (await call(test, adviser, 'GET /amendments/:amendmentId', { params: { amendmentId } })).body
const list = async (contractId: string) =>
  (
    await call(test, adviser, 'GET /contracts/:contractId/amendments', {
      params: { contractId },
    })
  ).body
const send = async (amendmentId: string) =>
  call(test, adviser, 'POST /amendments/:amendmentId/sending', {
    params: { amendmentId },
    ifMatch: (await detail(amendmentId)).version,
  })
const cancel = async (amendmentId: string) =>
  call(test, adviser, 'POST /amendments/:amendmentId/cancellation', {
    params: { amendmentId },
    ifMatch: (await detail(amendmentId)).version,
    body: { reason: 'Une erreur de date' },
  })

const countersign = (sent: { signatureId: string; documentSha256: string }) =>
  call(test, adviser, 'POST /signatures/countersignatures', { body: { signatures: [sent] } })

async function signByBoth(amendmentId: string): Promise<void> {
  const { signatureId, documentSha256 } = (await send(amendmentId)).body
  await signAsPerson(test, awa, { signatureId, documentSha256, typedName: `Awa Touré ${people}` })
  expect((await detail(amendmentId)).state).toBe('signed')
  expect((await countersign({ signatureId, documentSha256 })).status).toBe(204)
}

describe('an amendment', () => {
  it('is numbered, signed by the person on the phone then by the cooperative, and leaves the original', async () => {
    const contractId = await given('CAPE', TERMS)
    const drafted = await draft(contractId, { schemeId: twelvePercent, means: 'Bureau : 3 jours' })
    expect(drafted.body.n).toBe(1)
    const { id } = drafted.body
    expect(await detail(id)).toMatchObject({
      state: 'draft',
      contribution: {
        before: { tiers: [{ rateBp: 1_000 }] },
        after: { tiers: [{ rateBp: 1_250 }] },
      },
      changes: [
        {
          term: 'means',
          before: 'Bureau partagé, 2 jours par semaine, Sur réservation',
          after: 'Bureau : 3 jours',
        },
      ],
    })
    const pdf = await call(test, adviser, 'GET /amendments/:amendmentId/document', {
      params: { amendmentId: id },
    })
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    const { signatureId, documentSha256 } = (await send(id)).body
    const waiting = await call(test, awa.tester, 'GET /me/signatures/:signatureId', {
      params: { signatureId },
    })
    expect(waiting.body).toMatchObject({ own: 'asked', documentSha256 })
    expect(waiting.body.summary.join(' ')).toMatch(
      /avenant.*16\/11\/2026|avenant.*16 novembre 2026/,
    )
    await signAsPerson(test, awa, { signatureId, documentSha256, typedName: `Awa Touré ${people}` })
    await countersign({ signatureId, documentSha256 })
    expect(await detail(id)).toMatchObject({ state: 'active', concludedOn: expect.any(String) })
    const contract = await call(test, adviser, 'GET /contracts/:contractId', {
      params: { contractId },
    })
    expect(contract.body.scheme.id).toBe(tenPercent)
    expect(contract.body.terms).toMatchObject({ means: TERMS.means })
  })

  it('takes the contribution of a month by the scheme of its last day, to the cent', async () => {
    const contractId = await given('CAPE', TERMS)
    const tester = { ...awa, contractId, userId: null }
    const sell = (month: string) =>
      givenAccepted(test, cooperative, tester, month, {
        lines: { sales: [saleLine(123_457n, { soldOn: localDate(`${month}-05`) })] },
      })
    const { id } = (await draft(contractId, { schemeId: twelvePercent })).body
    await sell('2026-09')
    await signByBoth(id)
    await sell('2026-10')
    await sell('2026-11')
    const taken = await asCommand(test, cooperative.id, async (_ctx, tx) => {
      const { lines } = await accountOf(tx, cooperative.id, awa.activityId)
      return lines
        .filter((line) => line.labelKey === 'ledger.line.contribution-tier')
        .map((line) => line.effectCents)
    })
    // 10 % of 1 234.57 until October; 12.5 % in November, whose 16th the amendment names.
    expect(taken).toEqual([-12_346n, -12_346n, -15_432n])
  })

  it('signed for a month that is accepted already, asks to accept it again', async () => {
    const contractId = await given('CAPE', TERMS)
    const tester = { ...awa, contractId, userId: null }
    const { id } = (await draft(contractId, { schemeId: twelvePercent })).body
    const declarationId = await givenAccepted(test, cooperative, tester, '2026-11', {
      lines: { sales: [saleLine(100_000n)] },
    })
    const director = await givenUser(test, cooperative, ['direction'])
    const outdated = async () => {
      const { body } = await call(test, director, 'GET /closings/:month/checks', {
        params: { month: '2026-11' },
      })
      return body.checks.find((check) => check.code === 'contributions-outdated')?.people
    }
    const reviewed = async () =>
      (await call(test, director, 'GET /declarations/:id', { params: { id: declarationId } })).body
    expect(await outdated()).toBeUndefined()
    expect((await reviewed()).outdatedScheme).toBeNull()
    await signByBoth(id)
    expect(await outdated()).toMatchObject([{ declarationId, personId: awa.personId }])
    expect((await reviewed()).outdatedScheme).toMatchObject({ now: expect.stringMatching(/^AG-/) })
    const params = { id: declarationId }
    await call(test, director, 'DELETE /declarations/:id/acceptance', { params })
    await call(test, director, 'POST /declarations/:id/acceptance', { params })
    expect(await outdated()).toBeUndefined()
    expect((await reviewed()).outdatedScheme).toBeNull()
  })

  it('is pending alone, and returns to draft when it is taken back', async () => {
    const contractId = await given('CAPE', TERMS)
    const { id } = (await draft(contractId, { means: 'Atelier' })).body
    expect((await draft(contractId, { means: 'Bureau' })).problem.code).toBe('amendment-pending')
    const { signatureId } = (await send(id)).body
    await call(test, adviser, 'POST /signatures/:signatureId/withdrawal', {
      params: { signatureId },
      body: { reason: 'Une date fausse' },
    })
    expect(await detail(id)).toMatchObject({ state: 'draft', signersWithoutEmail: [] })
    await withoutEmail(test, awa.personId)
    expect((await detail(id)).signersWithoutEmail).toEqual([`Awa Touré ${people}`])
    expect((await cancel(id)).status).toBe(204)
    expect((await list(contractId)).isDraftable).toBe(true)
    expect((await draft(contractId, { means: 'Bureau' })).body.n).toBe(2)
  })

  it('given up while it waits for signatures, it waits no more', async () => {
    const contractId = await given('CAPE', TERMS)
    const { id } = (await draft(contractId, { means: 'Atelier' })).body
    const { signatureId } = (await send(id)).body
    expect((await cancel(id)).status).toBe(204)
    expect((await detail(id)).state).toBe('cancelled')
    const { body } = await call(test, adviser, 'GET /signatures/:signatureId', {
      params: { signatureId },
    })
    expect(body.state).toBe('withdrawn')
  })

  it('changes terms of its kind, on a day of the contract, and really', async () => {
    const cape = await given('CAPE', TERMS)
    const code = async (over: Partial<Body>) => (await draft(cape, over)).problem.code
    expect(await code({ fixedPartCents: '70000' })).toBe('amendment-term-not-for-kind')
    expect(await code({ schemeId: tenPercent })).toBe('amendment-changes-nothing')
    expect(await code({ means: 'Atelier', effectiveOn: '2027-06-01' })).toBe(
      'amendment-outside-contract',
    )
  })

  it('is neither drafted for a closed month nor signed once its month is closed', async () => {
    const theirs = await givenCooperative(test, 'Coopérative Baobab')
    const [own, before] = [cooperative, adviser]
    cooperative = theirs
    adviser = await givenUser(test, theirs, ['adviser'])
    try {
      const scheme = tenPercent
      tenPercent = (await givenScheme(test, theirs)).id
      awa = await givenReadyPerson(test, theirs, adviser, {
        givenName: 'Awa',
        familyName: `Touré ${people}`,
      })
      const cape = await given('CAPE', TERMS)
      tenPercent = scheme
      const { id } = (await draft(cape, { means: 'Atelier', effectiveOn: '2026-10-01' })).body
      const { signatureId, documentSha256 } = (await send(id)).body
      await signAsPerson(test, awa, {
        signatureId,
        documentSha256,
        typedName: `Awa Touré ${people}`,
      })
      await givenClosedMonth(test, theirs, { ...awa, month: '2026-10' })
      const late = await countersign({ signatureId, documentSha256 })
      expect(late.problem.code).toBe('amendment-month-closed')
      expect((await detail(id)).state).toBe('signed')
      await cancel(id)
      const again = await draft(cape, { means: 'Atelier', effectiveOn: '2026-10-31' })
      expect(again.problem.code).toBe('amendment-month-closed')
      const open = await draft(cape, { means: 'Atelier', effectiveOn: '2026-11-01' })
      expect(open.status).toBe(200)
    } finally {
      cooperative = own
      adviser = before
    }
  })

  it('builds on the amendments before it', async () => {
    const cesa = await given('CESA')
    const first = (await draft(cesa, { fixedPartCents: '60000' })).body
    expect((await detail(first.id)).changes).toEqual([
      { term: 'fixedPartCents', before: null, after: '60000' },
    ])
    await signByBoth(first.id)
    const second = (await draft(cesa, { fixedPartCents: '80000', effectiveOn: '2026-12-01' })).body
    expect((await detail(second.id)).changes).toEqual([
      { term: 'fixedPartCents', before: '60000', after: '80000' },
    ])
  })

  it('is written anew as long as it is a draft, and waits in the work queue until it is sent', async () => {
    const cesa = await given('CESA', CLAUSES)
    const { id } = (await draft(cesa, { fixedPartCents: '70000' })).body
    const edit = (over: Partial<Body>, ifMatch: number) =>
      call(test, adviser, 'PUT /amendments/:amendmentId', {
        params: { amendmentId: id },
        body: { ...NOTHING, ...over },
        ifMatch,
      })
    expect((await edit({}, 1)).problem.code).toBe('amendment-changes-nothing')
    const wanted = { schemeId: twelvePercent, effectiveOn: '2026-11-02', reason: 'Plus d’heures' }
    expect((await edit(wanted, 1)).body.version).toBe(2)
    expect((await edit(wanted, 1)).problem.code).toBe('version-changed')
    expect(await detail(id)).toMatchObject({ ...wanted, changes: [] })
    const waiting = async () =>
      (await call(test, adviser, 'GET /home/queue', { query: {} })).body.items
        .filter(({ kind }) => kind === 'amendment-to-send')
        .map(({ targetId }) => targetId)
    expect(await waiting()).toContain(id)
    await send(id)
    expect(await waiting()).not.toContain(id)
    expect((await edit(wanted, 3)).problem).toMatchObject({ code: 'contract-act-not-allowed' })
  })

  it('shows on its contract what holds now, the original beside', async () => {
    const cesa = await given('CESA', CLAUSES)
    const page = async () =>
      (await call(test, adviser, 'GET /contracts/:contractId', { params: { contractId: cesa } }))
        .body
    expect((await page()).inForce).toMatchObject({ scheme: { id: tenPercent }, schemeBy: null })
    const change = { schemeId: twelvePercent, fixedPartCents: '80000', effectiveOn: '2026-11-02' }
    const { id } = (await draft(cesa, change)).body
    await signByBoth(id)
    const by = { id, n: 1, effectiveOn: '2026-11-02' }
    const { inForce, scheme } = await page()
    expect(scheme.id).toBe(tenPercent)
    expect(inForce).toMatchObject({ scheme: { id: twelvePercent }, schemeBy: by })
    expect(inForce?.terms).toEqual([
      { term: 'fixedPartCents', value: '80000', original: '60000', by },
      {
        term: 'minimumActivity',
        value: CLAUSES.minimumActivity,
        original: CLAUSES.minimumActivity,
        by: null,
      },
      expect.objectContaining({ term: 'means', by: null }),
    ])
  })

  it('is what a renewal takes up, as it holds on the last day of the contract', async () => {
    const cape = await given('CAPE', TERMS)
    const change = { schemeId: twelvePercent, means: 'Bureau : 3 jours', effectiveOn: '2026-11-02' }
    const choices = async () =>
      (
        await call(test, adviser, 'GET /people/:personId/contract-choices', {
          params: { personId: awa.personId },
        })
      ).body.activities[0]?.previous
    expect(await choices()).toMatchObject({ schemeId: tenPercent, amendedMeans: null })
    await signByBoth((await draft(cape, change)).body.id)
    expect(await choices()).toMatchObject({
      schemeId: twelvePercent,
      amendedMeans: 'Bureau : 3 jours',
      terms: { means: TERMS.means },
    })
  })
})
