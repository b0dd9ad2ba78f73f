import type { YearMonth } from '@terreau/domain/time/year-month'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { byTwo, fingerprintOf } from '../../platform/two-person-kind.ts'
import { areTwoRequired } from '../settings/index.ts'
import { payLines } from './pay-lines.ts'
import { variableLines } from './variable-lines.ts'

/** Who is paid what: another contract or another amount is another question. */
export const payExportByTwo = byTwo('export-pay', {
  propose: async (_tx, _ctx, kept) => ({ kept, target: kept.month, personId: null }),
  async facts(tx, ctx, { month }) {
    const fixed = await payLines(tx, ctx.cooperativeId, month)
    const variable = await variableLines(tx, ctx.cooperativeId, month)
    const amount = (cents: bigint | null | undefined) => cents?.toString() ?? null
    return JSON.stringify([
      fixed.map((one) => [
        one.contractId,
        one.from,
        one.to,
        one.suspended,
        amount(one.fixedPartCents),
      ]),
      variable
        .filter((one) => one.advanceCents !== null || one.balance?.grossCents != null)
        .map((one) => [one.contractId, amount(one.advanceCents), amount(one.balance?.grossCents)]),
    ])
  },
  // Nothing is written: what was agreed to lets the file go.
  carryOut: async () => ({ value: undefined, audit: 'unchanged' }),
})

interface ExportState {
  state: 'free' | 'to-ask' | 'waiting' | 'agreed'
  approvalId: string | null
  /** Another person agreed to other figures: a file that left then is out of date. */
  hasChanged: boolean
}

/** Whether the pay variables of a month may leave as they are now. */
export async function exportState(tx: Tx, ctx: Context, month: YearMonth): Promise<ExportState> {
  if (!(await areTwoRequired(tx, ctx)))
    return { state: 'free', approvalId: null, hasChanged: false }
  const rows = await tx
    .selectFrom('approval')
    .select(['id', 'state', 'fingerprint'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('act', '=', 'export-pay')
    .where('target', '=', month)
    .where('state', 'in', ['waiting', 'agreed'])
    .execute()
  const now = await factsOfMonth(tx, ctx, month)
  const agreed = rows.find((row) => row.state === 'agreed' && row.fingerprint === now)
  if (agreed !== undefined) return { state: 'agreed', approvalId: agreed.id, hasChanged: false }
  const hasChanged = rows.some((row) => row.state === 'agreed')
  const waiting = rows.find((row) => row.state === 'waiting')
  return waiting === undefined
    ? { state: 'to-ask', approvalId: null, hasChanged }
    : { state: 'waiting', approvalId: waiting.id, hasChanged }
}

/** Fingerprint of who is paid what in a month, as it stands now. */
export async function factsOfMonth(tx: Tx, ctx: Context, month: YearMonth): Promise<string> {
  const kept = { act: 'export-pay', month } as const
  return fingerprintOf(kept, await payExportByTwo.facts(tx, ctx, kept))
}

export async function requireExport(tx: Tx, ctx: Context, month: YearMonth): Promise<void> {
  const { state } = await exportState(tx, ctx, month)
  if (state === 'to-ask' || state === 'waiting') throw new ProblemError('second-person-needed')
}
