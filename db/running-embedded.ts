import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { databaseName } from './embedded.ts'
import { adminName } from './embedded-cluster.ts'
import { explainFileError } from './start-error.ts'

/**
 * The address of the embedded server that another Terreau runs on this folder, for a command beside it.
 * Undefined when nothing tells where it listens.
 */
export function runningEmbeddedUrl(dataDir: string): string | undefined {
  const portFile = join(dataDir, 'postgres.port')
  const passwordFile = join(dataDir, 'postgres.password')
  if (!existsSync(portFile) || !existsSync(passwordFile)) return undefined
  try {
    const port = readFileSync(portFile, 'utf8').trim()
    const password = readFileSync(passwordFile, 'utf8').trim()
    return `postgres://${adminName}:${password}@127.0.0.1:${port}/${databaseName}`
  } catch (error) {
    throw explainFileError(error, passwordFile)
  }
}
