import { runningEmbeddedUrl } from '@terreau/db/running-embedded'
import { type Said, StartError } from '@terreau/db/start-error'
import { type Config, readConfig } from '../config.ts'
import { dataDirOf, type Installation, openInstallation } from '../start/open-installation.ts'
import type { CommandCall } from './command.ts'

/** The configuration of a command: its output is its own, so nothing is logged beside it. */
export function commandConfig(): Config {
  return { ...readConfig(), logLevel: 'silent' }
}

/**
 * Opens the installation for a command that writes, its schema brought to this version first. When a
 * server already runs on the embedded database, the command works beside it instead of asking to stop it.
 */
export function openForCommand(call: CommandCall): Promise<Installation> {
  return open(call, { isReadOnly: false })
}

/**
 * Opens the installation for a command that only looks. Nothing is created or migrated: StartError says
 * that the database is absent, or of another version.
 */
export function openForReading(call: CommandCall): Promise<Installation> {
  return open(call, { isReadOnly: true })
}

async function open(
  { out, locale }: CommandCall,
  opening: { isReadOnly: boolean },
): Promise<Installation> {
  const config = commandConfig()
  const say = (said: Said): void => out.warn(said[locale])
  try {
    return await openInstallation(config, say, opening)
  } catch (error) {
    const isRunning = error instanceof StartError && error.code === 'data-dir-in-use'
    if (!isRunning) throw error
    const databaseUrl = runningEmbeddedUrl(dataDirOf(config).dataDir)
    if (databaseUrl === undefined) throw error
    return openInstallation({ ...config, databaseUrl }, say, opening)
  }
}
