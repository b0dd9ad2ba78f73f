-- I-08 The fingerprint of each entry, which the seal of its month hashes, is that of its content.
select l.cooperative_id, p.month, l.posting_id, l.position, a.kind as account, l.amount_cents
  from terreau.ledger_line l
  join terreau.posting p on p.cooperative_id = l.cooperative_id and p.id = l.posting_id
  join terreau.account a on a.cooperative_id = l.cooperative_id and a.id = l.account_id
 where l.digest <> terreau.line_digest(p, a, l)
 order by l.cooperative_id, p.month, l.posting_id, l.position
