import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, statSync } from 'node:fs'
import { StartError } from './start-error.ts'

/** Who runs the embedded server. `undefined`: ourselves. */
export type ServerUser = { name: string; uid: number; gid: number } | undefined

export const isRoot = (): boolean => process.getuid?.() === 0

/** PostgreSQL refuses to run as root: find, or create, a system user without any right. */
export function serverUser(): ServerUser {
  if (!isRoot()) return undefined
  const found = lookUp('terreau')
  if (found) return found
  try {
    execFileSync(
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'terreau'],
      { stdio: 'ignore' },
    )
  } catch {
    // A system without useradd, or with read-only users: an existing account will do.
  }
  const user = lookUp('terreau') ?? lookUp('postgres') ?? lookUp('nobody')
  if (user) return user
  throw new StartError('user-missing', {
    fr: 'PostgreSQL refuse de tourner sous root et aucun utilisateur du système n’a été trouvé : créez un utilisateur « terreau ».',
    en: 'PostgreSQL refuses to run as root and no system user was found: create a user named "terreau".',
  })
}

/** Data that exist are opened by the user who owns them. */
export function ownerOf(path: string, fallback: ServerUser): ServerUser {
  if (!isRoot()) return undefined
  const { uid, gid } = statSync(path)
  return uid === 0 ? fallback : { name: `uid ${uid}`, uid, gid }
}

/** Asks the system itself, as that user, rather than guessing from permission bits. */
export function canEnter(user: ServerUser, directory: string): boolean {
  const result = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', directory], {
    cwd: '/',
    stdio: 'ignore',
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
  })
  return result.status === 0
}

/** Lets the server's group pass through a folder of root, without opening it to others. */
export function letThrough(user: ServerUser, directory: string): void {
  if (!user || statSync(directory).uid !== 0) return
  const mode = statSync(directory).mode & 0o7777
  chownSync(directory, 0, user.gid)
  chmodSync(directory, mode | 0o010)
}

function lookUp(name: string): ServerUser {
  const id = (flag: string) =>
    Number(
      execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    )
  try {
    return { name, uid: id('-u'), gid: id('-g') }
  } catch {
    return undefined
  }
}
