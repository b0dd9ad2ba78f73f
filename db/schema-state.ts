import type pg from 'pg'
import { connect } from './connect.ts'
import { type MigrationFile, migrationsDir, readMigrations } from './migration-files.ts'
import { appRole, findRoles, type Roles } from './roles.ts'
import { StartError } from './start-error.ts'

const serverVersionMin = 150_000

/** What a PostgreSQL server says of itself: 150004 and "15.4", and whether it waits for the disk. */
export type ServerFacts = { number: number; text: string; fsync: string }

/** Refuses a server older than PostgreSQL 15, or one that may lose what it has acknowledged. */
export function judgeServer({ number, text, fsync }: ServerFacts): void {
  if (number < serverVersionMin) {
    throw new StartError('server-too-old', {
      fr: `Terreau demande PostgreSQL 15 ou plus récent, celui-ci est ${text}.`,
      en: `Terreau needs PostgreSQL 15 or newer, this one is ${text}.`,
    })
  }
  if (fsync !== 'on') {
    throw new StartError('database-refused', {
      fr: 'Ce PostgreSQL tourne sans fsync et perdrait des écritures dans une coupure de courant : mettez fsync = on.',
      en: 'This PostgreSQL runs with fsync off and would lose money records in a power cut: set fsync = on.',
    })
  }
}

export async function refuseUnfitServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<ServerFacts>(
    `select current_setting('server_version_num')::int as number,
            current_setting('server_version') as text,
            current_setting('fsync') as fsync`,
  )
  for (const facts of rows) judgeServer(facts)
  await refuseLateWrites(client)
}

/** With it off, what was confirmed may still be lost when the server is killed: refused wherever it is set. */
async function refuseLateWrites(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `select current_setting('synchronous_commit') = 'off' or exists (
       select 1 from pg_db_role_setting
        where setdatabase in (0, (select oid from pg_database where datname = current_database()))
          and setrole in (0, (select oid from pg_roles where rolname = $1))
          and 'synchronous_commit=off' = any (setconfig)) as late`,
    [appRole],
  )
  if (rows[0].late !== true) return
  throw new StartError('database-refused', {
    fr: 'Ce PostgreSQL confirme avant d’avoir écrit (synchronous_commit est off) et perdrait ce qui était confirmé : mettez synchronous_commit = on.',
    en: 'This PostgreSQL confirms before it has written (synchronous_commit is off) and would lose what was confirmed: set synchronous_commit = on.',
  })
}

/** Fingerprints of the migrations that a database has seen, by name. */
export async function appliedMigrations(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query('select name, sha256 from terreau.schema_migration')
  return new Map(rows.map((row) => [row.name, row.sha256]))
}

/** What is left to apply; refuses a database that this version cannot understand. */
export function pendingMigrations(
  files: readonly MigrationFile[],
  applied: ReadonlyMap<string, string>,
): MigrationFile[] {
  const known = new Set(files.map((file) => file.name))
  const unknown = [...applied.keys()].filter((name) => !known.has(name)).sort()
  if (unknown.length > 0) {
    throw new StartError('database-newer', {
      fr: `La base est plus récente que cette version de Terreau (elle contient ${unknown.at(-1)}) : mettez Terreau à jour.`,
      en: `The database is newer than this version of Terreau (it holds ${unknown.at(-1)}): update Terreau.`,
    })
  }
  for (const file of files) {
    const sha256 = applied.get(file.name)
    if (sha256 === undefined || sha256 === file.sha256) continue
    throw new StartError('migration-changed', {
      fr: `${file.name} a été modifié après son application : remettez-le et écrivez une nouvelle migration.`,
      en: `${file.name} was edited after it was applied: put it back and write a new migration.`,
    })
  }
  return files.filter((file) => !applied.has(file.name))
}

/**
 * Looks at a database and writes nothing in it, for commands that only read: its roles, when its schema is
 * exactly the one of this version. Throws StartError otherwise: `database-missing` when it holds no
 * Terreau yet, `schema-older`, `database-newer`, `migration-changed`.
 */
export async function inspectSchema(
  ownerUrl: string,
  options: { appUrl?: string | undefined; directory?: string } = {},
): Promise<Roles> {
  const files = readMigrations(options.directory ?? migrationsDir)
  const client = await connect(ownerUrl)
  try {
    await refuseUnfitServer(client)
    const found = await client.query(`select to_regclass('terreau.schema_migration') as found`)
    if (found.rows[0].found === null) {
      throw new StartError('database-missing', {
        fr: 'Cette base ne contient pas encore Terreau : npm start la prépare.',
        en: 'This database holds no Terreau yet: npm start prepares it.',
      })
    }
    const pending = pendingMigrations(files, await appliedMigrations(client))
    if (pending.length > 0) {
      throw new StartError('schema-older', {
        fr:
          `La base est plus ancienne que cette version de Terreau (migrations manquantes : ${pending.length}) : ` +
          'lancez « npm run terreau -- migrate », ou démarrez Terreau une fois, puis réessayez.',
        en:
          `The database is older than this version of Terreau (migrations missing: ${pending.length}): ` +
          'run "npm run terreau -- migrate", or start Terreau once, then try again.',
      })
    }
    return await findRoles(client, { ownerUrl, appUrl: options.appUrl })
  } finally {
    await client.end().catch(() => {})
  }
}
