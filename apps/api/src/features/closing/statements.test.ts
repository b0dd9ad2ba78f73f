import { unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenAccepted, givenDeclaration, saleLine } from '../../../test/given-money.ts'
import { closeMonthOf, givenMonthToClose } from '../../../test/given-month-to-close.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import {
  asCommand,
  call,
  createTestApp,
  givenUser,
  runJob,
  type TestApp,
} from '../../../test/test-app.ts'
import { acceptDeclaration } from '../declarations/index.ts'
import { personRenamedJob } from './person-renamed.job.ts'
import { statementsJob } from './statements.job.ts'

let test: TestApp

beforeAll(async () => {
  test = await createTestApp()
})
afterAll(() => test.close())

const october = { month: '2026-10' }

describe('statements', () => {
  it('are drawn once each, told about, and served to staff and to their owner only', async () => {
    const { coop, accountant, anna, binta } = await givenMonthToClose(test)
    await givenAccepted(test, coop, anna, '2026-10', { lines: { sales: [saleLine(100_000n)] } })
    await givenAccepted(test, coop, binta, '2026-10')
    const own = await givenUser(test, coop, ['tester'], { personId: anna.personId })
    await closeMonthOf(test, accountant)
    const [job] = await queryAsOwner<{ payload: Record<string, unknown> }>(
      test,
      `select j.payload from graphile_worker._private_jobs j
        where j.payload->>'cooperativeId' = $1 and j.payload->>'sendMails' is not null`,
      [coop.id],
    )
    await runJob(test, statementsJob, job?.payload ?? {})
    await runJob(test, statementsJob, job?.payload ?? {})
    const { body } = await call(test, accountant, 'GET /closings/:month', { params: october })
    expect(body.statements).toEqual({ done: 2, failed: 0, total: 2 })
    const archive = await call(test, accountant, 'GET /closings/:month/statements.zip', {
      params: october,
    })
    expect(Object.keys(unzipSync(await archive.bytes()))).toEqual([
      'R-2026-10-0001.pdf',
      'R-2026-10-0002.pdf',
    ])
    const workbook = await call(test, accountant, 'GET /closings/:month/journal.xlsx', {
      params: october,
    })
    const [sheet] = (await readXlsx(await workbook.bytes())).sheets
    const debits = sheet?.rows.slice(1).map((row) => Number(row[11] ?? 0)) ?? []
    expect(debits.reduce((sum, debit) => sum + debit, 0)).toBeGreaterThan(1_000)
    const mine = await call(test, own, 'GET /me/statements/:month', { params: october })
    expect(
      Buffer.from(await mine.bytes())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    const other = await call(test, own, 'GET /me/statements/:month', {
      params: october,
      query: { activityId: binta.activityId },
    })
    expect(other.status).toBe(404)
    const month = await call(test, own, 'GET /me/account/:month', { params: october })
    expect(month.body).toMatchObject({ isClosed: true, hasStatement: true, closingCents: '89605' })
    const home = await call(test, own, 'GET /me/account')
    expect(home.body[0]?.months[0]).toMatchObject({ month: '2026-10', balanceCents: '89605' })
  })

  it('are announced as they are drawn, under the logo of the cooperative; the stream begins with the state of now', async () => {
    const { coop, accountant, anna, binta } = await givenMonthToClose(test)
    await givenAccepted(test, coop, anna, '2026-10')
    await givenAccepted(test, coop, binta, '2026-10')
    await closeMonthOf(test, accountant)
    const response = await test.app.hono.request(
      'http://localhost:3000/api/closings/2026-10/events',
      { headers: { host: 'localhost:3000', cookie: accountant.cookie } },
    )
    const reader = response.body?.getReader()
    const next = async () => new TextDecoder().decode((await reader?.read())?.value)
    expect(await next()).toBe('event: progress\ndata: {"done":0,"failed":0,"total":2}\nid: 1\n\n')
    const direction = await givenUser(test, coop, ['direction'])
    const body = await sharp({
      create: { width: 400, height: 200, channels: 3, background: '#285' },
    })
      .png()
      .toBuffer()
    const put = { query: { fileName: 'logo.png' }, body: new Uint8Array(body) as never }
    expect((await call(test, direction, 'PUT /cooperative/logo', put)).status).toBe(204)
    const payload = { cooperativeId: coop.id, month: '2026-10', version: 1, sendMails: false }
    const drawing = runJob(test, statementsJob, payload)
    expect(await next()).toContain('{"done":2,"failed":0,"total":2}')
    await drawing
    await reader?.cancel()
    const heads = await queryAsOwner<{ hasLogo: boolean }>(
      test,
      `select position('/Subtype /Image'::bytea in f.bytes) > 0 as "hasLogo" from terreau.closing_statement s
         join terreau.stored_file f on f.cooperative_id = s.cooperative_id and f.id = s.file_id
        where s.cooperative_id = $1`,
      [coop.id],
    )
    expect(heads).toEqual([{ hasLogo: true }, { hasLogo: true }])
  })
})

describe('a statement whose name no font prints', () => {
  it('ends the progress with its reason, and is drawn once the name is mended', async () => {
    const { coop, accountant, anna, binta } = await givenMonthToClose(test)
    const adviser = await givenUser(test, coop, ['adviser'])
    await givenAccepted(test, coop, anna, '2026-10')
    await givenAccepted(test, coop, binta, '2026-10')
    const rename = (familyName: string) =>
      queryAsOwner(test, 'update terreau.person set family_name = $2 where id = $1', [
        binta.personId,
        familyName,
      ])
    await rename('التعاونية')
    await closeMonthOf(test, accountant)
    const payload = { cooperativeId: coop.id, month: '2026-10', version: 1, sendMails: false }
    await runJob(test, statementsJob, payload)
    const closing = () => call(test, accountant, 'GET /closings/:month', { params: october })
    const stopped = (await closing()).body
    expect(stopped.statements).toEqual({ done: 1, failed: 1, total: 2 })
    expect(stopped.lines.find((line) => line.personId === binta.personId)).toMatchObject({
      hasStatement: false,
      isNamePrintable: false,
    })
    await rename('Traoré')
    expect((await closing()).body.statements).toEqual({ done: 1, failed: 0, total: 2 })
    const retry = { params: october, body: { sendMails: true } }
    const refused = await call(test, adviser, 'POST /closings/:month/statements', retry)
    expect(refused.status).toBe(403)
    const open = { params: { month: '2026-11' }, body: { sendMails: true } }
    const unknown = await call(test, accountant, 'POST /closings/:month/statements', open)
    expect(unknown.status).toBe(404)
    const asked = await call(test, accountant, 'POST /closings/:month/statements', retry)
    expect(asked.status).toBe(204)
    const jobs = await queryAsOwner<{ payload: Record<string, unknown> }>(
      test,
      `select j.payload from graphile_worker._private_jobs j
        where j.payload->>'cooperativeId' = $1 and j.payload->>'sendMails' = 'true'`,
      [coop.id],
    )
    expect(jobs).toHaveLength(1)
    await runJob(test, statementsJob, jobs[0]?.payload ?? {})
    expect((await closing()).body.statements).toEqual({ done: 2, failed: 0, total: 2 })
  })
})

describe('a name written anew in the file of the person', () => {
  it('has the statements that waited for it drawn by themselves', async () => {
    const { coop, accountant, anna, binta } = await givenMonthToClose(test)
    const adviser = await givenUser(test, coop, ['adviser'])
    await givenAccepted(test, coop, anna, '2026-10')
    await givenAccepted(test, coop, binta, '2026-10')
    await queryAsOwner(test, 'update terreau.person set family_name = $2 where id = $1', [
      binta.personId,
      'التعاونية',
    ])
    await closeMonthOf(test, accountant)
    const statements = { cooperativeId: coop.id, month: '2026-10', version: 1, sendMails: true }
    await runJob(test, statementsJob, statements)
    const params = { personId: binta.personId }
    const edit = async (familyName: string, phone: string) => {
      const { body: file } = await call(test, adviser, 'GET /people/:personId', { params })
      const { address, bornOn, civility, email, givenName, locale, reference } = file
      const saved = await call(test, adviser, 'PUT /people/:personId', {
        params,
        body: {
          ...{ address, bornOn, civility, email, givenName, locale, reference },
          ...{ familyName, phone, activities: [] },
        },
        ifMatch: file.version,
      })
      expect(saved.status, JSON.stringify(saved.problem)).toBe(200)
    }
    const waiting = (name: string) =>
      queryAsOwner<{ payload: Record<string, unknown> }>(
        test,
        `select j.payload from graphile_worker._private_jobs j
           join graphile_worker._private_tasks t on t.id = j.task_id
          where j.payload->>'cooperativeId' = $1 and t.identifier = $2`,
        [coop.id, name],
      )
    await edit('Traoré', '06 00 00 00 01')
    await edit('Traoré', '06 00 00 00 02')
    const renamed = await waiting('person-renamed')
    expect(renamed.map((job) => job.payload)).toEqual([
      { cooperativeId: coop.id, personId: binta.personId },
    ])
    await queryAsOwner(
      test,
      `delete from graphile_worker._private_jobs where payload->>'cooperativeId' = $1`,
      [coop.id],
    )
    await runJob(test, personRenamedJob, renamed[0]?.payload ?? {})
    const [again] = await waiting('statements')
    expect(again?.payload).toEqual(statements)
    await runJob(test, statementsJob, again?.payload ?? {})
    const { body } = await call(test, accountant, 'GET /closings/:month', { params: october })
    expect(body.statements).toEqual({ done: 2, failed: 0, total: 2 })
    await runJob(test, personRenamedJob, renamed[0]?.payload ?? {})
    const months = await queryAsOwner(
      test,
      `select 1 from terreau.audit_entry where cooperative_id = $1 and action = 'statement.asked-again'`,
      [coop.id],
    )
    expect(months).toHaveLength(1)
  })
})

describe('the ledger for staff', () => {
  it('lists postings page by page with totals that balance, and exports a safe journal', async () => {
    const { coop, accountant, anna } = await givenMonthToClose(test)
    const ids: string[] = []
    for (let n = 0; n < 51; n += 1) {
      const lines = { sales: [saleLine(1_000n)] }
      ids.push(await givenDeclaration(test, coop, anna, '2026-10', { lines }))
    }
    for (const declarationId of ids) {
      await asCommand(test, coop.id, (ctx) => acceptDeclaration(ctx, { declarationId }))
    }
    const first = await call(test, accountant, 'GET /ledger', { query: october })
    expect(first.body.postings).toHaveLength(50)
    const cursor = first.body.nextCursor ?? ''
    const second = await call(test, accountant, 'GET /ledger', { query: { ...october, cursor } })
    expect(second.body.postings).toHaveLength(1)
    expect(second.body.nextCursor).toBeNull()
    const sum = (side: 'debitCents' | 'creditCents') =>
      first.body.totals.reduce((total, kind) => total + BigInt(kind[side]), 0n)
    expect(sum('debitCents')).toBe(sum('creditCents'))
    const wrong = await call(test, accountant, 'GET /ledger', {
      query: { ...october, cursor: 'x' },
    })
    expect(wrong.status).toBe(400)
    const accounts = await call(test, accountant, 'GET /accounts')
    expect(accounts.body).toHaveLength(2)
    const file = await call(test, accountant, 'GET /closings/:month/journal.csv', {
      params: october,
    })
    const text = Buffer.from(await file.bytes()).toString('utf8')
    expect(text.startsWith('\ufeffnuméro;mois')).toBe(true)
    expect(text).toMatch(/;;10,00;/)
  })
})
