-- A report that was signed by hand waits for a second look, as every paper does: somebody else than who took it
-- in says whether it is this report, signed. Until then the interview does not count.
alter table terreau.support_interview
  drop constraint support_interview_state_check,
  add constraint support_interview_state_check
    check (state in ('planned', 'held', 'to_check', 'to_sign', 'signed', 'cancelled')),
  drop constraint support_interview_unsigned,
  add constraint support_interview_unsigned check (signed_on is null or state in ('to_check', 'to_sign', 'signed')),
  drop constraint support_interview_paper,
  add constraint support_interview_paper check (paper_document_id is null or state in ('to_check', 'signed')),
  add column paper_received_by uuid references terreau.app_user (id),
  -- Those that came in before the second look existed have nobody written.
  add constraint support_interview_received check (
    (state <> 'to_check' or paper_received_by is not null)
    and (paper_received_by is null or paper_document_id is not null));
create index support_interview_received on terreau.support_interview (paper_received_by)
  where paper_received_by is not null;
drop index terreau.support_interview_waiting;
create index support_interview_waiting on terreau.support_interview
  (cooperative_id, (coalesce(held_on, planned_on)), id) where state in ('planned', 'held', 'to_check');
