-- An interview whose report was signed by hand outside of the tool, before it came or elsewhere: the scan is the
-- proof, kept among the papers of the person.
alter table terreau.support_interview
  add column paper_document_id uuid,
  add constraint support_interview_paper_fkey foreign key (cooperative_id, paper_document_id)
    references terreau.document (cooperative_id, id),
  add constraint support_interview_paper check (paper_document_id is null or state = 'signed');
create index support_interview_paper on terreau.support_interview (cooperative_id, paper_document_id)
  where paper_document_id is not null;
