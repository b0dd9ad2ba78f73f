-- I-03 Ledger, closings, files and journal can only grow: triggers are on, the application has no other right.
with kept (name) as (
  values ('posting'), ('ledger_line'), ('closing'), ('closing_line'), ('closing_statement'), ('acceptance'),
         ('acceptance_undo'), ('audit_entry'), ('stored_file'), ('attestation'), ('attestation_revocation'),
         ('attestation_replacement'), ('attestation_template'),
         ('contribution_scheme'), ('contribution_tier'), ('cooperative_setting'), ('contract_document'),
         ('signature_act'), ('redaction'), ('audit_redaction'), ('personal_export_download'), ('look')),
tables as (select k.name, c.oid from kept k
             join pg_class c on c.relname = k.name and c.relnamespace = 'terreau'::regnamespace)
select t.name as table_name, 'trigger missing or off' as fault
  from tables t
 where (select count(*) from pg_trigger g
         where g.tgrelid = t.oid and g.tgname in ('append_only', 'append_only_truncate')
           and g.tgenabled in ('O', 'A')) < 2
union all
select t.name, 'the application may ' || lower(r.privilege)
  from tables t
 cross join (values ('UPDATE'), ('DELETE'), ('TRUNCATE')) as r (privilege)
 where has_table_privilege('terreau_app', t.oid, r.privilege)
 order by 1, 2
