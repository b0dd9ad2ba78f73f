import type { Locale } from '@terreau/protocol/codecs'

/** Where a command writes: results on one side, what went wrong on the other. */
export interface Output {
  print(line: string): void
  warn(line: string): void
  /** Text as it is, without a line feed of its own. */
  write(text: string): void
}

export interface CommandCall {
  args: readonly string[]
  locale: Locale
  out: Output
}

/** A command of the command line; it answers its exit code. */
export interface Command {
  name:
    | 'check'
    | 'clocks'
    | 'demo'
    | 'import'
    | 'keys'
    | 'migrate'
    | 'rehearse'
    | 'retention'
    | 'salary'
    | 'verify'
  /** Shown below the usage. */
  example?: string
  run(call: CommandCall): Promise<number>
}

/** The command was not called as it should be: said with its usage, exit code 2. */
export class UsageError extends Error {}
