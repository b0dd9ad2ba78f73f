import { scryptSync } from 'node:crypto'
import pg from 'pg'
import { connect } from './connect.ts'
import { errorCode, StartError } from './start-error.ts'

/** Owns the schema and everything in it; nobody logs in as this role. */
export const ownerRole = 'terreau_owner'
/** What the application is: subject to row security, owner of nothing. */
export const appRole = 'terreau_app'
/** Reads everything to verify it, writes nothing. */
export const checkRole = 'terreau_check'

/** No request may hold a row, a lock or a connection longer than this (reliability I-21). */
const appSettings = {
  statement_timeout: '10s',
  lock_timeout: '2s',
  idle_in_transaction_session_timeout: '15s',
  search_path: 'terreau, public',
}
const checkSettings = { search_path: 'terreau, public', default_transaction_read_only: 'on' }

export type Roles = { appUrl: string; checkUrl: string | undefined; owner: string }

export type RoleOptions = { ownerUrl: string; appUrl?: string | undefined }

/** Makes sure the roles exist; runs under the migration lock. */
export async function ensureRoles(client: pg.Client, options: RoleOptions): Promise<Roles> {
  const me = await whoAmI(client)
  const appUrl = options.appUrl ?? urlAs(options.ownerUrl, appRole)
  if (!me.mayCreateRoles) {
    await requireGivenApp(appUrl, me.name)
    return { appUrl, checkUrl: undefined, owner: me.name }
  }
  await ensureOwner(client, me)
  await ensureLogin(client, appRole, appUrl)
  await applySettings(client, appRole, appSettings)
  const checkUrl = urlAs(options.ownerUrl, checkRole)
  const hasCheck = await ensureCheck(client, checkUrl, me)
  return { appUrl, checkUrl: hasCheck ? checkUrl : undefined, owner: ownerRole }
}

/** The roles as an earlier start left them: nothing is created or changed. */
export async function findRoles(client: pg.Client, options: RoleOptions): Promise<Roles> {
  const me = await whoAmI(client)
  const appUrl = options.appUrl ?? urlAs(options.ownerUrl, appRole)
  if (!me.mayCreateRoles) return { appUrl, checkUrl: undefined, owner: me.name }
  const hasCheck = me.mayBypass && (await exists(client, checkRole))
  const checkUrl = hasCheck ? urlAs(options.ownerUrl, checkRole) : undefined
  return { appUrl, checkUrl, owner: ownerRole }
}

/**
 * The password of a role we create follows from the owner's own: nothing to store, the same on
 * every machine of an installation, and the owner's cannot be computed back from it.
 */
export function urlAs(ownerUrl: string, role: string): string {
  const url = new URL(ownerUrl)
  const secret = decodeURIComponent(url.password)
  if (secret === '') {
    throw new StartError('database-url-invalid', {
      fr: 'DATABASE_URL ne contient pas de mot de passe : ajoutez-en un, ou renseignez APP_DATABASE_URL pour le rôle terreau_app.',
      en: 'DATABASE_URL holds no password: add one, or set APP_DATABASE_URL for the role terreau_app.',
    })
  }
  url.username = role
  url.password = scryptSync(secret, role, 24).toString('base64url')
  return url.href
}

type Me = { name: string; isSuperuser: boolean; mayCreateRoles: boolean; mayBypass: boolean }

async function whoAmI(client: pg.Client): Promise<Me> {
  const { rows } = await client.query(
    `select rolname as name, rolsuper as super, rolcreaterole as create_role,
            rolbypassrls as bypass
       from pg_roles where rolname = current_user`,
  )
  const row = rows[0]
  const isSuperuser = row.super === true
  return {
    name: row.name,
    isSuperuser,
    mayCreateRoles: isSuperuser || row.create_role === true,
    mayBypass: isSuperuser || row.bypass === true,
  }
}

async function ensureOwner(client: pg.Client, me: Me): Promise<void> {
  if (!(await exists(client, ownerRole))) {
    await client.query(`create role ${ownerRole} nologin noinherit nosuperuser nobypassrls`)
  }
  if (me.isSuperuser) return
  // Since PostgreSQL 16 the maker of a role may administer it without being able to act as it.
  const { rows } = await client.query(
    `select current_setting('server_version_num')::int >= 160000 as has_set_option`,
  )
  const needed = rows[0].has_set_option === true ? ['set', 'usage'] : ['usage']
  for (const privilege of needed) {
    const may = await client.query('select pg_has_role(current_user, $1, $2) as yes', [
      ownerRole,
      privilege,
    ])
    if (may.rows[0].yes !== true) await client.query(`grant ${ownerRole} to current_user`)
  }
}

async function ensureLogin(client: pg.Client, role: string, url: string): Promise<void> {
  const password = decodeURIComponent(new URL(url).password)
  const literal = pg.escapeLiteral(password)
  if (!(await exists(client, role))) {
    await client.query(
      `create role ${role} login nosuperuser nocreatedb nocreaterole nobypassrls password ${literal}`,
    )
    await client.query(`comment on role ${role} is ${pg.escapeLiteral(await origin(client))}`)
    return
  }
  if (await canLogIn(url)) return
  await refuseForeignRole(client, role)
  await client.query(`alter role ${role} login password ${literal}`)
}

/**
 * Roles belong to the whole server. Two installations with different owners on one server would
 * take the application's password from each other at every start: say so instead.
 */
async function refuseForeignRole(client: pg.Client, role: string): Promise<void> {
  const found = await client.query(
    `select shobj_description(oid, 'pg_authid') as origin from pg_roles where rolname = $1`,
    [role],
  )
  const from = found.rows[0]?.origin
  if (from === (await origin(client))) return
  throw new StartError('role-missing', {
    fr: `Le rôle ${role} existe déjà sur ce serveur avec un autre mot de passe : renseignez APP_DATABASE_URL.`,
    en: `The role ${role} already exists on this server with another password: set APP_DATABASE_URL.`,
  })
}

async function origin(client: pg.Client): Promise<string> {
  const { rows } = await client.query('select current_database() as name')
  return `Terreau, database ${rows[0].name}`
}

async function ensureCheck(client: pg.Client, url: string, me: Me): Promise<boolean> {
  if (!me.mayBypass) return false
  await ensureLogin(client, checkRole, url)
  const { rows } = await client.query(
    'select rolbypassrls as yes from pg_roles where rolname = $1',
    [checkRole],
  )
  if (rows[0].yes !== true) await client.query(`alter role ${checkRole} bypassrls`)
  await applySettings(client, checkRole, checkSettings)
  return true
}

async function applySettings(
  client: pg.Client,
  role: string,
  settings: Record<string, string>,
): Promise<void> {
  const { rows } = await client.query(
    'select rolconfig as config from pg_roles where rolname = $1',
    [role],
  )
  const present: string[] = rows[0].config ?? []
  for (const [name, value] of Object.entries(settings)) {
    if (present.includes(`${name}=${value}`)) continue
    // A list of schemas must stay a list: quoting it whole would make it one odd name.
    const text = name === 'search_path' ? value : pg.escapeLiteral(value)
    await client.query(`alter role ${role} set ${name} = ${text}`)
  }
}

/** A plain database owner may not create roles: an administrator does it once, and we verify. */
async function requireGivenApp(appUrl: string, me: string): Promise<void> {
  const app = await connectAsApp(appUrl, me)
  try {
    const { rows } = await app.query(
      `select rolname as name, rolsuper or rolbypassrls as strong,
              pg_has_role(current_user, $1, 'member') as is_owner
         from pg_roles where rolname = current_user`,
      [me],
    )
    const row = rows[0]
    if (row.name === appRole && !row.strong && !row.is_owner) {
      // Any role may set its own defaults.
      await applySettings(app, appRole, appSettings)
      return
    }
    throw new StartError('role-missing', {
      fr: `L’application doit se connecter comme ${appRole}, sans superutilisateur, ni BYPASSRLS, ni droits de ${me}.`,
      en: `The application must connect as ${appRole}, without superuser, BYPASSRLS or rights of ${me}.`,
    })
  } finally {
    await app.end()
  }
}

async function connectAsApp(appUrl: string, me: string): Promise<pg.Client> {
  try {
    return await connect(appUrl)
  } catch (error) {
    throw new StartError(
      'role-missing',
      {
        fr:
          `« ${me} » n’a pas le droit de créer des rôles : comme administrateur du serveur, lancez ` +
          `CREATE ROLE ${appRole} LOGIN PASSWORD '…'; puis renseignez APP_DATABASE_URL avec ce mot de passe.`,
        en:
          `"${me}" may not create roles: as an administrator of the server run ` +
          `CREATE ROLE ${appRole} LOGIN PASSWORD '…'; then set APP_DATABASE_URL with that password.`,
      },
      { cause: error },
    )
  }
}

async function canLogIn(url: string): Promise<boolean> {
  try {
    const client = await connect(url)
    await client.end()
    return true
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined
    if (errorCode(cause) === '28P01' || errorCode(cause) === '28000') return false
    throw error
  }
}

async function exists(client: pg.Client, role: string): Promise<boolean> {
  const found = await client.query('select 1 from pg_roles where rolname = $1', [role])
  return found.rowCount === 1
}
