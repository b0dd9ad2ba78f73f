import { randomUUID } from 'node:crypto'
import pg from 'pg'

export interface Seeded {
  schemeId: string
}

/**
 * Many people with an activity, a contract and, for each month asked, an accepted declaration with its
 * posting: the rows the product would have written, in a few statements. Bench data only: it goes round the
 * triggers, so nothing else may be measured while it runs.
 */
export async function seedPeople(
  ownerUrl: string,
  options: { cooperativeId: string; people: number; months: readonly string[] },
): Promise<Seeded> {
  const { cooperativeId, people, months } = options
  const schemeId = randomUUID()
  await roundTheTriggers(ownerUrl, async (client) => {
    await client.query(SCHEME, [cooperativeId, schemeId])
    await client.query(PEOPLE, [cooperativeId, people])
    await client.query(ACTIVITIES, [cooperativeId])
    await client.query(MEMBERS, [cooperativeId])
    await client.query(CONTRACTS, [cooperativeId, schemeId])
    await client.query(ACCOUNTS, [cooperativeId])
    for (const month of months) {
      await addMonth(client, { cooperativeId, month, schemeId })
      // Without figures about what was just written, the next statements would read it row by row.
      await client.query('analyze terreau.posting, terreau.ledger_line, terreau.account')
      await client.query(DIGESTS, [cooperativeId, month])
    }
    await addUp(client, cooperativeId)
  })
  await roundTheTriggers(ownerUrl, (client) => client.query('analyze'))
  return { schemeId }
}

/** One more month of everybody, later than those before; kept plans stay kept. */
export async function seedMonth(
  ownerUrl: string,
  month: { cooperativeId: string; month: string; schemeId: string },
): Promise<void> {
  await roundTheTriggers(ownerUrl, async (client) => {
    await addMonth(client, month)
    await client.query(DIGESTS, [month.cooperativeId, month.month])
    await addUp(client, month.cooperativeId)
  })
}

async function roundTheTriggers(
  ownerUrl: string,
  write: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    await client.query(`set local session_replication_role = replica`)
    await write(client)
    await client.query('commit')
  } finally {
    await client.end()
  }
}

async function addMonth(
  client: pg.Client,
  { cooperativeId, month, schemeId }: { cooperativeId: string; month: string; schemeId: string },
): Promise<void> {
  await client.query(DECLARATIONS, [cooperativeId, month, randomUUID()])
  await client.query(ACCEPTANCES, [cooperativeId, month, schemeId])
  await client.query(POSTINGS, [cooperativeId, month])
  await client.query(LINES, [cooperativeId, month])
}

async function addUp(client: pg.Client, cooperativeId: string): Promise<void> {
  await client.query(BALANCES, [cooperativeId])
  await client.query(MONTHS, [cooperativeId])
  await client.query(DAYS, [cooperativeId])
}

/** One id for each person in each part, from the person's own, so that the statements need no memory. */
const idOf = (part: string, from: string): string =>
  `overlay(overlay(md5('${part}' || ${from}) placing '4' from 13) placing 'a' from 17)::uuid`

const SCHEME = `
  with scheme as (
    insert into terreau.contribution_scheme (cooperative_id, id, code, decided_on, base, period,
      monthly_floor_cents, fixed_monthly_cents, exempt_months, exempt_statuses, deducted_costs,
      negative_base, exemption_covers, exempt_below_cents)
    values ($1, $2, 'BENCH', '2025-06-20', 'revenue', 'month', 0, 0, 0, '{}', '{}', 'as_nil', 'everything', 0))
  insert into terreau.contribution_tier (cooperative_id, scheme_id, position, up_to_cents, rate_bp)
  values ($1, $2, 1, null, 1000)`

const PEOPLE = `
  insert into terreau.person (cooperative_id, id, reference, family_name, given_name, search_name, born_on)
  select $1::uuid, ${idOf('person', `$1::uuid::text || n`)}, 'B' || n, 'Diallo', 'Awa ' || n, 'diallo awa ' || lpad(n::text, 6, '0'), '1990-01-01'
    from generate_series(1, $2::int) n`

const ACTIVITIES = `
  insert into terreau.activity (cooperative_id, id, name, vat_rate_bp)
  select cooperative_id, ${idOf('activity', 'id')}, 'conseil', 2000 from terreau.person where cooperative_id = $1`

const MEMBERS = `
  insert into terreau.activity_member (cooperative_id, activity_id, person_id)
  select cooperative_id, ${idOf('activity', 'id')}, id from terreau.person where cooperative_id = $1`

const CONTRACTS = `
  insert into terreau.contract (cooperative_id, id, kind, number, person_id, activity_id, scheme_id, starts_on, ends_on, state)
  select cooperative_id, ${idOf('contract', 'id')}, 'CAPE', 'CAPE-' || reference, id, ${idOf('activity', 'id')}, $2, '2025-11-15', '2026-11-13', 'active'
    from terreau.person where cooperative_id = $1`

const ACCOUNTS = `
  insert into terreau.account (cooperative_id, id, kind, activity_id)
  select cooperative_id, ${idOf('revenue', 'id')}, 'activity_revenue', id from terreau.activity where cooperative_id = $1
  union all
  select cooperative_id, ${idOf('contribution', 'id')}, 'activity_contribution', id from terreau.activity where cooperative_id = $1
  union all
  select $1::uuid, ${idOf('customers', '$1::uuid::text')}, 'customers', null
  union all
  select $1::uuid, ${idOf('shared', '$1::uuid::text')}, 'shared_services', null`

const DECLARATIONS = `
  insert into terreau.declaration (cooperative_id, id, activity_id, person_id, contract_id, month, concerns_month,
    state, number, declared_by, submitted_at)
  select cooperative_id, ${idOf('declaration', `id::text || $2::text`)}, ${idOf('activity', 'id')}, id, ${idOf('contract', 'id')}, $2::text, $2::text,
    'accepted', 'D-' || $2::text || '-' || reference, $3::uuid, now()
    from terreau.person where cooperative_id = $1`

const ACCEPTANCES = `
  insert into terreau.acceptance (cooperative_id, id, declaration_id, activity_id, month, concerns_month, accepted_by,
    scheme_id, contribution_base_cents, revenue_cents, output_vat_cents, input_vat_cents, production_purchase_cents,
    other_expense_cents, contribution_cents, accident_cover_cents, movement_cents, is_nil, contribution_lines)
  select cooperative_id, ${idOf('acceptance', `id`)}, id, activity_id, month, concerns_month, 'bench',
    $3, 100000, 100000, 0, 0, 0, 0, 10000, 0, 90000, false, '[]'
    from terreau.declaration where cooperative_id = $1 and month = $2`

const POSTINGS = `
  insert into terreau.posting (cooperative_id, id, kind, month, concerns_month, source_kind, source_id, posted_by)
  select cooperative_id, ${idOf('posting', 'id')}, 'declaration', month, concerns_month, 'acceptance', id, 'bench'
    from terreau.acceptance where cooperative_id = $1 and month = $2`

const LINES = `
  insert into terreau.ledger_line (cooperative_id, posting_id, position, account_id, amount_cents, label_key, label_params, account_version, digest)
  select a.cooperative_id, ${idOf('posting', 'a.id')}, line.position, line.account_id, line.amount_cents, line.label_key,
    jsonb_build_object('month', a.month),
    (select coalesce(max(l.account_version), 0) from terreau.ledger_line l
      where l.cooperative_id = a.cooperative_id and l.account_id = line.account_id)
      + row_number() over (partition by line.account_id order by a.id),
    '\\x'
    from terreau.acceptance a,
    lateral (values
      (1, ${idOf('customers', '$1::uuid::text')}, 100000, 'ledger.line.customers'),
      (2, ${idOf('revenue', 'a.activity_id')}, -100000, 'ledger.line.revenue'),
      (3, ${idOf('contribution', 'a.activity_id')}, 10000, 'ledger.line.contribution-tier'),
      (4, ${idOf('shared', '$1::uuid::text')}, -10000, 'ledger.line.shared-services')
    ) line (position, account_id, amount_cents, label_key)
   where a.cooperative_id = $1::uuid and a.month = $2`

const DIGESTS = `
  update terreau.ledger_line l set digest = terreau.line_digest(p, a, l)
    from terreau.posting p, terreau.account a
   where p.cooperative_id = $1 and p.month = $2 and l.cooperative_id = p.cooperative_id and l.posting_id = p.id
     and a.cooperative_id = l.cooperative_id and a.id = l.account_id`

const BALANCES = `
  update terreau.account k set balance_cents = s.total, version = s.lines
    from (select account_id, sum(amount_cents) as total, count(*) as lines from terreau.ledger_line
           where cooperative_id = $1 group by account_id) s
   where k.cooperative_id = $1 and k.id = s.account_id`

const MONTHS = `
  insert into terreau.account_month (cooperative_id, account_id, month, amount_cents, balance_cents, first_version, last_version)
  select l.cooperative_id, l.account_id, p.month, sum(l.amount_cents),
         sum(sum(l.amount_cents)) over (partition by l.account_id order by p.month),
         min(l.account_version), max(l.account_version)
    from terreau.ledger_line l
    join terreau.posting p on p.cooperative_id = l.cooperative_id and p.id = l.posting_id
    join terreau.account a on a.cooperative_id = l.cooperative_id and a.id = l.account_id
   where l.cooperative_id = $1 and a.activity_id is not null
   group by l.cooperative_id, l.account_id, p.month
  on conflict (cooperative_id, account_id, month) do nothing`

const DAYS = `
  insert into terreau.account_day (cooperative_id, account_id, booked_on, balance_cents, newest_month)
  select l.cooperative_id, l.account_id, (p.posted_at at time zone 'Europe/Paris')::date,
         sum(sum(l.amount_cents)) over through_day, max(max(p.month)) over through_day
    from terreau.ledger_line l
    join terreau.posting p on p.cooperative_id = l.cooperative_id and p.id = l.posting_id
    join terreau.account a on a.cooperative_id = l.cooperative_id and a.id = l.account_id
   where l.cooperative_id = $1 and a.activity_id is not null
   group by l.cooperative_id, l.account_id, (p.posted_at at time zone 'Europe/Paris')::date
  window through_day as (partition by l.account_id order by (p.posted_at at time zone 'Europe/Paris')::date)
  on conflict (cooperative_id, account_id, booked_on) do update
    set balance_cents = excluded.balance_cents, newest_month = excluded.newest_month`
