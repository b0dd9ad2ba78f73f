import { join } from 'node:path'
import { chooseDataDir } from '@terreau/db/data-dir'
import { runningEmbeddedUrl } from '@terreau/db/running-embedded'
import { StartError } from '@terreau/db/start-error'
import { type Config, readConfig } from '../config.ts'
import { type Installation, openInstallation } from '../start/open-installation.ts'
import type { Output } from './command.ts'

const REPOSITORY = join(import.meta.dirname, '../../../..')

/** The configuration of a command: its output is its own, so nothing is logged beside it. */
export function commandConfig(): Config {
  return { ...readConfig(), logLevel: 'silent' }
}

/**
 * Opens the installation for one command. When a server already runs on the embedded database, the
 * command works beside it instead of asking to stop it.
 */
export async function openForCommand(out: Output): Promise<Installation> {
  const config = commandConfig()
  try {
    return await openInstallation(config, (line) => out.warn(line))
  } catch (error) {
    const isRunning = error instanceof StartError && error.code === 'data-dir-in-use'
    if (!isRunning) throw error
    const databaseUrl = runningUrl(config)
    if (databaseUrl === undefined) throw error
    return openInstallation({ ...config, databaseUrl }, (line) => out.warn(line))
  }
}

function runningUrl(config: Config): string | undefined {
  const preferred = join(REPOSITORY, 'data')
  const { dataDir } = chooseDataDir({ explicit: config.dataDir, preferred })
  return runningEmbeddedUrl(dataDir)
}
