-- What the antivirus says of a file from outside, whichever feature keeps it. No line: none was configured.
-- A file waits as long as the antivirus does not answer, and nobody reads it meanwhile.
create table terreau.file_scan (
  cooperative_id uuid not null references terreau.cooperative (id),
  file_id uuid not null,
  state text not null constraint file_scan_state check (state in ('waiting', 'clean', 'infected')),
  scanned_at timestamptz,
  primary key (cooperative_id, file_id),
  constraint file_scan_file_fkey foreign key (cooperative_id, file_id) references terreau.stored_file (cooperative_id, id),
  constraint file_scan_answered check ((state = 'waiting') = (scanned_at is null))
);
create index file_scan_open on terreau.file_scan (cooperative_id, state) where state <> 'clean';
call terreau.protect('terreau.file_scan', 'select, insert, update');

create function terreau.guard_file_scan() returns trigger
language plpgsql set search_path = terreau, pg_temp
as $$
begin
  if old.state <> 'waiting' or (new.cooperative_id, new.file_id) is distinct from (old.cooperative_id, old.file_id) then
    raise exception 'what the antivirus said does not change'
      using errcode = 'restrict_violation', constraint = 'append_only', table = tg_table_name;
  end if;
  return new;
end
$$;
create trigger guard before update on terreau.file_scan
  for each row execute function terreau.guard_file_scan();

-- Quarantine belongs to the file: the state of a version was never anything but "released", and a version
-- does not change at all any more.
drop trigger guard on terreau.document_version;
drop function terreau.guard_document_version();
alter table terreau.document_version drop column state;
create trigger append_only before update on terreau.document_version
  for each row execute function terreau.refuse_change();
revoke update on terreau.document_version from terreau_app;
