import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runChecks } from '../src/cli/run-checks.ts'
import { runCommandLine } from '../src/cli.ts'
import { EXPORT_TABLES } from '../src/features/personal-data/export/tables.ts'
import { retentionJob } from '../src/features/personal-data/retention/retention.job.ts'
import { givenNeighbour, type Neighbour } from './given-neighbour.ts'
import { queryAsOwner } from './query-as-owner.ts'
import { call, createTestApp, givenUser, runJob, type TestApp } from './test-app.ts'

let test: TestApp
let ours: Neighbour
let theirs: Neighbour

beforeAll(async () => {
  test = await createTestApp()
  ours = await givenNeighbour(test)
  theirs = await givenNeighbour(test)
  process.env.DATABASE_URL = test.urls.ownerUrl
  await owner(
    `update terreau.tutoring_relation set ended_on = '2026-11-30' where cooperative_id = $1`,
  )
  await owner(
    `delete from terreau.membership where cooperative_id = $1 and person_id is not null and role <> 'tester'`,
  )
  await owner(
    `update terreau.contract set state = 'cancelled' where cooperative_id = $1 and state in ('draft', 'to_sign')`,
  )
  await owner(
    `update terreau.contract set ends_on = '2027-06-30' where cooperative_id = $1 and ends_on is null`,
  )
})
afterAll(async () => {
  delete process.env.DATABASE_URL
  await test.close()
})

const owner = <Row extends Record<string, unknown>>(text: string, id = ours.id): Promise<Row[]> =>
  queryAsOwner<Row>(test, text, [id])

interface Answer {
  on: string
  isDryRun: boolean
  cooperatives: {
    id: string
    kinds: {
      kind: string
      rows: number
      files: number
      held: number
      erased: number | null
      text: string
    }[]
  }[]
}

async function command(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', '']
  const code = await runCommandLine(['retention', ...args], {
    print: (line) => {
      out += `${line}\n`
    },
    warn: (line) => {
      err += `${line}\n`
    },
    write: (text) => {
      out += text
    },
  })
  return { code, out, err }
}

function kindOf(answer: Answer, kind: string, id = ours.id) {
  return answer.cooperatives.find((one) => one.id === id)?.kinds.find((one) => one.kind === kind)
}

/** How many rows the database holds in all. */
async function count(): Promise<string> {
  const rows = await owner<{ n: string }>(
    `select (select count(*) from terreau.redaction)::text || ' ' || (select count(*) from terreau.audit_entry where cooperative_id = $1) as n`,
  )
  return rows[0]?.n ?? ''
}

describe('the command that applies the lengths', () => {
  it('counts on a day to come without writing anything, in each cooperative', async () => {
    const before = await count()
    const { code, out } = await command('--dry-run', '--on', '2040-01-10', '--json')
    const answer: Answer = JSON.parse(out)
    expect([code, answer.isDryRun, answer.on]).toEqual([0, true, '2040-01-10'])
    expect(answer.cooperatives.map((one) => one.id).sort()).toEqual([ours.id, theirs.id].sort())
    expect(kindOf(answer, 'identity')).toMatchObject({
      held: 1,
      erased: null,
      text: expect.stringContaining('R1221-26'),
    })
    expect(kindOf(answer, 'identity')?.files).toBeGreaterThan(0)
    expect(await count()).toBe(before)
    expect((await command('--dry-run', '--on', '2040-01-10')).out).toContain('Contrats, avenants')
  })

  it('refuses to erase in advance, an unreadable day and an unknown option', async () => {
    for (const args of [['--on', '2040-01-10'], ['--on', 'demain'], ['--soon'], ['file.csv']])
      expect((await command(...args)).code).toBe(2)
  })

  it('erases nothing of a young installation but what is over', async () => {
    const { code, out } = await command('--json')
    const answer: Answer = JSON.parse(out)
    expect(code).toBe(0)
    expect(kindOf(answer, 'contract')).toMatchObject({ files: 0, rows: 0 })
  })
})

describe('the night', () => {
  const night = () => runJob(test, retentionJob, { cooperativeId: ours.id })
  /** Nights of 2040 end every session of today: who looks signs in again. */
  const direction = () => givenUser(test, { id: ours.id, name: '' }, ['direction'])
  const read = async () => call(test, await direction(), 'GET /retention')

  it('erases what nobody has to decide, and leaves the files of people until the direction says so', async () => {
    await owner(`insert into terreau.lead (cooperative_id, id, given_name, family_name, search_name, email, consented_on,
      origin, stage, last_contact_on, delete_on) values ($1, gen_random_uuid(), 'Zoé', 'Oubliée', 'oubliee zoe',
      'zoe@exemple.test', '2030-01-01', 'web', 'refused', '2030-01-01', '2032-01-01')`)
    test.setToday('2040-01-10')
    await night()
    expect(
      await owner(
        `select id from terreau.lead where cooperative_id = $1 and family_name = 'Oubliée'`,
      ),
    ).toEqual([])
    expect(
      await owner(
        `select id from terreau.person where cooperative_id = $1 and erased_n is not null`,
      ),
    ).toEqual([])
    const { body } = await read()
    expect(body).toMatchObject({ isNightlyOn: false, lastRun: { ranOn: '2040-01-10' } })
    expect(body.lastRun?.erased).toBeGreaterThan(0)
    expect(body.kinds.find((one) => one.kind === 'identity')?.files).toBeGreaterThan(0)
    expect(body.kinds.find((one) => one.kind === 'contact')).toMatchObject({ isToConfirm: true })
  })

  it('erases files once it is switched on, except under a hold, and the books still balance', async () => {
    const before =
      await owner(`select posting_id, amount_cents, label_params, encode(digest, 'hex') as digest
      from terreau.ledger_line where cooperative_id = $1 order by 1, 2`)
    await call(test, await direction(), 'POST /retention/nightly', {
      body: { isOn: true, reason: 'Vu avec le DPO' },
    })
    await night()
    const erased = await owner<{ id: string; held: boolean }>(
      `select p.id, exists (select 1 from terreau.legal_hold h where h.person_id = p.id and h.lifted_at is null) as held
         from terreau.person p where p.cooperative_id = $1 and p.erased_n is not null`,
    )
    expect(erased.length).toBeGreaterThan(0)
    expect(erased.filter((one) => one.held)).toEqual([])
    expect(
      await owner(`select posting_id, amount_cents, label_params, encode(digest, 'hex') as digest
      from terreau.ledger_line where cooperative_id = $1 order by 1, 2`),
    ).toEqual(before)
    const results = await runChecks(test.urls)
    expect(results.filter((one) => one.rows.length > 0)).toEqual([])
    const { body } = await read()
    expect(body.kinds.find((one) => one.kind === 'identity')).toMatchObject({ files: 0, held: 1 })
    expect(
      await owner(
        `select id from terreau.person where cooperative_id = $1 and erased_n is not null`,
        theirs.id,
      ),
    ).toEqual([])
  })

  it('has nothing left to do when it runs again', async () => {
    await night()
    const { body } = await read()
    expect(body.lastRun).toMatchObject({ waiting: 0 })
    expect(
      body.kinds
        .filter(
          (one) => one.rows > 0 && one.held === 0 && !['journal', 'sign_in'].includes(one.kind),
        )
        .map((one) => one.kind),
    ).toEqual([])
  })
})

describe('the map of what is erased', () => {
  it('speaks of tables, columns and kinds that exist', async () => {
    const wrong = await owner(
      `select f.kind, f.name, c.key from terreau.personal_fields() f
         left join lateral jsonb_each(coalesce(f.changes, '{}')) c on true
        where $1::uuid is not null and (not exists (select 1 from pg_class t where t.relnamespace = 'terreau'::regnamespace and t.relname = f.name)
           or (c.key is not null and not exists (select 1 from information_schema.columns i
                where i.table_schema = 'terreau' and i.table_name = f.name and i.column_name = c.key)))`,
    )
    expect(wrong).toEqual([])
  })

  it('says of every column with free words or bytes about people what becomes of it', async () => {
    const rows = await queryAsOwner<{ name: string }>(
      test,
      `select c.table_name || '.' || c.column_name as name from information_schema.columns c
        where c.table_schema = 'terreau' and c.data_type in ('text', 'jsonb', 'bytea', 'ARRAY')
          and c.table_name = any($1)
          and not exists (select 1 from terreau.personal_fields() f
             where f.name = c.table_name and (f.changes is null or f.changes ? c.column_name))
        order by 1`,
      [Object.keys(EXPORT_TABLES)],
    )
    const unsaid = rows
      .map((row) => row.name)
      .filter((name) => !CODED.test(name) && !KEPT.has(name))
    expect(unsaid).toEqual([])
  })
})

/** Columns of codes, states and ids: they name nobody. */
const CODED =
  /\.(kind|state|act|answer|what|stage|mode|channel|route|locale|copy_locale|origin|side|decision|verdict|contract_kind|month|newest_month|concerns_month|event|step|asked_for|cause|result|number|reference|currency|category|position|role|mark|actor_kind|entity_kind|entity_id|target_id|action|request_id|recorded_by|assigned_by|made_by|said_by|opened_by|actor|posted_by|accepted_by|started_by)$/

/** What stays after an erasure: figures, codes of lists, hashes, ids of who acted for the cooperative. */
const KEPT = new Set([
  'acceptance.contribution_lines',
  'acceptance_undo.settled_lines',
  'acceptance_undo.undone_by',
  'approval.fingerprint',
  'approval.proposal',
  'approval.reason',
  'approval.target',
  'attestation.long_code',
  'expense_act.axis',
  'time_sheet_paper.fingerprint',
  'trip_line.vehicle_kind',
  'expense_line.receipt_name',
  'declaration_confirmation.lines_digest',
  'attestation.period_end',
  'attestation.period_start',
  'attestation.seal_level',
  'attestation.sha256',
  'attestation.short_code',
  'attestation.stamp_failure',
  'attestation_batch_item.reasons',
  'audit_entry.actor_id',
  'audit_entry.hash',
  'audit_entry.previous_hash',
  'carried_figure.source',
  'contract_document.sha256',
  'contract_exit.reason',
  'contract_notice.body',
  'expense_line.receipt_state',
  'hire_check.department',
  'info_meeting_guest.invited_by',
  'lead_act.reason',
  'ledger_line.digest',
  'ledger_line.label_key',
  'ledger_line.label_params',
  'mail.last_error',
  'mail.message_id',
  'mail.template',
  'month_decision.decided_by',
  'personal_export.sha256',
  'erasure_request.refusal',
  'piece.refusal',
  'piece_act.reason',
  'posting.source_kind',
  'pay_slip.slip_number',
  'redaction.reason',
  'sale_line.amount_kind',
  'sale_line.customer_country',
  'sale_line.customer_kind',
  'sale_line.money_place',
  'sale_line.payment_means',
  'sale_line.rate_source',
  'staff_register_note.mention',
  'signature_act.document_sha256',
  'signature_act.proof_level',
  'signature_act.trace',
  'signature_request.document_sha256',
  'signature_request.signed_sha256',
  'signature_request.subject_kind',
  'tutor_badge.code',
  'tutor_badge.key_id',
  'tutoring_session.subjects',
  'exit_survey.round',
  'exit_survey_answer.channel',
  'exit_survey_answer.situation',
  'exit_survey_answer.living',
  'exit_survey_answer.helped',
  'tutoring_agreement.rhythm',
  'tutoring_agreement_end.reason',
  'tutoring_review.aim_answer',
  'tutoring_review.help_answer',
  'tutoring_review.again_answer',
  'tutoring_approval.confirmed_tutees',
  'tutoring_mediation.outcome',
  'tutoring_relation.host_form',
  'tutoring_relation.level',
  'tutoring_way.host_form',
  'tutoring_way.level',
  'tutoring_way.reason',
  'tutoring_session.level',
  'support_interview.planned_time',
  'support_interview.way',
  'work_decision.open_points',
  // The account is emptied by the door itself, once it opens nothing else.
  'app_user.display_name',
  'app_user.email',
  'app_user.password_hash',
  'app_user.totp_pending_sealed',
  'app_user.totp_secret_sealed',
])
