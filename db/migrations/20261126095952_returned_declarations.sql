-- A declaration that staff give back to its author: a draft again, with the reason in words. The lines that
-- were sent wait beside it as long as nothing was changed, so that giving it back can be undone.
alter table terreau.declaration
  add column return_reason text check (return_reason <> ''),
  add column returned_by uuid references terreau.app_user (id),
  add column returned_at timestamptz,
  add column return_mail_id uuid,
  add column returned_lines jsonb,
  add constraint declaration_return_is_whole
    check (num_nulls(return_reason, returned_by, returned_at) in (0, 3)),
  add constraint declaration_return_is_a_draft check (returned_at is null or state = 'draft'),
  add constraint declaration_return_keeps_lines check (returned_lines is null or returned_at is not null);
comment on column terreau.declaration.returned_lines is 'The lines as they were sent, until the person changes something: what undoing the return puts back.';

-- Erased with what was typed: the reason speaks of the person, and the lines name customers.
alter function terreau.personal_fields() rename to personal_fields_before_returns;
create function terreau.personal_fields()
returns table (kind text, step integer, name text, scope text, changes jsonb)
language sql immutable
as $fields$
  select f.kind, f.step, f.name, f.scope,
         case when f.name = 'declaration' and f.changes ? 'draft'
              then f.changes || $${"return_reason": "null", "returned_by": "null", "returned_at": "null", "returned_lines": "null"}$$::jsonb
              else f.changes end
    from terreau.personal_fields_before_returns() f
$fields$;
