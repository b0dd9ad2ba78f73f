import { commandLineWords } from '@terreau/i18n/command-line'
import { fillDemonstration } from '../start/demo/fill-demonstration.ts'
import type { Command } from './command.ts'
import { openForCommand } from './open-for-command.ts'
import { readOptions } from './options.ts'

/** Fills an empty installation with the demonstration cooperative, for one whose first start did not. */
export const demoCommand: Command = {
  name: 'demo',
  async run(call) {
    readOptions(call, {})
    const { out, locale } = call
    const words = commandLineWords(locale)
    const installation = await openForCommand(call)
    try {
      const isFilled = await fillDemonstration(installation.services, {
        say: (said) => out.print(said[locale]),
      })
      if (isFilled) out.print(words('demo.done'))
      else out.warn(words('demo.notEmpty'))
      return isFilled ? 0 : 1
    } finally {
      await installation.close()
    }
  },
}
