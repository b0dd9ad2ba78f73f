-- A request to be erased is answered by erasing, or by saying why not (GDPR art. 12.4): the person reads why.
-- A code, not words: an answer holds nothing that would itself have to be erased.
alter table terreau.erasure_request
  add column refusal text constraint erasure_request_refusal
    check (refusal in ('contract_runs', 'kept_by_law', 'dispute')),
  add constraint erasure_request_refused check (refusal is null or answered_at is not null);
