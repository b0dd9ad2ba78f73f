import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenNeighbour, type Neighbour } from '../../../test/given-neighbour.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import { call, createTestApp, runJob, type TestApp } from '../../../test/test-app.ts'
import { FILE_SOURCES } from './export/files.ts'
import { personalExportJob } from './export/make-export.job.ts'
import { EXPORT_TABLES, LEFT_OUT } from './export/tables.ts'

let test: TestApp
let ours: Neighbour
let theirs: Neighbour

beforeAll(async () => {
  test = await createTestApp()
  ours = await givenNeighbour(test)
  theirs = await givenNeighbour(test)
})
afterAll(() => test.close())

interface Copy {
  person: { id: string }
  subjects: Record<string, Record<string, Record<string, unknown>[]>>
  files: { path: string; sha256: string }[]
}

async function made(exportId: string): Promise<void> {
  await runJob(test, personalExportJob, { cooperativeId: ours.id, exportId })
}

async function ownCopy(): Promise<{ copy: Copy; entries: Record<string, Uint8Array>; id: string }> {
  const asked = await call(test, ours.everything, 'POST /me/exports')
  expect(asked.status).toBe(200)
  const { exportId } = asked.body
  await made(exportId)
  const answer = await call(test, ours.everything, 'POST /me/exports/:exportId/download', {
    params: { exportId },
  })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip'])
  const entries = unzipSync(await answer.bytes())
  const copy = JSON.parse(strFromU8(entries['data.json'] ?? new Uint8Array()))
  return { copy, entries, id: exportId }
}

const personId = (of: Neighbour): string => of.everything.personId ?? ''

describe('the copy of everything about a person', () => {
  it('holds as many rows as the database, table by table, and every file with its bytes', async () => {
    await call(test, ours.everything, 'POST /me/documents', {
      query: { kind: 'cv', fileName: '../../cv été.txt.png' },
      body: await picture(),
    })
    const { copy, entries } = await ownCopy()
    const owned = await queryAsOwner<{ name: string }>(
      test,
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = 'terreau'::regnamespace and c.relkind = 'r' and a.attname = 'person_id'
          and c.relname <> 'sealed_number' order by 1`,
    )
    expect(owned.length).toBeGreaterThan(20)
    const tables = Object.assign({}, ...Object.values(copy.subjects))
    for (const { name } of owned) {
      const [row] = await queryAsOwner<{ n: number }>(
        test,
        `select count(*)::integer as n from terreau.${name} where cooperative_id = $1 and person_id = $2`,
        [ours.id, personId(ours)],
      )
      // The opening of the copy itself comes after it was made.
      expect([name, tables[name]?.length]).toEqual([name, row?.n])
    }
    expect(copy.files.length).toBeGreaterThanOrEqual(3)
    const paths = Object.keys(entries).filter((path) => path.includes('/'))
    expect(paths.sort()).toEqual(copy.files.map((file) => file.path).sort())
    for (const { path, sha256 } of copy.files) {
      const bytes = entries[path] ?? new Uint8Array()
      const [row] = await queryAsOwner<{ n: number }>(
        test,
        `select count(*)::integer as n from terreau.stored_file
          where cooperative_id = $1 and bytes = $2 and encode(sha256, 'hex') = $3`,
        [ours.id, Buffer.from(bytes), sha256],
      )
      expect([path, row?.n]).not.toEqual([path, 0])
      expect(path).not.toContain('..')
    }
    expect(strFromU8(entries['LISEZ-MOI.txt'] ?? new Uint8Array())).toContain('Copie de toutes')
  })

  it('holds nothing of anybody else, of no other cooperative, and no secret', async () => {
    const { copy, entries } = await ownCopy()
    const text = JSON.stringify(copy.subjects)
    const others = await queryAsOwner<{ id: string }>(
      test,
      'select id from terreau.person where not (cooperative_id = $1 and id = $2)',
      [ours.id, personId(ours)],
    )
    expect(others.length).toBeGreaterThan(3)
    const merged = others.filter(({ id }) => text.includes(id))
    expect(merged).toEqual([])
    expect(text).not.toContain(theirs.id)
    const isSecret = /(_sealed|_hash|password|blind_index|token|totp)/
    const keys = new Set([...text.matchAll(/"(\w+)":/g)].map((match) => match[1] ?? ''))
    expect([...keys].filter((key) => isSecret.test(key))).toEqual([])
    expect(Object.keys(entries).every((path) => !path.startsWith('/'))).toBe(true)
  })

  it('shows sealed numbers to the person, dots to the office, and notes both as looks', async () => {
    const direction = ours.direction
    await call(test, ours.everything, 'PUT /people/:personId/numbers/:kind', {
      params: { personId: personId(ours), kind: 'iban' },
      body: { value: 'FR7630006000011234567890189' },
    })
    const { copy } = await ownCopy()
    expect(copy.subjects.identity?.numbers).toEqual([
      { kind: 'iban', value: 'FR7630006000011234567890189' },
    ])
    const asked = await call(test, direction, 'POST /people/:personId/exports', {
      params: { personId: personId(ours) },
      body: { reason: 'Demande écrite du 2 novembre' },
    })
    await made(asked.body.exportId)
    const answer = await call(test, direction, 'POST /exports/:exportId/download', {
      params: { exportId: asked.body.exportId },
    })
    const office: Copy = JSON.parse(
      strFromU8(unzipSync(await answer.bytes())['data.json'] ?? new Uint8Array()),
    )
    expect(office.subjects.identity?.numbers).toEqual([{ kind: 'iban', value: '••••0189' }])
    const { body } = await call(test, ours.everything, 'GET /me/looks')
    expect(body.looks.filter((look) => look.what === 'personal_copy')).toHaveLength(2)
  })

  it('opens for nobody but the person, or the office that made it, until its day, each time noted', async () => {
    const { id } = await ownCopy()
    const byOffice = await call(test, ours.direction, 'POST /exports/:exportId/download', {
      params: { exportId: id },
    })
    expect(byOffice.status).toBe(404)
    const { body } = await call(test, ours.everything, 'GET /me/personal-data')
    const shown = body.exports.find((one) => one.id === id)
    expect(shown).toMatchObject({ state: 'ready', expiresOn: '2026-11-16' })
    expect(shown?.downloads).toHaveLength(1)
    test.setToday('2026-11-17')
    const late = await call(test, ours.everything, 'POST /me/exports/:exportId/download', {
      params: { exportId: id },
    })
    expect([late.status, late.problem.code]).toEqual([410, 'export-not-open'])
    test.setToday('2026-11-02')
  })

  it('is made once at a time, begins again after a crash, and is told by mail without its content', async () => {
    const asked = await call(test, ours.everything, 'POST /me/exports')
    const twice = await call(test, ours.everything, 'POST /me/exports')
    expect([twice.status, twice.problem.code]).toEqual([409, 'export-under-way'])
    const { exportId } = asked.body
    await queryAsOwner(
      test,
      'insert into terreau.personal_export_part (cooperative_id, export_id, n, bytes) values ($1, $2, 1, $3)',
      [ours.id, exportId, Buffer.from('half')],
    )
    await made(exportId)
    await made(exportId)
    const parts = await queryAsOwner<{ same: boolean }>(
      test,
      `select sha256(string_agg(p.bytes, '' order by p.n)) = max(e.sha256) as same
         from terreau.personal_export_part p join terreau.personal_export e on e.id = p.export_id
        where e.id = $1`,
      [exportId],
    )
    expect(parts).toEqual([{ same: true }])
  })
})

describe('the download of a large copy', () => {
  const PART = 1024 * 1024
  const PARTS = 24

  /** A ready copy of 24 MB, as the job keeps it. */
  async function largeCopy(): Promise<string> {
    const { id } = await ownCopy()
    await queryAsOwner(
      test,
      `delete from terreau.personal_export_part where cooperative_id = $1 and export_id = $2`,
      [ours.id, id],
    )
    await queryAsOwner(
      test,
      `insert into terreau.personal_export_part (cooperative_id, export_id, n, bytes)
       select $1, $2, n, decode(repeat(lpad(to_hex(n), 2, '0'), $4), 'hex') from generate_series(1, $3) n`,
      [ours.id, id, PARTS, PART],
    )
    await queryAsOwner(test, `update terreau.personal_export set byte_count = $2 where id = $1`, [
      id,
      PART * PARTS,
    ])
    return id
  }

  const open = (exportId: string) =>
    call(test, ours.everything, 'POST /me/exports/:exportId/download', { params: { exportId } })

  it('is sent part by part, in order, whole', async () => {
    const answer = await open(await largeCopy())
    expect(answer.headers.get('content-length')).toBe(String(PART * PARTS))
    const bytes = await answer.bytes()
    expect(bytes.length).toBe(PART * PARTS)
    for (let n = 1; n <= PARTS; n += 1)
      expect([bytes[(n - 1) * PART], bytes[n * PART - 1]]).toEqual([n, n])
  })

  it('never stands whole in memory: what goes away after the first bytes is not sent', async () => {
    const id = await largeCopy()
    const answer = await test.app.hono.request(
      `http://localhost:3000/api/me/exports/${id}/download`,
      {
        method: 'POST',
        headers: {
          host: 'localhost:3000',
          origin: 'http://localhost:3000',
          cookie: ours.everything.cookie,
        },
      },
    )
    const reader = answer.body?.getReader()
    if (reader === undefined) throw new Error('a copy has bytes')
    const first = await reader.read()
    expect(first.value?.length).toBeLessThanOrEqual(PART)
    // Nothing is read ahead of the reader but what two buffers hold.
    await queryAsOwner(
      test,
      'delete from terreau.personal_export_part where cooperative_id = $1 and export_id = $2 and n > 6',
      [ours.id, id],
    )
    let sent = first.value?.length ?? 0
    for (let part = await reader.read(); !part.done; part = await reader.read())
      sent += part.value.length
    expect(sent).toBe(6 * PART)
  })
})

describe('a hold', () => {
  it('stands once, says who and why, and is lifted with a reason', async () => {
    const params = { personId: personId(ours) }
    const read = () => call(test, ours.direction, 'GET /people/:personId/personal-data', { params })
    const second = await call(test, ours.direction, 'POST /people/:personId/holds', {
      params,
      body: { reason: 'Prud’hommes' },
    })
    expect([second.status, second.problem.code]).toEqual([409, 'hold-stands'])
    const [standing] = (await read()).body.holds
    expect(standing).toMatchObject({ reason: 'Litige', liftedAt: null })
    const lifted = await call(test, ours.direction, 'POST /holds/:holdId/lift', {
      params: { holdId: standing?.id ?? '' },
      body: { reason: 'Accord signé' },
    })
    expect(lifted.status).toBe(204)
    const again = await call(test, ours.direction, 'POST /holds/:holdId/lift', {
      params: { holdId: standing?.id ?? '' },
      body: { reason: 'Encore' },
    })
    expect(again.status).toBe(404)
    expect((await read()).body.holds[0]).toMatchObject({ liftReason: 'Accord signé' })
  })
})

describe('the list of what a copy holds', () => {
  it('names every table of the database, in the copy or left out with its reason', async () => {
    const rows = await queryAsOwner<{ name: string }>(
      test,
      `select relname as name from pg_class
        where relnamespace = 'terreau'::regnamespace and relkind in ('r', 'p') order by relname`,
    )
    const listed = [...Object.keys(EXPORT_TABLES), ...Object.keys(LEFT_OUT)].sort()
    expect(listed).toEqual(rows.map((row) => row.name).sort())
    expect(Object.values(LEFT_OUT).every((reason) => reason.length > 10)).toBe(true)
  })

  it('leaves out no table that hangs on a person, but those whose reason says where it is', async () => {
    const rows = await queryAsOwner<{ name: string }>(test, PERSON_CHAIN)
    const names = rows.map((row) => row.name)
    expect(names).toEqual(expect.arrayContaining(['sale_line', 'piece_act', 'signature_code']))
    expect(names.filter((name) => Object.hasOwn(LEFT_OUT, name))).toEqual([
      'personal_export_part',
      'sealed_number',
      'signature_code',
    ])
  })

  it('takes files from every table that points to one', async () => {
    const rows = await queryAsOwner<{ name: string }>(
      test,
      `select c.conrelid::regclass::text as name, a.attname as column from pg_constraint c
         join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
        where c.contype = 'f' and c.confrelid = 'terreau.stored_file'::regclass
          and c.conrelid not in ('terreau.file_scan'::regclass,
              -- The account of the cooperative is nobody's own file.
              'terreau.shared_services_document'::regclass)`,
    )
    const columns = rows.map(
      (row) => `${row.name.replace('terreau.', '')}.${(row as { column?: string }).column}`,
    )
    expect([...FILE_SOURCES].sort()).toEqual(columns.sort())
  })
})

/** Tables with a person's key: direct, by the name of a column, or through a chain of foreign keys. */
const PERSON_CHAIN = `
  with recursive chain (id) as (
    select 'terreau.person'::regclass::oid
    union
    select k.conrelid from pg_constraint k join chain on chain.id = k.confrelid
     where k.contype = 'f' and k.confrelid <> 'terreau.redaction'::regclass and k.conrelid <> 'terreau.membership'::regclass)
  select c.relname as name from pg_class c
   where c.relnamespace = 'terreau'::regnamespace and c.relkind = 'r'
     and (c.oid in (select id from chain)
       or exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname ~ '(^|_)person_id$'))
   order by 1`

async function picture(): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp')
  const image = sharp({ create: { width: 8, height: 8, channels: 3, background: '#208040' } })
  return new Uint8Array(await image.png().toBuffer())
}
