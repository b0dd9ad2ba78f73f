-- The work queue lists contracts that were begun and not sent, the nearest start first.
create index contract_draft on terreau.contract (cooperative_id, starts_on, id) where state = 'draft';
