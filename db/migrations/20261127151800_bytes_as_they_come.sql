-- Documents, photos and copies are compressed already. PostgreSQL tried again on each of them: two thirds of the
-- time of keeping a certificate, for a quarter of its room.
alter table terreau.stored_file alter column bytes set storage external;
alter table terreau.personal_export_part alter column bytes set storage external;
