-- What letterheads carry beside the name: the town of the trade register (C. com. R123-237) and the logo.
alter table terreau.cooperative add column registry_city text not null default '';

create table terreau.cooperative_logo (
  cooperative_id uuid not null references terreau.cooperative (id),
  -- Drawn again when it came: a picture without transparency, which archives do not take. Null: taken out.
  jpeg bytea,
  width integer not null default 0 check (width >= 0),
  height integer not null default 0 check (height >= 0),
  changed_at timestamptz not null,
  changed_by uuid not null references terreau.app_user (id),
  constraint cooperative_logo_pkey primary key (cooperative_id),
  constraint cooperative_logo_has_size check ((jpeg is null) = (width = 0 or height = 0)),
  constraint cooperative_logo_small check (jpeg is null or octet_length(jpeg) <= 300000)
);
call terreau.protect('terreau.cooperative_logo', 'select, insert, update');
comment on table terreau.cooperative_logo is 'The picture at the head of the certificates to come; those issued keep theirs.';
