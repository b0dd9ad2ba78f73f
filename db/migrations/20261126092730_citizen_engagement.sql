-- What the compte d'engagement citoyen asks about a structure and about a volunteer (C. trav. L5151-9 6°).
create table terreau.host_engagement (
  cooperative_id uuid not null references terreau.cooperative (id),
  host_id uuid not null,
  version integer not null,
  -- The day the association was declared at the prefecture.
  declared_on date,
  -- All its activities are of those of CGI 200, 1 b.
  is_general_interest boolean,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null,
  constraint host_engagement_pkey primary key (cooperative_id, host_id, version),
  constraint host_engagement_host_fkey foreign key (cooperative_id, host_id)
    references terreau.host_structure (cooperative_id, id)
);
call terreau.protect('terreau.host_engagement', 'select, insert', true);
comment on table terreau.host_engagement is 'Facts about a host structure that the citizen account asks for; the last version stands.';

create table terreau.engagement_role (
  cooperative_id uuid not null references terreau.cooperative (id),
  person_id uuid not null,
  host_id uuid not null,
  year integer not null constraint engagement_role_year check (year between 2000 and 2100),
  version integer not null,
  role text not null constraint engagement_role_role check (role in ('board', 'supervises', 'none')),
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null,
  constraint engagement_role_pkey primary key (cooperative_id, person_id, host_id, year, version),
  constraint engagement_role_person_fkey foreign key (cooperative_id, person_id) references terreau.person (cooperative_id, id),
  constraint engagement_role_host_fkey foreign key (cooperative_id, host_id)
    references terreau.host_structure (cooperative_id, id)
);
create index engagement_role_host on terreau.engagement_role (cooperative_id, host_id, year);
call terreau.protect('terreau.engagement_role', 'select, insert', true);
comment on table terreau.engagement_role is 'What a volunteer was in a structure in a year: on the board, supervising volunteers, or neither.';
