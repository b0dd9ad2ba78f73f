import { StartError } from '@terreau/db/start-error'
import { commandLineWords } from '@terreau/i18n/command-line'
import { checkCommand } from './cli/check-command.ts'
import { clocksCommand } from './cli/clocks-command.ts'
import { type Command, type Output, UsageError } from './cli/command.ts'
import { demoCommand } from './cli/demo-command.ts'
import { importCommand } from './cli/import-command.ts'
import { keysCommand } from './cli/keys-command.ts'
import { localeOf } from './cli/locale-of.ts'
import { migrateCommand } from './cli/migrate-command.ts'
import { rehearseCommand } from './cli/rehearse-command.ts'
import { retentionCommand } from './cli/retention-command.ts'
import { salaryCommand } from './cli/salary-command.ts'
import { verifyCommand } from './cli/verify-command.ts'

const COMMANDS: readonly Command[] = [
  checkCommand,
  clocksCommand,
  demoCommand,
  importCommand,
  keysCommand,
  migrateCommand,
  rehearseCommand,
  salaryCommand,
  retentionCommand,
  verifyCommand,
]

/**
 * Runs one command and answers its exit code: 0 done, 1 refused, not healthy or stopped by an error, 2 called
 * wrongly; others are the command's own, said by its `--help`.
 */
export async function runCommandLine(argv: readonly string[], out: Output): Promise<number> {
  const [name, ...args] = argv
  const locale = localeOf(argv)
  const words = commandLineWords(locale)
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    out.write(words('common.overview'))
    return name === undefined ? 2 : 0
  }
  const command = COMMANDS.find((known) => known.name === name)
  if (command === undefined) {
    out.warn(words('common.unknownCommand', { command: name }))
    out.warn(words('common.overview'))
    return 2
  }
  const usage = words(`${command.name}.usage`) + (command.example ?? '')
  if (args.includes('--help') || args.includes('-h')) {
    out.write(usage)
    return 0
  }
  return run(command, { args, locale, out }, usage)
}

async function run(
  command: Command,
  call: Parameters<Command['run']>[0],
  usage: string,
): Promise<number> {
  try {
    return await command.run(call)
  } catch (error) {
    if (error instanceof UsageError) {
      // The whole usage would push the reason off the screen.
      const [calledLike = ''] = usage.split('\n')
      const more = commandLineWords(call.locale)('common.more', { command: command.name })
      call.out.warn([error.message, '', calledLike, more].join('\n'))
      return 2
    }
    if (error instanceof StartError) call.out.warn(error.said[call.locale])
    else {
      const stopped = commandLineWords(call.locale)('common.stopped')
      call.out.warn([stopped, String(error instanceof Error ? error.stack : error)].join('\n'))
    }
    return 1
  }
}

if (process.argv[1] === import.meta.filename) {
  // Who reads the first line only (`| head -1`) closes the pipe: the exit code still says the verdict.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  const out: Output = {
    print: (line) => process.stdout.write(`${line}\n`),
    warn: (line) => process.stderr.write(`${line}\n`),
    write: (text) => process.stdout.write(text),
  }
  process.exitCode = await runCommandLine(process.argv.slice(2), out)
}
