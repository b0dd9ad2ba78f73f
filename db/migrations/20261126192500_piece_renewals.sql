-- A newer paper beside an accepted one: the old one counts until somebody has read the new one.
alter table terreau.piece add column renewal_received_at timestamptz
  constraint piece_renewal_of_accepted check (renewal_received_at is null or state = 'accepted');
create index piece_renewed on terreau.piece (cooperative_id, renewal_received_at) where renewal_received_at is not null;
