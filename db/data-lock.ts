import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { processStartTime, processState } from './process-identity.ts'
import { errorCode, explainFileError, StartError } from './start-error.ts'

/** A data folder that is ours until it is released. */
export type DataDirLock = { release(): void }

type Holder = { pid: number; startTime: string; since: string }

/** A holder writes its name right after creating the file: an older empty file is a crash. */
const emptyFileGraceMs = 2_000
const attemptsMax = 100

/**
 * One Terreau per data folder. PostgreSQL protects its own files; this lock also protects ours,
 * and can say who holds the folder. A lock whose process has died is taken over.
 */
export async function lockDataDir(dataDir: string): Promise<DataDirLock> {
  const path = join(dataDir, 'terreau.lock')
  const mine = await acquire(path, dataDir)
  return {
    release() {
      // Never remove the lock of another process.
      if (readFileIfAny(path) === mine) rmSync(path, { force: true })
    },
  }
}

async function acquire(path: string, dataDir: string): Promise<string> {
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const mine = tryCreate(path)
    if (mine !== undefined) return mine
    const found = readFileIfAny(path)
    if (found === undefined) continue
    const holder = parseHolder(found)
    if (holder ? isAlive(holder) : isYoung(path)) {
      if (holder && !path.endsWith('.takeover')) throw inUse(dataDir, holder)
      await sleep(50)
      continue
    }
    await removeStale(path, found, dataDir)
  }
  throw new StartError('data-dir-in-use', {
    fr: `Un autre Terreau ne cesse de démarrer dans ${dataDir}.`,
    en: `Another Terreau keeps starting in ${dataDir}.`,
  })
}

/**
 * Two starts may see the same dead lock. Only the holder of a second lock may remove it, and only
 * if it is still the same one; otherwise the slower start would remove the lock of the faster one.
 */
async function removeStale(path: string, stale: string, dataDir: string): Promise<void> {
  const takeoverPath = `${path}.takeover`
  const takeover = await acquire(takeoverPath, dataDir)
  try {
    if (readFileIfAny(path) === stale) rmSync(path, { force: true })
  } finally {
    if (readFileIfAny(takeoverPath) === takeover) rmSync(takeoverPath, { force: true })
  }
}

function tryCreate(path: string): string | undefined {
  const holder: Holder = {
    pid: process.pid,
    startTime: processStartTime(process.pid),
    since: new Date().toISOString(),
  }
  const text = `${JSON.stringify(holder)}\n`
  try {
    writeFileSync(path, text, { flag: 'wx', mode: 0o644 })
    return text
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return undefined
    throw explainFileError(error, path)
  }
}

function readFileIfAny(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw explainFileError(error, path)
  }
}

function parseHolder(text: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return undefined
    if (!('pid' in value) || typeof value.pid !== 'number') return undefined
    const startTime = 'startTime' in value ? String(value.startTime) : ''
    const since = 'since' in value ? String(value.since) : ''
    return { pid: value.pid, startTime, since }
  } catch {
    return undefined
  }
}

function isAlive(holder: Holder): boolean {
  if (processState(holder.pid) !== 'alive') return false
  return processStartTime(holder.pid) === holder.startTime
}

function isYoung(path: string): boolean {
  try {
    return Date.now() - statSync(path).mtimeMs < emptyFileGraceMs
  } catch {
    return false
  }
}

function inUse(dataDir: string, holder: Holder): StartError {
  return new StartError('data-dir-in-use', {
    fr:
      `Terreau tourne déjà sur ${dataDir} (processus ${holder.pid}, depuis ${holder.since}) : ` +
      'arrêtez-le d’abord, ou choisissez un autre DATA_DIR.',
    en:
      `Terreau already runs on ${dataDir} (process ${holder.pid}, since ${holder.since}): ` +
      'stop it first, or choose another DATA_DIR.',
  })
}
