import { randomUUID } from 'node:crypto'
import { StartError } from '@terreau/db/start-error'
import { commandLineWords } from '@terreau/i18n/command-line'
import { formatCents, formatMonth } from '@terreau/i18n/format'
import {
  type ImportOutcome,
  importMonth,
  type PlanSummary,
  type ReadFolder,
  readFolder,
  type UndoOutcome,
  undoImport,
} from '../features/imports/index.ts'
import { actAs } from '../platform/mutation.ts'
import type { Services } from '../platform/services.ts'
import type { Installation } from '../start/open-installation.ts'
import {
  cooperativeLines,
  cooperativeNamed,
  listCooperatives,
  type NamedCooperative,
  onlyCooperative,
} from './choose-cooperative.ts'
import type { Command, CommandCall } from './command.ts'
import { commandConfig, openForCommand, openForReading } from './open-for-command.ts'
import { monthOption, oneFolder, readOptions } from './options.ts'
import { printPreview } from './print-preview.ts'
import { printRefusals, printRefusedGroup, printRemarks } from './print-refusals.ts'
import { inScratchInstallation } from './scratch-installation.ts'

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
    printRemarks(read.remarks, call)
    const wanted = options.values.get('cooperative')
    if (options.flags.has('dry-run')) return runDry(call, read, wanted)
    const installation = await openForCommand(call)
    try {
      const { services } = installation
      const all = await listCooperatives(services)
      const { id, name } =
        wanted === undefined ? onlyCooperative(all, call) : cooperativeNamed(all, wanted, call)
      const who = { actor: CLI, cooperativeId: id, requestId: 'cli:import' }
      if (options.flags.has('undo')) {
        return printUndone(call, await actAs(services, who, (ctx) => undoImport(ctx, read)))
      }
      const run = { ...read, isDryRun: false }
      const outcome = await actAs(services, who, (ctx) => importMonth(ctx, run))
      const again = all.length === 1 ? [forShell(folder)] : [forShell(folder), '--cooperative', id]
      return printOutcome(call, outcome, { name, undo: [...again, '--undo'].join(' ') })
    } finally {
      await installation.close()
    }
  },
}

/** A folder as it is typed in a terminal. */
function forShell(folder: string): string {
  return /^[\w./-]+$/.test(folder) ? folder : `'${folder.replaceAll("'", `'\\''`)}'`
}

const CLI = { kind: 'cli', name: 'import' } as const

/**
 * Nothing is written or migrated. Without an installation, the files are confronted with an empty
 * cooperative in a throw-away database, so that a folder can be tried before anything exists.
 */
async function runDry(
  call: CommandCall,
  read: ReadFolder,
  wanted: string | undefined,
): Promise<number> {
  const { parsed, refusals } = read
  if (parsed === null) return printDry(call, { kind: 'refused', refusals, preview: null })
  let installation: Installation
  try {
    installation = await openForReading(call)
  } catch (error) {
    const isMissing = error instanceof StartError && error.code === 'database-missing'
    if (!isMissing) throw error
    if (wanted !== undefined) cooperativeNamed([], wanted, call)
    return inScratchInstallation(commandConfig(), ({ services }) =>
      runDryInto(call, read, { services, all: [], wanted }),
    )
  }
  try {
    const { services } = installation
    return await runDryInto(call, read, { services, all: await listCooperatives(services), wanted })
  } finally {
    await installation.close()
  }
}

async function runDryInto(
  call: CommandCall,
  read: ReadFolder,
  to: { services: Services; all: readonly NamedCooperative[]; wanted: string | undefined },
): Promise<number> {
  const { services, all, wanted } = to
  const words = commandLineWords(call.locale)
  const isOnly = wanted === undefined && all.length === 1
  const chosen = wanted === undefined ? undefined : cooperativeNamed(all, wanted, call)
  const cooperative = isOnly ? all[0] : chosen
  const list = cooperativeLines(all, call.locale)
  if (cooperative !== undefined) call.out.print(words('import.into', { name: cooperative.name }))
  else if (all.length === 0) call.out.print(words('import.intoNothing'))
  else call.out.print(words('import.intoNone', { list }))
  const cooperativeId = cooperative?.id ?? randomUUID()
  const who = { actor: CLI, cooperativeId, requestId: 'cli:import' }
  const run = { ...read, isDryRun: true, isIntoNothing: cooperative === undefined }
  return printDry(call, await actAs(services, who, (ctx) => importMonth(ctx, run)))
}

function printDry(call: CommandCall, outcome: ImportOutcome): number {
  const { out, locale } = call
  const words = commandLineWords(locale)
  if (outcome.kind === 'unchanged' || outcome.kind === 'done') {
    out.print(words('import.unchanged'))
    return 0
  }
  const { preview } = outcome
  const refusals = outcome.kind === 'refused' ? outcome.refusals : []
  const count = refusals.length
  if (preview !== null) {
    const month = formatMonth(preview.summary.month, locale)
    if (count === 0) out.print(words('import.wouldDo', { month }))
    else out.print(words('import.wouldDoOnce', { month, count }))
    printPreview(preview, refusals, call)
  }
  if (count > 0) printRefusedGroup(refusals, call)
  out.print('')
  if (count > 0) {
    out.warn(words('import.refused', { count }))
    return 1
  }
  if (preview !== null) {
    out.print(words('import.total'))
    printSummary(call, preview.summary)
  }
  return 0
}

function printOutcome(
  call: CommandCall,
  outcome: ImportOutcome,
  { name, undo }: { name: string; undo: string },
): number {
  const { out, locale } = call
  const words = commandLineWords(locale)
  switch (outcome.kind) {
    case 'unchanged':
      out.print(words('import.unchanged'))
      return 0
    case 'refused':
      printRefusals(outcome.refusals, call)
      return 1
    case 'would-do':
      return printDry(call, outcome)
    case 'done': {
      const month = formatMonth(outcome.summary.month, locale)
      out.print(words('import.into', { name }))
      out.print(words('import.done', { month }))
      printSummary(call, outcome.summary)
      out.print(words('import.toUndo', { command: undo }))
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
