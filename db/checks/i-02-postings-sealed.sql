-- I-02 No line joined a posting after the transaction that made it.
-- An account counts its lines. A line that came much later than its posting has a number above lines of
-- postings that are more than an hour younger; within the hour, transactions may well overlap.
select l.cooperative_id, l.posting_id, l.position, l.account_id, l.account_version
  from (select x.*, p.posted_at,
               max(p.posted_at) over (partition by x.cooperative_id, x.account_id
                                      order by x.account_version
                                      rows between unbounded preceding and 1 preceding) as latest_before
          from terreau.ledger_line x
          join terreau.posting p on p.cooperative_id = x.cooperative_id and p.id = x.posting_id) l
 where l.posted_at < l.latest_before - interval '1 hour'
 order by l.cooperative_id, l.posting_id, l.position
