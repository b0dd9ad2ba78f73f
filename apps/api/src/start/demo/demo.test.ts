import type { Said } from '@terreau/db/start-error'
import { allowedTo } from '@terreau/domain/access/permissions'
import { ROLES } from '@terreau/domain/access/roles'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import { type Caller, call, createTestApp, type TestApp } from '../../../test/test-app.ts'
import { runChecks } from '../../cli/run-checks.ts'
import { fillDemonstration } from './fill-demonstration.ts'
import { OPEN_MONTHS, readPeople } from './people-data.ts'

const CLOSED_MONTHS = 3
const MONTH = '2026-10'

let test: TestApp
const said: Said[] = []

const fill = (app: TestApp, say: (line: Said) => void = () => undefined) =>
  fillDemonstration(app.services, { say, closedMonths: CLOSED_MONTHS })

beforeAll(async () => {
  test = await createTestApp()
  await fill(test, (line) => said.push(line))
}, 120_000)
afterAll(() => test.close())

/** Somebody who pressed a button of the sign-in page. */
async function playing(role: (typeof ROLES)[number]): Promise<Caller> {
  const answer = await call(test, null, 'POST /sign-in/demo', { body: { role } })
  expect(answer.status).toBe(200)
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  return { userId: '', personId: null, cookie }
}

const count = async (sql: string): Promise<number> =>
  Number(
    (await queryAsOwner<{ n: string }>(test, `select count(*) as n from terreau.${sql}`))[0]?.n,
  )

describe('the demonstration cooperative', () => {
  it('says one line a month while it is written, and writes itself once', async () => {
    expect(said).toHaveLength(CLOSED_MONTHS)
    expect(said.at(-1)?.fr).toContain('septembre 2026')
    expect(said.at(-1)?.en).toContain('September 2026')
    expect(await fill(test)).toBe(false)
    expect(await count('cooperative where is_demo')).toBe(1)
  })

  it('holds every invariant', async () => {
    const results = await runChecks(test.urls)
    expect(results.length).toBeGreaterThan(10)
    expect(results.filter(({ rows }) => rows.length > 0)).toEqual([])
  })

  it('has somebody for each role, who signs in with a button and sees that it is a demonstration', async () => {
    const { body } = await call(test, null, 'GET /installation')
    expect(body.demo.map(({ role }) => role)).toEqual([...ROLES])
    const names = new Map(body.demo.map(({ role, displayName }) => [role, displayName]))
    expect(names.get('direction')).toBe('Fatou Ndiaye')
    expect(names.get('tester')).toBe('Awa Ŋdiaye')
    expect(names.get('tutor')).toBe('Moussa Traoré')
    for (const role of ROLES) {
      const session = await call(test, await playing(role), 'GET /session')
      expect(session.body.cooperative.isDemo).toBe(true)
      expect(session.body.roles).toContain(role)
      expect(session.body.permissions).toEqual(allowedTo(session.body.roles))
      expect(session.body.mustSetUpTotp).toBe(false)
    }
  })

  it('has about forty people, two thirds of them women, with letters that older tools lose', async () => {
    const people = readPeople()
    expect(people.length).toBeGreaterThanOrEqual(40)
    // One more was admitted this month: her file is not complete yet.
    expect(await count('person')).toBe(people.length + 1)
    const women = people.filter(({ civility }) => civility === 'Mme').length
    expect(women / people.length).toBeGreaterThan(0.6)
    const names = people.map(({ givenName, familyName }) => givenName + familyName).join('')
    for (const letter of 'ŊƁƊƳƐɔẹọ') expect(names).toContain(letter)
    expect(people.every(({ email }) => email === '' || email.endsWith('@exemple.test'))).toBe(true)
    expect(new Set(people.map(({ openMonth }) => openMonth))).toEqual(new Set(OPEN_MONTHS))
  })

  it('puts something in every queue of the open month', async () => {
    const adviser = await playing('adviser')
    const { body } = await call(test, adviser, 'GET /declarations', { query: { month: MONTH } })
    expect(body.isMonthClosed).toBe(false)
    expect(body.counts['to-review']).toBeGreaterThanOrEqual(25)
    expect(body.counts.questions).toBe(3)
    expect(body.counts.answered).toBe(1)
    expect(body.counts.missing).toBeGreaterThanOrEqual(6)
    expect(body.counts.accepted).toBe(5)
    const flags = new Set(body.rows.flatMap((row) => row.flags.map(({ code }) => code)))
    for (const code of ['receipt-missing-over', 'new-currency', 'three-times-usual'] as const) {
      expect(flags).toContain(code)
    }
    for (const code of ['cash-at-hand', 'negative-sale', 'same-amount-same-day'] as const) {
      expect(flags).toContain(code)
    }
    expect(body.rows.some((row) => row.flags.length === 0)).toBe(true)
  })

  it('leaves the closing of the open month something to look at', async () => {
    const accountant = await playing('accountant')
    const params = { month: MONTH }
    const { body } = await call(test, accountant, 'GET /closings/:month/checks', { params })
    expect(body.canClose).toBe(false)
    const codes = body.checks.map(({ code }) => code)
    expect(codes).toContain('declarations-missing')
    expect(codes).toContain('questions-open')
    expect(codes).toContain('rates-missing')
    const { body: closings } = await call(test, accountant, 'GET /closings')
    expect(closings.filter(({ state }) => state === 'closed')).toHaveLength(CLOSED_MONTHS)
  })

  it('has contracts to write, to sign, to countersign and about to end', async () => {
    expect(await count(`contract where state = 'draft'`)).toBe(1)
    expect(await count(`contract where state = 'to_sign'`)).toBe(1)
    expect(await count(`contract where state = 'signed'`)).toBe(1)
    expect(
      await count(
        `contract c where state = 'active' and ends_on between date '2026-11-02' and date '2027-01-01'
           and not exists (select 1 from terreau.contract n where n.renews_contract_id = c.id)`,
      ),
    ).toBeGreaterThanOrEqual(1)
    expect(await count(`signature_request where state = 'signed'`)).toBeGreaterThan(5)
  })

  it('has certificates, one revoked, and hours that were confirmed, disputed or not answered', async () => {
    expect(await count('attestation')).toBeGreaterThanOrEqual(6)
    expect(await count('attestation_revocation')).toBe(1)
    const answered = await count('tutoring_answer')
    expect(await count('tutoring_session')).toBeGreaterThan(answered)
    expect(await count(`tutoring_answer where answer = 'yes'`)).toBeGreaterThan(3)
    expect(await count('tutor_badge')).toBe(1)
    expect(await count('tutoring_need where closed_at is null')).toBe(3)
    expect(await count('tutor_charter_acceptance')).toBe(2)
    expect(await count('tutoring_countersignature')).toBe(2)
    expect(await count('tutoring_review')).toBe(2)
    expect(await count('valuation_choice')).toBeGreaterThan(0)
    expect(await count('time_sheet_paper')).toBe(1)
    expect(await count('receipt')).toBeGreaterThan(5)
  })

  it('gives the tester something to do: a month begun, a question, a contract to sign', async () => {
    const awa = await playing('tester')
    const { body } = await call(test, awa, 'GET /me/months')
    const states = Object.fromEntries(body.months.map(({ month, state }) => [month, state]))
    expect(states[MONTH]).toBe('draft')
    expect(states['2026-09']).toBe('question')
    const contracts = await call(test, awa, 'GET /me/contracts')
    expect(contracts.body.map(({ state }) => state)).toContain('to_sign')
  })

  it('has interviews that were held, to sign, to send, to come, and one that is missing', async () => {
    const states = ['planned', 'held', 'to_sign', 'signed']
    for (const state of states)
      expect(await count(`support_interview where state = '${state}'`), state).toBeGreaterThan(0)
    const adviser = await playing('adviser')
    const { body } = await call(test, adviser, 'GET /home/queue', { query: { topic: 'contracts' } })
    const kinds = body.items.map(({ kind }) => kind)
    expect(kinds).toContain('interview-overdue')
    expect(kinds).toContain('interview-report-to-send')
    const late = await call(test, adviser, 'GET /deadlines', {
      query: { view: 'passed', kind: 'interviews' },
    })
    expect(late.body.deadlines.map(({ personName }) => personName)).toEqual(['Nadia Benali'])
    const awa = await playing('tester')
    const own = await call(test, awa, 'GET /me/interviews')
    expect(own.body.interviews).toMatchObject([{ state: 'planned' }])
  })

  it('has pieces received, right and sent back, a contract signed on paper, a report refused, and somebody who left', async () => {
    for (const state of ['asked', 'received', 'accepted'])
      expect(await count(`piece where state = '${state}'`), state).toBeGreaterThan(0)
    expect(
      await count(`piece where state = 'refused' and refusal = 'cut_off' and words <> ''`),
    ).toBe(1)
    expect(await count(`signature_act where act = 'signed' and route = 'paper'`)).toBe(1)
    expect(
      await count(
        `signature_request where state = 'refused' and subject_kind = 'interview-report'`,
      ),
    ).toBe(1)
    expect(await count('contract_exit_step')).toBeGreaterThanOrEqual(2)
    expect(await count(`attestation where kind = 'cape_period'`)).toBe(1)
    const rounds = await queryAsOwner(
      test,
      `select s.round, count(a.survey_id)::int as answered from terreau.exit_survey s
         left join terreau.exit_survey_answer a on a.survey_id = s.id
        group by s.contract_id, s.round, s.asked_on order by s.asked_on, s.round`,
    )
    // The books of this filling begin too late for what was asked at the exit half a year ago.
    expect(rounds).toEqual([
      { round: 'six_months', answered: 0 },
      { round: 'exit', answered: 1 },
    ])
  })

  it('shows something in each queue of papers and of hires', async () => {
    const adviser = await playing('adviser')
    const kinds = new Set<string>()
    for (const topic of ['contracts', 'onboarding'] as const) {
      const { body } = await call(test, adviser, 'GET /home/queue', { query: { topic } })
      for (const { kind } of body.items) kinds.add(kind)
    }
    for (const kind of [
      'permit-without-end',
      'permit-ending',
      'permit-decision',
      'piece-to-check',
      'register-hire',
    ])
      expect([...kinds]).toContain(kind)
  })

  it('writes in the past only', async () => {
    for (const [table, column] of [
      ['declaration', 'submitted_at'],
      ['acceptance', 'accepted_at'],
      ['closing', 'closed_at'],
      ['attestation', 'issued_at'],
      ['audit_entry', 'at'],
    ]) {
      const rows = await queryAsOwner<{ late: boolean }>(
        test,
        `select coalesce(max(${column}) > now(), false) as late from terreau.${table}`,
      )
      expect(rows[0]?.late, table).toBe(false)
    }
  })
})

describe('filling it', () => {
  it('leaves nothing when it is cut off, then gives the same people and figures again', async () => {
    const other = await createTestApp()
    // Another day of the same month, the first on which anybody may declare.
    other.setToday('2026-11-01')
    try {
      const cut = fill(other, () => {
        throw new Error('cut off')
      })
      await expect(cut).rejects.toThrow('cut off')
      expect(await figures(other)).toEqual([])
      expect(await fill(other)).toBe(true)
      expect(await figures(other)).toEqual(await figures(test))
    } finally {
      await other.close()
    }
  }, 120_000)
})

/** Every closed figure and every line that was sent, by name. */
function figures(app: TestApp) {
  return queryAsOwner(
    app,
    `select p.reference, p.family_name, p.given_name, p.address, c.month, c.revenue_cents, c.contribution_cents,
            c.closing_cents, (select string_agg(l.id || ' ' || l.amount_minor || ' ' || l.currency, ',' order by l.id)
                                from terreau.sale_line l join terreau.declaration d on d.id = l.declaration_id
                               where d.person_id = p.id) as sales
       from terreau.person p left join terreau.closing_line c on c.person_id = p.id
      order by p.reference, c.month`,
  )
}
