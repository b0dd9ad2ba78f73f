import { commandLineWords } from '@terreau/i18n/command-line'
import { formatCents, formatMonth } from '@terreau/i18n/format'
import { sql } from 'kysely'
import {
  type ImportOutcome,
  importMonth,
  type PlanSummary,
  readFolder,
  type UndoOutcome,
  undoImport,
} from '../features/imports/index.ts'
import { actAs } from '../platform/mutation.ts'
import type { Services } from '../platform/services.ts'
import { type Command, type CommandCall, UsageError } from './command.ts'
import { openForCommand } from './open-for-command.ts'
import { monthOption, oneFolder, readOptions } from './options.ts'
import { printRefusals } from './print-refusals.ts'

/** Imports a month of files, says what it would do, or takes an import back. */
export const importCommand: Command = {
  name: 'import',
  async run(call) {
    const options = readOptions(call, {
      'dry-run': { type: 'boolean' },
      undo: { type: 'boolean' },
      cooperative: { type: 'string' },
      month: { type: 'string' },
    })
    const folder = oneFolder(options, call.locale)
    const read = readFolder(folder, monthOption(options, call.locale))
    const installation = await openForCommand(call.out)
    try {
      const { services } = installation
      const wanted = options.values.get('cooperative')
      const cooperativeId = await chooseCooperative(services, call, wanted)
      const who = { actor: CLI, cooperativeId, requestId: 'cli:import' }
      if (options.flags.has('undo')) {
        return printUndone(call, await actAs(services, who, (ctx) => undoImport(ctx, read)))
      }
      const isDryRun = options.flags.has('dry-run')
      const run = { ...read, isDryRun }
      return printOutcome(call, await actAs(services, who, (ctx) => importMonth(ctx, run)))
    } finally {
      await installation.close()
    }
  },
}

const CLI = { kind: 'cli', name: 'import' } as const

async function chooseCooperative(
  services: Services,
  { locale }: CommandCall,
  wanted: string | undefined,
): Promise<string> {
  const words = commandLineWords(locale)
  const { rows } = await sql<{ id: string }>`
    select id from terreau.cooperative_ids() as id`.execute(services.db)
  const ids = rows.map((row) => row.id)
  if (wanted !== undefined) {
    if (ids.includes(wanted)) return wanted
    throw new UsageError(words('common.cooperativeUnknown', { value: wanted }))
  }
  const [only, ...others] = ids
  if (only === undefined) throw new UsageError(words('common.cooperativeNone'))
  if (others.length > 0) {
    throw new UsageError(words('common.cooperativeWanted', { list: ids.join(' ') }))
  }
  return only
}

function printOutcome(call: CommandCall, outcome: ImportOutcome): number {
  const { out, locale } = call
  const words = commandLineWords(locale)
  switch (outcome.kind) {
    case 'unchanged':
      out.print(words('import.unchanged'))
      return 0
    case 'refused':
      printRefusals(outcome.refusals, call)
      return 1
    case 'done':
    case 'would-do': {
      const month = formatMonth(outcome.summary.month, locale)
      const key = outcome.kind === 'done' ? 'import.done' : 'import.wouldDo'
      out.print(words(key, { month }))
      printSummary(call, outcome.summary)
      return 0
    }
  }
}

function printSummary({ out, locale }: CommandCall, summary: PlanSummary): void {
  const words = commandLineWords(locale)
  const { peopleCreated, peopleKnown, schemesCreated, schemesKnown } = summary
  const { sales, expenses, trips } = summary
  const total = formatCents(summary.openingTotalCents, locale)
  const lines = [
    words('import.people', { created: peopleCreated, known: peopleKnown }),
    words('import.schemes', { created: schemesCreated, known: schemesKnown }),
    words('import.rates', { created: summary.rates }),
    words('import.settings', { created: summary.settings }),
    words('import.openings', { count: summary.openings, total }),
    words('import.declarations', { count: summary.declarations, nil: summary.nilDeclarations }),
    words('import.lines', { sales, expenses, trips }),
  ]
  for (const line of lines) out.print(`  ${line}`)
}

function printUndone({ out, locale }: CommandCall, outcome: UndoOutcome): number {
  const words = commandLineWords(locale)
  switch (outcome.kind) {
    case 'undone':
      out.print(words('import.undone', { month: formatMonth(outcome.month, locale) }))
      return 0
    case 'not-found':
      out.print(words('import.notFound'))
      return 0
    case 'month-closed':
      out.warn(words('import.monthClosed', { month: formatMonth(outcome.month, locale) }))
      return 1
    case 'in-use':
      out.warn(words('import.inUse', { value: outcome.value }))
      return 1
  }
}
