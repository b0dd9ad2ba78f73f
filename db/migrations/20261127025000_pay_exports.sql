-- Who took the pay variables of a month out of the product, when, and which file it was: its fingerprint is that
-- of the bytes that left. The bytes are not kept, so that pay is in one place only.
create table terreau.pay_export (
  cooperative_id uuid not null references terreau.cooperative (id),
  id uuid not null,
  month text not null constraint pay_export_month_check check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  file_name text not null,
  content_sha256 bytea not null constraint pay_export_hash check (length(content_sha256) = 32),
  lines integer not null constraint pay_export_lines check (lines >= 0),
  facts text not null,
  exported_at timestamptz not null default now(),
  exported_by uuid not null references terreau.app_user (id),
  constraint pay_export_pkey primary key (cooperative_id, id)
);
create index pay_export_month on terreau.pay_export (cooperative_id, month, exported_at desc);
call terreau.protect('terreau.pay_export', 'select, insert', true);
comment on column terreau.pay_export.lines is 'Rows of the file below its heading.';
comment on column terreau.pay_export.facts is 'Fingerprint of who is paid what: another one now means that the file is out of date.';
