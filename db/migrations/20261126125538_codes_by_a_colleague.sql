-- Somebody without an e-mail address signs in the office with a code that a second member of staff hands over.
alter table terreau.signature_code
  drop constraint signature_code_channel_check,
  add column handed_by uuid constraint signature_code_handed_by_fkey references terreau.app_user (id),
  add constraint signature_code_channel check (channel in ('mail', 'colleague')),
  add constraint signature_code_by_colleague
    check ((channel = 'colleague') = (handed_by is not null) and (channel = 'mail' or route = 'office'));
