-- What two people agree on before they work together: written by staff, accepted by both from a link,
-- countersigned, ended with a reason, and looked back on by each side in three questions.
create table terreau.tutoring_agreement (
  cooperative_id uuid not null references terreau.cooperative (id),
  relation_id uuid not null,
  version integer not null constraint tutoring_agreement_version check (version > 0),
  aim text not null constraint tutoring_agreement_aim check (aim <> ''),
  rhythm text not null constraint tutoring_agreement_rhythm check (rhythm in ('weekly', 'two_weeks', 'monthly', 'as_needed')),
  starts_on date not null,
  months integer not null constraint tutoring_agreement_months check (months between 1 and 24),
  confidentiality text not null constraint tutoring_agreement_confidentiality check (confidentiality <> ''),
  stopping text not null constraint tutoring_agreement_stopping check (stopping <> ''),
  written_at timestamptz not null default now(),
  written_by uuid not null,
  constraint tutoring_agreement_pkey primary key (cooperative_id, relation_id, version),
  constraint tutoring_agreement_relation_fkey foreign key (cooperative_id, relation_id)
    references terreau.tutoring_relation (cooperative_id, id)
);
call terreau.protect('terreau.tutoring_agreement', 'select, insert', true);
comment on table terreau.tutoring_agreement is 'Wordings of the agreement of a pair; the last one is the one that is asked.';

create table terreau.tutoring_agreement_answer (
  cooperative_id uuid not null references terreau.cooperative (id),
  relation_id uuid not null,
  version integer not null,
  side text not null constraint tutoring_agreement_answer_side check (side in ('tutor', 'tutee')),
  n integer not null,
  answer text not null constraint tutoring_agreement_answer_answer check (answer in ('yes', 'no')),
  channel text not null constraint tutoring_agreement_answer_channel check (channel in ('mailed', 'shared')),
  answered_at timestamptz not null default now(),
  constraint tutoring_agreement_answer_pkey primary key (cooperative_id, relation_id, version, side, n),
  constraint tutoring_agreement_answer_agreement_fkey foreign key (cooperative_id, relation_id, version)
    references terreau.tutoring_agreement (cooperative_id, relation_id, version)
);
call terreau.protect('terreau.tutoring_agreement_answer', 'select, insert', true);
comment on table terreau.tutoring_agreement_answer is 'What each side said of a wording, from a link; the last answer counts.';

create table terreau.tutoring_countersignature (
  cooperative_id uuid not null references terreau.cooperative (id),
  relation_id uuid not null,
  version integer not null,
  file_id uuid not null,
  signed_at timestamptz not null default now(),
  signed_by uuid not null,
  constraint tutoring_countersignature_pkey primary key (cooperative_id, relation_id, version),
  constraint tutoring_countersignature_agreement_fkey foreign key (cooperative_id, relation_id, version)
    references terreau.tutoring_agreement (cooperative_id, relation_id, version),
  constraint tutoring_countersignature_file_fkey foreign key (cooperative_id, file_id)
    references terreau.stored_file (cooperative_id, id)
);
call terreau.protect('terreau.tutoring_countersignature', 'select, insert', true);
comment on table terreau.tutoring_countersignature is 'The agreement as the cooperative countersigned it, with the bytes of its paper.';

create table terreau.tutoring_agreement_end (
  cooperative_id uuid not null references terreau.cooperative (id),
  relation_id uuid not null,
  version integer not null,
  ended_on date not null,
  reason text not null constraint tutoring_agreement_end_reason
    check (reason in ('aim_reached', 'time_over', 'tutor_stops', 'tutee_stops', 'other')),
  words text not null default '',
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null,
  constraint tutoring_agreement_end_pkey primary key (cooperative_id, relation_id, version),
  constraint tutoring_agreement_end_countersignature_fkey foreign key (cooperative_id, relation_id, version)
    references terreau.tutoring_countersignature (cooperative_id, relation_id, version)
);
call terreau.protect('terreau.tutoring_agreement_end', 'select, insert', true);
comment on table terreau.tutoring_agreement_end is 'When an agreement ended, and why.';

create table terreau.tutoring_review (
  cooperative_id uuid not null references terreau.cooperative (id),
  relation_id uuid not null,
  version integer not null,
  side text not null constraint tutoring_review_side check (side in ('tutor', 'tutee')),
  aim_answer text not null constraint tutoring_review_aim check (aim_answer in ('yes', 'partly', 'no')),
  help_answer text not null constraint tutoring_review_help check (help_answer in ('yes', 'partly', 'no')),
  again_answer text not null constraint tutoring_review_again check (again_answer in ('yes', 'partly', 'no')),
  words text not null default '',
  answered_at timestamptz not null default now(),
  constraint tutoring_review_pkey primary key (cooperative_id, relation_id, version, side),
  constraint tutoring_review_end_fkey foreign key (cooperative_id, relation_id, version)
    references terreau.tutoring_agreement_end (cooperative_id, relation_id, version)
);
call terreau.protect('terreau.tutoring_review', 'select, insert', true);
comment on table terreau.tutoring_review is 'Three answers of each side after the end, given once.';

alter table terreau.public_code drop constraint public_code_purpose_check;
alter table terreau.public_code add constraint public_code_purpose_check
  check (purpose in ('attestation_short', 'attestation_long', 'attestation_file', 'tutoring_confirmation',
    'tutoring_confirmation_mailed', 'tutor_badge', 'tutoring_agreement', 'tutoring_agreement_mailed'));

-- Erased with tutoring: the words of an agreement, of its end and of the reviews, and its paper.
alter function terreau.personal_fields() rename to personal_fields_before_agreements;
create function terreau.personal_fields()
returns table (kind text, step integer, name text, scope text, changes jsonb)
language sql immutable
as $fields$
  with pair (relations) as (select $$select r.id from terreau.tutoring_relation r
      where r.cooperative_id = $1 and (r.tutor_person_id = any($2) or r.tutee_person_id = any($2))$$)
  select * from terreau.personal_fields_before_agreements()
  union all select 'tutoring', 5, 'tutoring_agreement', $$t.aim <> '…' and t.relation_id in ($$ || relations || ')',
    $${"aim": "'…'", "confidentiality": "'…'", "stopping": "'…'"}$$::jsonb from pair
  union all select 'tutoring', 6, 'tutoring_agreement_end', $$t.words <> '' and t.relation_id in ($$ || relations || ')',
    $${"words": "''"}$$::jsonb from pair
  union all select 'tutoring', 7, 'tutoring_review', $$t.words <> '' and t.relation_id in ($$ || relations || ')',
    $${"words": "''"}$$::jsonb from pair
  union all select 'tutoring', 8, 'stored_file', $$t.erased_at is null and t.id in (select c.file_id
      from terreau.tutoring_countersignature c where c.cooperative_id = $1 and c.relation_id in ($$ || relations || '))',
    jsonb_build_object('bytes', $$''$$, 'file_name', $$'…'$$, 'erased_at', 'now()', 'redaction_id', '$3') from pair
$fields$;
