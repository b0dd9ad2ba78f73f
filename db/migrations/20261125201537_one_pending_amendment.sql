-- One amendment at a time: a second one would state terms that the first may still change.
create unique index contract_amendment_one_pending on terreau.contract_amendment (cooperative_id, contract_id)
  where state in ('draft', 'to_sign', 'signed');
