-- A tutor may say a note about a session instead of writing it. It is heard, copied and erased as the words are.
alter table terreau.tutoring_session
  add column voice_file_id uuid,
  add constraint tutoring_session_voice_file_fkey foreign key (cooperative_id, voice_file_id)
    references terreau.stored_file (cooperative_id, id);
create index tutoring_session_voice_file_idx on terreau.tutoring_session (cooperative_id, voice_file_id)
  where voice_file_id is not null;

-- The whole map of what each kind of data erases: a spoken note goes with the written ones.
create or replace function terreau.personal_fields()
returns table (kind text, step integer, name text, scope text, changes jsonb)
language sql immutable
as $fields$
  with file_change (changes) as (
    select jsonb_build_object('bytes', $$''$$, 'file_name', $$'…'$$, 'erased_at', 'now()', 'redaction_id', '$3')),
  fields (kind, step, name, scope, changes) as (values
  -- How to reach the person, and what was said while they were followed.
  ('contact', 1, 'mail', $$lower(t.to_address) in (select lower(p.email) from terreau.person p
      where p.cooperative_id = $1 and p.id = any($2) and p.email <> ''
        and not exists (select 1 from terreau.person o where o.cooperative_id = p.cooperative_id
          and lower(o.email) = lower(p.email) and o.id <> all($2)))$$,
    $${"body": "'…'", "subject": "'…'", "to_name": "'…'", "to_address": "'…'"}$$::jsonb),
  ('contact', 2, 'person', $$t.id = any($2)$$, $${"email": "''", "phone": "''", "address": "''"}$$),
  ('contact', 3, 'person_fact', $$t.person_id = any($2)$$, null),
  ('contact', 4, 'welcome_place', $$t.person_id = any($2)$$, null),
  ('contact', 5, 'lead', $$t.person_id = any($2)$$, $${"email": "'…'", "phone": "''", "origin_name": "''"}$$),
  ('contact', 6, 'lead_act', $$t.lead_id in (select l.id from terreau.lead l where l.cooperative_id = $1 and l.person_id = any($2))$$,
    $${"words": "''", "letter": "null"}$$),
  ('contact', 7, 'piece', $$t.person_id = any($2)$$, $${"words": "''"}$$),
  ('contact', 8, 'piece_act', $$t.piece_id in (select i.id from terreau.piece i where i.cooperative_id = $1 and i.person_id = any($2))$$,
    $${"words": "''"}$$),
  ('contact', 9, 'work_mark', $$t.person_id = any($2) and t.reason is not null$$, $${"reason": "'…'"}$$),
  ('contact', 10, 'declaration_contact', $$t.person_id = any($2) and t.note <> ''$$, $${"note": "''"}$$),
  ('contact', 11, 'vehicle', $$t.person_id = any($2) and t.label <> '…'$$, $${"label": "'…'"}$$),
  -- Identity papers, CV, diplomas: what a file holds beside contract, permit and pay.
  ('papers', 1, 'stored_file', $$t.erased_at is null and t.id in (select v.file_id from terreau.document d
      join terreau.document_version v on v.cooperative_id = d.cooperative_id and v.document_id = d.id
      where d.cooperative_id = $1 and d.person_id = any($2)
        and d.kind not in ('receipt', 'bank_details', 'social_security', 'employer_certificate', 'residence_permit', 'renewal_receipt',
                           'work_authorisation', 'prefecture_proof', 'signed_paper', 'prior_convention'))$$,
    null),
  ('right_to_work', 1, 'stored_file', $$t.erased_at is null and t.id in (select v.file_id from terreau.document d
      join terreau.document_version v on v.cooperative_id = d.cooperative_id and v.document_id = d.id
      where d.cooperative_id = $1 and d.person_id = any($2)
        and d.kind in ('residence_permit', 'renewal_receipt', 'work_authorisation', 'prefecture_proof'))$$,
    null),
  ('right_to_work', 2, 'permit', $$t.person_id = any($2) and t.number_sealed is not null$$,
    $${"number_sealed": "null"}$$),
  ('right_to_work', 3, 'work_decision', $$t.person_id = any($2)$$, $${"reason": "'…'"}$$),
  ('right_to_work', 4, 'permit', $$t.person_id = any($2) and t.no_end_reason <> ''$$, $${"no_end_reason": "''"}$$),
  ('right_to_work', 5, 'document', $$t.person_id = any($2) and t.refusal <> ''$$, $${"refusal": "''", "refused_since": "null"}$$),
  ('pay', 1, 'sealed_number', $$t.person_id = any($2)$$, null),
  ('pay', 2, 'stored_file', $$t.erased_at is null and t.id in (select v.file_id from terreau.document d
      join terreau.document_version v on v.cooperative_id = d.cooperative_id and v.document_id = d.id
      where d.cooperative_id = $1 and d.person_id = any($2) and d.kind in ('bank_details', 'social_security', 'employer_certificate'))$$,
    null),
  -- Contracts keep kind, number and dates: they explain the amounts that stay.
  ('contract', 1, 'stored_file', $$t.erased_at is null and t.id in (
      select c.associate_file_id from terreau.contract c where c.cooperative_id = $1 and c.person_id = any($2)
      union select d.file_id from terreau.contract c join terreau.contract_document d on d.cooperative_id = $1 and d.contract_id = c.id
        where c.cooperative_id = $1 and c.person_id = any($2)
      union select n.file_id from terreau.contract c join terreau.contract_notice n on n.cooperative_id = $1 and n.contract_id = c.id
        where c.cooperative_id = $1 and c.person_id = any($2)
      union select s.file_id from terreau.contract c join terreau.contract_exit_step s on s.cooperative_id = $1 and s.contract_id = c.id
        where c.cooperative_id = $1 and c.person_id = any($2)
      union select v.file_id from terreau.document d
        join terreau.document_version v on v.cooperative_id = d.cooperative_id and v.document_id = d.id
        where d.cooperative_id = $1 and d.person_id = any($2) and d.kind in ('signed_paper', 'prior_convention')
      union select f.file_id from terreau.signature_request r
        join lateral (select r.file_id union all select r.signed_file_id union all select a.file_id from terreau.signature_act a
          where a.cooperative_id = r.cooperative_id and a.request_id = r.id) f on true
        where r.cooperative_id = $1 and terreau.signs_alone(r.cooperative_id, r.id, $2)
      union select d.file_id from terreau.activity_convention_document d
        where d.cooperative_id = $1 and terreau.shares_with_nobody(d.cooperative_id, d.convention_id, $2))$$,
    null),
  ('contract', 2, 'contract', $$t.person_id = any($2)$$,
    $${"terms": "'{}'", "gap_reason": "case when t.gap_reason is null then null else '…' end", "registered_on": "null", "registered_siren": "null"}$$),
  ('contract', 3, 'contract_document', $$t.contract_id in (select c.id from terreau.contract c where c.cooperative_id = $1 and c.person_id = any($2))$$,
    $${"facts": "'{}'"}$$),
  ('contract', 4, 'contract_amendment', $$t.contract_id in (select c.id from terreau.contract c where c.cooperative_id = $1 and c.person_id = any($2))$$,
    $${"reason": "'…'", "changes": "'{}'"}$$),
  ('contract', 5, 'contract_suspension', $$t.contract_id in (select c.id from terreau.contract c where c.cooperative_id = $1 and c.person_id = any($2))$$,
    $${"note": "''", "reason": "'other'"}$$),
  ('contract', 6, 'contract_exit', $$t.contract_id in (select c.id from terreau.contract c where c.cooperative_id = $1 and c.person_id = any($2))$$,
    $${"note": "''"}$$),
  ('contract', 7, 'contract_exit_step', $$t.contract_id in (select c.id from terreau.contract c where c.cooperative_id = $1 and c.person_id = any($2))$$,
    $${"note": "''"}$$),
  ('contract', 8, 'contract_hire_declaration', $$t.contract_id in (select c.id from terreau.contract c where c.cooperative_id = $1 and c.person_id = any($2))$$,
    $${"receipt_number": "'…'"}$$),
  ('contract', 9, 'signature_act', $$exists (select 1 from terreau.signature_party p where p.cooperative_id = $1
      and p.request_id = t.request_id and p.person_id = any($2) and (t.position is null or t.position = p.position))$$,
    $${"reason": "case when t.reason is null then null else '…' end", "typed_name": "case when t.typed_name is null then null else '…' end"}$$),
  ('contract', 10, 'signature_code', $$exists (select 1 from terreau.signature_party p where p.cooperative_id = $1
      and p.request_id = t.request_id and p.position = t.position and p.person_id = any($2))$$,
    $${"sent_to": "'…'"}$$),
  ('contract', 11, 'signature_request', $$terreau.signs_alone(t.cooperative_id, t.id, $2)$$,
    $${"title": "'…'", "summary": "'{\"fr\": [], \"en\": []}'"}$$),
  ('contract', 12, 'signature_party', $$t.person_id = any($2)$$, $${"printed_name": "'…'"}$$),
  ('contract', 13, 'activity_convention_document', $$terreau.shares_with_nobody(t.cooperative_id, t.convention_id, $2)$$,
    $${"facts": "'{}'"}$$),
  ('contract', 14, 'activity_convention', $$terreau.shares_with_nobody(t.cooperative_id, t.id, $2)$$,
    $${"terms": "'{}'"}$$),
  ('contract', 15, 'legal_clock', $$t.person_id = any($2)$$, null),
  ('contract', 16, 'support_interview', $$t.person_id = any($2)$$,
    $${"place": "''", "report": "(select coalesce(jsonb_object_agg(x.key, case jsonb_typeof(x.value) when 'string' then '\"\"'::jsonb when 'array' then '[]'::jsonb else x.value end), '{}') from jsonb_each(t.report) x)"}$$),
  -- What became of somebody who left stays for the figures, under no name; their own words go.
  ('contract', 18, 'exit_survey_answer', $$t.words <> '' and t.survey_id in (select s.id from terreau.exit_survey s
      join terreau.contract c on c.cooperative_id = s.cooperative_id and c.id = s.contract_id
      where s.cooperative_id = $1 and c.person_id = any($2))$$,
    $${"words": "''"}$$),
  ('contract', 17, 'person_situation', $$t.person_id = any($2)$$, null),
  ('contract', 40, 'staff_register_note', $$t.entry_n in (select e.n from terreau.staff_register_entry e where e.cooperative_id = $1 and e.person_id = any($2))$$,
    $${"words": "'…'"}$$),
  ('contract', 41, 'staff_register_entry', $$t.person_id = any($2)$$,
    $${"job": "'…'", "sex": "null", "born_on": "null", "permit_id": "null", "family_name": "'…'", "given_names": "'…'", "nationality": "'…'", "qualification": "'…'", "authorisation_on": "null"}$$),
  -- A certificate keeps number, kind, period, issuer and day: who verifies it still learns that it is true.
  ('attestation', 1, 'stored_file', $$t.erased_at is null and t.id in (select a.file_id from terreau.attestation a
      where a.cooperative_id = $1 and a.person_id = any($2))$$,
    null),
  ('attestation', 2, 'attestation', $$t.person_id = any($2)$$,
    $${"facts": "jsonb_build_object('issuer', t.facts->'issuer', 'issue', t.facts->'issue', 'person', jsonb_build_object('fullName', '', 'addressLines', '[]'::jsonb, 'bornOn', null))", "key_figures": "'[]'"}$$),
  ('attestation', 3, 'attestation_revocation', $$t.attestation_id in (select a.id from terreau.attestation a
      where a.cooperative_id = $1 and a.person_id = any($2))$$,
    $${"reason": "'…'"}$$),
  ('attestation', 4, 'attestation_replacement', $$t.attestation_id in (select a.id from terreau.attestation a
      where a.cooperative_id = $1 and a.person_id = any($2))$$,
    $${"reason": "'…'"}$$),
  ('attestation', 5, 'attestation_check', $$t.attestation_id in (select a.id from terreau.attestation a
      where a.cooperative_id = $1 and a.person_id = any($2))$$,
    null),
  ('attestation', 6, 'tutor_badge', $$t.person_id = any($2) and t.credential <> ''$$, $${"credential": "''"}$$),
  ('attestation', 7, 'tutor_badge_revocation', $$t.badge_id in (select b.id from terreau.tutor_badge b
      where b.cooperative_id = $1 and b.person_id = any($2))$$,
    $${"reason": "'…'"}$$),
  ('tutoring', 1, 'tutoring_session', $$(t.tutor_person_id = any($2) or exists (select 1 from terreau.tutoring_part p
      where p.cooperative_id = $1 and p.session_id = t.id and p.tutee_person_id = any($2))) and (t.note <> '' or t.place <> '')$$,
    $${"note": "''", "place": "''"}$$),
  ('tutoring', 2, 'tutoring_mediation', $$t.note <> '' and exists (select 1 from terreau.tutoring_part p
      where p.cooperative_id = $1 and p.session_id = t.session_id
        and (p.tutor_person_id = any($2) or p.tutee_person_id = any($2)))$$,
    $${"note": "''"}$$),
  ('tutoring', 3, 'tutoring_need', $$t.person_id = any($2)$$, null),
  ('tutoring', 4, 'tutor_profile', $$t.person_id = any($2)$$, null),
  ('tutoring', 5, 'tutoring_agreement', $$t.aim <> '…' and t.relation_id in (select r.id from terreau.tutoring_relation r
      where r.cooperative_id = $1 and (r.tutor_person_id = any($2) or r.tutee_person_id = any($2)))$$,
    $${"aim": "'…'", "stopping": "'…'", "confidentiality": "'…'"}$$),
  ('tutoring', 6, 'tutoring_agreement_end', $$t.words <> '' and t.relation_id in (select r.id from terreau.tutoring_relation r
      where r.cooperative_id = $1 and (r.tutor_person_id = any($2) or r.tutee_person_id = any($2)))$$,
    $${"words": "''"}$$),
  ('tutoring', 7, 'tutoring_review', $$t.words <> '' and t.relation_id in (select r.id from terreau.tutoring_relation r
      where r.cooperative_id = $1 and (r.tutor_person_id = any($2) or r.tutee_person_id = any($2)))$$,
    $${"words": "''"}$$),
  ('tutoring', 8, 'stored_file', $$t.erased_at is null and t.id in (select c.file_id
      from terreau.tutoring_countersignature c where c.cooperative_id = $1 and c.relation_id in (select r.id from terreau.tutoring_relation r
      where r.cooperative_id = $1 and (r.tutor_person_id = any($2) or r.tutee_person_id = any($2))))$$,
    null),
  ('tutoring', 9, 'stored_file', $$t.erased_at is null and t.id in (select s.voice_file_id from terreau.tutoring_session s
      where s.cooperative_id = $1 and s.voice_file_id is not null and (s.tutor_person_id = any($2)
        or exists (select 1 from terreau.tutoring_part p
          where p.cooperative_id = $1 and p.session_id = s.id and p.tutee_person_id = any($2))))$$,
    null),
  -- The name itself, the account that opens the file, and what the journal says; last, after all the others.
  ('identity', 1, 'referent', $$t.person_id = any($2)$$, $${"reason": "''"}$$),
  ('identity', 2, 'person_merge', $$t.kept_id = any($2) or t.merged_id = any($2)$$, $${"reason": "'…'"}$$),
  ('identity', 3, 'person_merge_undo', $$t.merge_id in (select m.id from terreau.person_merge m
      where m.cooperative_id = $1 and (m.kept_id = any($2) or m.merged_id = any($2)))$$,
    $${"reason": "'…'"}$$),
  ('identity', 4, 'look', $$t.person_id = any($2)$$, null),
  ('identity', 5, 'legal_hold', $$t.person_id = any($2)$$,
    $${"reason": "'…'", "lift_reason": "case when t.lift_reason is null then null else '…' end"}$$),
  ('identity', 6, 'personal_export_part', $$t.export_id in (select e.id from terreau.personal_export e
      where e.cooperative_id = $1 and e.person_id = any($2))$$,
    null),
  ('identity', 7, 'personal_export', $$t.person_id = any($2)$$,
    $${"state": "case t.state when 'ready' then 'expired' else t.state end", "reason": "case when t.reason = '' then '' else '…' end"}$$),
  ('identity', 8, 'lead', $$t.person_id = any($2)$$,
    $${"given_name": "$4[1]", "family_name": "$4[2]", "search_name": "$4[3]"}$$),
  ('identity', 9, 'activity', $$t.id in (select m.activity_id from terreau.activity_member m where m.cooperative_id = $1 and m.person_id = any($2))
      and not exists (select 1 from terreau.activity_member m join terreau.person p on p.cooperative_id = m.cooperative_id and p.id = m.person_id
        where m.cooperative_id = $1 and m.activity_id = t.id and m.person_id <> all($2) and p.erased_n is null)$$,
    $${"name": "$4[1] || ' ' || $4[2]"}$$),
  ('identity', 10, 'person', $$t.id = any($2)$$,
    $${"born_on": "null", "civility": "''", "given_name": "$4[1]", "family_name": "$4[2]", "search_name": "$4[3]"}$$),
  -- What goes by its date, whoever it speaks of.
  ('lead', 1, 'mail', $$lower(t.to_address) in (select lower(l.email) from terreau.lead l
      where l.cooperative_id = $1 and l.person_id is null and l.delete_on < $5 and l.email <> '')
      or t.id in (select a.mail_id from terreau.lead_act a join terreau.lead l on l.cooperative_id = a.cooperative_id and l.id = a.lead_id
        where a.cooperative_id = $1 and l.person_id is null and l.delete_on < $5)$$,
    $${"body": "'…'", "subject": "'…'", "to_name": "'…'", "to_address": "'…'"}$$),
  ('lead', 2, 'lead', $$t.person_id is null and t.delete_on < $5$$, null),
  ('accounting', 1, 'stored_file', $$t.erased_at is null and t.id in (
      select v.file_id from terreau.declaration d join terreau.receipt r on r.cooperative_id = $1 and r.declaration_id = d.id
        join terreau.document_version v on v.cooperative_id = $1 and v.document_id = r.document_id
        where d.cooperative_id = $1 and d.month < to_char($5::date, 'YYYY-MM') and d.person_id not in (select terreau.held_people())
      union select q.voice_file_id from terreau.declaration d join terreau.question q on q.cooperative_id = $1 and q.declaration_id = d.id
        where d.cooperative_id = $1 and d.month < to_char($5::date, 'YYYY-MM') and d.person_id not in (select terreau.held_people())
      union select s.file_id from terreau.closing_statement s join terreau.closing_line l on l.cooperative_id = $1
        and (l.month, l.version, l.activity_id) = (s.month, s.version, s.activity_id)
        where s.cooperative_id = $1 and s.month < to_char($5::date, 'YYYY-MM') and l.person_id not in (select terreau.held_people()))$$,
    null),
  ('accounting', 2, 'sale_line', $$t.customer <> '…' and t.declaration_id in (select terreau.declarations_before($5::date))$$,
    $${"customer": "'…'"}$$),
  ('accounting', 3, 'expense_line', $$t.label <> '' and t.declaration_id in (select terreau.declarations_before($5::date))$$,
    $${"label": "''"}$$),
  ('accounting', 4, 'trip_line', $$t.reason <> '…' and t.declaration_id in (select terreau.declarations_before($5::date))$$,
    $${"reason": "'…'"}$$),
  ('accounting', 5, 'question', $$t.text <> '…' and t.declaration_id in (select terreau.declarations_before($5::date))$$,
    $${"text": "'…'", "answer": "case when t.answer is null then null else '…' end"}$$),
  ('accounting', 6, 'month_decision', $$t.reason <> '…' and t.month < to_char($5::date, 'YYYY-MM') and t.person_id not in (select terreau.held_people())$$,
    $${"reason": "'…'"}$$),
  ('accounting', 7, 'declaration', $$t.draft <> '{}' and t.id in (select terreau.declarations_before($5::date))$$,
    $${"draft": "'{}'", "returned_at": "null", "returned_by": "null", "return_reason": "null", "returned_lines": "null"}$$),
  ('accounting', 20, 'declaration_confirmation', $$t.words <> '' and t.declaration_id in (select terreau.declarations_before($5::date))$$,
    $${"words": "''"}$$),
  ('message', 1, 'mail', $$t.created_at < $5 and t.to_address <> '…' and lower(t.to_address) not in (select lower(p.email) from terreau.person p
      where p.cooperative_id = $1 and p.id in (select terreau.held_people()) and p.email <> '')$$,
    $${"body": "'…'", "subject": "'…'", "to_name": "'…'", "to_address": "'…'"}$$),
  ('look', 1, 'look', $$t.looked_at < $5 and t.person_id not in (select terreau.held_people())$$, null),
  ('sign_in', 1, 'session', $$least(t.expires_at, t.idle_expires_at, coalesce(t.revoked_at, 'infinity')) < $5$$, null),
  ('request', 1, 'idempotency', $$t.created_at < $5$$, null),
  ('export', 1, 'personal_export_part', $$t.export_id in (select e.id from terreau.personal_export e
      where e.cooperative_id = $1 and e.expires_on < $5)$$,
    null),
  ('export', 2, 'personal_export', $$t.state = 'ready' and t.expires_on < $5$$, $${"state": "'expired'"}$$),
  -- Who looked at a certificate, and when.
  ('check', 1, 'attestation_check', $$t.checked_at < $5 and t.attestation_id not in (select a.id from terreau.attestation a
      where a.cooperative_id = $1 and a.person_id in (select terreau.held_people()))$$,
    null),
  -- The journal has no field of its own here: its contents go through audit_redaction.
  ('journal', 1, 'audit_entry', null, $${"after": "null", "before": "null"}$$))
  select f.kind, f.step, f.name, f.scope, case when f.name = 'stored_file' then c.changes else f.changes end
    from fields f cross join file_change c
$fields$;
