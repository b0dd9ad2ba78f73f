import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { safeLabel } from '../../../platform/uploads/safe-name.ts'

/** One file of a copy: where it stands in the archive, and what it is. */
export interface CopiedFile {
  fileId: string
  path: string
  sha256: string
}

/** Folders of the archive, and the files that each takes from. A test compares them with the catalogue. */
export const FILE_SOURCES = [
  'document_version.file_id',
  'contract.associate_file_id',
  'contract_document.file_id',
  'contract_notice.file_id',
  'contract_exit_step.file_id',
  'activity_convention_document.file_id',
  'tutoring_countersignature.file_id',
  'signature_request.file_id',
  'signature_request.signed_file_id',
  'signature_act.file_id',
  'attestation.file_id',
  'closing_statement.file_id',
  'question.voice_file_id',
  'tutoring_session.voice_file_id',
] as const

interface Found {
  id: string
  folder: string
  fileName: string
  sha256: Buffer
}

/** Every file that may be opened and belongs to a person, once each, with a place of its own in the archive. */
export async function filesOf(tx: Tx, ctx: Context, personId: string): Promise<CopiedFile[]> {
  const { cooperativeId: tenant } = ctx
  const { rows } = await sql<Found>`
    with own (id) as (select terreau.file_ids(${tenant}, ${personId})),
    contracts as (select c.id, c.associate_file_id from terreau.contract c
      where c.cooperative_id = ${tenant} and c.person_id in (select id from own)),
    requests as (select r.* from terreau.signature_request r where r.cooperative_id = ${tenant}
      and exists (select 1 from terreau.signature_party p where p.cooperative_id = r.cooperative_id
        and p.request_id = r.id and p.person_id in (select id from own))),
    found (id, folder) as (
      select v.file_id, 'documents/' || d.kind from terreau.document d
        join terreau.document_version v on v.cooperative_id = d.cooperative_id and v.document_id = d.id
       where d.cooperative_id = ${tenant} and d.person_id in (select id from own)
      union all select c.associate_file_id, 'contracts' from contracts c
      union all select d.file_id, 'contracts' from contracts c
        join terreau.contract_document d on d.cooperative_id = ${tenant} and d.contract_id = c.id
      union all select n.file_id, 'contracts/notices' from contracts c
        join terreau.contract_notice n on n.cooperative_id = ${tenant} and n.contract_id = c.id
      union all select s.file_id, 'contracts/exit' from contracts c
        join terreau.contract_exit_step s on s.cooperative_id = ${tenant} and s.contract_id = c.id
      union all select d.file_id, 'contracts/conventions' from terreau.activity_convention_document d
        join terreau.activity_convention_share s on s.cooperative_id = d.cooperative_id
         and s.convention_id = d.convention_id
       where d.cooperative_id = ${tenant} and s.person_id in (select id from own)
      union all select k.file_id, 'tutoring' from terreau.tutoring_countersignature k
        join terreau.tutoring_relation t on t.cooperative_id = k.cooperative_id and t.id = k.relation_id
       where k.cooperative_id = ${tenant} and (t.tutor_person_id in (select id from own) or t.tutee_person_id in (select id from own))
      union all select q.voice_file_id, 'declarations/answers' from terreau.question q
        join terreau.declaration d on d.cooperative_id = q.cooperative_id and d.id = q.declaration_id
       where q.cooperative_id = ${tenant} and d.person_id in (select id from own)
      union all select s.voice_file_id, 'tutoring/notes' from terreau.tutoring_session s
       where s.cooperative_id = ${tenant} and (s.tutor_person_id in (select id from own) or exists (
         select 1 from terreau.tutoring_part p where p.cooperative_id = s.cooperative_id and p.session_id = s.id
           and p.tutee_person_id in (select id from own)))
      union all select r.file_id, 'signatures' from requests r
      union all select r.signed_file_id, 'signatures' from requests r
      union all select a.file_id, 'signatures' from requests r
        join terreau.signature_act a on a.cooperative_id = ${tenant} and a.request_id = r.id
      union all select a.file_id, 'certificates' from terreau.attestation a
       where a.cooperative_id = ${tenant} and a.person_id in (select id from own)
      union all select s.file_id, 'statements' from terreau.closing_line l
        join terreau.closing_statement s on s.cooperative_id = l.cooperative_id and s.month = l.month
         and s.version = l.version and s.activity_id = l.activity_id
       where l.cooperative_id = ${tenant} and l.person_id in (select id from own))
    select f.id, min(found.folder) as folder, f.file_name, f.sha256
      from found join terreau.stored_file f on f.cooperative_id = ${tenant} and f.id = found.id and f.erased_at is null
       and not exists (select 1 from terreau.file_scan s
         where s.cooperative_id = f.cooperative_id and s.file_id = f.id and s.state <> 'clean')
     group by f.id, f.file_name, f.sha256, f.created_at order by f.created_at, f.id`.execute(tx)
  return rows.map(({ id, folder, fileName, sha256 }, index) => ({
    fileId: id,
    path: `${folder}/${String(index + 1).padStart(4, '0')}-${safe(fileName)}`,
    sha256: sha256.toString('hex'),
  }))
}

/** A name that opens on every system and leads out of no folder, with the extension it had. */
function safe(fileName: string): string {
  const extension = /\.[a-z\d]{1,5}$/i.exec(fileName)?.[0] ?? ''
  return `${safeLabel(fileName.slice(0, fileName.length - extension.length))}${extension}`
}
