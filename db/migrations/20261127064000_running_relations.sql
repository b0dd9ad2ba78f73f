-- Matching counts whom a tutor helps now: what ended over the years is not read for it.
create index tutoring_relation_running on terreau.tutoring_relation (cooperative_id, tutor_person_id, tutee_person_id)
  where ended_on is null;
