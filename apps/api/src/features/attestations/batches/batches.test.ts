import { execFileSync } from 'node:child_process'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenClosedMonth } from '../../../../test/given-closed-month.ts'
import { givenScheme, givenTester, type TestTester } from '../../../../test/given-money.ts'
import { queryAsOwner } from '../../../../test/query-as-owner.ts'
import {
  asCommand,
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  runJob,
  type TestApp,
  type TestCooperative,
} from '../../../../test/test-app.ts'
import { attestationBatchJob } from './issue-batch.job.ts'
import { issueItems, waitingPeople } from './issue-items.ts'

const PEOPLE = 30

let test: TestApp
let cooperative: TestCooperative
let adviser: Caller
let direction: Caller
let ready: TestTester[]
let late: TestTester
let unprintable: TestTester

beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  adviser = await givenUser(test, cooperative, ['adviser'])
  direction = await givenUser(test, cooperative, ['direction'])
  const scheme = await givenScheme(test, cooperative)
  ready = []
  for (let n = 0; n < PEOPLE; n += 1) {
    const email = n % 2 === 0 ? `p${n}@exemple.test` : ''
    const person = await givenTester(test, cooperative, scheme, { kind: 'CAPE', email })
    await givenClosedMonth(test, cooperative, { ...person, month: '2026-09' })
    ready.push(person)
  }
  late = await givenTester(test, cooperative, scheme, { kind: 'CAPE' })
  unprintable = await givenTester(test, cooperative, scheme, {
    kind: 'CAPE',
    familyName: 'التعاونية',
  })
  await givenClosedMonth(test, cooperative, { ...unprintable, month: '2026-09' })
})
afterAll(() => test.close())

type StartBody = {
  personIds: string[]
  kind?: 'monthly_income' | 'cape_entry'
  sendsMails?: boolean
}

async function start({ personIds, kind = 'monthly_income', sendsMails = true }: StartBody) {
  const months = kind === 'monthly_income' ? ['2026-09'] : []
  const body = { kind, months, personIds, sendsMails, locale: null }
  const answer = await call(test, adviser, 'POST /attestation-batches', { body })
  expect(answer.status).toBe(200)
  return answer.body.id
}

function work(batchId: string): Promise<void> {
  return runJob(test, attestationBatchJob, { cooperativeId: cooperative.id, batchId })
}

async function batchOf(batchId: string) {
  const answer = await call(test, adviser, 'GET /attestation-batches/:batchId', {
    params: { batchId },
  })
  expect(answer.status).toBe(200)
  return answer.body
}

async function numbersTaken(): Promise<number[]> {
  const rows = await queryAsOwner<{ n: string }>(
    test,
    'select n from terreau.attestation where cooperative_id = $1 order by n',
    [cooperative.id],
  )
  return rows.map((row) => Number(row.n))
}

describe('before a batch', () => {
  it('says who is ready, and of the others what is missing', async () => {
    const answer = await call(test, adviser, 'GET /attestation-batches/preflight', {
      query: { kind: 'monthly_income', months: '2026-09', group: 'cape' },
    })
    const { people, isCut } = answer.body
    expect(isCut).toBe(false)
    expect(people.filter((person) => person.isReady)).toHaveLength(PEOPLE)
    const missingOf = (id: string) =>
      people
        .find(({ personId }) => personId === id)
        ?.missing.flatMap(({ code, isBlocking }) => (isBlocking ? [code] : []))
    expect(missingOf(late.personId)).toContain('month-without-figures')
    expect(missingOf(unprintable.personId)).toEqual(['text-not-printable'])
  })

  it('narrows by name and by contract, and knows only this cooperative', async () => {
    const byName = await call(test, adviser, 'GET /attestation-batches/preflight', {
      query: { kind: 'cape_entry', group: 'all', q: 'التعاونية' },
    })
    expect(byName.body.people.map(({ personId }) => personId)).toEqual([unprintable.personId])
    const employed = await call(test, adviser, 'GET /attestation-batches/preflight', {
      query: { kind: 'cape_entry', group: 'cesa' },
    })
    expect(employed.body.people).toEqual([])
    const other = await givenUser(test, await givenCooperative(test, 'Coopérative Karité'), [
      'adviser',
    ])
    const foreign = await call(test, other, 'POST /attestation-batches', {
      body: { kind: 'cape_entry', personIds: [late.personId], locale: null },
    })
    expect(foreign.status).toBe(404)
  })
})

describe('a batch', () => {
  it('issues what is ready, lists what is not, tells those who have an address, and makes a ZIP', async () => {
    const people = [...ready.slice(0, 4), late, unprintable]
    const id = await start({ personIds: people.map(({ personId }) => personId) })
    await work(id)
    const batch = await batchOf(id)
    expect(batch.counts).toEqual({ total: 6, issued: 4, failed: 2 })
    const itemOf = (person: TestTester | undefined) =>
      batch.items.find(({ personId }) => personId === person?.personId)
    expect(itemOf(late)?.reasons).toContainEqual({
      code: 'month-without-figures',
      month: '2026-09',
    })
    const [reason] = itemOf(unprintable)?.reasons ?? []
    expect(reason).toMatchObject({ code: 'text-not-printable', month: null })
    // Whoever corrects the file sees which letters, each once.
    expect(reason?.characters).toBe(
      'ا (U+0627), ل (U+0644), ت (U+062A), ع (U+0639), و (U+0648), ن (U+0646), ي (U+064A), ة (U+0629)',
    )
    expect(itemOf(ready[0])?.delivery).toMatchObject({ sending: 'email', delivered: ['email'] })
    expect(itemOf(ready[1])?.delivery).toMatchObject({ sending: 'paper', delivered: [] })
    // Numbers run in the order of the list: a pile of prints is already sorted.
    const numbers = batch.items.flatMap(({ number }) => (number === null ? [] : [number]))
    expect(numbers).toEqual([...numbers].sort())
    const mails = await queryAsOwner<{ to_address: string }>(
      test,
      "select to_address from terreau.mail where template = 'attestation-issued' order by 1",
    )
    expect(mails.map((mail) => mail.to_address)).toEqual(['p0@exemple.test', 'p2@exemple.test'])
    const archive = await call(test, adviser, 'GET /attestation-batches/:batchId/archive', {
      params: { batchId: id },
    })
    const files = unzipSync(await archive.bytes())
    expect(Object.keys(files).sort()).toEqual(
      batch.items.flatMap(({ number }) => (number === null ? [] : [`${number}.pdf`])).sort(),
    )
    for (const bytes of Object.values(files)) expect(strFromU8(bytes.slice(0, 5))).toBe('%PDF-')
  })

  it('prepares as few as are drawn: the thread that answers is never held for all of them', async () => {
    const { pdf } = test.services
    let open = 0
    let most = 0
    const render: typeof pdf.render = async (...drawing) => {
      open += 1
      most = Math.max(most, open)
      const bytes = await pdf.render(...drawing)
      open -= 1
      return bytes
    }
    const id = await start({ personIds: ready.map(({ personId }) => personId), sendsMails: false })
    await runJob(
      { ...test, services: { ...test.services, pdf: { ...pdf, render } } },
      attestationBatchJob,
      { cooperativeId: cooperative.id, batchId: id },
    )
    expect((await batchOf(id)).counts.issued).toBe(PEOPLE)
    expect(most).toBe(4)
  })

  it('carries one version of the free paragraphs, whatever is published meanwhile', async () => {
    const publish = (body: string, basedOn: number) =>
      call(test, direction, 'POST /attestation-templates', {
        body: { kind: 'cape_entry', locale: 'fr', body, basedOn },
      })
    expect((await publish('Texte premier pour {{nom}}.', 0)).status).toBe(200)
    const personIds = ready.map(({ personId }) => personId)
    const id = await start({ personIds, kind: 'cape_entry', sendsMails: false })
    await asCommand(test, cooperative.id, async (ctx, tx) => {
      const first = await waitingPeople(tx, cooperative.id, id, 5)
      await issueItems(ctx, { batchId: id, personIds: first })
    })
    expect((await publish('Texte second pour {{nom}}.', 1)).status).toBe(200)
    await work(id)
    const versions = () =>
      queryAsOwner<{ text: unknown; n: string }>(
        test,
        `select a.facts -> 'freeText' ->> 'version' || left(a.facts -> 'freeText' -> 'paragraphs' ->> 0, 14) as text, count(*) as n
           from terreau.attestation_batch_item i join terreau.attestation a on a.id = i.attestation_id
          where i.batch_id = $1 group by 1`,
        [id],
      )
    expect(await versions()).toEqual([{ text: '1Texte premier ', n: String(PEOPLE) }])
    const archive = await call(test, adviser, 'GET /attestation-batches/:batchId/archive', {
      params: { batchId: id },
    })
    for (const bytes of Object.values(unzipSync(await archive.bytes()))) {
      const text = execFileSync('pdftotext', ['-', '-'], { input: bytes, encoding: 'utf8' })
      expect([text.includes('Texte premier'), text.includes('Texte second')]).toEqual([true, false])
    }
  })

  it('killed in the middle goes on to exactly one document each, without a hole in the numbers', async () => {
    const personIds = ready.map(({ personId }) => personId)
    const before = (await numbersTaken()).length
    const id = await start({ personIds, sendsMails: false })
    // The first group is issued and committed; the second is issued, and the process dies before COMMIT.
    await asCommand(test, cooperative.id, async (ctx, tx) => {
      const first = await waitingPeople(tx, cooperative.id, id, 12)
      await issueItems(ctx, { batchId: id, personIds: first })
    })
    const dying = asCommand(test, cooperative.id, async (ctx, tx) => {
      const second = await waitingPeople(tx, cooperative.id, id, 12)
      await issueItems(ctx, { batchId: id, personIds: second })
      throw new Error('killed')
    })
    await expect(dying).rejects.toThrow('killed')
    expect((await batchOf(id)).counts.issued).toBe(12)
    await Promise.all([work(id), work(id)])
    const { counts, items } = await batchOf(id)
    expect(counts).toEqual({ total: PEOPLE, issued: PEOPLE, failed: 0 })
    expect(new Set(items.map((item) => item.attestationId)).size).toBe(PEOPLE)
    const taken = await numbersTaken()
    expect(taken).toHaveLength(before + PEOPLE)
    expect(taken).toEqual(taken.map((_, index) => index + 1))
    await work(id)
    expect(await numbersTaken()).toHaveLength(before + PEOPLE)
  })

  it('shares the numbers with those who issue one meanwhile', async () => {
    const id = await start({ personIds: ready.map(({ personId }) => personId), sendsMails: false })
    const single = ready.slice(0, 4).map(({ personId }) =>
      call(test, adviser, 'POST /attestations', {
        body: { kind: 'cape_entry', personId, locale: 'fr' },
      }),
    )
    const answers = await Promise.all([work(id), ...single])
    expect(answers.slice(1).every((answer) => answer?.status === 200)).toBe(true)
    const taken = await numbersTaken()
    expect(taken).toEqual(taken.map((_, index) => index + 1))
    const [checked] = await queryAsOwner<{ n: number }>(
      test,
      `select count(*)::integer as n from terreau.attestation a
         join terreau.stored_file f on f.cooperative_id = a.cooperative_id and f.id = a.file_id
        where f.file_name = a.number || '.pdf' and f.sha256 = a.sha256`,
    )
    expect(checked?.n).toBe(taken.length)
  })

  it('issues nothing under a file that was joined to another or erased meanwhile, and says why', async () => {
    const scheme = await givenScheme(test, cooperative)
    const given = async () => {
      const person = await givenTester(test, cooperative, scheme, { kind: 'CAPE' })
      await givenClosedMonth(test, cooperative, { ...person, month: '2026-09' })
      return person
    }
    const [kept, joined, erased] = [await given(), await given(), await given()]
    const personIds = [kept, joined, erased].map(({ personId }) => personId)
    const id = await start({ personIds, sendsMails: false })
    const direction = await givenUser(test, cooperative, ['direction'])
    const merged = await call(test, direction, 'POST /people/:personId/merges', {
      params: { personId: kept.personId },
      body: { mergedId: joined.personId, reason: 'La même personne' },
    })
    expect(merged.status).toBe(200)
    await queryAsOwner(test, 'update terreau.person set erased_n = 1 where id = $1', [
      erased.personId,
    ])
    await work(id)
    const { items } = await batchOf(id)
    const itemOf = ({ personId }: TestTester) => items.find((item) => item.personId === personId)
    expect(itemOf(kept)?.state).toBe('issued')
    expect(itemOf(joined)).toMatchObject({
      state: 'failed',
      reasons: expect.arrayContaining([{ code: 'file-joined', month: null }]),
    })
    expect(itemOf(erased)).toMatchObject({
      state: 'failed',
      reasons: expect.arrayContaining([{ code: 'file-erased', month: null }]),
    })
    // The rows of both files are those of one person: nothing of what they earned is left out.
    const [row] = await queryAsOwner<{ facts: { months: { revenueCents: string }[] } }>(
      test,
      'select facts from terreau.attestation where cooperative_id = $1 and person_id = $2',
      [cooperative.id, kept.personId],
    )
    expect(row?.facts.months.map(({ revenueCents }) => revenueCents)).toEqual(['360000'])
    const single = await call(test, adviser, 'POST /attestations', {
      body: { kind: 'cape_entry', personId: joined.personId, locale: 'fr' },
    })
    expect(single.status).toBe(409)
  })
})
