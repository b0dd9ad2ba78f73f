import { yearMonth } from '@terreau/domain/time/year-month'
import { documentModel } from '@terreau/pdf/document-kinds'
import { renderPdf } from '@terreau/pdf/render'
import pg from 'pg'
import { closeMonth } from '../src/features/closing/close-month.ts'
import { actAs } from '../src/platform/mutation.ts'
import { call, createTestApp, givenCooperative, givenUser, type TestApp } from '../test/test-app.ts'
import { type Comparison, interleave, timed } from './measure.ts'
import { rawPdf } from './raw-pdf.ts'
import { seedPeople } from './seed.ts'

const MONTH = '2026-10'
const BATCH = 40

/** P-06: certificates issued whole, and only drawn, against PDFKit writing the same words. */
export async function certificates(rounds: number): Promise<Comparison> {
  const test = await createTestApp()
  try {
    const { people, issue } = await givenClosedMonth(test)
    const facts = await issueOneForFacts(test, people[0] ?? '', issue)
    const model = documentModel('monthly-income-certificate', facts, 'fr')
    const lines = textsIn(model)
    const perSecond = async (work: () => Promise<unknown>): Promise<number> => {
      const ms = await timed(async () => {
        for (let n = 0; n < BATCH; n += 1) await work()
      })
      return (BATCH * 1000) / ms
    }
    const limit = () =>
      perSecond(() => rawPdf(lines, 'https://exemple.test/verifier/abcdefghijklmnopqrstuvwxyz'))
    let next = 0
    const issueNext = () => {
      next += 1
      return issue(people[next % people.length] ?? '')
    }
    const issued = await interleave(rounds, {
      limit,
      product: () => perSecond(issueNext),
    })
    const drawn = await interleave(rounds, {
      limit,
      product: () =>
        perSecond(() =>
          renderPdf(
            'monthly-income-certificate',
            documentModel('monthly-income-certificate', facts, 'fr'),
            {
              createdAt: new Date(0),
            },
          ),
        ),
    })
    return {
      id: 'P-06',
      path: 'issue a monthly income certificate, one after the other',
      meaning: 'certificates for everybody are ready within a coffee break',
      goal: 'at least 0.70 of a raw PDFKit loop with the same font and words',
      results: [
        row('issued whole (facts, number, codes, hash, storage, audit)', issued),
        row('drawn only', drawn),
      ],
    }
  } finally {
    await test.close()
  }
}

function row(
  label: string,
  found: { product: number; limit: number; spread: string },
): Comparison['results'][number] {
  const ratio = found.product / found.limit
  const detail = `${found.product.toFixed(1)} per second against ${found.limit.toFixed(1)} (${found.spread})`
  return { label, ratio, isMet: ratio >= 0.7, detail }
}

async function givenClosedMonth(test: TestApp) {
  const cooperative = await givenCooperative(test, 'Banc', MONTH)
  await seedPeople(test.urls.ownerUrl, {
    cooperativeId: cooperative.id,
    people: 50,
    months: [MONTH],
  })
  const caller = await givenUser(test, cooperative, ['direction'])
  const actor = {
    kind: 'person',
    userId: caller.userId,
    personId: null,
    roles: ['direction'],
    sessionId: caller.userId,
    displayName: '',
    assurance: 'code',
  } as const
  const who = { actor, cooperativeId: cooperative.id, requestId: 'bench' }
  await actAs(test.services, who, (ctx) =>
    closeMonth(ctx, { month: yearMonth(MONTH), sendMails: false }),
  )
  const admin = new pg.Client({ connectionString: test.urls.ownerUrl })
  await admin.connect()
  const { rows } = await admin.query<{ id: string }>(
    'select id from terreau.person where cooperative_id = $1',
    [cooperative.id],
  )
  await admin.end()
  const issue = async (personId: string): Promise<string> => {
    const answer = await call(test, caller, 'POST /attestations', {
      body: { kind: 'monthly_income', personId, months: [MONTH], locale: 'fr' },
    })
    if (answer.status !== 200)
      throw new Error(`issuing answered ${answer.status} ${JSON.stringify(answer.problem)}`)
    return answer.body.id
  }
  return { people: rows.map((r) => r.id), issue }
}

/** The facts of a real certificate, as they were archived with it. */
async function issueOneForFacts(
  test: TestApp,
  personId: string,
  issue: (personId: string) => Promise<string>,
) {
  const id = await issue(personId)
  const admin = new pg.Client({ connectionString: test.urls.ownerUrl })
  await admin.connect()
  const { rows } = await admin.query('select facts from terreau.attestation where id = $1', [id])
  await admin.end()
  return revive(rows[0]?.facts)
}

/** Archived cents are text; drawing wants bigint. */
function revive(facts: unknown) {
  return JSON.parse(JSON.stringify(facts), (key, value: unknown) =>
    key.endsWith('Cents') && typeof value === 'string' ? BigInt(value) : value,
  )
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}
