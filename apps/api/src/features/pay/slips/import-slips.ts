import { randomUUID } from 'node:crypto'
import { sumCents } from '@terreau/domain/money/cents'
import type { YearMonth } from '@terreau/domain/time/year-month'
import { type Context, userIdOf } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation } from '../../../platform/mutation.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import type { TableFile } from '../../../platform/tables/read-table.ts'
import { type PlannedSlip, planSlips, type SlipPlan } from './plan-slips.ts'
import { type ReadSlips, readSlips } from './read-slips.ts'
import type { PayContract, SlipAmounts } from './slip-queries.ts'
import { aloneOnMonth, withdrawSlip, writeSlip } from './write-slips.ts'

interface Sent {
  month: YearMonth
  file: TableFile
}

/** What a file would write. It runs as a verb because a file comes with it; nothing is written. */
export const previewSlips = mutation<Sent, SlipPreview>({
  access: 'pay.import',
  async run(tx, ctx, { month, file }) {
    const read = readSlips(file, month)
    const plan = await planSlips(tx, ctx.cooperativeId, month, read)
    const { unreadColumns, skippedLines } = read
    const seen = { encoding: file.encoding, unreadColumns, skippedLines }
    return { value: { ...seen, ...previewOf(plan) }, audit: 'unchanged' }
  },
})

type SlipPreview = ReturnType<typeof previewOf> &
  Pick<ReadSlips, 'unreadColumns' | 'skippedLines'> &
  Pick<TableFile, 'encoding'>

type Imported = { importId: string | null; added: number; replaced: number }

/** Imports a file, whole or not at all. What stands already is not written again. */
export const importSlips = mutation<Sent & { fingerprint: string }, Imported>({
  access: 'pay.import',
  async run(tx, ctx, { month, file, fingerprint }) {
    await aloneOnMonth(tx, ctx, month)
    const plan = await planSlips(tx, ctx.cooperativeId, month, readSlips(file, month))
    const [first] = plan.refusals
    if (first !== undefined)
      throw new ProblemError('pay-file-refused', { line: String(first.line) })
    const changed = plan.slips.filter((slip) => slip.change !== 'same')
    if (changed.length === 0)
      return { value: { importId: null, added: 0, replaced: 0 }, audit: 'unchanged' }
    if (plan.fingerprint !== fingerprint) throw new ProblemError('version-changed')
    const importId = await write(tx, ctx, { month, file, changed })
    const replaced = changed.filter((slip) => slip.change === 'replaces').length
    const counts = { added: changed.length - replaced, replaced }
    const { grossCents, employerCostCents } = totalsOf(changed)
    const after = { month, bookMonth: plan.bookMonth, ...counts, grossCents, employerCostCents }
    const entity = { kind: 'pay-import', id: importId }
    return {
      value: { importId, ...counts },
      audit: [{ action: 'pay.imported', entity, after }],
    }
  },
})

async function write(
  tx: Tx,
  ctx: Context,
  of: Sent & { changed: readonly PlannedSlip[] },
): Promise<string> {
  const { month, file, changed } = of
  const importId = randomUUID()
  await tx
    .insertInto('payImport')
    .values({
      cooperativeId: ctx.cooperativeId,
      id: importId,
      month,
      fileName: file.fileName,
      contentSha256: file.sha256,
      importedAt: ctx.now,
      importedBy: userIdOf(ctx),
    })
    .execute()
  for (const slip of changed) {
    if (slip.previous !== null) await withdrawSlip(tx, ctx, slip.previous.id, importId)
    const { contractId, personId, activityId } = slip.contract
    const { slipNumber } = slip
    const amounts = amountsOf(slip)
    await writeSlip(tx, ctx, {
      importId,
      contractId,
      personId,
      activityId,
      month,
      slipNumber,
      ...amounts,
    })
  }
  return importId
}

function previewOf(plan: SlipPlan) {
  const { bookMonth, fingerprint, refusals, slips, missing } = plan
  const isSame = slips.every((slip) => slip.change === 'same')
  const state = refusals.length > 0 ? 'refused' : isSame ? 'unchanged' : 'ready'
  return {
    state: state as 'ready' | 'refused' | 'unchanged',
    fingerprint,
    bookMonth,
    refusals,
    totals: totalsOf(slips),
    missing: missing.map(payeeOf),
    slips: slips.map((slip) => ({
      line: slip.line,
      ...payeeOf(slip.contract),
      slipNumber: slip.slipNumber,
      ...amountsOf(slip),
      change: slip.change,
      previous: slip.previous && amountsOf(slip.previous),
      warnings: slip.warnings,
    })),
  }
}

export function payeeOf(contract: PayContract) {
  const { contractId, contractNumber, personId, personName, activityId, activityName } = contract
  return { contractId, contractNumber, personId, personName, activityId, activityName }
}

export function amountsOf(slip: SlipAmounts): SlipAmounts {
  const { paidOn, grossCents, netCents, netSocialCents, employerCostCents } = slip
  return { paidOn, grossCents, netCents, netSocialCents, employerCostCents }
}

export function totalsOf(slips: readonly SlipAmounts[]) {
  return {
    grossCents: sumCents(slips.map((slip) => slip.grossCents)),
    netCents: sumCents(slips.map((slip) => slip.netCents)),
    netSocialCents: sumCents(slips.map((slip) => slip.netSocialCents)),
    employerCostCents: sumCents(slips.map((slip) => slip.employerCostCents)),
  }
}
