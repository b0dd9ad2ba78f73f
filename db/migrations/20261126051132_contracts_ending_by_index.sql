-- Who ends soon is asked by lists, counts and the work queue, which then read the index and no contract.
drop index terreau.contract_ending;
create index contract_ending on terreau.contract (cooperative_id, ends_on, id)
  include (person_id, activity_id, starts_on) where state = 'active';
