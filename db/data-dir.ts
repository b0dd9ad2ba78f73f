import { createHash } from 'node:crypto'
import { accessSync, constants, mkdirSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { canEnter, isRoot, letThrough, serverUser } from './embedded-user.ts'
import { errorCode, explainFileError, type Said, StartError } from './start-error.ts'

export const systemDataRoot = '/var/lib/terreau'

export type DataDirChoice = { dataDir: string; note?: Said }

/**
 * Where the data live: the folder asked for (DATA_DIR), else the preferred one. As root, a folder
 * below a closed one (a checkout in /root) cannot be reached by the unprivileged server: the
 * preferred folder is then replaced by a system one and said so; an explicit one is refused.
 */
export function chooseDataDir(options: {
  explicit?: string | undefined
  preferred: string
}): DataDirChoice {
  if (options.explicit) {
    const dataDir = prepareDataDir(options.explicit)
    if (isReachable(dataDir)) return { dataDir }
    throw unreachable(dataDir)
  }
  const preferred = prepareDataDir(options.preferred)
  if (isReachable(preferred)) return { dataDir: preferred }
  const key = createHash('sha256').update(preferred).digest('hex').slice(0, 12)
  const dataDir = prepareDataDir(join(systemDataRoot, key))
  if (!isReachable(dataDir)) throw unreachable(dataDir)
  const note = {
    fr: `L’utilisateur de la base n’atteint pas ${preferred} : les données sont dans ${dataDir}.`,
    en: `The database user cannot reach ${preferred}: the data are in ${dataDir}.`,
  }
  return { dataDir, note }
}

/** Creates the folder when absent; returns its real path, since PostgreSQL works with real paths. */
function prepareDataDir(path: string): string {
  const dataDir = resolve(path)
  try {
    if (isRoot()) mkdirSync(dirname(dataDir), { recursive: true, mode: 0o755 })
    mkdirSync(dataDir, { recursive: true, mode: isRoot() ? 0o710 : 0o700 })
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
    return realpathSync(dataDir)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') {
      throw new StartError('data-dir-not-writable', {
        fr: `${dataDir} ne peut pas être créé.`,
        en: `${dataDir} cannot be created.`,
      })
    }
    throw explainFileError(error, dataDir)
  }
}

function isReachable(dataDir: string): boolean {
  if (!isRoot()) return true
  const user = serverUser()
  if (canEnter(user, dataDir)) return true
  letThrough(user, dataDir)
  return canEnter(user, dataDir)
}

function unreachable(dataDir: string): StartError {
  const name = serverUser()?.name ?? 'terreau'
  return new StartError('data-dir-unreachable', {
    fr:
      `La base tourne sous l’utilisateur « ${name} », qui ne peut pas entrer dans ${dataDir} : ` +
      'choisissez un DATA_DIR dont les dossiers parents sont ouverts à tous, comme /var/lib/terreau.',
    en:
      `The database runs as user "${name}", who may not enter ${dataDir}: ` +
      'choose a DATA_DIR whose parent folders everybody may enter, such as /var/lib/terreau.',
  })
}
