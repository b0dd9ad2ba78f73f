-- Every frozen line of a closing is about a person of its activity (checked as one set when a month is frozen).
select l.cooperative_id, l.month, l.version, l.activity_id, l.person_id
  from terreau.closing_line l
  left join terreau.activity_member m
    on m.cooperative_id = l.cooperative_id and m.activity_id = l.activity_id and m.person_id = l.person_id
 where m.person_id is null;
