-- Who is to send a paper again: a row of the queue and of the person's own list.
create index document_refused on terreau.document (cooperative_id, refused_since) where refused_since is not null;

-- Nobody asks the préfet about a title that allows no salaried work: the clock of such a request goes as it
-- goes when a title is recorded.
delete from terreau.legal_clock k using terreau.person f, terreau.permit p
 where k.kind = 'permit-check' and f.cooperative_id = k.cooperative_id
   and (f.id = k.person_id or f.merged_into_id = k.person_id)
   and p.cooperative_id = f.cooperative_id and p.person_id = f.id and p.replaced_at is null
   and p.kind in ('entrepreneur', 'visitor')
   and not exists (select 1 from terreau.permit n join terreau.person g on g.cooperative_id = n.cooperative_id and g.id = n.person_id
         where n.cooperative_id = p.cooperative_id and n.replaced_at is null and n.id <> p.id
           and (g.id = k.person_id or g.merged_into_id = k.person_id)
           and (n.recorded_at, n.id) > (p.recorded_at, p.id));
