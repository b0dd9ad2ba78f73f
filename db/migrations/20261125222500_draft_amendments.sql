-- The work queue reads the drafts of amendments by their day of effect.
create index contract_amendment_draft on terreau.contract_amendment (cooperative_id, effective_on, id)
  where state = 'draft';
