import { addDays } from '@terreau/domain/time/local-date'
import { lastDay } from '@terreau/domain/time/year-month'
import { commandLineWords } from '@terreau/i18n/command-line'
import { stringify } from 'csv-stringify/sync'
import type { FiguresLine } from '../features/closing/index.ts'
import { readFolder } from '../features/imports/index.ts'
import type { Command, CommandCall } from './command.ts'
import { commandConfig } from './open-for-command.ts'
import { monthOption, oneFolder, readOptions } from './options.ts'
import { printRefusals, printRemarks } from './print-refusals.ts'
import { type Rehearsal, rehearseMonth } from './rehearse-month.ts'
import { inScratchInstallation } from './scratch-installation.ts'

/** Rehearses a month in a throw-away database and prints its figures, in cents, as CSV. */
export const rehearseCommand: Command = {
  name: 'rehearse',
  async run(call) {
    const options = readOptions(call, { month: { type: 'string' } })
    const folder = oneFolder(options, call.locale)
    const read = readFolder(folder, monthOption(options, call.locale))
    printRemarks(read.remarks, call)
    const { parsed } = read
    if (parsed === null) {
      printRefusals(read.refusals, call)
      return 1
    }
    // The month is over when it is closed, whatever the day of the rehearsal.
    const fixedToday = addDays(lastDay(parsed.month), 5)
    const config = { ...commandConfig(), fixedToday }
    const rehearsal = await inScratchInstallation(config, ({ services }) =>
      rehearseMonth(services, read),
    )
    const order = parsed.people.map((person) => lineKey(person.reference, person.activityName))
    return print(call, rehearsal, { month: parsed.month, order })
  },
}

function print(
  call: CommandCall,
  rehearsal: Rehearsal,
  { month, order }: { month: string; order: readonly string[] },
): number {
  switch (rehearsal.kind) {
    case 'closed':
      call.out.write(figuresCsv(rehearsal.figures, order))
      return 0
    case 'refused':
      printRefusals(rehearsal.refusals, call)
      return 1
    case 'blocked': {
      const { check } = rehearsal
      call.out.warn(commandLineWords(call.locale)('rehearse.blocked', { month, check }))
      return 1
    }
  }
}

const HEADER = [
  'identifiant',
  'ca_ht_centimes',
  'tva_collectee_centimes',
  'tva_recuperable_centimes',
  'achats_production_centimes',
  'autres_depenses_centimes',
  'contribution_centimes',
  'at_mp_refacturee_centimes',
  'mouvement_centimes',
  'solde_ouverture_centimes',
  'solde_cloture_centimes',
  'neant',
]

/**
 * One line per person in the order of personnes.csv: UTF-8 with BOM, semicolons, whole cents. Somebody
 * with two activities has two, and a last column then names the activity of each line.
 */
function figuresCsv(figures: readonly FiguresLine[], order: readonly string[]): string {
  const rank = new Map(order.map((reference, index) => [reference, index]))
  const rankOf = ({ personReference, activityName }: FiguresLine): number =>
    rank.get(lineKey(personReference, activityName)) ?? order.length
  const hasSeveral = new Set(figures.map((line) => line.personReference)).size < figures.length
  const lines = figures
    .toSorted((left, right) => rankOf(left) - rankOf(right))
    .map((line) => [
      line.personReference,
      String(line.revenueCents),
      String(line.outputVatCents),
      String(line.inputVatCents),
      String(line.productionPurchaseCents),
      String(line.otherExpenseCents),
      String(line.contributionCents),
      String(line.accidentCoverCents),
      String(line.movementCents),
      String(line.openingCents),
      String(line.closingCents),
      line.isNil ? 'oui' : 'non',
      ...(hasSeveral ? [line.activityName] : []),
    ])
  const header = hasSeveral ? [...HEADER, 'activite'] : HEADER
  return stringify([header, ...lines], { delimiter: ';', bom: true, record_delimiter: 'windows' })
}

function lineKey(reference: string, activityName: string): string {
  return `${reference} ${activityName}`
}
