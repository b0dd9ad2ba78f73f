import type { Api } from '@terreau/protocol/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenAccepted, givenScheme, givenTester, saleLine } from '../../../test/given-money.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import {
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
} from '../../../test/test-app.ts'

let test: TestApp
let coop: TestCooperative
let direction: Caller
let accountant: Caller
let tester: Awaited<ReturnType<typeof givenTester>>

const IBAN = 'FR76 3000 6000 0112 3456 7890 189'

beforeAll(async () => {
  test = await createTestApp()
  coop = await givenCooperative(test)
  const scheme = await givenScheme(test, coop)
  direction = await givenUser(test, coop, ['direction'])
  tester = await givenTester(test, coop, scheme, { kind: 'CESA' })
  await givenAccepted(test, coop, tester, '2026-10', { lines: { sales: [saleLine(200_000n)] } })
})
afterAll(() => test.close())

const ask = (by: Caller, body: Api['POST /approvals']['body']) =>
  call(test, by, 'POST /approvals', { body })

async function agree(by: Caller, approvalId: string) {
  const { body } = await call(test, by, 'GET /approvals/:approvalId', { params: { approvalId } })
  const { fingerprint } = body
  return call(test, by, 'POST /approvals/:approvalId/agreement', {
    params: { approvalId },
    body: { fingerprint },
  })
}

const refuse = (by: Caller, approvalId: string, reason = 'Pas ce mois-ci') =>
  call(test, by, 'POST /approvals/:approvalId/refusal', {
    params: { approvalId },
    body: { reason },
  })

const setRule = (value: '0' | '1', validFrom: string) =>
  call(test, direction, 'POST /settings', {
    body: { key: 'two_persons_required', value, validFrom, source: 'Conseil du 2 novembre' },
  })

const close = (by: Caller) =>
  call(test, by, 'POST /closings/:month', {
    params: { month: '2026-10' },
    body: { sendMails: false },
  })

const closeAsked = { act: 'close-month', month: '2026-10', sendMails: false } as const

describe('the rule of two persons', () => {
  it('begins once two people could follow it, and until then one is enough', async () => {
    expect((await setRule('1', '2026-11-02')).problem.code).toBe('second-person-missing')
    accountant = await givenUser(test, coop, ['accountant'])
    expect((await ask(accountant, closeAsked)).problem.code).toBe('second-person-not-needed')
    expect((await setRule('1', '2026-11-02')).status).toBe(200)
  })

  it('stops whoever acts alone: closing, contribution, IBAN, pay export, and the rule itself', async () => {
    const scheme = { code: 'AG-2', decidedOn: '2026-05-29', decisionReference: 'AG, résolution 2' }
    const alone = await Promise.all([
      close(accountant),
      call(test, direction, 'POST /schemes', {
        body: {
          ...scheme,
          base: 'revenue',
          period: 'month',
          tiers: [{ upToCents: null, rateBp: 900 }],
          monthlyFloorCents: '0',
          fixedMonthlyCents: '0',
          exemptMonths: 0,
          exemptStatuses: [],
          deductedCosts: [],
          replaces: null,
        },
      }),
      call(test, accountant, 'PUT /people/:personId/numbers/:kind', {
        params: { personId: tester.personId, kind: 'iban' },
        body: { value: IBAN },
      }),
      call(test, accountant, 'POST /pay/:month/exports', {
        params: { month: '2026-11' },
        body: { format: 'csv' },
      }),
      setRule('0', '2026-11-03'),
    ])
    expect(alone.map(({ problem }) => problem.code)).toEqual(Array(5).fill('second-person-needed'))
  })
})

describe('a demand', () => {
  it('waits in the queue; whoever asked cannot agree, in the database neither', async () => {
    const { body, status } = await ask(accountant, closeAsked)
    expect(status).toBe(200)
    const { approvalId } = body
    expect((await ask(direction, closeAsked)).problem.code).toBe('approval-waiting')
    const queue = await call(test, direction, 'GET /home/queue')
    expect(queue.body.items).toContainEqual(
      expect.objectContaining({ kind: 'approval-waiting', targetId: approvalId }),
    )
    expect((await agree(accountant, approvalId)).problem.code).toBe('approval-same-person')
    const forged = queryAsOwner(
      test,
      `update terreau.approval set state = 'agreed', answered_by = asked_by, answered_at = now() where id = $1`,
      [approvalId],
    )
    await expect(forged).rejects.toThrow('approval_needs_two')
    expect((await refuse(accountant, approvalId)).status).toBe(204)
    const { body: after } = await call(test, accountant, 'GET /approvals/:approvalId', {
      params: { approvalId },
    })
    expect(after).toMatchObject({ state: 'withdrawn', isMine: true, reason: 'Pas ce mois-ci' })
    expect((await agree(direction, approvalId)).problem.code).toBe('approval-answered')
  })

  it('is outdated by what is booked in between, and by a fingerprint that was not seen', async () => {
    const { approvalId } = (await ask(accountant, closeAsked)).body
    const unseen = await call(test, direction, 'POST /approvals/:approvalId/agreement', {
      params: { approvalId },
      body: { fingerprint: '0'.repeat(64) },
    })
    expect(unseen.problem.code).toBe('approval-outdated')
    const scheme = await givenScheme(test, coop)
    const late = await givenTester(test, coop, scheme)
    await givenAccepted(test, coop, late, '2026-10', { lines: { sales: [saleLine(5_000n)] } })
    expect((await agree(direction, approvalId)).problem.code).toBe('approval-outdated')
    expect((await refuse(direction, approvalId)).status).toBe(204)
  })

  it('closes the month when another person agrees, and both are in the journal', async () => {
    const { approvalId } = (await ask(accountant, closeAsked)).body
    expect((await agree(direction, approvalId)).status).toBe(204)
    const { body } = await call(test, direction, 'GET /closings')
    expect(body.find(({ month }) => month === '2026-10')?.state).toBe('closed')
    const entries = await queryAsOwner<{ action: string; asked: string | null }>(
      test,
      `select action, after ->> 'askedBy' as asked from terreau.audit_entry
        where cooperative_id = $1 and action in ('approval.agreed', 'month.closed')
          and request_id = (select request_id from terreau.audit_entry where cooperative_id = $1
                             and action = 'month.closed' order by n desc limit 1) order by n`,
      [coop.id],
    )
    expect(entries).toEqual([
      { action: 'approval.agreed', asked: accountant.userId },
      { action: 'month.closed', asked: null },
    ])
  })

  it('changes an IBAN that waits sealed, and keeps the old one after a no', async () => {
    const shown = async () => {
      const { body } = await call(test, accountant, 'GET /people/:personId/numbers', {
        params: { personId: tester.personId },
      })
      return body.numbers.map(({ masked }) => masked)
    }
    const change = { act: 'change-iban', personId: tester.personId } as const
    expect((await ask(accountant, { ...change, value: 'FR00' })).problem.errors?.[0]?.code).toBe(
      'iban-wrong',
    )
    const first = (await ask(accountant, { ...change, value: IBAN })).body.approvalId
    expect(await shown()).toEqual([])
    const { body } = await call(test, direction, 'GET /approvals/:approvalId', {
      params: { approvalId: first },
    })
    expect(JSON.stringify(body)).not.toContain('12345678')
    expect((await agree(direction, first)).status).toBe(204)
    const [masked] = await shown()
    expect(masked).toContain('0189')
    const second = await ask(accountant, { ...change, value: 'DE89 3704 0044 0532 0130 00' })
    await refuse(direction, second.body.approvalId)
    expect(await shown()).toEqual([masked])
    const rows = await queryAsOwner(
      test,
      `select 1 from terreau.sealed_number where kind = 'proposed_iban'`,
      [],
    )
    expect(rows).toEqual([])
  })

  it('lets the pay file go, until somebody is paid something else', async () => {
    const params = { month: '2026-11' }
    const { approvalId } = (await ask(accountant, { act: 'export-pay', month: '2026-11' })).body
    const exported = async () =>
      (await call(test, accountant, 'GET /pay/:month/export', { params })).body
    const state = async () => (await exported()).state
    expect(await state()).toBe('waiting')
    await agree(direction, approvalId)
    expect(await state()).toBe('agreed')
    expect(
      (
        await call(test, accountant, 'POST /pay/:month/exports', {
          params,
          body: { format: 'csv' },
        })
      ).status,
    ).toBe(200)
    await queryAsOwner(
      test,
      `update terreau.contract set terms = jsonb_build_object('fixedPartCents', '70000') where id = $1`,
      [tester.contractId],
    )
    expect(await exported()).toMatchObject({ state: 'to-ask', hasChanged: true })
    const refused = await call(test, accountant, 'POST /pay/:month/exports', {
      params,
      body: { format: 'csv' },
    })
    expect(refused.problem.code).toBe('second-person-needed')
  })

  it('is asked by those who hold the act: an accountant neither decides a rate nor ends the rule', async () => {
    const end = { act: 'one-person-again', validFrom: '2026-11-03', source: 'Conseil' } as const
    expect((await ask(accountant, end)).problem.code).toBe('forbidden')
    const { approvalId } = (await ask(direction, end)).body
    expect((await agree(accountant, approvalId)).status).toBe(204)
    test.setToday('2026-11-03')
    expect((await ask(accountant, closeAsked)).problem.code).toBe('second-person-not-needed')
    const { body } = await call(test, direction, 'GET /approvals', { query: { view: 'answered' } })
    expect(body.approvals.map(({ proposal }) => proposal.act)[0]).toBe('one-person-again')
  })
})
