import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp } from './test-app.ts'

let test: TestApp
let owner: pg.Client

beforeAll(async () => {
  test = await createTestApp()
  owner = new pg.Client({ connectionString: test.urls.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await test.close()
})

/** Tables that hold a cooperative's key and open before one is known, each with its reason. */
const NOT_FORCED: Record<string, string> = {
  session: 'its secret opens it, then names the cooperative (open_session)',
  public_code: 'a reader outside has a code and no cooperative; only functions read it',
}
/** Tables without a cooperative: what they hold, and why nobody else sees it. */
const SHARED: Record<string, string> = {
  app_user: 'one person may work for several cooperatives; a policy shows colleagues only',
  cooperative: 'the tenant itself; a policy shows the current one and those of the user',
  rate_limit: 'counts attempts by key before anybody is known',
  schema_migration: 'names of migrations',
  sign_in_token: 'belongs to a user, before a cooperative is chosen',
}

const RULES: Record<string, string> = {
  'tenant tables have row security, forced': `
    select c.relname as name from pg_class c
     where c.relnamespace = 'terreau'::regnamespace and c.relkind in ('r', 'p')
       and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'cooperative_id')
       and not (c.relrowsecurity and c.relforcerowsecurity)
       and c.relname <> all('{${Object.keys(NOT_FORCED).join(',')}}')`,
  'every other table is known to be shared': `
    select c.relname as name from pg_class c
     where c.relnamespace = 'terreau'::regnamespace and c.relkind in ('r', 'p')
       and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'cooperative_id')
       and c.relname <> all('{${Object.keys(SHARED).join(',')}}')`,
  'the key of a tenant table begins with the cooperative': `
    select c.relname as name from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'cooperative_id'
      left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
     where c.relnamespace = 'terreau'::regnamespace and c.relkind in ('r', 'p')
       and (k.conkey is null or k.conkey[1] <> a.attnum)
       and c.relname <> all('{${Object.keys(NOT_FORCED).join(',')}}')`,
  'policies that let write also check what is written': `
    select p.tablename || '.' || p.policyname as name from pg_policies p
     where p.schemaname = 'terreau' and p.cmd in ('ALL', 'INSERT', 'UPDATE') and p.with_check is null`,
  'the application owns nothing': `
    select c.relname as name from pg_class c join pg_roles r on r.oid = c.relowner
     where r.rolname = 'terreau_app'
    union all
    select p.proname from pg_proc p join pg_roles r on r.oid = p.proowner where r.rolname = 'terreau_app'`,
  'the application has no power of its own': `
    select r.rolname as name from pg_roles r
     where r.rolname = 'terreau_app'
       and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb
            or exists (select 1 from pg_auth_members m where m.member = r.oid))`,
  'views read with the rights of who asks': `
    select c.relname as name from pg_class c
     where c.relnamespace = 'terreau'::regnamespace and c.relkind = 'v'
       and not coalesce('security_invoker=true' = any(c.reloptions), false)`,
  'functions that lend rights fix where they look': `
    select p.proname as name from pg_proc p
     where p.pronamespace = 'terreau'::regnamespace and p.prosecdef
       and not exists (select 1 from unnest(p.proconfig) as setting where setting like 'search_path=%')`,
  'foreign keys between tenant tables carry the cooperative': `
    with owned as (
      select a.attrelid as id, a.attnum from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = 'terreau'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'cooperative_id')
    select k.conname as name from pg_constraint k
      join owned f on f.id = k.conrelid join owned t on t.id = k.confrelid
     where k.contype = 'f' and not exists (select 1 from unnest(k.conkey, k.confkey) as pair (own, other)
                                            where pair.own = f.attnum and pair.other = t.attnum)`,
  'instants have a time zone': `
    select c.table_name || '.' || c.column_name as name from information_schema.columns c
     where c.table_schema = 'terreau' and c.data_type like '%without time zone'`,
  'no number is floating': `
    select c.table_name || '.' || c.column_name as name from information_schema.columns c
     where c.table_schema = 'terreau' and c.data_type in ('real', 'double precision', 'money')`,
  // What is kept was compressed by whoever made it: PostgreSQL would only try again.
  'bytes of files are kept as they come': `
    select c.relname || '.' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'terreau'::regnamespace and c.relkind = 'r' and a.attname = 'bytes'
       and a.attstorage <> 'e'`,
  'cents are whole': `
    select c.table_name || '.' || c.column_name as name from information_schema.columns c
     where c.table_schema = 'terreau' and c.column_name like '%\\_cents' and c.data_type <> 'bigint'`,
  'constraints that refuse people have names of ours': `
    select k.conname as name from pg_constraint k
     where k.connamespace = 'terreau'::regnamespace and k.contype = 'x' and k.conname like '%excl'`,
  'no index stands without being ready': `
    select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid
     where c.relnamespace = 'terreau'::regnamespace and not i.indisvalid`,
}

const offenders = async (rule: string): Promise<string[]> => {
  const { rows } = await owner.query<{ name: string }>(RULES[rule] ?? '')
  return rows.map((row) => row.name)
}

describe('the catalogue of the database', () => {
  it.each(Object.keys(RULES))('%s', async (rule) => {
    expect(await offenders(rule)).toEqual([])
  })

  it('sees a bad table: each fault is named by its rule', async () => {
    await owner.query('begin')
    await owner.query(`
      create unique index planted_person on terreau.person (id);
      create table terreau.planted (id uuid primary key, cooperative_id uuid not null,
        person_id uuid constraint planted_fkey references terreau.person (id),
        at timestamp, price real, fee_cents numeric, bytes bytea);
      create table terreau.planted_list (id uuid primary key);
      create policy open on terreau.planted for update using (true);
      create view terreau.planted_view as select id from terreau.planted;
      create function terreau.planted_lend() returns void language sql security definer as 'select 1';
      alter table terreau.planted_list owner to terreau_app;
      alter role terreau_app bypassrls`)
    const found: Record<string, string[]> = {}
    for (const rule of Object.keys(RULES)) found[rule] = await offenders(rule)
    await owner.query('rollback')
    expect(found).toMatchObject({
      'tenant tables have row security, forced': ['planted'],
      'every other table is known to be shared': ['planted_list'],
      'the key of a tenant table begins with the cooperative': ['planted'],
      'policies that let write also check what is written': ['planted.open'],
      'the application owns nothing': expect.arrayContaining(['planted_list']),
      'the application has no power of its own': ['terreau_app'],
      'views read with the rights of who asks': ['planted_view'],
      'functions that lend rights fix where they look': ['planted_lend'],
      'foreign keys between tenant tables carry the cooperative': ['planted_fkey'],
      'instants have a time zone': ['planted.at'],
      'no number is floating': ['planted.price'],
      'bytes of files are kept as they come': ['planted.bytes'],
      'cents are whole': ['planted.fee_cents'],
    })
  })

  it('gives each request its limits of time', async () => {
    const { rows } = await owner.query<{ config: string[] }>(
      `select rolconfig as config from pg_roles where rolname = 'terreau_app'`,
    )
    expect(rows[0]?.config).toEqual(
      expect.arrayContaining([
        'statement_timeout=10s',
        'lock_timeout=2s',
        'idle_in_transaction_session_timeout=15s',
      ]),
    )
  })
})
