import { randomUUID } from 'node:crypto'
import { newShortCode } from '@terreau/domain/attestations/short-code'
import { localDate } from '@terreau/domain/time/local-date'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenScheme, givenTester } from '../../../test/given-money.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import {
  asCommand,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
} from '../../../test/test-app.ts'
import type { Actor } from '../../platform/context.ts'
import { actAs } from '../../platform/mutation.ts'
import { claimCodes } from './claim-codes.ts'
import { issueAttestation } from './index.ts'

let test: TestApp
let cooperative: TestCooperative
let personId: string
let actor: Actor

beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  const scheme = await givenScheme(test, cooperative)
  personId = (await givenTester(test, cooperative, scheme, { kind: 'CAPE' })).personId
  const { userId } = await givenUser(test, cooperative, ['adviser'])
  actor = {
    kind: 'person',
    userId,
    personIds: [],
    roles: ['adviser'],
    sessionId: randomUUID(),
    displayName: 'Fatou',
    assurance: 'code',
  }
})
afterAll(() => test.close())

type Ending = 'commit' | 'abort' | 'connection lost'

/** One certificate; the end of the transaction is chosen by the test. */
function issue(ending: Ending, services = test.services): Promise<string> {
  const who = { actor, cooperativeId: cooperative.id, requestId: 'test' }
  return actAs(services, who, async (ctx, tx) => {
    const content = {
      kind: 'cape_entry',
      facts: {
        contractNumber: 'CAPE-2026-001',
        sequence: 0,
        startsOn: localDate('2026-06-01'),
        endsOn: localDate('2027-05-31'),
        activity: 'couture',
      },
    } as const
    const { number } = await issueAttestation(tx, ctx, { personId, locale: 'fr', content })
    if (ending === 'abort') throw new Error('abort')
    if (ending === 'connection lost')
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx)
    return number
  })
}

describe('numbers of certificates', () => {
  it('have no gap and no equal after 20 issues at once, some aborted, some cut', async () => {
    await issue('commit')
    const endings: Ending[] = Array.from({ length: 20 }, (_, index) => {
      if (index % 7 === 3) return 'connection lost'
      return index % 4 === 1 ? 'abort' : 'commit'
    })
    const settled = await Promise.allSettled(endings.map((ending) => issue(ending)))
    const given = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    expect(given.length).toBeGreaterThan(5)
    await issue('commit')
    const rows = await queryAsOwner<{ n: string; number: string }>(
      test,
      'select n::text, number from terreau.attestation a order by a.n',
    )
    expect(rows.map((row) => Number(row.n))).toEqual(rows.map((_row, index) => index + 1))
    expect(new Set(rows.map((row) => row.number)).size).toBe(rows.length)
    for (const number of given) expect(rows.map((row) => row.number)).toContain(number)
    // Drawn before the number was taken: what is printed is the number it got, and no other.
    const wrong = await queryAsOwner(
      test,
      `select a.number from terreau.attestation a join terreau.stored_file f on f.id = a.file_id
        where a.facts #>> '{issue,number}' <> a.number
           or position(convert_to(a.number, 'UTF8') in f.bytes) = 0`,
    )
    expect(wrong).toEqual([])
    const orphans = await queryAsOwner(
      test,
      `select 1 from terreau.stored_file f where media_type = 'application/pdf'
        and not exists (select 1 from terreau.attestation a where a.file_id = f.id)`,
    )
    expect(orphans).toEqual([])
  })

  it('keep their transaction from being ended as a forgotten one, however long the drawing takes', async () => {
    const { pdf } = test.services
    let said: unknown[] = []
    const render: typeof pdf.render = async (...drawing) => {
      await new Promise((done) => setTimeout(done, 1_300))
      said = await queryAsOwner(
        test,
        `select 1 from pg_stat_activity where datname = current_database() and query like '%still drawing%'
          and state = 'idle in transaction' and state_change > now() - interval '1 second'`,
      )
      return pdf.render(...drawing)
    }
    await issue('commit', { ...test.services, pdf: { ...pdf, render } })
    expect(said).toHaveLength(1)
  })

  it('go with a short code that no cooperative of the installation has already', async () => {
    const elsewhere = await givenCooperative(test, 'Coopérative Karité')
    const taken = newShortCode(new Uint8Array(16).fill(7))
    const free = newShortCode(new Uint8Array(16).fill(8))
    await asCommand(test, elsewhere.id, (ctx, tx) =>
      claimCodes(tx, ctx, [randomUUID()], () => taken),
    )
    const draws = [taken, taken, free]
    const id = randomUUID()
    const codes = await asCommand(test, cooperative.id, (ctx, tx) =>
      claimCodes(tx, ctx, [id], () => draws.shift() ?? free),
    )
    expect(codes.get(id)?.shortCode).toBe(free)
  })
})
