-- How a pair helps may change from a day on: it was written down wrong, the structure became one that may have
-- volunteers, the two agreed otherwise. Rows exist from the first change on, the first of which says what was before.
create table terreau.tutoring_way (
  cooperative_id uuid not null references terreau.cooperative (id),
  relation_id uuid not null,
  version integer not null constraint tutoring_way_version check (version > 0),
  from_on date not null,
  kind text not null constraint tutoring_way_kind check (kind in ('volunteer', 'paid')),
  host_id uuid,
  host_form text,
  level text not null constraint tutoring_way_level check (level in ('simple', 'skilled', 'expert')),
  reason text not null constraint tutoring_way_reason check (reason in ('first', 'written_wrong', 'host_changed', 'agreed_otherwise')),
  written_at timestamptz not null default now(),
  written_by uuid not null,
  constraint tutoring_way_pkey primary key (cooperative_id, relation_id, version),
  constraint tutoring_way_relation_fkey foreign key (cooperative_id, relation_id)
    references terreau.tutoring_relation (cooperative_id, id),
  constraint tutoring_way_host_whole check ((host_id is null) = (host_form is null)),
  constraint tutoring_way_host_fkey foreign key (cooperative_id, host_id, host_form)
    references terreau.host_structure (cooperative_id, id, form),
  constraint tutoring_way_volunteer_host check (kind <> 'volunteer'
    or coalesce(host_form in ('association', 'foundation', 'public_body', 'scic'), false))
);
create index tutoring_way_host on terreau.tutoring_way (cooperative_id, host_id, host_form);
call terreau.protect('terreau.tutoring_way', 'select, insert', true);

-- How a pair helps on a day: what was written last of the nearest day before, else what was first; no row as long
-- as nothing was changed.
create function terreau.way_on(p_cooperative uuid, p_relation uuid, p_day date) returns setof terreau.tutoring_way
language sql stable
as $$
  select w.* from terreau.tutoring_way w
   where w.cooperative_id = p_cooperative and w.relation_id = p_relation
   order by w.from_on <= p_day desc, case when w.from_on <= p_day then w.from_on end desc, w.from_on, w.version desc limit 1
$$;
