import { execFileSync } from 'node:child_process'
import { localDate } from '@terreau/domain/time/local-date'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  givenScheme,
  givenSetting,
  givenTester,
  type TestScheme,
  type TestTester,
} from '../../../test/given-money.ts'
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
} from '../../../test/test-app.ts'
import { insertContract } from '../contracts/index.ts'

type Kind = 'cape_period' | 'employment' | 'associate' | 'work_certificate' | 'settlement_receipt'

let test: TestApp
let cooperative: TestCooperative
let scheme: TestScheme
let adviser: Caller
let employee: TestTester
let former: TestTester
let inCape: TestTester

beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  scheme = await givenScheme(test, cooperative)
  adviser = await givenUser(test, cooperative, ['adviser'])
  employee = await givenTester(test, cooperative, scheme)
  inCape = await givenTester(test, cooperative, scheme, { kind: 'CAPE' })
  former = await givenTester(test, cooperative, scheme, {
    startsOn: '2025-02-01',
    endsOn: '2026-10-31',
  })
  await queryAsOwner(
    test,
    `update terreau.contract set associate_on = '2026-06-15', ends_by_law = false,
            ends_on = case when ends_by_law then null else ends_on end
      where id = any($1)`,
    [[former.contractId, employee.contractId]],
  )
  await call(test, adviser, 'POST /contracts/:contractId/exit', {
    params: { contractId: former.contractId },
    body: { reason: 'resignation', effectiveOn: '2026-10-31' },
    ifMatch: 1,
  })
})
afterAll(() => test.close())

const SETTLEMENT = {
  paidOn: '2026-11-02',
  sums: [
    { label: 'Salaire d’octobre', amountCents: '98250' },
    { label: 'Congés payés', amountCents: '124337' },
  ],
}

function issue(kind: Kind, person: TestTester, settlement?: typeof SETTLEMENT) {
  const body = { kind, personId: person.personId, locale: 'fr' as const }
  return call(test, adviser, 'POST /attestations', {
    body: settlement ? { ...body, settlement } : body,
  })
}

async function textOf(attestationId: string): Promise<string> {
  const answer = await call(test, adviser, 'GET /attestations/:attestationId/document', {
    params: { attestationId },
  })
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], {
    input: await answer.bytes(),
    encoding: 'utf8',
  })
  return text.replaceAll(/\s+/g, ' ')
}

async function gapsOf(kind: Kind, person: TestTester): Promise<string[]> {
  const facts = await call(test, adviser, 'GET /attestations/facts', {
    query: { kind, personId: person.personId },
  })
  expect(facts.status).toBe(200)
  return facts.body.missing.filter((gap) => gap.isBlocking).map((gap) => gap.code)
}

async function stepOf(name: string) {
  const life = await call(test, adviser, 'GET /contracts/:contractId/life', {
    params: { contractId: former.contractId },
  })
  return life.body.exit?.steps.find((step) => step.step === name)
}

describe('the certificate of employment (D1234-6)', () => {
  it('holds the days, the jobs with their periods, and nothing about why or how much', async () => {
    expect((await stepOf('work_certificate'))?.isDone).toBe(false)
    const issued = await issue('work_certificate', former)
    expect(issued.status).toBe(200)
    const text = await textOf(issued.body.id)
    for (const printed of ['1er février 2025', '14 juin 2026', '15 juin 2026', '31 octobre 2026'])
      expect(text).toContain(printed)
    expect(text).toContain('Entrepreneur salarié associé')
    expect(text).not.toMatch(/démission|€|L911-8/i)
    expect(await stepOf('work_certificate')).toMatchObject({
      isDone: true,
      attestationId: issued.body.id,
    })
  })

  it('signals the cover that goes on, as long as the setting of that day says (L911-8)', async () => {
    await givenSetting(test, cooperative, { key: 'kept_cover_most_months', value: '12' })
    const issued = await issue('work_certificate', former)
    expect(await textOf(issued.body.id)).toMatch(/12 mois au plus.*L911-8/)
  })

  it('waits for the end of a CESA, and never speaks of a CAPE', async () => {
    expect(await gapsOf('work_certificate', employee)).toEqual(['employment-goes-on'])
    expect(await gapsOf('work_certificate', inCape)).toEqual(['no-ended-employment'])
    const refused = await issue('work_certificate', inCape)
    expect(refused.problem.code).toBe('attestation-nothing-to-attest')
  })

  it('is asked for again in the checklist once it was revoked', async () => {
    const { body } = await issue('work_certificate', former)
    await queryAsOwner(
      test,
      `insert into terreau.attestation_revocation (cooperative_id, attestation_id, reason, revoked_by)
       select cooperative_id, id, 'essai', issued_by from terreau.attestation
        where kind = 'work_certificate' and id <> $1`,
      [body.id],
    )
    expect((await stepOf('work_certificate'))?.attestationId).toBe(body.id)
  })
})

describe('the receipt for full settlement (L1234-20)', () => {
  it('lists the sums, their total, the two copies, what it leaves out and how to contest it', async () => {
    const issued = await issue('settlement_receipt', former, SETTLEMENT)
    expect(issued.status).toBe(200)
    const text = await textOf(issued.body.id)
    for (const printed of [
      'deux exemplaires',
      'Salaire d’octobre',
      '982,50',
      '225,87',
      'part variable',
    ])
      expect(text).toContain(printed)
    expect(text).toMatch(/lettre recommandée dans les six mois/)
    const detail = await call(test, adviser, 'GET /attestations/:attestationId', {
      params: { attestationId: issued.body.id },
    })
    expect(detail.body.keyFigures).toMatchObject([{ key: 'sumsPaid' }])
    expect(detail.body.snapshot.lines.find((line) => line.key === 'sums')?.value).toContain(
      'Congés payés',
    )
    expect((await stepOf('settlement_receipt'))?.isDone).toBe(true)
  })

  it('wants sums above zero, paid on a day that has come', async () => {
    expect((await issue('settlement_receipt', former)).problem.errors).toMatchObject([
      { pointer: '/body/settlement' },
    ])
    const late = await issue('settlement_receipt', former, { ...SETTLEMENT, paidOn: '2026-11-03' })
    expect(late.problem.code).toBe('date-in-the-future')
    const before = await issue('settlement_receipt', former, {
      ...SETTLEMENT,
      paidOn: '2025-01-31',
    })
    expect(before.problem.errors).toEqual([
      {
        pointer: '/body/settlement/paidOn',
        code: 'paid-before-employment',
        params: { on: '2025-02-01' },
      },
    ])
    const named = async (label: string) => {
      const sums = [...SETTLEMENT.sums, { label, amountCents: '100' }]
      const refused = await issue('settlement_receipt', former, { ...SETTLEMENT, sums })
      return refused.problem.errors
    }
    const pointer = '/body/settlement/sums/2/label'
    expect(await named('Prime 🎉')).toEqual([
      { pointer, code: 'characters-not-printable', params: { characters: '🎉 (U+1F389)' } },
    ])
    expect(await named('\u200b\u202e')).toEqual([{ pointer, code: 'field-required' }])
    const zero = await issue('settlement_receipt', former, {
      ...SETTLEMENT,
      sums: [{ label: 'Rien', amountCents: '0' }],
    })
    expect(zero.problem.errors?.[0]?.pointer).toBe('/body/settlement/sums/0/amountCents')
  })
})

/** A second CESA of somebody, on another activity or the same one. */
async function alsoUnder(tester: TestTester, startsOn: string, associateOn: string | null = null) {
  const { personId, activityId } = tester
  await asCommand(test, cooperative.id, (ctx, tx) =>
    insertContract(tx, ctx, {
      kind: 'CESA',
      ...{ personId, activityId, schemeId: scheme.id, endsOn: null, state: 'active' },
      startsOn: localDate(startsOn),
      associateOn: associateOn === null ? null : localDate(associateOn),
    }),
  )
}

describe('somebody with two CESAs', () => {
  it('gets the papers of the first after coming back, and none while a signed one goes on', async () => {
    const back = await givenTester(test, cooperative, scheme, {
      startsOn: '2024-02-01',
      endsOn: '2025-03-31',
    })
    await alsoUnder(back, '2026-02-01')
    const issued = await issue('work_certificate', back)
    expect(issued.status).toBe(200)
    expect(await textOf(issued.body.id)).toMatch(/1er février 2024.*31 mars 2025/)
    const receipt = await issue('settlement_receipt', back, SETTLEMENT)
    expect(await textOf(receipt.body.id)).toContain('31 mars 2025')
    const goingOn = await givenTester(test, cooperative, scheme, {
      startsOn: '2025-02-01',
      endsOn: '2026-11-02',
    })
    expect(await gapsOf('work_certificate', goingOn)).toEqual([])
    await alsoUnder(goingOn, '2026-11-03')
    expect(await gapsOf('work_certificate', goingOn)).toEqual(['employment-goes-on'])
  })

  it('is an associate since the first day within what goes on', async () => {
    const twice = await givenTester(test, cooperative, scheme, {
      startsOn: '2024-01-01',
      endsOn: '2026-01-31',
    })
    await queryAsOwner(
      test,
      `update terreau.contract set associate_on = '2025-05-05' where id = $1`,
      [twice.contractId],
    )
    await alsoUnder(twice, '2026-02-01', '2026-02-01')
    const issued = await issue('associate', twice)
    expect(await textOf(issued.body.id)).toContain('depuis le 5 mai 2025')
  })
})

describe('certificates about a contract that runs', () => {
  it('say the job and since when, without any pay', async () => {
    const issued = await issue('employment', employee)
    const text = await textOf(issued.body.id)
    expect(text).toContain('Entrepreneur salarié associé')
    expect(text).toContain('1er juin 2026')
    expect(text).not.toContain('€')
    expect(await gapsOf('employment', former)).toEqual(['no-current-employment'])
    expect(await gapsOf('employment', inCape)).toEqual(['no-current-employment'])
  })

  it('say who is an associate, and only then', async () => {
    const issued = await issue('associate', employee)
    expect(await textOf(issued.body.id)).toContain('15 juin 2026')
    await queryAsOwner(test, 'update terreau.contract set associate_on = null where id = $1', [
      employee.contractId,
    ])
    expect(await gapsOf('associate', employee)).toEqual(['not-associate-yet'])
  })

  it('hold the deadline of L7331-3 as a condition, never as a term', async () => {
    const waiting = await givenTester(test, cooperative, scheme, { startsOn: '2026-06-01' })
    const issued = await issue('employment', waiting)
    expect(await textOf(issued.body.id)).toContain('si la personne n’est pas associée avant')
    const { body } = await call(test, adviser, 'GET /attestations/:attestationId', {
      params: { attestationId: issued.body.id },
    })
    expect(body).toMatchObject({ periodStart: '2026-06-01', periodEnd: null })
    const page = await test.app.hono.request(body.verifyUrl)
    expect((await page.text()).replaceAll('\u00a0', ' ')).toContain('depuis le 1er juin 2026')
  })

  it('tell the periods of a CAPE', async () => {
    const issued = await issue('cape_period', inCape)
    expect(issued.status).toBe(200)
    const text = await textOf(issued.body.id)
    expect(text).toMatch(/1er juin 2026.*31 mai 2027/)
    expect(text).toContain('ne figure pas sur un certificat de travail')
    expect(await gapsOf('cape_period', former)).toEqual(['no-cape-yet'])
  })
})

it('ends an exit in the work queue, together with what is ticked and kept', async () => {
  const isAsked = async () => {
    const { body } = await call(test, adviser, 'GET /home/queue', { query: { topic: 'contracts' } })
    return body.items.some(
      ({ kind, targetId }) => kind === 'finish-exit' && targetId === former.contractId,
    )
  }
  expect(await isAsked()).toBe(true)
  const params = { contractId: former.contractId }
  for (const step of ['balance', 'variable_pay', 'clientele', 'access'] as const)
    await call(test, adviser, 'POST /contracts/:contractId/exit/steps/:step', {
      params: { ...params, step },
      body: {},
    })
  expect(await isAsked()).toBe(true)
  const kept = await call(test, adviser, 'POST /contracts/:contractId/exit/papers/:step', {
    params: { ...params, step: 'employer_certificate' },
    query: { fileName: 'attestation.pdf' },
    body: pdf(),
  })
  expect(kept.status).toBe(204)
  expect((await stepOf('work_certificate'))?.isDone).toBe(true)
  expect((await stepOf('settlement_receipt'))?.isDone).toBe(true)
  expect(await isAsked()).toBe(false)
})
