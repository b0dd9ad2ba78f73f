import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenClosedMonth } from '../../../test/given-closed-month.ts'
import {
  givenAccepted,
  givenDeclaration,
  givenScheme,
  givenSetting,
  givenTester,
  saleLine,
  type TestScheme,
} from '../../../test/given-money.ts'
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
let cooperative: TestCooperative
let scheme: TestScheme
let adviser: Caller
let tester: Caller
let personId: string
let activityId: string

beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  scheme = await givenScheme(test, cooperative)
  adviser = await givenUser(test, cooperative, ['adviser'])
  const awa = await givenTester(test, cooperative, scheme, {
    kind: 'CAPE',
    familyName: 'Ŋdiaye Ɓâ',
    email: 'awa@exemple.test',
  })
  personId = awa.personId
  activityId = awa.activityId
  tester = await givenUser(test, cooperative, ['tester'], { personId })
  await givenClosedMonth(test, cooperative, { personId, activityId, month: '2026-08' })
  await givenClosedMonth(
    test,
    cooperative,
    { personId, activityId, month: '2026-09' },
    { revenueCents: 0n, otherExpenseCents: 0n, contributionCents: 0n, openingCents: 147_973n },
  )
})
afterAll(() => test.close())

function issue(
  caller: Caller,
  body: Partial<{
    kind: 'monthly_income' | 'cape_entry' | 'account_statement'
    personId: string
    months: string[]
    isProvisional: boolean
    locale: 'fr' | 'en'
  }> = {},
  key?: string,
) {
  return call(test, caller, 'POST /attestations', {
    body: { kind: 'monthly_income', personId, months: ['2026-09'], locale: 'fr', ...body },
    ...(key === undefined ? {} : { key }),
  })
}

async function textOf(caller: Caller, attestationId: string): Promise<string> {
  const answer = await call(test, caller, 'GET /attestations/:attestationId/document', {
    params: { attestationId },
  })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  expect(answer.headers.get('content-disposition')).toMatch(/^inline/)
  return pdfText(await answer.bytes())
}

function pdfText(bytes: Uint8Array): string {
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input: bytes, encoding: 'utf8' })
}

describe('issuing a certificate', () => {
  it('prints the closed figures, the number and the code, and archives what it printed', async () => {
    const issued = await issue(adviser, { months: ['2026-09', '2026-08'] })
    expect(issued.status).toBe(200)
    expect(issued.body.number).toMatch(/^ATT-2026-\d{6}$/)
    const detail = await call(test, adviser, 'GET /attestations/:attestationId', {
      params: { attestationId: issued.body.id },
    })
    expect(detail.body).toMatchObject({
      kind: 'monthly_income',
      state: 'issued',
      periodStart: '2026-08',
      periodEnd: '2026-09',
      issuedOn: '2026-11-02',
      isIntact: true,
      templateVersion: 5,
    })
    expect(detail.body.snapshot.months.map((line) => line.figures.resultCents)).toEqual([
      '147973',
      '-395',
    ])
    const text = await textOf(adviser, issued.body.id)
    for (const printed of [
      issued.body.number,
      'Awa Ŋdiaye Ɓâ',
      detail.body.shortCode,
      ...detail.body.keyFigures.map((figure) => figure.value),
    ]) {
      expect(squeeze(text)).toContain(squeeze(printed))
    }
  })

  it('says who holds a CAPE, in English too', async () => {
    const issued = await issue(adviser, { kind: 'cape_entry', months: [], locale: 'en' })
    expect(issued.status).toBe(200)
    const text = await textOf(adviser, issued.body.id)
    expect(text).toContain('Certificate of entry into a CAPE')
    expect(squeeze(text)).toContain('31 May 2027')
  })

  it('writes to a person who has an address, and only to her', async () => {
    const issued = await issue(adviser)
    const mails = await queryAsOwner<{ to_address: string; body: string }>(
      test,
      `select to_address, body from terreau.mail where template = 'attestation-issued'
        and subject like '%' || $1`,
      [issued.body.number],
    )
    expect(mails).toHaveLength(1)
    expect(mails[0]?.to_address).toBe('awa@exemple.test')
    expect(mails[0]?.body).toContain('/verifier/')
    const silent = await givenTester(test, cooperative, scheme, { kind: 'CAPE' })
    const quiet = await issue(adviser, {
      kind: 'cape_entry',
      personId: silent.personId,
      months: [],
    })
    expect(quiet.status).toBe(200)
    const none = await queryAsOwner(
      test,
      `select 1 from terreau.mail where subject like '%' || $1`,
      [quiet.body.number],
    )
    expect(none).toHaveLength(0)
  })

  it('keeps one document when the same request is repeated', async () => {
    const key = randomUUID()
    const first = await issue(adviser, {}, key)
    const again = await issue(adviser, {}, key)
    expect(again.body).toEqual(first.body)
    const count = await queryAsOwner<{ n: string }>(
      test,
      `select count(*)::text as n from terreau.attestation where number = $1`,
      [first.body.number],
    )
    expect(count[0]?.n).toBe('1')
  })

  it('uses the last version of a month that was closed again', async () => {
    const other = await givenTester(test, cooperative, scheme, { kind: 'CAPE' })
    const month = '2026-07'
    await givenClosedMonth(test, cooperative, { ...other, month }, { revenueCents: 100_000n })
    await givenClosedMonth(
      test,
      cooperative,
      { ...other, month },
      { revenueCents: 120_000n, version: 2 },
    )
    const facts = await call(test, adviser, 'GET /attestations/facts', {
      query: { kind: 'monthly_income', personId: other.personId, months: month },
    })
    expect(facts.body.months).toMatchObject([
      { month, closing: { version: 2 }, figures: { revenueCents: '120000' } },
    ])
  })

  it('refuses a month that is open, absent, without contract, or a hole between months', async () => {
    const codes = async (months: string[], of = personId) => {
      const refused = await issue(adviser, { months, personId: of })
      expect(refused.status).toBe(409)
      expect(refused.problem.code).toBe('attestation-nothing-to-attest')
      return refused.problem.errors?.map((error) => error.code)
    }
    expect(await codes([])).toEqual(['no-month-chosen'])
    expect(await codes(['2026-10'])).toEqual(['month-not-closed'])
    expect(await codes(['2026-07'])).toEqual(['month-without-figures'])
    await givenClosedMonth(test, cooperative, { personId, activityId, month: '2026-06' })
    expect(await codes(['2026-06', '2026-08'])).toEqual(['months-not-contiguous'])
    const salaried = await givenTester(test, cooperative, scheme, { kind: 'CESA' })
    await givenClosedMonth(test, cooperative, { ...salaried, month: '2026-08' })
    expect(await codes(['2026-08'], salaried.personId)).toEqual(['pay-not-imported'])
    const unstarted = await issue(adviser, {
      kind: 'cape_entry',
      personId: salaried.personId,
      months: [],
    })
    expect(unstarted.problem.code).toBe('attestation-nothing-to-attest')
  })

  it('prints an open month as provisional, once its declaration is accepted and when asked', async () => {
    await givenSetting(test, cooperative, { key: 'accident_cover_monthly_cents', value: '395' })
    const open = await givenTester(test, cooperative, scheme, { kind: 'CAPE' })
    const wanted = { personId: open.personId, months: ['2026-10'], isProvisional: true }
    const lines = { sales: [saleLine(100_000n)] }
    await givenDeclaration(test, cooperative, open, '2026-10', { lines })
    const early = await issue(adviser, wanted)
    expect(early.problem.errors?.map((error) => error.code)).toContain('month-not-accepted')
    const accepted = await givenTester(test, cooperative, scheme, { kind: 'CAPE' })
    await givenAccepted(test, cooperative, accepted, '2026-10', { lines })
    const unasked = await issue(adviser, { personId: accepted.personId, months: ['2026-10'] })
    expect(unasked.problem.errors?.map((error) => error.code)).toContain('month-not-closed')
    const issued = await issue(adviser, { ...wanted, personId: accepted.personId })
    expect(issued.status).toBe(200)
    const text = squeeze(await textOf(adviser, issued.body.id))
    expect(text).toContain('Provisoire')
    expect(text).toContain(squeeze('1 000,00 €'))
    const account = { kind: 'account_statement', personId: accepted.personId } as const
    const stated = await issue(adviser, { ...wanted, ...account })
    const statement = squeeze(await textOf(adviser, stated.body.id))
    for (const said of ['Mois non clos', 'Octobre 2026 n’est pas clos', '1 000,00 €'])
      expect(statement).toContain(squeeze(said))
  })

  it('refuses a name that the font cannot print, and takes no number for it', async () => {
    const before = await lastNumber()
    const emoji = await givenTester(test, cooperative, scheme, {
      kind: 'CAPE',
      familyName: 'Ndiaye 🦁',
    })
    const facts = await call(test, adviser, 'GET /attestations/facts', {
      query: { kind: 'cape_entry', personId: emoji.personId },
    })
    expect(facts.body.canIssue).toBe(false)
    expect(facts.body.missing).toContainEqual(
      expect.objectContaining({
        code: 'text-not-printable',
        text: 'Awa Ndiaye 🦁',
        characters: '🦁 (U+1F981)',
      }),
    )
    const refused = await issue(adviser, {
      kind: 'cape_entry',
      personId: emoji.personId,
      months: [],
    })
    expect([refused.status, refused.problem.code]).toEqual([422, 'attestation-name-not-printable'])
    expect(refused.problem.params).toMatchObject({ characters: '🦁 (U+1F981)' })
    expect(await lastNumber()).toBe(before)
  })

  it('says where each value comes from, and what a reader will miss', async () => {
    const facts = await call(test, adviser, 'GET /attestations/facts', {
      query: { kind: 'monthly_income', personId, months: '2026-08,2026-09' },
    })
    expect(facts.body.canIssue).toBe(true)
    expect(facts.body.lines.map(({ key, source }) => `${key} ${source}`)).toEqual([
      'name person',
      'bornOn person',
      'issuer cooperative',
      'seat cooperative',
      'signatory cooperative',
      'startsOn contract',
      'endsOn contract',
      'activity activity',
    ])
    expect(facts.body.missing).toEqual([
      { code: 'address-unknown', isBlocking: false, month: null, text: null },
    ])
  })
})

describe('who may see and do what', () => {
  it('lets staff issue and revoke, an observer look, a tester neither', async () => {
    const observer = await givenUser(test, cooperative, ['observer'])
    expect((await issue(observer)).status).toBe(403)
    expect((await issue(tester)).status).toBe(403)
    expect((await call(test, observer, 'GET /attestations')).status).toBe(200)
    expect((await call(test, tester, 'GET /attestations')).status).toBe(403)
    expect((await call(test, null, 'GET /attestations')).status).toBe(401)
  })

  it('hides everything from another cooperative', async () => {
    const { body } = await issue(adviser)
    const elsewhere = await givenCooperative(test, 'Coopérative Karité')
    const stranger = await givenUser(test, elsewhere, ['direction'])
    const params = { attestationId: body.id }
    const answers = [
      await call(test, stranger, 'GET /attestations/:attestationId', { params }),
      await call(test, stranger, 'GET /attestations/:attestationId/document', { params }),
      await call(test, stranger, 'POST /attestations/:attestationId/revocation', {
        params,
        body: { reason: 'essai' },
      }),
      await call(test, stranger, 'GET /attestations/facts', {
        query: { kind: 'cape_entry', personId },
      }),
      await issue(stranger),
    ]
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404, 404])
    const list = await call(test, stranger, 'GET /attestations')
    expect(list.body).toEqual({ attestations: [], total: 0, next: null })
  })

  it('shows a person her own documents and nobody else’s', async () => {
    const mine = await issue(adviser)
    const moussa = await givenTester(test, cooperative, scheme, { kind: 'CAPE' })
    const other = await issue(adviser, {
      kind: 'cape_entry',
      personId: moussa.personId,
      months: [],
    })
    const list = await call(test, tester, 'GET /me/attestations')
    const ids = list.body.map((row) => row.id)
    expect(ids).toContain(mine.body.id)
    expect(ids).not.toContain(other.body.id)
    const own = await call(test, tester, 'GET /me/attestations/:attestationId/document', {
      params: { attestationId: mine.body.id },
    })
    expect(own.status).toBe(200)
    const foreign = await call(test, tester, 'GET /me/attestations/:attestationId/document', {
      params: { attestationId: other.body.id },
    })
    expect(foreign.status).toBe(404)
  })
})

describe('revoking', () => {
  it('keeps the number and the bytes, says why, and happens once', async () => {
    const { body } = await issue(adviser)
    const params = { attestationId: body.id }
    const bytes = await textOf(adviser, body.id)
    const revoke = (reason: string) =>
      call(test, adviser, 'POST /attestations/:attestationId/revocation', {
        params,
        body: { reason },
      })
    expect((await revoke('   ')).status).toBe(400)
    expect((await revoke('Erreur de mois')).status).toBe(204)
    const again = await revoke('Encore')
    expect([again.status, again.problem.code]).toEqual([409, 'attestation-already-revoked'])
    const detail = await call(test, adviser, 'GET /attestations/:attestationId', { params })
    expect(detail.body.state).toBe('revoked')
    expect(detail.body.revocation?.reason).toBe('Erreur de mois')
    expect(await textOf(adviser, body.id)).toBe(bytes)
    const own = await call(test, tester, 'GET /me/attestations')
    expect(own.body.find((row) => row.id === body.id)?.state).toBe('revoked')
  })
})

describe('the list', () => {
  it('finds by number, by printed code and by a folded name', async () => {
    const { body } = await issue(adviser)
    const detail = await call(test, adviser, 'GET /attestations/:attestationId', {
      params: { attestationId: body.id },
    })
    const found = async (q: string) => {
      const list = await call(test, adviser, 'GET /attestations', { query: { q } })
      return list.body.attestations.map((row) => row.id)
    }
    expect(await found(body.number.toLowerCase())).toEqual([body.id])
    expect(await found(detail.body.shortCode.toLowerCase())).toEqual([body.id])
    expect(await found('ndiaye ba')).toContain(body.id)
    expect(await found('100%')).toEqual([])
  })

  it('goes on from the last number shown, and knows this month', async () => {
    const all = await call(test, adviser, 'GET /attestations', { query: { view: 'all' } })
    const [first, second] = all.body.attestations
    const rest = await call(test, adviser, 'GET /attestations', {
      query: { before: first?.number ?? '' },
    })
    expect(rest.body.attestations[0]?.id).toBe(second?.id)
    const month = await call(test, adviser, 'GET /attestations', { query: { view: 'this-month' } })
    expect(month.body.total).toBe(all.body.total)
    test.setToday('2026-12-01')
    const next = await call(test, adviser, 'GET /attestations', { query: { view: 'this-month' } })
    test.setToday('2026-11-02')
    expect(next.body.total).toBe(0)
  })
})

async function lastNumber(): Promise<string> {
  const rows = await queryAsOwner<{ n: string }>(
    test,
    `select coalesce(max(n), 0)::text as n from terreau.number_counter where series = 'attestation'`,
  )
  return rows[0]?.n ?? '0'
}

/** Text on paper wraps and uses other spaces; letters and digits must be the same. */
function squeeze(text: string): string {
  return text.replaceAll(/[\s\u00a0\u202f]+/g, ' ')
}
