import { mkdtempSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file system in memory, which Linux mounts everywhere; containers often give it a few megabytes only. */
const inMemory = '/dev/shm'
/** Several times what all servers of a test run hold at once, their write-ahead logs included. */
const bytesMin = 6_000_000_000

/**
 * A new folder for a database of tests, in memory where there is plenty. PostgreSQL has the same settings
 * there as on a disk, `fsync` included: only the waiting for the disk is spared, most of all when a database
 * is dropped. No test pulls the plug of a machine, so none could tell the difference.
 */
export function newTestFolder(prefix: string, { isOnDisk = false } = {}): string {
  return mkdtempSync(join(!isOnDisk && hasPlentyOfMemory() ? inMemory : tmpdir(), prefix))
}

/** Where folders of former runs may be left. */
export const testFolderRoots = (): string[] => [tmpdir(), ...(isMounted() ? [inMemory] : [])]

export function hasPlentyOfMemory(): boolean {
  const { bavail = 0, bsize = 0 } = memoryFileSystem() ?? {}
  return Math.min(bavail * bsize, process.availableMemory()) >= bytesMin
}

const isMounted = (): boolean => memoryFileSystem() !== undefined

function memoryFileSystem() {
  try {
    return statfsSync(inMemory)
  } catch {
    // Another system than Linux.
    return undefined
  }
}
