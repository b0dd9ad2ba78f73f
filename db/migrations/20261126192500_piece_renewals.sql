-- A newer paper beside an accepted one: the old one counts until somebody has read the new one.
alter table terreau.piece add column renewal_received_at timestamptz
  constraint piece_renewal_of_accepted check (renewal_received_at is null or state = 'accepted');
create index piece_renewed on terreau.piece (cooperative_id, renewal_received_at) where renewal_received_at is not null;

-- A residence permit or a receipt that the person sent waits until staff have recorded what it says.
alter table terreau.document add column to_read_since timestamptz;
create index document_to_read on terreau.document (cooperative_id, to_read_since) where to_read_since is not null;
