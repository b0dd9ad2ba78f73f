import { type RawBuilder, sql } from 'kysely'

/** The groups of a copy, in the order in which it shows them. */
export const SUBJECTS = [
  'identity',
  'path',
  'contracts',
  'signatures',
  'right_to_work',
  'money',
  'certificates',
  'tutoring',
  'documents',
  'messages',
  'access',
  'history',
] as const

export type Subject = (typeof SUBJECTS)[number]

/** Whose rows: ids of the file and of those merged into it, and the accounts that open it. */
export interface Whose {
  cooperativeId: string
  people: RawBuilder<unknown>
  users: RawBuilder<unknown>
}

interface ExportTable {
  subject: Subject
  /** Which rows of table `t` speak of the person. */
  rows: (whose: Whose) => RawBuilder<unknown>
  /** Columns that stay out: secrets, sealed values (opened apart), what only machines read. */
  omit?: readonly string[]
}

const own: ExportTable['rows'] = ({ people }) => sql`t.person_id in (${people})`

/** Rows that hang on another table of the person. */
function through(column: string, table: string, key = 'id'): ExportTable['rows'] {
  return ({ cooperativeId, people }) => sql`${sql.ref(`t.${column}`)} in (
    select ${sql.ref(`parent.${key}`)} from ${sql.table(`terreau.${table}`)} parent
     where parent.cooperative_id = ${cooperativeId} and parent.person_id in (${people}))`
}

const ofActivity = through('activity_id', 'activity_member', 'activity_id')
const ofAccount: ExportTable['rows'] = ({
  cooperativeId,
  people,
}) => sql`t.account_id in (select a.id from terreau.account a
  join terreau.activity_member m on m.cooperative_id = a.cooperative_id and m.activity_id = a.activity_id
  where a.cooperative_id = ${cooperativeId} and m.person_id in (${people}))`
const ofPair: ExportTable['rows'] = ({ people }) =>
  sql`(t.tutor_person_id in (${people}) or t.tutee_person_id in (${people}))`
/** What was answered to a tutor, and what the person answered: not what others of a group said. */
const ofAnswer: ExportTable['rows'] = ({
  cooperativeId,
  people,
}) => sql`(t.session_id, t.tutee_person_id) in (
  select p.session_id, p.tutee_person_id from terreau.tutoring_part p
   where p.cooperative_id = ${cooperativeId} and (p.tutor_person_id in (${people}) or p.tutee_person_id in (${people})))`
/** What was agreed is of both people of the pair. */
const ofRelation: ExportTable['rows'] = ({
  cooperativeId,
  people,
}) => sql`t.relation_id in (select r.id from terreau.tutoring_relation r
  where r.cooperative_id = ${cooperativeId} and (r.tutor_person_id in (${people}) or r.tutee_person_id in (${people})))`
/** What one side said when looking back is theirs alone. */
const ofOwnReview: ExportTable['rows'] = ({
  cooperativeId,
  people,
}) => sql`exists (select 1 from terreau.tutoring_relation r
  where r.cooperative_id = ${cooperativeId} and r.id = t.relation_id
    and case t.side when 'tutor' then r.tutor_person_id else r.tutee_person_id end in (${people}))`
/** A tutor reads their sessions, a person helped those they had a part in. */
const ofSession =
  (column: string): ExportTable['rows'] =>
  ({ cooperativeId, people }) =>
    sql`${sql.ref(`t.${column}`)} in (select p.session_id from terreau.tutoring_part p
      where p.cooperative_id = ${cooperativeId} and (p.tutor_person_id in (${people}) or p.tutee_person_id in (${people})))`

/**
 * Every table of which a copy holds rows, by its name in the database. The test of completeness compares
 * this list, and that of what stays out, with the catalogue: a new table is in one of the two.
 */
export const EXPORT_TABLES = {
  person: {
    subject: 'identity',
    rows: ({ people }) => sql`t.id in (${people})`,
    omit: ['search_name'],
  },
  person_fact: { subject: 'identity', rows: own },
  person_situation: { subject: 'identity', rows: own },
  referent: { subject: 'identity', rows: own },
  person_merge: { subject: 'identity', rows: ({ people }) => sql`t.kept_id in (${people})` },
  person_merge_undo: {
    subject: 'identity',
    rows: ({ cooperativeId, people }) => sql`t.merge_id in (select m.id from terreau.person_merge m
      where m.cooperative_id = ${cooperativeId} and m.kept_id in (${people}))`,
  },
  lead: { subject: 'path', rows: own, omit: ['search_name'] },
  lead_act: { subject: 'path', rows: through('lead_id', 'lead') },
  info_meeting_guest: { subject: 'path', rows: through('lead_id', 'lead') },
  piece: { subject: 'path', rows: own },
  piece_act: { subject: 'path', rows: through('piece_id', 'piece') },
  welcome_place: { subject: 'path', rows: own },
  activity: { subject: 'contracts', rows: through('id', 'activity_member', 'activity_id') },
  activity_member: { subject: 'contracts', rows: own },
  activity_convention: {
    subject: 'contracts',
    rows: through('id', 'activity_convention_share', 'convention_id'),
  },
  activity_convention_share: { subject: 'contracts', rows: own },
  contract: { subject: 'contracts', rows: own },
  contract_amendment: { subject: 'contracts', rows: through('contract_id', 'contract') },
  contract_document: {
    subject: 'contracts',
    rows: through('contract_id', 'contract'),
    omit: ['sha256'],
  },
  staff_register_entry: { subject: 'contracts', rows: own },
  staff_register_note: {
    subject: 'contracts',
    rows: ({ cooperativeId, people }) => sql`exists (select 1 from terreau.staff_register_entry e
      where e.cooperative_id = ${cooperativeId} and e.n = t.entry_n and e.person_id in (${people}))`,
  },
  contract_suspension: { subject: 'contracts', rows: through('contract_id', 'contract') },
  contract_notice: { subject: 'contracts', rows: through('contract_id', 'contract') },
  contract_hire_declaration: { subject: 'contracts', rows: through('contract_id', 'contract') },
  contract_exit: { subject: 'contracts', rows: through('contract_id', 'contract') },
  contract_exit_step: { subject: 'contracts', rows: through('contract_id', 'contract') },
  exit_survey: { subject: 'contracts', rows: through('contract_id', 'contract') },
  exit_survey_answer: {
    subject: 'contracts',
    rows: ({ cooperativeId, people }) => sql`t.survey_id in (select s.id from terreau.exit_survey s
      join terreau.contract c on c.cooperative_id = s.cooperative_id and c.id = s.contract_id
     where s.cooperative_id = ${cooperativeId} and c.person_id in (${people}))`,
  },
  support_interview: { subject: 'contracts', rows: own },
  variable_pay_settlement: { subject: 'contracts', rows: through('contract_id', 'contract') },
  legal_clock: { subject: 'contracts', rows: own },
  signature_request: {
    subject: 'signatures',
    rows: through('id', 'signature_party', 'request_id'),
    omit: ['document_sha256', 'signed_sha256'],
  },
  signature_party: { subject: 'signatures', rows: own },
  signature_act: {
    subject: 'signatures',
    rows: ({ cooperativeId, people }) => sql`exists (select 1 from terreau.signature_party p
      where p.cooperative_id = ${cooperativeId} and p.request_id = t.request_id
        and p.person_id in (${people}) and (t.position is null or t.position = p.position))`,
    omit: ['document_sha256', 'trace'],
  },
  paper_alert: { subject: 'path', rows: through('document_id', 'document') },
  permit: { subject: 'right_to_work', rows: own, omit: ['number_sealed'] },
  permit_prolongation: { subject: 'right_to_work', rows: through('permit_id', 'permit') },
  permit_alert: { subject: 'right_to_work', rows: through('permit_id', 'permit') },
  permit_scan: { subject: 'right_to_work', rows: through('permit_id', 'permit') },
  hire_check: { subject: 'right_to_work', rows: own },
  work_decision: { subject: 'right_to_work', rows: own },
  declaration: { subject: 'money', rows: own },
  sale_line: { subject: 'money', rows: through('declaration_id', 'declaration') },
  expense_line: { subject: 'money', rows: through('declaration_id', 'declaration') },
  trip_line: { subject: 'money', rows: through('declaration_id', 'declaration') },
  receipt: { subject: 'money', rows: through('declaration_id', 'declaration') },
  question: { subject: 'money', rows: through('declaration_id', 'declaration') },
  acceptance: { subject: 'money', rows: through('declaration_id', 'declaration') },
  acceptance_undo: {
    subject: 'money',
    rows: ({
      cooperativeId,
      people,
    }) => sql`t.acceptance_id in (select a.id from terreau.acceptance a
      join terreau.declaration d on d.cooperative_id = a.cooperative_id and d.id = a.declaration_id
      where a.cooperative_id = ${cooperativeId} and d.person_id in (${people}))`,
  },
  account: { subject: 'money', rows: ofActivity },
  account_month: { subject: 'money', rows: ofAccount },
  account_day: { subject: 'money', rows: ofAccount },
  // The account of a shared activity is everybody's; which declaration a line comes from is not said.
  posting: {
    subject: 'money',
    rows: ({ cooperativeId, people }) => sql`t.id in (select l.posting_id from terreau.ledger_line l
      join terreau.account a on a.cooperative_id = l.cooperative_id and a.id = l.account_id
      join terreau.activity_member m on m.cooperative_id = a.cooperative_id and m.activity_id = a.activity_id
      where l.cooperative_id = ${cooperativeId} and m.person_id in (${people}))`,
    omit: ['source_id', 'transaction'],
  },
  ledger_line: { subject: 'money', rows: ofAccount, omit: ['digest'] },
  pay_decision: { subject: 'money', rows: through('contract_id', 'contract') },
  pay_slip: { subject: 'money', rows: own },
  pay_slip_withdrawal: { subject: 'money', rows: through('slip_id', 'pay_slip') },
  carried_figure: { subject: 'money', rows: own },
  approval: { subject: 'money', rows: own },
  closing_line: { subject: 'money', rows: own },
  closing_statement: {
    subject: 'money',
    rows: ({ cooperativeId, people }) => sql`exists (select 1 from terreau.closing_line c
      where c.cooperative_id = ${cooperativeId} and c.person_id in (${people})
        and (c.month, c.version, c.activity_id) = (t.month, t.version, t.activity_id))`,
  },
  declaration_confirmation: {
    subject: 'money',
    rows: through('declaration_id', 'declaration'),
    omit: ['lines_digest'],
  },
  vehicle: { subject: 'money', rows: own },
  bank_credit: { subject: 'money', rows: through('declaration_id', 'declaration') },
  bank_credit_withdrawal: {
    subject: 'money',
    rows: ({ cooperativeId, people }) => sql`exists (select 1 from terreau.bank_credit b
      join terreau.declaration d on d.cooperative_id = b.cooperative_id and d.id = b.declaration_id
      where b.cooperative_id = ${cooperativeId} and b.id = t.credit_id
        and d.person_id in (${people}))`,
  },
  expense_act: { subject: 'money', rows: through('declaration_id', 'declaration') },
  month_decision: { subject: 'money', rows: own },
  declaration_contact: { subject: 'messages', rows: own },
  attestation: { subject: 'certificates', rows: own, omit: ['sha256', 'template_version'] },
  attestation_revocation: {
    subject: 'certificates',
    rows: through('attestation_id', 'attestation'),
  },
  attestation_replacement: {
    subject: 'certificates',
    rows: through('attestation_id', 'attestation'),
  },
  attestation_check: { subject: 'certificates', rows: through('attestation_id', 'attestation') },
  attestation_delivery: {
    subject: 'certificates',
    rows: through('attestation_id', 'attestation'),
  },
  attestation_request: { subject: 'certificates', rows: own },
  attestation_batch_item: { subject: 'certificates', rows: own },
  tutoring_relation: { subject: 'tutoring', rows: ofPair },
  tutoring_session: { subject: 'tutoring', rows: ofSession('id') },
  tutoring_part: { subject: 'tutoring', rows: ofPair },
  tutoring_answer: { subject: 'tutoring', rows: ofAnswer },
  tutoring_approval: { subject: 'tutoring', rows: ofSession('session_id') },
  tutoring_mediation: { subject: 'tutoring', rows: ofSession('session_id') },
  tutoring_tutor_month: {
    subject: 'tutoring',
    rows: ({ people }) => sql`t.tutor_person_id in (${people})`,
  },
  help_year: { subject: 'tutoring', rows: ofPair },
  tutor_profile: { subject: 'tutoring', rows: own },
  tutor_charter_acceptance: { subject: 'tutoring', rows: own },
  tutoring_need: { subject: 'tutoring', rows: own },
  tutoring_way: { subject: 'tutoring', rows: ofRelation },
  tutoring_agreement: { subject: 'tutoring', rows: ofRelation },
  tutoring_agreement_answer: { subject: 'tutoring', rows: ofRelation },
  tutoring_countersignature: { subject: 'tutoring', rows: ofRelation },
  tutoring_agreement_end: { subject: 'tutoring', rows: ofRelation },
  tutoring_review: { subject: 'tutoring', rows: ofOwnReview },
  time_sheet_paper: { subject: 'tutoring', rows: own, omit: ['fingerprint'] },
  engagement_role: { subject: 'tutoring', rows: own },
  tutor_badge: { subject: 'tutoring', rows: own },
  tutor_badge_revocation: { subject: 'tutoring', rows: through('badge_id', 'tutor_badge') },
  document: { subject: 'documents', rows: own },
  document_version: { subject: 'documents', rows: through('document_id', 'document') },
  mail: {
    subject: 'messages',
    // An address that two files share names neither of them.
    rows: ({ cooperativeId, people }) => sql`lower(t.to_address) in (
      select lower(p.email) from terreau.person p
       where p.cooperative_id = ${cooperativeId} and p.id in (${people}) and p.email <> ''
         and not exists (select 1 from terreau.person o where o.cooperative_id = p.cooperative_id
           and lower(o.email) = lower(p.email) and o.id not in (${people})))`,
    omit: ['message_id', 'last_error'],
  },
  app_user: {
    subject: 'access',
    rows: ({ users }) => sql`t.id in (${users})`,
    omit: [
      'password_hash',
      'totp_secret_sealed',
      'totp_pending_sealed',
      'totp_confirmed_at',
      'totp_last_step',
    ],
  },
  membership: { subject: 'access', rows: own },
  session: {
    subject: 'access',
    rows: ({ users }) => sql`t.user_id in (${users})`,
    // The screen that was given to somebody else to sign is theirs, and its code a secret.
    omit: [
      'token_hash',
      'handed_signature_id',
      'handed_position',
      'handed_reason',
      'handed_code_hash',
      'handed_tries',
    ],
  },
  look: { subject: 'access', rows: own },
  personal_export: { subject: 'access', rows: own, omit: ['sha256'] },
  personal_export_download: {
    subject: 'access',
    rows: through('export_id', 'personal_export'),
  },
  legal_hold: { subject: 'access', rows: own },
  erasure_request: { subject: 'access', rows: own },
  redaction: { subject: 'access', rows: own, omit: ['transaction'] },
  work_mark: { subject: 'history', rows: own },
  audit_entry: {
    subject: 'history',
    rows: ({ people, cooperativeId }) => sql`(t.entity_kind, t.entity_id) in (
      select 'person', p::text from (${people}) as own (p)
      union all select 'contract', c.id::text from terreau.contract c
        where c.cooperative_id = ${cooperativeId} and c.person_id in (${people})
      union all select 'declaration', d.id::text from terreau.declaration d
        where d.cooperative_id = ${cooperativeId} and d.person_id in (${people})
      union all select 'document', d.id::text from terreau.document d
        where d.cooperative_id = ${cooperativeId} and d.person_id in (${people})
      union all select 'attestation', a.id::text from terreau.attestation a
        where a.cooperative_id = ${cooperativeId} and a.person_id in (${people})
      union all select 'lead', l.id::text from terreau.lead l
        where l.cooperative_id = ${cooperativeId} and l.person_id in (${people}))`,
    omit: ['hash', 'previous_hash', 'request_id'],
  },
} as const satisfies Record<string, ExportTable>

export type ExportedTable = keyof typeof EXPORT_TABLES

/** What a copy leaves out, and why. The page of rules prints the same list. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  host_structure: 'names a body, nobody',
  tutor_charter: 'a text of the cooperative, the same for all',
  tutoring_month: 'sums of sessions, nobody named',
  host_engagement: 'facts about a body, nobody',
  funded_operation: 'names a funder and its agreement, nobody',
  shared_services_account: 'an account of the cooperative, the same for all',
  shared_services_line: 'charges and resources of the cooperative, nobody named',
  shared_services_given: 'an account of the cooperative, the same for all',
  shared_services_month: 'totals of the cooperative',
  shared_services_document: 'a document of the cooperative, the same for all',
  valuation_choice: 'a decision of a structure, the same for all',
  volunteer_month: 'sums of sessions, nobody named',
  activity_convention_document:
    'its file comes with the signature; its facts name the other people',
  approval_assembly: 'days of assemblies, the same for all',
  cooperative_logo: 'a picture of the cooperative, nothing about anybody',
  attestation_key: 'keys of the cooperative, nothing about anybody',
  audit_head: 'the seal of the journal, nothing about anybody',
  audit_redaction: 'which lines of the journal were emptied; the lines are in the copy',
  attestation_template: 'texts of the cooperative, the same for all',
  attestation_batch: 'who is in one stands in attestation_batch_item; the batch names nobody',
  closing: 'totals of the cooperative',
  closing_reopening: 'why a month of the cooperative was opened again',
  contribution_scheme: 'a decision of the assembly, the same for all',
  contribution_tier: 'a decision of the assembly, the same for all',
  cooperative: 'the cooperative itself; its name heads the copy',
  cooperative_setting: 'decisions of the cooperative',
  data_key: 'keys of sealed fields',
  exchange_rate: 'rates, the same for all',
  expense_month: 'totals of the cooperative',
  file_scan: 'what the antivirus said of a file, for the machine that serves it',
  idempotency:
    'answers kept some days for a repeated request; their contents are in the other tables',
  import: 'which files were read, nothing about one person',
  import_item: 'which rows a file brought; the rows themselves are in the copy',
  info_meeting: 'a day and a place; whether the person came is in info_meeting_guest',
  number_counter: 'the last number of each series',
  pay_export: 'which files left for the payroll service; their bytes are not kept',
  pay_import: 'which payroll files were read; the slips are in the copy',
  pay_import_undo: 'which payroll files were taken back; the slips are in the copy',
  personal_export_part: 'the bytes of copies',
  piece_kind: 'what the cooperative asks of everybody',
  public_code: 'fingerprints of codes; the codes are on the certificates',
  rate_limit: 'counted attempts by address, erased by themselves',
  retention_run: 'what each night counted, nobody by name',
  retention_switch: 'a decision of the direction',
  schema_migration: 'versions of the database',
  sealed_number: 'opened into numbers, for the person alone',
  sign_in_token: 'secrets of a few minutes',
  signature_code: 'secrets of a few minutes; that a code was sent is an act of the signature',
  stored_file: 'the files of the copy',
}
