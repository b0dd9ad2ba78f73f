-- The scans that a paper was recorded with: a card has two sides. No paper held one before.
create table terreau.permit_scan (
  cooperative_id uuid not null references terreau.cooperative (id),
  permit_id uuid not null,
  document_id uuid not null,
  primary key (cooperative_id, permit_id, document_id),
  constraint permit_scan_permit_fkey foreign key (cooperative_id, permit_id) references terreau.permit (cooperative_id, id),
  constraint permit_scan_document_fkey foreign key (cooperative_id, document_id) references terreau.document (cooperative_id, id)
);
call terreau.protect('terreau.permit_scan', 'select, insert', true);
alter table terreau.permit drop column document_id;
