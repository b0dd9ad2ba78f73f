-- What staff typed during a call is confirmed by the person afterwards, and a zero that staff decided at the
-- closing says so: nobody was on the phone.
alter table terreau.declaration drop constraint declaration_channel_check;
alter table terreau.declaration
  add constraint declaration_channel_check check (channel in ('phone', 'staff', 'import', 'decision'));

create table terreau.declaration_confirmation (
  cooperative_id uuid not null references terreau.cooperative (id),
  declaration_id uuid not null,
  n integer not null,
  answer text not null check (answer in ('yes', 'not_exactly', 'no')),
  -- The line that is not right, when there is one.
  line_id uuid,
  words text not null default '',
  -- What the lines said: the answer stands for these only.
  lines_digest text not null check (lines_digest ~ '^[0-9a-f]{64}$'),
  answered_by uuid not null,
  answered_at timestamptz not null default now(),
  primary key (cooperative_id, declaration_id, n),
  constraint declaration_confirmation_line check (line_id is null or answer = 'not_exactly'),
  constraint declaration_confirmation_declaration_fkey foreign key (cooperative_id, declaration_id)
    references terreau.declaration (cooperative_id, id)
);
call terreau.protect('terreau.declaration_confirmation', 'select, insert', true);

-- SHA-256 of what a declaration says: another line, amount, day, customer or place of the money gives another.
create function terreau.declared_digest(p_cooperative uuid, p_declaration uuid) returns text
language sql stable
as $$
  select encode(sha256(convert_to(coalesce(string_agg(l.line, E'\n' order by l.line collate "C"), ''), 'UTF8')), 'hex')
    from (
      select concat_ws('|', 'sale', s.id, s.sold_on, s.customer, s.amount_minor, s.currency, s.payment_means,
                       s.money_place) as line
        from terreau.sale_line s where s.cooperative_id = p_cooperative and s.declaration_id = p_declaration
      union all
      select concat_ws('|', 'expense', e.id, e.spent_on, e.category, e.label, e.gross_cents, e.vat_cents)
        from terreau.expense_line e where e.cooperative_id = p_cooperative and e.declaration_id = p_declaration
      union all
      select concat_ws('|', 'trip', t.id, t.km, t.reason)
        from terreau.trip_line t where t.cooperative_id = p_cooperative and t.declaration_id = p_declaration) l
$$;
grant execute on function terreau.declared_digest(uuid, uuid) to terreau_app;

-- The words of an answer go with those of the questions.
alter function terreau.personal_fields() rename to personal_fields_before_recaps;
create function terreau.personal_fields()
returns table (kind text, step integer, name text, scope text, changes jsonb)
language sql immutable
as $fields$
  select * from terreau.personal_fields_before_recaps()
  union all values
  ('accounting', 20, 'declaration_confirmation',
    $$t.words <> '' and t.declaration_id in (select terreau.declarations_before($5::date))$$, $${"words": "''"}$$::jsonb)
$fields$;
