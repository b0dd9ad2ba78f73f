-- The one door through which contents are erased.

-- Lines of the journal that one erasure covers: those about the things of a person, or older than a day.
create function terreau.journal_of(p_kind text, p_people uuid[], p_before date) returns setof bigint
language sql stable set search_path = terreau, pg_temp
as $$
  with things (entity_kind, entity_id) as (
    select 'person', p::text from unnest(p_people) p where p_kind in ('contact', 'identity')
    union all select 'lead', l.id::text from terreau.lead l
      where l.cooperative_id = terreau.current_cooperative()
        and ((p_kind in ('contact', 'identity') and l.person_id = any(p_people))
          or (p_kind = 'lead' and l.person_id is null and l.delete_on < p_before))
    union all select 'user', m.user_id::text from terreau.membership m
      where p_kind = 'identity' and m.cooperative_id = terreau.current_cooperative() and m.person_id = any(p_people)
    union all select 'document', d.id::text from terreau.document d
      where p_kind = 'identity' and d.cooperative_id = terreau.current_cooperative() and d.person_id = any(p_people)
    union all select k.kind, c.id::text from terreau.contract c cross join (values ('contract'), ('work')) as k (kind)
      where p_kind in ('contract', 'identity') and c.cooperative_id = terreau.current_cooperative() and c.person_id = any(p_people)
    union all select 'interview', i.id::text from terreau.support_interview i
      where p_kind in ('contract', 'identity') and i.cooperative_id = terreau.current_cooperative() and i.person_id = any(p_people)
    union all select 'signature', s.request_id::text from terreau.signature_party s
      where p_kind in ('contract', 'identity') and s.cooperative_id = terreau.current_cooperative() and s.person_id = any(p_people)
        and terreau.signs_alone(s.cooperative_id, s.request_id, p_people)
    union all select 'activity', m.activity_id::text from terreau.activity_member m
      where p_kind = 'identity' and m.cooperative_id = terreau.current_cooperative() and m.person_id = any(p_people)
        and not exists (select 1 from terreau.activity_member o where o.cooperative_id = m.cooperative_id
          and o.activity_id = m.activity_id and o.person_id <> all(p_people))
    union all select 'attestation', a.id::text from terreau.attestation a
      where p_kind in ('attestation', 'identity') and a.cooperative_id = terreau.current_cooperative() and a.person_id = any(p_people)
    union all select k.kind, case k.kind when 'tutoring-session' then s.id else r.id end::text
      from terreau.tutoring_relation r
      join terreau.tutoring_session s on s.cooperative_id = r.cooperative_id
       and (s.tutor_person_id, s.tutee_person_id) = (r.tutor_person_id, r.tutee_person_id)
      cross join (values ('tutoring-session'), ('tutoring-relation')) as k (kind)
      where p_kind in ('tutoring', 'identity') and r.cooperative_id = terreau.current_cooperative()
        and (r.tutor_person_id = any(p_people) or r.tutee_person_id = any(p_people))
    union all select 'declaration', d::text from terreau.declarations_before(p_before) d where p_kind = 'accounting')
  select e.n from terreau.audit_entry e
   where e.cooperative_id = terreau.current_cooperative()
     and (e.before is not null or e.after is not null)
     -- What was erased, and what must stay provable about it, is never erased itself.
     and e.action not in ('personal-data.erased', 'hold.placed', 'hold.lifted')
     and (((e.entity_kind, e.entity_id) in (select t.entity_kind, t.entity_id from things t))
       or (p_kind = 'journal' and e.at < p_before
           and not exists (select 1 from terreau.held_people() h where e.entity_id = h::text)))
$$;

-- What an erasure did to the journal, in one hash; its own line of the journal repeats it.
create function terreau.redaction_digest(p_cooperative uuid, p_redaction uuid) returns text
language sql stable set search_path = terreau, pg_temp
as $$
  select encode(sha256(convert_to(coalesce(string_agg(concat_ws('|', a.n, a.covered::text, encode(a.kept_hash, 'hex'),
           encode(a.rest_hash, 'hex')), E'\n' order by a.n), ''), 'UTF8')), 'hex')
    from terreau.audit_redaction a where a.cooperative_id = p_cooperative and a.redaction_id = p_redaction
$$;

-- How much a kind holds, of a file or before a day: what a dry run counts and a real one erases. It lends
-- rights because a session shows itself to its own user only; it answers a number of the current cooperative.
create function terreau.count_personal(p_kind text, p_people uuid[], p_before date) returns bigint
language plpgsql stable security definer set search_path = terreau, pg_temp
as $$
declare field record; found bigint; total bigint := 0;
begin
  for field in select f.name, f.scope from terreau.personal_fields() f
                where f.kind = p_kind and f.scope is not null order by f.step loop
    execute format('select count(*) from terreau.%I t where t.cooperative_id = $1 and (%s)', field.name, field.scope)
      into found using terreau.current_cooperative(), p_people, null::uuid, null::text[], p_before;
    total := total + found;
  end loop;
  if p_kind = 'journal' then
    select count(*) into found from terreau.journal_of('journal', p_people, p_before);
    total := total + found;
  end if;
  return total;
end
$$;

-- Erases one kind, of one file or before a day. The caller decided that no text makes us keep it, and writes
-- the line of the journal with the digest that comes back; here are the walls that no caller may forget.
create function terreau.redact(p_id uuid, p_kind text, p_person uuid, p_before date, p_cause text, p_reason text,
                               p_by text, p_names text[], p_today date)
returns table (changed bigint, entries bigint, digest text)
language plpgsql security definer set search_path = terreau, pg_temp
as $$
#variable_conflict use_column
declare tenant uuid := terreau.current_cooperative();
        whoever text := current_setting('app.user', true);
        people uuid[]; users uuid[]; field record; touched bigint; pseudonym integer; account uuid;
        most constant integer := 5000;
begin
  changed := 0; entries := 0;
  if tenant is null then raise exception 'no cooperative'; end if;
  if not exists (select 1 from terreau.personal_fields() f where f.kind = p_kind) then
    raise exception 'unknown kind %', p_kind;
  end if;
  if p_before > p_today then raise exception 'a day that is not over'; end if;
  if p_person is not null then
    people := array(select terreau.file_ids(tenant, p_person));
    if exists (select 1 from terreau.held_people() h where h = any(people)) then
      raise exception 'held' using errcode = 'check_violation', constraint = 'person_under_hold';
    end if;
    if exists (select 1 from terreau.person_relations(p_today) r where r.person_id = p_person and r.runs) then
      raise exception 'running' using errcode = 'check_violation', constraint = 'person_is_with_us';
    end if;
  end if;
  insert into terreau.redaction (cooperative_id, id, kind, person_id, before_on, cause, reason, made_on, made_by)
    values (tenant, p_id, p_kind, p_person, p_before, p_cause, p_reason, p_today, p_by);
  perform set_config('app.redaction', p_id::text, true);

  -- The journal first: what it speaks of may be deleted below.
  with chosen as (
    select e.n, e.hash, (array_remove(array[case when e.before is not null then 'before' end,
             case when e.after is not null then 'after' end], null)) as covered
      from terreau.audit_entry e
     where e.cooperative_id = tenant and e.n in (
       select n from terreau.journal_of(p_kind, coalesce(people, '{}'), p_before) n order by n limit most)),
  emptied as (
    update terreau.audit_entry e set before = null, after = null
      from chosen c where e.cooperative_id = tenant and e.n = c.n
    returning e.*)
  insert into terreau.audit_redaction (cooperative_id, n, redaction_id, covered, kept_hash, rest_hash)
  select tenant, x.n, p_id, c.covered, x.hash,
         terreau.audit_hash(row(x.cooperative_id, x.n, x.at, x.action, x.actor_kind, x.actor_id, x.entity_kind,
           x.entity_id, x.before, x.after, x.request_id, x.previous_hash, x.hash)::terreau.audit_entry)
    from emptied x join chosen c on c.n = x.n
  on conflict (cooperative_id, n) do update
    set redaction_id = excluded.redaction_id, covered = excluded.covered, rest_hash = excluded.rest_hash;
  get diagnostics entries = row_count;

  if p_kind = 'identity' then
    users := array(select distinct m.user_id from terreau.membership m
                    where m.cooperative_id = tenant and m.person_id = any(people));
    perform pg_advisory_xact_lock(hashtextextended('erased:' || tenant, 0));
    select coalesce(max(p.erased_n), 0) + 1 into pseudonym from terreau.person p where p.cooperative_id = tenant;
    p_names := array[replace(p_names[1], '#', pseudonym::text), replace(p_names[2], '#', pseudonym::text),
                     replace(p_names[3], '#', pseudonym::text)];
  end if;
  for field in select f.name, f.scope, f.changes from terreau.personal_fields() f
                where f.kind = p_kind and f.scope is not null order by f.step loop
    execute case when field.changes is null
      then format('delete from terreau.%I t where', field.name)
      else format('update terreau.%I t set %s where', field.name,
        (select string_agg(format('%I = %s', c.key, c.value), ', ') from jsonb_each_text(field.changes) c)) end
      || format(' t.cooperative_id = $1 and t.ctid = any(array(select t.ctid from terreau.%I t
           where t.cooperative_id = $1 and (%s) limit %s))', field.name, field.scope, most)
      using tenant, people, p_id, p_names, p_before;
    get diagnostics touched = row_count;
    changed := changed + touched;
  end loop;
  if p_kind = 'identity' then
    update terreau.person p set erased_n = pseudonym, version = p.version + 1
     where p.cooperative_id = tenant and p.id = p_person;
    foreach account in array users loop
      delete from terreau.membership m where m.cooperative_id = tenant and m.user_id = account and m.person_id = any(people);
      delete from terreau.session s where s.user_id = account and s.cooperative_id = tenant;
      -- An account may open another cooperative: its own rows of access say so (policy own).
      perform set_config('app.user', account::text, true);
      if not exists (select 1 from terreau.membership m where m.user_id = account) then
        delete from terreau.sign_in_token k where k.user_id = account;
        update terreau.app_user u set email = 'erased-' || u.id || '@erased.invalid', display_name = p_names[1] || ' ' || p_names[2],
               password_hash = null, totp_secret_sealed = null, totp_pending_sealed = null, totp_confirmed_at = null
         where u.id = account;
      end if;
      perform set_config('app.user', coalesce(whoever, ''), true);
    end loop;
  end if;
  perform set_config('app.redaction', '', true);
  digest := terreau.redaction_digest(tenant, p_id);
  return next;
end
$$;
revoke all on function terreau.redact(uuid, text, uuid, date, text, text, text, text[], date) from public;
grant execute on function
  terreau.redact(uuid, text, uuid, date, text, text, text, text[], date), terreau.count_personal(text, uuid[], date),
  terreau.person_relations(date), terreau.held_people()
to terreau_app;
