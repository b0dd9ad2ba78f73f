import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { connect } from './connect.ts'
import { type MigrationFile, migrationsDir, readMigrations } from './migration-files.ts'
import { prepareQueue } from './queue.ts'
import { appRole, checkRole, ensureRoles, type Roles } from './roles.ts'
import { appliedMigrations, pendingMigrations, refuseUnfitServer } from './schema-state.ts'
import { errorCode, StartError } from './start-error.ts'

export type Migrated = {
  appUrl: string
  /** The role that owns the schema and the job queue. */
  ownerRole: string
  /** Absent when the owner may not create a role that reads every tenant. */
  checkUrl: string | undefined
  /** Names of the migrations applied by this call. */
  applied: string[]
}

export type MigrateOptions = {
  /** The application's own address, when an administrator created its role. */
  appUrl?: string | undefined
  directory?: string
  lockTimeoutMs?: number
}

/** Chosen at random once; any other program on this database uses another number. */
const lockId = 7_231_995_404
const lockTimeoutDefaultMs = 60_000
const applyAttempts = 5

/** Brings roles and schema to this version. Safe to call from several processes at once. */
export async function migrate(ownerUrl: string, options: MigrateOptions = {}): Promise<Migrated> {
  const files = readMigrations(options.directory ?? migrationsDir)
  const client = await connect(ownerUrl)
  try {
    await refuseUnfitServer(client)
    await takeLock(client, options.lockTimeoutMs ?? lockTimeoutDefaultMs)
    const roles = await ensureRoles(client, { ownerUrl, appUrl: options.appUrl })
    await ensureSchema(client, roles)
    const pending = pendingMigrations(files, await appliedMigrations(client))
    for (const file of pending) await applyWithRetry(client, file, roles.owner)
    await client.query(
      `grant create on database ${pg.escapeIdentifier(client.database ?? '')} to ${pg.escapeIdentifier(roles.owner)}`,
    )
    await prepareQueue(ownerUrl, roles.owner)
    if (roles.checkUrl) await letCheckRead(client)
    const applied = pending.map((file) => file.name)
    return { appUrl: roles.appUrl, ownerRole: roles.owner, checkUrl: roles.checkUrl, applied }
  } catch (error) {
    throw explain(error)
  } finally {
    // Ending the session also gives the lock back.
    await client.end().catch(() => {})
  }
}

/** Polled: waiting inside PostgreSQL would hold a snapshot and could not tell why it waits. */
async function takeLock(client: pg.Client, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const { rows } = await client.query('select pg_try_advisory_lock($1) as taken', [lockId])
    if (rows[0].taken === true) return
    if (Date.now() >= deadline) break
    await sleep(200)
  }
  throw new StartError('migration-locked', {
    fr: 'Un autre Terreau modifie cette base et n’a pas fini : attendez-le, puis recommencez.',
    en: 'Another Terreau is changing this database and has not finished: wait for it, then start again.',
  })
}

async function ensureSchema(client: pg.Client, roles: Roles): Promise<void> {
  const found = await client.query(`select to_regclass('terreau.schema_migration') as found`)
  if (found.rows[0].found === null) await createSchema(client, roles.owner)
}

async function letCheckRead(client: pg.Client): Promise<void> {
  await client.query(`grant usage on schema terreau to ${checkRole}`)
  await client.query(`grant select on all tables in schema terreau to ${checkRole}`)
}

async function createSchema(client: pg.Client, owner: string): Promise<void> {
  const ownerName = pg.escapeIdentifier(owner)
  await client.query('begin')
  // btree_gist makes "two periods of one person never overlap" a constraint.
  await client.query('create extension if not exists btree_gist with schema public')
  await client.query(`create schema if not exists terreau authorization ${ownerName}`)
  await client.query(`set local role ${ownerName}`)
  await client.query(`create table terreau.schema_migration (
    name text constraint schema_migration_pkey primary key,
    sha256 text not null,
    applied_at timestamptz not null default now()
  )`)
  await client.query(`grant usage on schema terreau to ${appRole}`)
  await client.query(`grant select on terreau.schema_migration to ${appRole}`)
  await client.query('commit')
}

/** A waiting ALTER makes every reader wait behind it: give up early and come back. */
async function applyWithRetry(
  client: pg.Client,
  file: MigrationFile,
  owner: string,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await apply(client, file, owner)
      return
    } catch (error) {
      await client.query('rollback').catch(() => {})
      const isBusy = errorCode(error) === '55P03' || errorCode(error) === '40P01'
      if (!isBusy || attempt >= applyAttempts) throw migrationFailed(file, error)
      await sleep(1_000 * attempt)
    }
  }
}

async function apply(client: pg.Client, file: MigrationFile, owner: string): Promise<void> {
  await client.query('begin')
  await client.query(`set local role ${pg.escapeIdentifier(owner)}`)
  await client.query(`set local search_path = terreau, public`)
  await client.query(`set local lock_timeout = '5s'`)
  await client.query(`set local statement_timeout = 0`)
  await client.query(file.sql)
  await client.query('insert into terreau.schema_migration (name, sha256) values ($1, $2)', [
    file.name,
    file.sha256,
  ])
  await client.query('commit')
}

function migrationFailed(file: MigrationFile, cause: unknown): StartError {
  const why = cause instanceof Error ? cause.message : 'unknown reason'
  const detail = placeIn(file.sql, cause)
  return new StartError(
    'migration-failed',
    {
      fr: `La migration ${file.name} a échoué${detail} : ${why}.`,
      en: `Migration ${file.name} failed${detail}: ${why}.`,
    },
    {
      cause,
    },
  )
}

function placeIn(sql: string, cause: unknown): string {
  if (!(cause instanceof pg.DatabaseError) || !cause.position) return ''
  return ` at line ${sql.slice(0, Number(cause.position)).split('\n').length}`
}

function explain(error: unknown): unknown {
  if (error instanceof StartError) return error
  if (errorCode(error) === '53100') {
    return new StartError(
      'disk-full',
      {
        fr: 'Le disque de la base est plein : libérez de la place.',
        en: "The database's disk is full: free some space.",
      },
      {
        cause: error,
      },
    )
  }
  if (errorCode(error) === '42501') {
    const why = error instanceof Error ? error.message : ''
    return new StartError(
      'permission-denied',
      {
        fr: `L’utilisateur de DATABASE_URL n’a pas le droit de préparer la base (${why}) : faites-en le propriétaire de la base.`,
        en: `The user of DATABASE_URL may not prepare the database (${why}): make it the database's owner.`,
      },
      { cause: error },
    )
  }
  return error
}
