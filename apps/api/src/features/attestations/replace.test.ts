import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenClosedMonth } from '../../../test/given-closed-month.ts'
import { givenScheme, givenTester } from '../../../test/given-money.ts'
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
let adviser: Caller
let tester: Caller
let stranger: Caller
let cooperative: TestCooperative
let personId: string

beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  const scheme = await givenScheme(test, cooperative)
  adviser = await givenUser(test, cooperative, ['adviser'])
  const person = await givenTester(test, cooperative, scheme, { kind: 'CAPE' })
  personId = person.personId
  tester = await givenUser(test, cooperative, ['tester'], { personId })
  await givenClosedMonth(test, cooperative, { ...person, month: '2026-09' })
  stranger = await givenUser(test, await givenCooperative(test, 'Coopérative Karité'), ['adviser'])
})
afterAll(() => test.close())

async function issued(): Promise<string> {
  const { body } = await call(test, adviser, 'POST /attestations', {
    body: { kind: 'monthly_income', personId, months: ['2026-09'], locale: 'fr' },
  })
  return body.id
}

async function detailOf(attestationId: string) {
  return (
    await call(test, adviser, 'GET /attestations/:attestationId', { params: { attestationId } })
  ).body
}

function replace(
  attestationId: string,
  { caller = adviser, months = ['2026-09'] }: { caller?: Caller; months?: string[] } = {},
) {
  return call(test, caller, 'POST /attestations/:attestationId/replacement', {
    params: { attestationId },
    body: { months, locale: 'fr', reason: 'Une erreur dans le nom' },
  })
}

function revoke(
  attestationId: string,
  { caller = adviser, isReplaced = false }: { caller?: Caller; isReplaced?: boolean } = {},
) {
  return call(test, caller, 'POST /attestations/:attestationId/revocation', {
    params: { attestationId },
    body: { reason: 'mal utilisée', isReplaced },
  })
}

async function page(code: string): Promise<string> {
  const response = await test.app.hono.request(`http://localhost:3000/verifier/${code}`)
  return response.text()
}

async function textOf(attestationId: string): Promise<string> {
  const answer = await call(test, adviser, 'GET /attestations/:attestationId/document', {
    params: { attestationId },
  })
  const input = await answer.bytes()
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' })
}

const numbers = async () =>
  (await queryAsOwner<{ n: string }>(test, 'select n from terreau.attestation order by n')).map(
    (row) => Number(row.n),
  )

describe('replacing a certificate', () => {
  it('issues a new one that names the old one, and says so on every page of the old one', async () => {
    const oldId = await issued()
    const { status, body } = await replace(oldId)
    expect(status).toBe(200)
    const [old, fresh] = [await detailOf(oldId), await detailOf(body.id)]
    expect(old).toMatchObject({
      state: 'replaced',
      replacement: { id: body.id, number: body.number, reason: 'Une erreur dans le nom' },
    })
    expect(fresh).toMatchObject({ state: 'issued', replaces: { id: oldId, number: old.number } })
    expect(await textOf(body.id)).toContain(`Remplace n° ${old.number}`)
    const own = await call(test, tester, 'GET /me/attestations')
    expect(own.body.map(({ id, state }) => [id, state])).toContainEqual([oldId, 'replaced'])

    const longCode = new URL(old.verifyUrl).pathname.split('/').at(-1) ?? ''
    const [long, short] = [await page(longCode), await page(old.shortCode)]
    for (const text of [long, short]) {
      expect(text).toContain('<h1>Attestation remplacée le')
      expect(text).not.toContain('Attestation vraie')
      expect(text).not.toContain('Une erreur dans le nom')
      for (const { value } of old.keyFigures) expect(text).not.toContain(value)
      expect(text).not.toContain(fresh.shortCode)
      expect(text).not.toContain(new URL(fresh.verifyUrl).pathname)
    }
    expect(long).toContain(body.number)
    expect(short).not.toContain(body.number)
    const freshPage = await page(fresh.shortCode)
    expect(freshPage).toContain('<h1>Attestation vraie</h1>')
    expect(freshPage).toContain(old.number)
  })

  it('takes no number when it is refused', async () => {
    const id = await issued()
    expect((await replace(id, { months: ['2026-10'] })).status).toBe(409)
    expect((await replace(id, { caller: stranger })).status).toBe(404)
    expect((await replace(id, { caller: tester })).status).toBe(403)
    expect((await detailOf(id)).state).toBe('issued')
    const next = await issued()
    expect((await detailOf(next)).number > (await detailOf(id)).number).toBe(true)
    const all = await numbers()
    expect(all).toEqual(all.map((_, index) => index + 1))
  })

  it('happens once, however many try at the same time, and leaves no gap', async () => {
    const id = await issued()
    const answers = await Promise.all([replace(id), replace(id), replace(id)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect((await replace(id)).body).toMatchObject({ code: 'attestation-already-replaced' })
    const all = await numbers()
    expect(all).toEqual(all.map((_, index) => index + 1))
  })

  it('or is revoked, of several people at the same instant: one of them decides', async () => {
    const others = await Promise.all([1, 2, 3].map(() => givenUser(test, cooperative, ['adviser'])))
    for (let round = 0; round < 8; round += 1) {
      const id = await issued()
      const acts = [adviser, ...others].map((caller, index) =>
        index % 2 === round % 2 ? revoke(id, { caller }) : replace(id, { caller }),
      )
      const statuses = (await Promise.all(acts)).map(({ status }) => status)
      expect(statuses.filter((status) => status < 300)).toHaveLength(1)
      expect(statuses.filter((status) => status === 409)).toHaveLength(3)
      const { revocation, replacement } = await detailOf(id)
      expect([revocation, replacement].filter((end) => end !== null)).toHaveLength(1)
    }
    const all = await numbers()
    expect(all).toEqual(all.map((_, index) => index + 1))
  })

  it('does not bring back what was revoked, and what was replaced can still be revoked', async () => {
    const id = await issued()
    await revoke(id)
    expect((await replace(id)).body).toMatchObject({ code: 'attestation-already-revoked' })
    const replaced = await issued()
    await replace(replaced)
    // Whoever did not see that it was replaced learns it first: the new one would stay valid.
    expect((await revoke(replaced)).body).toMatchObject({ code: 'attestation-already-replaced' })
    expect((await revoke(replaced, { isReplaced: true })).status).toBe(204)
    const { state, shortCode } = await detailOf(replaced)
    expect(state).toBe('revoked')
    expect(await page(shortCode)).toContain('<h1>Attestation annulée le')
  })

  it('stands in the journal, with both numbers and the reason', async () => {
    const id = await issued()
    const { body } = await replace(id)
    const { number } = await detailOf(id)
    const entries = await queryAsOwner<{ after: unknown }>(
      test,
      `select after from terreau.audit_entry where action = 'attestation.replaced' and entity_id = $1`,
      [id],
    )
    expect(entries).toEqual([
      { after: { number, replacedBy: body.number, reason: 'Une erreur dans le nom' } },
    ])
  })
})
