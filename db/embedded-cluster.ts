import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { type Binaries, findBinaries } from './embedded-binaries.ts'
import { ownerOf, type ServerUser, serverUser } from './embedded-user.ts'
import { errorCode, explainFileError, StartError } from './start-error.ts'

/** The one account of the embedded server that may do everything; the application never uses it. */
export const adminName = 'terreau_admin'

export type Cluster = {
  dataDir: string
  pgData: string
  logFile: string
  password: string
  user: ServerUser
  binaries: Binaries
}

/** Finds the data of the embedded server below `dataDir`, or creates them. Needs the lock. */
export function openCluster(dataDir: string): Cluster {
  const pgData = join(dataDir, 'postgres')
  removeInterruptedInit(dataDir)
  const exists = existsSync(join(pgData, 'PG_VERSION'))
  const user = exists ? ownerOf(pgData, serverUser()) : serverUser()
  const binaries = findBinaries(user)
  const password = readOrCreatePassword(join(dataDir, 'postgres.password'), exists)
  const cluster = { dataDir, pgData, logFile: join(dataDir, 'postgres.log'), password, user }
  const opened = { ...cluster, binaries }
  if (!exists) initialise(opened)
  return opened
}

export function processOptions(user: ServerUser) {
  const env = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
  return { cwd: '/', env, ...(user ? { uid: user.uid, gid: user.gid } : {}) }
}

/** Built beside its place and renamed when complete, so that a crash leaves no half database. */
function initialise(cluster: Cluster): void {
  const { dataDir, pgData, user, binaries } = cluster
  const partial = join(dataDir, `postgres.init-${process.pid}-${randomBytes(4).toString('hex')}`)
  const passwordFile = `${partial}.password`
  try {
    mkdirSync(partial, { mode: 0o700 })
    writeFileSync(passwordFile, `${cluster.password}\n`, { mode: 0o600 })
    if (user) for (const path of [partial, passwordFile]) chownSync(path, user.uid, user.gid)
    const result = spawnSync(binaries.initdb, initArguments(partial, passwordFile), {
      ...processOptions(user),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    if (result.status !== 0) throw explainServerText(result.stderr ?? '', cluster)
    renameSync(partial, pgData)
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    throw explainFileError(error, dataDir)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

function initArguments(pgData: string, passwordFile: string): string[] {
  return [
    `--pgdata=${pgData}`,
    `--username=${adminName}`,
    `--pwfile=${passwordFile}`,
    '--auth-host=scram-sha-256',
    '--auth-local=reject',
    '--encoding=UTF8',
    // A locale of the system would change the order of names from one machine to the next.
    '--locale=C',
    '--data-checksums',
  ]
}

function removeInterruptedInit(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    if (!name.startsWith('postgres.init-')) continue
    rmSync(join(dataDir, name), { recursive: true, force: true })
  }
}

function readOrCreatePassword(path: string, clusterExists: boolean): string {
  try {
    const password = readFileSync(path, 'utf8').trim()
    if (password !== '') return password
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw explainFileError(error, path)
  }
  if (clusterExists) {
    throw new StartError('database-refused', {
      fr: `Le fichier du mot de passe de la base, ${path}, manque : remettez-le depuis une sauvegarde.`,
      en: `The password file of the database, ${path}, is missing: put it back from a backup.`,
    })
  }
  const password = randomBytes(24).toString('base64url')
  try {
    writeFileSync(path, `${password}\n`, { mode: 0o600 })
  } catch (error) {
    throw explainFileError(error, path)
  }
  return password
}

/** PostgreSQL's own last words, as one sentence. */
export function explainServerText(text: string, cluster: Cluster): StartError {
  const fatal = text.match(/(?:FATAL|PANIC|error):\s+(.*)/)?.[1] ?? 'it ended without a word'
  const because = {
    fr: `(PostgreSQL dit : ${fatal} ; son journal est ${cluster.logFile})`,
    en: `(PostgreSQL says: ${fatal}; its log is ${cluster.logFile})`,
  }
  if (/No space left on device|Disk quota exceeded/.test(text)) {
    return new StartError('disk-full', {
      fr: `Le disque qui contient ${cluster.dataDir} est plein : libérez de la place.`,
      en: `The disk that holds ${cluster.dataDir} is full: free some space.`,
    })
  }
  if (/Address already in use|could not bind/.test(text)) {
    return new StartError('port-in-use', {
      fr: `Le port de la base est pris ${because.fr}.`,
      en: `The database's port is taken ${because.en}.`,
    })
  }
  if (/Permission denied|wrong ownership|not permitted/.test(text)) {
    return new StartError('permission-denied', {
      fr: `La base n’a pas le droit d’utiliser ${cluster.pgData} ${because.fr}.`,
      en: `The database may not use ${cluster.pgData} ${because.en}.`,
    })
  }
  if (/incompatible with server/.test(text)) {
    return new StartError('database-damaged', {
      fr: `${cluster.pgData} vient d’une autre version majeure de PostgreSQL : restaurez une sauvegarde dans un nouveau DATA_DIR.`,
      en: `${cluster.pgData} was made by another major version of PostgreSQL: restore a backup into a new DATA_DIR.`,
    })
  }
  return new StartError('postgres-failed', {
    fr: `La base n’a pas démarré ${because.fr}.`,
    en: `The database did not start ${because.en}.`,
  })
}
