-- The register of the staff (C. trav. L1221-13, D1221-23): one line for each CESA, in the order of hire. What is
-- written is never changed: a mention that changes later is a dated note beside the line.
create table terreau.staff_register_entry (
  cooperative_id uuid not null references terreau.cooperative (id),
  n integer not null constraint staff_register_entry_counts check (n > 0),
  contract_id uuid not null,
  person_id uuid not null,
  family_name text not null constraint staff_register_entry_family_name check (family_name <> ''),
  given_names text not null constraint staff_register_entry_given_names check (given_names <> ''),
  nationality text not null constraint staff_register_entry_nationality check (nationality <> ''),
  born_on date,
  sex text constraint staff_register_entry_sex check (sex in ('f', 'm')),
  job text not null constraint staff_register_entry_job check (job <> ''),
  qualification text not null constraint staff_register_entry_qualification check (qualification <> ''),
  hired_on date not null,
  authorisation_on date,
  permit_id uuid,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null references terreau.app_user (id),
  primary key (cooperative_id, n),
  constraint staff_register_entry_contract_key unique (cooperative_id, contract_id),
  constraint staff_register_entry_contract_fkey foreign key (cooperative_id, contract_id) references terreau.contract (cooperative_id, id),
  constraint staff_register_entry_person_fkey foreign key (cooperative_id, person_id) references terreau.person (cooperative_id, id),
  constraint staff_register_entry_permit_fkey foreign key (cooperative_id, permit_id) references terreau.permit (cooperative_id, id)
);
create index staff_register_entry_person on terreau.staff_register_entry (cooperative_id, person_id);
call terreau.protect('terreau.staff_register_entry', 'select, insert', true);
comment on table terreau.staff_register_entry is 'A line of the register of the staff, as it was written at the hire (C. trav. L1221-13).';

create table terreau.staff_register_note (
  cooperative_id uuid not null references terreau.cooperative (id),
  entry_n integer not null,
  n integer not null,
  mention text not null constraint staff_register_note_mention
    check (mention in ('name', 'nationality', 'born_on', 'sex', 'job', 'qualification', 'authorisation', 'permit', 'other')),
  words text not null constraint staff_register_note_words check (words <> ''),
  happened_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null references terreau.app_user (id),
  primary key (cooperative_id, entry_n, n),
  constraint staff_register_note_entry_fkey foreign key (cooperative_id, entry_n)
    references terreau.staff_register_entry (cooperative_id, n)
);
call terreau.protect('terreau.staff_register_note', 'select, insert', true);
comment on table terreau.staff_register_note is 'What changed in a line of the register, with its day; the line itself stays.';

-- Kept five years after the departure (R1221-26), as contracts are; then the line names nobody.
alter function terreau.personal_fields() rename to personal_fields_before_register;
create function terreau.personal_fields()
returns table (kind text, step integer, name text, scope text, changes jsonb)
language sql immutable
as $fields$
  select * from terreau.personal_fields_before_register()
  union all
  values
    ('contract', 40, 'staff_register_note', $$t.entry_n in (select e.n from terreau.staff_register_entry e where e.cooperative_id = $1 and e.person_id = any($2))$$,
      $${"words": "'…'"}$$::jsonb),
    ('contract', 41, 'staff_register_entry', $$t.person_id = any($2)$$,
      $${"family_name": "'…'", "given_names": "'…'", "nationality": "'…'", "born_on": "null", "sex": "null", "job": "'…'", "qualification": "'…'", "authorisation_on": "null", "permit_id": "null"}$$::jsonb)
$fields$;
