import { readChecks } from '@terreau/db/checks'
import type { Endpoint } from '@terreau/protocol/endpoint'
import { endpoints } from '@terreau/protocol/endpoints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenAccepted, givenScheme, givenTester, saleLine } from '../../../test/given-money.ts'
import { givenNeighbour, type Neighbour } from '../../../test/given-neighbour.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import {
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
} from '../../../test/test-app.ts'
import { runChecks } from '../../cli/run-checks.ts'

/** Values of the parameters that name no row. */
const PLAIN: Readonly<Record<string, string>> = { version: '1', month: '2026-10', kind: 'iban' }

let test: TestApp
let ours: Neighbour
let theirs: Neighbour
let direction: Caller
let person: Caller
let reference = ''

const personId = () => ours.everything.personId ?? ''
const NAME = 'Zébulonne Quincampoix'

/** A file with one of everything and a name that nothing else bears, long after the last contract ended. */
beforeAll(async () => {
  test = await createTestApp()
  ours = await givenNeighbour(test)
  theirs = await givenNeighbour(test)
  direction = ours.direction
  const cooperative = { id: ours.id, name: '' }
  person = await givenUser(test, cooperative, ['tester'], {
    personId: personId(),
    email: 'zebulonne@exemple.test',
    displayName: NAME,
  })
  await asOwner(`update terreau.person set given_name = 'Zébulonne', family_name = 'Quincampoix',
    search_name = 'quincampoix zebulonne', email = 'zebulonne@exemple.test', phone = '0612349876',
    address = '7 impasse Quincampoix', born_on = '1990-02-03' where cooperative_id = $1 and id = $2`)
  await asOwner(
    `delete from terreau.membership where cooperative_id = $1 and person_id = $2 and role <> 'tester'`,
  )
  await asOwner(
    `update terreau.signature_party set printed_name = '${NAME}' where cooperative_id = $1 and person_id = $2`,
  )
  await call(test, direction, 'POST /attestations', {
    body: { kind: 'cape_entry', personId: personId(), locale: 'fr' },
  })
  await call(test, person, 'POST /me/documents', {
    query: { kind: 'cv', fileName: 'cv-quincampoix.png' },
    body: await picture(),
  })
  const [row] = await asOwner<{ reference: string }>(
    'select reference from terreau.person where cooperative_id = $1 and id = $2',
  )
  reference = row?.reference ?? ''
})
afterAll(() => test.close())

async function asOwner<Row extends Record<string, unknown>>(text: string): Promise<Row[]> {
  const values = [ours.id, personId()]
  return queryAsOwner<Row>(test, text, text.includes('$2') ? values : values.slice(0, 1))
}

function erase(reason = 'Demande écrite', typed = reference) {
  return call(test, direction, 'POST /people/:personId/erasure', {
    params: { personId: personId() },
    body: { reference: typed, reason },
  })
}

/** Everything that the database holds of the cooperative, as one text. */
async function everythingKept(): Promise<string> {
  const tables = await asOwner<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'terreau'::regnamespace and relkind = 'r'
       and $1::uuid is not null`,
  )
  let text = ''
  for (const { name } of tables) {
    const [row] = await queryAsOwner<{ all: string }>(
      test,
      `select coalesce(string_agg(t::text, ' '), '') as all from terreau.${name} t`,
    )
    text += row?.all ?? ''
  }
  return text
}

const ledger = () =>
  asOwner(
    `select l.*, encode(l.digest, 'hex') as digest from terreau.ledger_line l where cooperative_id = $1 order by 1, 2, 3`,
  )

describe('erasing a person', () => {
  it('is refused while a contract runs, under a hold, and with another reference', async () => {
    expect((await erase()).problem.code).toBe('person-under-hold')
    await asOwner(`update terreau.legal_hold set lifted_at = now(), lifted_by = placed_by, lift_reason = 'fini'
      where cooperative_id = $1 and person_id = $2`)
    const running = await erase()
    expect([running.status, running.problem.code]).toEqual([409, 'erasure-person-is-here'])
    expect((await erase('x', 'autre')).problem.code).toBe('erasure-reference-differs')
    const foreign = await call(test, theirs.direction, 'POST /people/:personId/erasure', {
      params: { personId: personId() },
      body: { reference, reason: 'x' },
    })
    expect(foreign.status).toBe(404)
  })

  it('erases on request what no text keeps, and says what is kept until when and why', async () => {
    await call(test, person, 'POST /me/erasure-requests')
    const twice = await call(test, person, 'POST /me/erasure-requests')
    expect(twice.problem.code).toBe('erasure-asked-already')
    await endEverything()
    test.setToday('2028-01-10')
    const { status, body } = await erase()
    expect(status).toBe(200)
    expect(body.erased).toEqual(['contact', 'papers', 'attestation', 'tutoring'])
    expect(body.kept.map((one) => one.kind)).toEqual([
      'right_to_work',
      'pay',
      'contract',
      'identity',
    ])
    expect(body.kept[0]).toMatchObject({ until: expect.stringMatching(/^203\d-/) })
    const view = await call(test, direction, 'GET /people/:personId/personal-data', {
      params: { personId: personId() },
    })
    expect(view.body).toMatchObject({ erasureAskedOn: null, isErased: false })
    const text = await everythingKept()
    // The address of the account stays as long as the person can sign in with it.
    for (const token of ['0612349876', '7 impasse', 'cv-quincampoix'])
      expect([token, text.includes(token)]).toEqual([token, false])
    expect(text).toContain('Quincampoix')
    expect(await broken()).toEqual([])
  })

  it('leaves a pseudonym five years after, nothing of the name anywhere, and the books as they were', async () => {
    test.setToday('2040-01-10')
    const before = await ledger()
    const numbers = await asOwner(
      'select number from terreau.contract where cooperative_id = $1 order by 1',
    )
    const { body } = await erase()
    expect(body.erased).toEqual(['right_to_work', 'pay', 'contract', 'identity'])
    const text = await everythingKept()
    for (const token of [/quincampoix/i, /z[ée]bulonne/i, /1990-02-03/])
      expect(text.match(token)).toBeNull()
    const file = await call(test, direction, 'GET /people/:personId', {
      params: { personId: personId() },
    })
    expect(file.body).toMatchObject({ givenName: 'Personne', familyName: 'effacée 1' })
    expect(await ledger()).toEqual(before)
    expect(
      await asOwner('select number from terreau.contract where cooperative_id = $1 order by 1'),
    ).toEqual(numbers)
    expect(await broken()).toEqual([])
  })

  it('shuts the account, and lets whoever verifies a certificate learn that it is true, without the name', async () => {
    expect((await call(test, person, 'GET /me/personal-data')).status).toBe(401)
    const codes = await asOwner<{ short: string; long: string }>(
      `select short_code as short, long_code as long from terreau.attestation where cooperative_id = $1 and person_id = $2`,
    )
    for (const code of [codes[0]?.short ?? '', codes[0]?.long ?? '']) {
      const page = await test.app.hono.request(`http://localhost:3000/verifier/${code}`, {
        headers: { host: 'localhost:3000' },
      })
      const html = await page.text()
      expect(html).toContain('Le nom et le détail sont effacés')
      expect(html).toContain('ATT-2026')
      expect(html).not.toMatch(/Quincampoix|Z\. Q\./)
    }
  })

  it('leaves every page of the file readable', async () => {
    const cooperative = { id: ours.id, name: '' }
    const staff = await givenUser(test, cooperative, ['direction', 'adviser', 'accountant'])
    const list: readonly Endpoint[] = endpoints
    const pages = list.filter(
      (one) =>
        one.method === 'GET' &&
        /:(personId|contractId|attestationId|activityId|signatureId|id)/.test(one.path),
    )
    expect(pages.length).toBeGreaterThan(20)
    for (const { path } of pages) {
      const filled = path.replaceAll(
        /:(\w+)/g,
        (_m, name: string) => ours.idFor(path, name) ?? PLAIN[name] ?? 'x',
      )
      const answer = await test.app.hono.request(`http://localhost:3000/api${filled}`, {
        headers: { host: 'localhost:3000', cookie: staff.cookie },
      })
      expect([path, answer.status < 500]).toEqual([path, true])
    }
  })

  it('answers 410 for an erased file, and keeps its hash', async () => {
    const [row] = await asOwner<{ id: string; n: number }>(
      `select max(d.id::text) as id, count(*)::integer as n from terreau.document d
         join terreau.document_version v on v.document_id = d.id
         join terreau.stored_file f on f.id = v.file_id and f.erased_at is not null and length(f.sha256) = 32
        where d.cooperative_id = $1 and d.person_id = $2 and d.kind = 'cv'`,
    )
    expect(row?.n).toBe(1)
    const answer = await call(test, direction, 'GET /documents/:documentId/versions/:version', {
      params: { documentId: row?.id ?? '', version: '1' },
    })
    expect([answer.status, answer.problem.code]).toEqual([410, 'file-erased'])
  })
})

describe('what was not recorded', () => {
  it.each([
    [
      'a line emptied by hand',
      `update terreau.audit_entry set after = null where n = (select min(n) from terreau.audit_entry e
        where e.cooperative_id = $1 and e.after is not null) and cooperative_id = $1`,
    ],
    [
      'an emptied line changed after',
      `update terreau.audit_entry set actor_id = 'x' where cooperative_id = $1
        and n = (select min(n) from terreau.audit_redaction where cooperative_id = $1)`,
    ],
    [
      'a record that covers one more line',
      `insert into terreau.audit_redaction (cooperative_id, n, redaction_id, covered, kept_hash, rest_hash)
        select e.cooperative_id, e.n, r.id, '{after}', e.hash, e.hash from terreau.audit_entry e, terreau.redaction r
         where e.cooperative_id = $1 and r.cooperative_id = $1
           and not exists (select 1 from terreau.audit_redaction a where a.cooperative_id = $1 and a.n = e.n) limit 1`,
    ],
    [
      'a record without its line of the journal',
      `insert into terreau.redaction (cooperative_id, id, kind, before_on, cause, reason, made_on, made_by)
        values ($1, gen_random_uuid(), 'journal', '2020-01-01', 'request', 'x', '2026-11-02', 'x')`,
    ],
  ])('%s is found', async (_name, fault) => {
    const chain = readChecks().find((check) => check.name === 'i-33-audit-chain')?.sql ?? ''
    const rows = await plantedRows(fault, chain)
    expect(rows).toBeGreaterThan(0)
  })

  it('cannot be done by the application: no update, no record, no setting that opens the door', async () => {
    const refused = async (text: string) =>
      test.services.db.connection().execute(async (db) => {
        const { sql } = await import('kysely')
        const set = sql`select set_config('app.cooperative', ${ours.id}, false),
          set_config('app.redaction', (select id::text from terreau.redaction limit 1), false)`
        await set.execute(db)
        return sql
          .raw(text)
          .execute(db)
          .then(
            () => 'done',
            (error: Error) => error.message,
          )
      })
    for (const text of [
      `update terreau.stored_file set bytes = ''`,
      `update terreau.audit_entry set after = null`,
      `insert into terreau.redaction (cooperative_id, id, kind, before_on, cause, reason, made_by) values ('${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}', gen_random_uuid(), 'pay', '2020-01-01', 'request', 'x', 'x')`,
    ])
      expect(await refused(text)).toMatch(/permission denied/)
  })
})

describe('words within a closed month', () => {
  it('go, and the seal of the month and the books stay as they were', async () => {
    test.setToday('2026-11-02')
    const cooperative = await givenCooperative(test, 'Coopérative Close')
    const scheme = await givenScheme(test, cooperative)
    const boss = await givenUser(test, cooperative, ['direction', 'accountant'])
    const tester = await givenTester(test, cooperative, scheme, { familyName: 'Vanibelle' })
    await givenAccepted(test, cooperative, tester, '2026-10', {
      lines: { sales: [{ ...saleLine(45_000n), customer: 'Maison Rarissime' }] },
    })
    const closed = await call(test, boss, 'POST /closings/:month', {
      params: { month: '2026-10' },
      body: { sendMails: false },
    })
    expect(closed.status).toBe(200)
    const sealed = () =>
      queryAsOwner(
        test,
        `select encode(c.sha256, 'hex') as seal, (select jsonb_agg(to_jsonb(l) order by to_jsonb(l)::text)
            from terreau.ledger_line l where l.cooperative_id = c.cooperative_id) as lines
           from terreau.closing c where c.cooperative_id = $1`,
        [cooperative.id],
      )
    const before = await sealed()
    expect(before).toHaveLength(1)
    await queryAsOwner(
      test,
      `update terreau.contract set ends_on = '2027-06-30' where cooperative_id = $1`,
      [cooperative.id],
    )
    const { personId } = tester
    const { body: file } = await call(test, boss, 'GET /people/:personId', { params: { personId } })
    test.setToday('2040-01-10')
    const erased = await call(test, boss, 'POST /people/:personId/erasure', {
      params: { personId },
      body: { reference: file.reference, reason: 'Demande écrite' },
    })
    expect(erased.body.erased).toContain('identity')
    expect(await sealed()).toEqual(before)
    expect(await everythingKept()).not.toMatch(/Vanibelle/i)
    expect(await broken()).toEqual([])
  })
})

async function plantedRows(fault: string, check: string): Promise<number> {
  const { default: pg } = await import('pg')
  const owner = new pg.Client({ connectionString: test.urls.ownerUrl })
  await owner.connect()
  try {
    await owner.query('begin')
    await owner.query('set local session_replication_role = replica')
    await owner.query(fault, [ours.id])
    return (await owner.query(check)).rowCount ?? 0
  } finally {
    await owner.query('rollback')
    await owner.end()
  }
}

/** Checks of the data that find something. */
async function broken(): Promise<string[]> {
  const results = await runChecks(test.urls)
  return results
    .filter((one) => one.rows.length > 0)
    .map((one) => `${one.name} ${JSON.stringify(one.rows[0])}`)
}

async function endEverything(): Promise<void> {
  await asOwner(`update terreau.tutoring_relation set ended_on = '2026-11-30'
    where cooperative_id = $1 and $2::uuid in (tutor_person_id, tutee_person_id)`)
  await asOwner(`update terreau.contract set ends_on = '2027-06-30'
    where cooperative_id = $1 and person_id = $2 and ends_on is null`)
  await asOwner(`update terreau.contract set state = 'cancelled'
    where cooperative_id = $1 and person_id = $2 and state in ('draft', 'to_sign')`)
}

async function picture(): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp')
  const image = sharp({ create: { width: 8, height: 8, channels: 3, background: '#208040' } })
  return new Uint8Array(await image.png().toBuffer())
}
