import { commandLineWords } from '@terreau/i18n/command-line'
import type { Command } from './command.ts'
import { openForCommand } from './open-for-command.ts'
import { readOptions } from './options.ts'

/** Brings the database to this version; opening an installation does it. */
export const migrateCommand: Command = {
  name: 'migrate',
  async run(call) {
    readOptions(call, {})
    const installation = await openForCommand(call)
    await installation.close()
    const count = installation.migrationsApplied.length
    call.out.print(commandLineWords(call.locale)('migrate.done', { count }))
    return 0
  },
}
