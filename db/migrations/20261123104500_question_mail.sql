-- The message that carries a question, so that taking the question back stops it while it waits.
alter table terreau.question add column mail_id uuid;
