-- I-15 Stored bytes are those that were issued, or were erased on record: files, attestations, contracts and statements.
select f.cooperative_id, f.id as file_id, 'bytes differ from their hash' as fault
  from terreau.stored_file f where f.erased_at is null and f.sha256 <> sha256(f.bytes)
union all
select f.cooperative_id, f.id, 'erased without a record'
  from terreau.stored_file f
 where f.erased_at is not null
   and (f.bytes <> '' or not exists (select 1 from terreau.redaction r
                                      where r.cooperative_id = f.cooperative_id and r.id = f.redaction_id))
union all
select a.cooperative_id, a.file_id, 'attestation ' || a.number || ' names another hash'
  from terreau.attestation a
  join terreau.stored_file f on f.cooperative_id = a.cooperative_id and f.id = a.file_id
 where a.sha256 <> f.sha256
union all
select d.cooperative_id, d.file_id, 'contract document names another hash'
  from terreau.contract_document d
  join terreau.stored_file f on f.cooperative_id = d.cooperative_id and f.id = d.file_id
 where d.sha256 <> f.sha256
union all
select r.cooperative_id, f.id, 'request to sign ' || r.reference || ' names another hash'
  from terreau.signature_request r
  join terreau.stored_file f on f.cooperative_id = r.cooperative_id
   and ((f.id = r.file_id and f.sha256 <> r.document_sha256)
     or (f.id = r.signed_file_id and f.sha256 <> r.signed_sha256))
 order by 1, 2, 3
