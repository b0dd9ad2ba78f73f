-- Tutoring adds up: a part holds its last answer, a session counts its parts, months hold their sessions.
with last_answers as (
  select distinct on (a.cooperative_id, a.session_id, a.tutee_person_id, a.session_version)
         a.cooperative_id, a.session_id, a.tutee_person_id, a.session_version, a.answer
    from terreau.tutoring_answer a
   order by a.cooperative_id, a.session_id, a.tutee_person_id, a.session_version, a.n desc),
counted as (
  select c.cooperative_id, c.tutor_person_id, c.month, c.kind, sum(c.sessions) as sessions, sum(c.noted) as noted,
         sum(c.confirmed) as confirmed, sum(c.approved) as approved, sum(c.tutee_approved) as tutee_approved
    from terreau.tutoring_session s cross join lateral terreau.tutoring_change_of(1, s.cooperative_id, s.tutor_person_id,
      s.held_on, s.kind, s.minutes, s.travel_minutes, s.state, s.tutee_count, s.confirmed_count, s.cancelled_at) c
   group by 1, 2, 3, 4)
select s.cooperative_id, s.id::text as what, 'a part is not its last answer' as fault
  from terreau.tutoring_session s
  join terreau.tutoring_part p on p.cooperative_id = s.cooperative_id and p.session_id = s.id
  left join last_answers a on a.cooperative_id = s.cooperative_id and a.session_id = s.id
   and a.tutee_person_id = p.tutee_person_id and a.session_version = s.version
 where s.cancelled_at is null and a.answer is distinct from p.answer
union all
select s.cooperative_id, s.id::text, 'a session does not count its parts'
  from terreau.tutoring_session s
  left join terreau.tutoring_part p on p.cooperative_id = s.cooperative_id and p.session_id = s.id
 group by s.cooperative_id, s.id
having count(p.*) <> s.tutee_count or count(p.*) filter (where p.answer = 'yes') <> s.confirmed_count
union all
select s.cooperative_id, s.id::text, 'an approved session is not what was approved'
  from terreau.tutoring_session s
  left join terreau.tutoring_approval v on v.cooperative_id = s.cooperative_id and v.session_id = s.id and v.session_version = s.version
 where (s.state = 'approved') <> (v.session_id is not null)
    or (v.minutes, v.held_on, cardinality(v.confirmed_tutees)) <> (s.minutes, s.held_on, s.confirmed_count)
union all
select coalesce(t.cooperative_id, c.cooperative_id), coalesce(t.month, c.month), 'the month of a tutor is not the sum of its sessions'
  from terreau.tutoring_tutor_month t
  full join counted c using (cooperative_id, tutor_person_id, month, kind)
 where (coalesce(t.sessions, 0), coalesce(t.noted_minutes, 0), coalesce(t.confirmed_minutes, 0), coalesce(t.approved_minutes, 0), coalesce(t.tutee_approved_minutes, 0))
    <> (coalesce(c.sessions, 0), coalesce(c.noted, 0), coalesce(c.confirmed, 0), coalesce(c.approved, 0), coalesce(c.tutee_approved, 0))
union all
select coalesce(m.cooperative_id, t.cooperative_id), coalesce(m.month, t.month), 'a month is not the sum of its tutors'
  from terreau.tutoring_month m
  full join (select cooperative_id, month, kind, sum(sessions) as sessions, sum(noted_minutes) as noted, sum(approved_minutes) as approved
               from terreau.tutoring_tutor_month group by 1, 2, 3) t using (cooperative_id, month, kind)
 where (coalesce(m.sessions, 0), coalesce(m.noted_minutes, 0), coalesce(m.approved_minutes, 0))
    <> (coalesce(t.sessions, 0), coalesce(t.noted, 0), coalesce(t.approved, 0))
union all
select coalesce(v.cooperative_id, s.cooperative_id), coalesce(v.month, s.month), 'approved hours of volunteers are not the sum of their sessions'
  from terreau.volunteer_month v
  full join (select s.cooperative_id, s.host_id, to_char(s.held_on, 'YYYY-MM') as month, s.level, sum(s.minutes) as minutes
               from terreau.tutoring_session s
              where s.state = 'approved' and s.kind = 'volunteer' and s.host_id is not null and s.cancelled_at is null
              group by 1, 2, 3, 4) s using (cooperative_id, host_id, month, level)
 where coalesce(v.minutes, 0) <> coalesce(s.minutes, 0)
union all
select coalesce(h.cooperative_id, s.cooperative_id), coalesce(h.tutee_person_id, s.tutee_person_id)::text, 'the help of a year is not that of its sessions'
  from (select * from terreau.help_year where first_on is not null) h
  full join (select p.cooperative_id, p.tutor_person_id, p.tutee_person_id, extract(year from s.held_on)::integer as year,
                    min(s.held_on) as first_on, max(s.held_on) as last_on
               from terreau.tutoring_part p
               join terreau.tutoring_session s on s.cooperative_id = p.cooperative_id and s.id = p.session_id
              where p.answer = 'yes' and terreau.is_help(s.state, s.cancelled_at) group by 1, 2, 3, 4) s
    using (cooperative_id, tutor_person_id, tutee_person_id, year)
 where (h.first_on, h.last_on) is distinct from (s.first_on, s.last_on)
 order by 1, 2, 3
