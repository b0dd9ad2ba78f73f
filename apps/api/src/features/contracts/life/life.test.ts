import { localDate } from '@terreau/domain/time/local-date'
import type { Api } from '@terreau/protocol/api'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { givenReadyPerson, type TestPerson } from '../../../../test/given-contract.ts'
import { givenScheme, givenSetting } from '../../../../test/given-money.ts'
import { pdf } from '../../../../test/hostile-files.ts'
import { queryAsOwner } from '../../../../test/query-as-owner.ts'
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
import { refreshClocks } from '../../clocks/index.ts'
import { contractualStages, insertContract } from '../index.ts'

let test: TestApp
let cooperative: TestCooperative
let adviser: Caller
let schemeId: string
let awa: TestPerson
let people = 0

beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  adviser = await givenUser(test, cooperative, ['adviser'])
  schemeId = (await givenScheme(test, cooperative)).id
  await givenSetting(test, cooperative, { key: 'notice_alert_days', value: '5' })
})
beforeEach(async () => {
  test.setToday('2026-11-02')
  people += 1
  const name = { givenName: 'Awa', familyName: `Diop ${people}` }
  awa = await givenReadyPerson(test, cooperative, adviser, name)
})
afterAll(() => test.close())

const PROOF = pdf()

/** A contract that both sides signed, as if concluded here on a day; null: written elsewhere. */
function given(
  kind: 'CAPE' | 'CESA',
  period: [string, string | null],
  over: { sequence?: number; renewsContractId?: string; concludedOn?: string } = {},
): Promise<string> {
  const { concludedOn, ...place } = over
  return asCommand(test, cooperative.id, async (ctx, tx) => {
    const { contractId } = await insertContract(tx, ctx, {
      kind,
      personId: awa.personId,
      activityId: awa.activityId,
      schemeId,
      startsOn: localDate(period[0]),
      endsOn: period[1] === null ? null : localDate(period[1]),
      state: 'active',
      ...place,
    })
    if (concludedOn !== undefined)
      await tx
        .updateTable('contract')
        .set({ concludedOn })
        .where('cooperativeId', '=', cooperative.id)
        .where('id', '=', contractId)
        .execute()
    return contractId
  })
}

async function lifeOf(contractId: string) {
  const { body } = await call(test, adviser, 'GET /contracts/:contractId/life', {
    params: { contractId },
  })
  return body
}

const stage = () =>
  asCommand(test, cooperative.id, async (ctx, tx) =>
    (await contractualStages(tx, ctx, [awa.personId])).get(awa.personId),
  )

type Suspension = Api['POST /contracts/:contractId/suspensions']['body']
const suspend = (contractId: string, body: Suspension) =>
  call(test, adviser, 'POST /contracts/:contractId/suspensions', { params: { contractId }, body })

async function exit(contractId: string, reason: string, effectiveOn: string) {
  const { version } = await lifeOf(contractId)
  return call(test, adviser, 'POST /contracts/:contractId/exit', {
    params: { contractId },
    ifMatch: version,
    body: { reason: reason as 'abandonment', effectiveOn },
  })
}

describe('notices', () => {
  it('are due at the conclusion to both bodies, late after the days that were decided', async () => {
    const id = await given('CAPE', ['2026-11-01', '2027-10-31'], { concludedOn: '2026-10-28' })
    const { notices } = await lifeOf(id)
    expect(notices.map(({ event, recipient }) => `${event} ${recipient}`)).toEqual([
      'conclusion urssaf',
      'conclusion france_travail',
    ])
    expect(notices[0]).toMatchObject({ since: '2026-10-28', alertAfter: '2026-11-02' })
    expect(notices[0]?.isLate).toBe(false)
    test.setToday('2026-11-03')
    expect((await lifeOf(id)).notices[0]?.isLate).toBe(true)
    expect(notices[0]?.text).toContain(`Awa Diop ${people}`)
    expect(notices[0]?.text).toContain('31 octobre 2027')
  })

  it('are recorded once, with a proof that opens again, and never for another event', async () => {
    const id = await given('CAPE', ['2026-11-01', '2027-10-31'], {
      concludedOn: '2026-11-02',
      sequence: 1,
    })
    const record = (event: 'conclusion' | 'renewal', sentOn = '2026-11-02', body = PROOF) =>
      call(test, adviser, 'POST /contracts/:contractId/notices/:event/:recipient', {
        params: { contractId: id, event, recipient: 'urssaf' },
        query: { sentOn, fileName: 'accuse.pdf' },
        body: body,
      })
    expect((await record('conclusion')).problem.code).toBe('notice-not-due')
    expect((await record('renewal', '2026-11-03')).problem.code).toBe('date-in-the-future')
    expect((await record('renewal', '2026-11-01')).problem).toMatchObject({
      code: 'notice-before-event',
      params: { since: '2026-11-02' },
    })
    const hostile = new TextEncoder().encode('<html>')
    expect((await record('renewal', '2026-11-02', hostile)).problem.code).toBe('file-kind-refused')
    expect((await record('renewal')).status).toBe(204)
    expect((await record('renewal')).problem.code).toBe('notice-already-recorded')
    const sent = (await lifeOf(id)).notices.find((n) => n.recipient === 'urssaf')?.sent
    expect(sent).toMatchObject({ on: '2026-11-02' })
    const file = await call(test, adviser, 'GET /contracts/:contractId/papers/:fileId', {
      params: { contractId: id, fileId: sent?.fileId ?? '' },
    })
    expect(file.status).toBe(200)
    const other = await given('CAPE', ['2024-01-01', '2024-06-30'])
    const stranger = await call(test, adviser, 'GET /contracts/:contractId/papers/:fileId', {
      params: { contractId: other, fileId: sent?.fileId ?? '' },
    })
    expect(stranger.status).toBe(404)
  })

  it('leave the work queue once both bodies were told, also where the calendar alone would say renewal', async () => {
    await given('CAPE', ['2025-11-01', '2026-10-31'])
    const id = await given('CAPE', ['2026-11-01', '2027-10-31'], { concludedOn: '2026-10-28' })
    await asCommand(test, cooperative.id, (ctx, tx) => refreshClocks(tx, ctx, awa.personId))
    const asked = async () =>
      (
        await call(test, adviser, 'GET /home/queue', { query: { topic: 'contracts' } })
      ).body.items.filter((item) => item.kind === 'send-notice' && item.targetId.startsWith(id))
    expect(await asked()).toMatchObject([{ targetId: `${id}:conclusion`, dueOn: '2026-11-02' }])
    for (const recipient of ['urssaf', 'france_travail'] as const) {
      expect(await asked()).toHaveLength(1)
      const told = await call(
        test,
        adviser,
        'POST /contracts/:contractId/notices/:event/:recipient',
        {
          params: { contractId: id, event: 'conclusion', recipient },
          query: { sentOn: '2026-11-02', fileName: 'avis.pdf' },
          body: PROOF,
        },
      )
      expect(told.status).toBe(204)
    }
    expect(await asked()).toEqual([])
  })

  it('leave the conclusion of a contract written elsewhere alone', async () => {
    const id = await given('CAPE', ['2026-06-01', '2027-05-31'])
    expect((await lifeOf(id)).notices).toEqual([])
  })
})

describe('suspensions', () => {
  it('stay within the contract and never overlap, until one is withdrawn', async () => {
    const id = await given('CAPE', ['2026-06-01', '2027-05-31'])
    const sick = { reason: 'sickness', startsOn: '2026-07-01', endsOn: '2026-07-31' } as const
    const first = await suspend(id, sick)
    expect(first.status).toBe(200)
    expect(
      (await suspend(id, { ...sick, startsOn: '2026-07-31', endsOn: null })).problem,
    ).toMatchObject({ code: 'suspension-overlaps', errors: [{ pointer: '/body/startsOn' }] })
    expect((await suspend(id, { ...sick, startsOn: '2026-05-01' })).problem.code).toBe(
      'suspension-outside-contract',
    )
    const key = { contractId: id, suspensionId: first.body.id }
    const longer = await call(
      test,
      adviser,
      'PUT /contracts/:contractId/suspensions/:suspensionId',
      { params: key, body: { endsOn: '2026-08-15' }, ifMatch: 1 },
    )
    expect(longer.body.version).toBe(2)
    await call(
      test,
      adviser,
      'POST /contracts/:contractId/suspensions/:suspensionId/cancellation',
      { params: key, body: { reason: 'Erreur de personne' } },
    )
    expect((await lifeOf(id)).suspensions).toEqual([])
    expect((await suspend(id, sick)).status).toBe(200)
  })
})

describe('the exit', () => {
  it('makes the last day of the contract, lists what is left, and tells the two bodies', async () => {
    const id = await given('CAPE', ['2026-06-01', '2027-05-31'])
    const before = await call(test, adviser, 'GET /contracts/:contractId', {
      params: { contractId: id },
    })
    expect(before.body.state).toBe('active')
    expect((await exit(id, 'resignation', '2026-10-31')).problem.code).toBe(
      'exit-reason-not-for-kind',
    )
    expect((await exit(id, 'to_employment', '2027-06-01')).problem.code).toBe('exit-after-end')
    expect((await exit(id, 'to_employment', '2026-10-31')).status).toBe(204)
    const life = await lifeOf(id)
    expect(life.exit).toMatchObject({ reason: 'to_employment', termOn: '2027-05-31' })
    expect(life.exitReasons).toEqual([])
    expect(life.notices.map(({ event }) => event)).toEqual(['early_end', 'early_end'])
    const waiting = life.exit?.steps.map(({ step, isDone, waiting: lacks }) => [
      step,
      isDone,
      lacks,
    ])
    expect(waiting).toEqual([
      ['final_declaration', false, ['2026-10']],
      ['balance', false, []],
      ['notices', false, ['urssaf', 'france_travail']],
      ['cape_certificate', false, []],
      ['business_papers', false, []],
      ['access', false, []],
    ])
    const after = await call(test, adviser, 'GET /contracts/:contractId', {
      params: { contractId: id },
    })
    expect(after.body).toMatchObject({ state: 'ended', endsOn: '2026-10-31' })
    expect(await stage()).toBe('exited')
    expect((await exit(id, 'abandonment', '2026-10-31')).problem.code).toBe(
      'contract-act-not-allowed',
    )
  })

  it('is ticked by somebody, or keeps a paper made elsewhere, and derives the rest', async () => {
    const id = await given('CESA', ['2026-06-01', null])
    await exit(id, 'resignation', '2026-10-31')
    const tick = (step: 'balance' | 'final_declaration' | 'work_certificate') =>
      call(test, adviser, 'POST /contracts/:contractId/exit/steps/:step', {
        params: { contractId: id, step },
        body: { note: 'Réglé par virement' },
      })
    expect((await tick('balance')).status).toBe(204)
    expect((await tick('final_declaration')).problem.code).toBe('exit-step-not-ticked')
    expect((await tick('work_certificate')).problem.code).toBe('exit-step-not-ticked')
    const kept = await call(test, adviser, 'POST /contracts/:contractId/exit/papers/:step', {
      params: { contractId: id, step: 'work_certificate' },
      query: { fileName: 'certificat.pdf' },
      body: PROOF,
    })
    expect(kept.status).toBe(204)
    const steps = (await lifeOf(id)).exit?.steps ?? []
    const of = (name: string) => steps.find(({ step }) => step === name)
    expect(of('balance')).toMatchObject({ isDone: true, note: 'Réglé par virement' })
    expect(of('work_certificate')?.fileId).not.toBeNull()
    expect(steps.map(({ step }) => step)).not.toContain('cape_certificate')
  })

  it('ends the last contract of a series only', async () => {
    const first = await given('CAPE', ['2026-01-01', '2026-12-31'])
    await given('CAPE', ['2027-01-01', '2027-12-31'], { sequence: 1, renewsContractId: first })
    expect((await lifeOf(first)).exitReasons).toEqual([])
    expect((await exit(first, 'abandonment', '2026-11-30')).problem.code).toBe(
      'exit-followed-by-contract',
    )
  })
})

describe('a CESA', () => {
  it('ends within its trial as its clock stands: absences prolong both alike', async () => {
    const id = await given('CESA', ['2026-06-01', null])
    await queryAsOwner(test, 'update terreau.contract set trial_ends_on = $2 where id = $1', [
      id,
      '2026-10-31',
    ])
    const ended = async (on: string) => (await exit(id, 'end_of_trial', on)).problem
    expect(await ended('2026-11-01')).toMatchObject({ code: 'exit-trial-over' })
    const ill = { startsOn: '2026-10-01', endsOn: '2026-10-03', reason: 'sickness' as const }
    expect((await suspend(id, ill)).status).toBe(200)
    expect((await lifeOf(id)).trialEndsOn).toBe('2026-11-03')
    expect(await ended('2026-11-04')).toMatchObject({ code: 'exit-trial-over' })
    expect((await exit(id, 'end_of_trial', '2026-11-03')).status).toBe(204)
  })

  const associate = (contractId: string, associateOn: string) =>
    call(test, adviser, 'POST /contracts/:contractId/association', {
      params: { contractId },
      query: { associateOn, fileName: 'souscription.pdf' },
      body: PROOF,
    })
  const stateOf = async (contractId: string) =>
    (await call(test, adviser, 'GET /contracts/:contractId', { params: { contractId } })).body.state

  it('has ended by law once the deadline has passed without an associate', async () => {
    await given('CAPE', ['2024-01-01', '2024-12-31'])
    const id = await given('CESA', ['2025-01-01', null])
    const { associate: clock } = await lifeOf(id)
    expect(clock).toMatchObject({ deadlineOn: '2027-01-01', hasEndedByLaw: false })
    expect(await stateOf(id)).toBe('active')
    test.setToday('2027-01-02')
    expect((await lifeOf(id)).associate?.hasEndedByLaw).toBe(true)
    expect(await stateOf(id)).toBe('ended')
    expect(await stage()).toBe('exited')
    expect((await associate(id, '2027-01-02')).problem.code).toBe('associate-after-deadline')
    expect((await exit(id, 'associate_deadline_missed', '2027-01-01')).status).toBe(204)
    expect((await lifeOf(id)).exit?.steps.map(({ step }) => step)).toContain('employer_certificate')
    const kept = await call(test, adviser, 'POST /contracts/:contractId/exit/papers/:step', {
      params: { contractId: id, step: 'employer_certificate' },
      query: { fileName: 'attestation.pdf' },
      body: PROOF,
    })
    expect(kept.status).toBe(204)
    const step = (await lifeOf(id)).exit?.steps.find((one) => one.step === 'employer_certificate')
    const filed = await queryAsOwner(
      test,
      `select d.kind, v.file_id from terreau.document d join terreau.document_version v on v.document_id = d.id
        where d.kind = 'employer_certificate'`,
    )
    expect(filed).toEqual([{ kind: 'employer_certificate', file_id: step?.fileId }])
  })

  it('loses its end when the person becomes an associate in time, even recorded late', async () => {
    const id = await given('CESA', ['2024-01-01', null])
    test.setToday('2027-02-01')
    expect(await stateOf(id)).toBe('ended')
    expect((await lifeOf(id)).associate).toMatchObject({ deadlineOn: '2027-01-01' })
    expect((await associate(id, '2026-12-15')).status).toBe(204)
    expect(await stateOf(id)).toBe('active')
    expect(await stage()).toBe('cesa_associate')
    expect((await lifeOf(id)).associate).toMatchObject({ associateOn: '2026-12-15' })
    expect((await associate(id, '2026-12-15')).problem.code).toBe('contract-act-not-allowed')
  })

  it('is declared within the eight days before the hire, with its receipt', async () => {
    const id = await given('CESA', ['2026-11-05', null])
    expect((await lifeOf(id)).hire).toEqual({
      opensOn: '2026-10-28',
      dueOn: '2026-11-04',
      declared: null,
    })
    const declare = (declaredOn: string) =>
      call(test, adviser, 'POST /contracts/:contractId/hire-declaration', {
        params: { contractId: id },
        body: { declaredOn, receiptNumber: 'DPAE 20261102 0001' },
      })
    expect((await declare('2026-10-27')).problem).toMatchObject({
      code: 'hire-declared-too-early',
      params: { opensOn: '2026-10-28' },
    })
    expect((await declare('2026-11-03')).problem.code).toBe('date-in-the-future')
    expect((await declare('2026-11-02')).status).toBe(204)
    expect((await declare('2026-11-02')).problem.code).toBe('hire-already-declared')
    const cape = await given('CAPE', ['2025-01-01', '2025-12-31'])
    expect((await lifeOf(cape)).hire).toBeNull()
  })
})
