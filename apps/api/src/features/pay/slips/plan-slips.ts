import { type Cents, cents, sumCents, ZERO } from '@terreau/domain/money/cents'
import { isAsAnnounced } from '@terreau/domain/pay/announced-pay'
import { paidContract } from '@terreau/domain/pay/paid-contract'
import type { YearMonth } from '@terreau/domain/time/year-month'
import type { SlipRefusal, SlipWarning } from '@terreau/protocol/pay-slips'
import type { Tx } from '../../../platform/db/transaction.ts'
import { sha256 } from '../../../platform/secrets.ts'
import { balancesOf, bookMonthFor } from '../../ledger/index.ts'
import { decidedGross } from '../decided-gross.ts'
import { type PayLine, payLines } from '../pay-lines.ts'
import type { ReadSlips, WrittenSlip } from './read-slips.ts'
import {
  type PayContract,
  payContracts,
  type SlipAmounts,
  type StandingSlip,
  standingSlips,
} from './slip-queries.ts'

/** One line of a file beside what stands: what importing it would do. */
export interface PlannedSlip extends SlipAmounts {
  line: number
  contract: PayContract
  slipNumber: string
  change: 'added' | 'replaces' | 'same'
  previous: StandingSlip | null
  warnings: SlipWarning[]
}

export interface SlipPlan {
  bookMonth: YearMonth
  refusals: SlipRefusal[]
  slips: PlannedSlip[]
  /** Who has a CESA in the month, and no slip once the file is imported. */
  missing: PayContract[]
  /** The same as long as the file, and what stands, are the same. */
  fingerprint: string
}

/** What importing the lines of a file would do now. Nothing is written. */
export async function planSlips(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
  read: ReadSlips,
): Promise<SlipPlan> {
  const contracts = await payContracts(tx, cooperativeId, month)
  const standing = await standingSlips(tx, cooperativeId, month)
  const owed = await payLines(tx, cooperativeId, month)
  const decided = await decidedGross(tx, cooperativeId, month)
  const bookMonth = await bookMonthFor(tx, cooperativeId, month)
  const refusals = [...read.refusals]
  const placed = read.slips.flatMap((slip) => {
    const found = paidContract(contracts, slip, month)
    if (!('fault' in found)) return [{ slip, ...found }]
    refusals.push(ofLine(slip, found.fault))
    return []
  })
  refusals.push(...twice(placed))
  const slips = placed.flatMap(({ slip, contract, nameDiffers }) => {
    const planned = beside(slip, contract, standing)
    if (planned === null) {
      refusals.push(ofLine(slip, 'slip-number-needed'))
      return []
    }
    return [
      {
        ...planned,
        warnings: nameDiffers ? [...planned.warnings, 'name-differs' as const] : planned.warnings,
      },
    ]
  })
  const available = await balancesOf(
    tx,
    cooperativeId,
    slips.map((slip) => slip.contract.activityId),
  )
  const around = { slips, standing, owed, decided, available }
  const looked = slips.map((slip) => ({
    ...slip,
    warnings: [...slip.warnings, ...warningsOf(slip, around)],
  }))
  refusals.sort((left, right) => left.line - right.line)
  return {
    bookMonth,
    refusals,
    slips: looked,
    missing: missingOf({ contracts, owed, standing, slips }),
    fingerprint: fingerprintOf(month, bookMonth, looked),
  }
}

interface Placed {
  slip: WrittenSlip
  contract: PayContract
}

/** A contract comes twice in one file only with two slip numbers. */
function twice(placed: readonly Placed[]): SlipRefusal[] {
  const first = new Map<string, number>()
  return placed.flatMap(({ slip, contract }) => {
    const key = `${contract.contractId} ${slip.slipNumber}`
    const line = first.get(key)
    if (line !== undefined) return [ofLine(slip, 'line-duplicate', { line: String(line) })]
    first.set(key, slip.line)
    const isAlone = placed.every(
      (other) => other.slip === slip || other.contract.contractId !== contract.contractId,
    )
    return slip.slipNumber === '' && !isAlone ? [ofLine(slip, 'slip-number-needed')] : []
  })
}

/** Null when nothing says which of several slips of a contract the line replaces. */
function beside(
  written: WrittenSlip,
  contract: PayContract,
  standing: readonly StandingSlip[],
): PlannedSlip | null {
  const others = standing.filter((slip) => slip.contractId === contract.contractId)
  const { line, slipNumber, paidOn, grossCents, netCents, netSocialCents, employerCostCents } =
    written
  if (slipNumber === '' && others.length > 1) return null
  const numbered = others.find((slip) => slip.slipNumber === slipNumber)
  // A number that comes later, or goes away, is the same slip as long as there is only one.
  const [only] = others
  const unnumbered =
    others.length === 1 && (slipNumber === '' || only?.slipNumber === '') ? only : undefined
  const previous = numbered ?? unnumbered ?? null
  const planned = {
    line,
    slipNumber,
    paidOn,
    grossCents,
    netCents,
    netSocialCents,
    employerCostCents,
  }
  const isSame = previous !== null && isEqual(planned, previous)
  return {
    ...planned,
    contract,
    change: previous === null ? 'added' : isSame ? 'same' : 'replaces',
    previous,
    warnings: previous === null && others.length > 0 ? ['second-slip'] : [],
  }
}

const COMPARED = [
  'slipNumber',
  'paidOn',
  'grossCents',
  'netCents',
  'netSocialCents',
  'employerCostCents',
] as const

function isEqual(
  left: Pick<StandingSlip, (typeof COMPARED)[number]>,
  right: Pick<StandingSlip, (typeof COMPARED)[number]>,
): boolean {
  return COMPARED.every((key) => left[key] === right[key])
}

/** What the warnings of a line are worked out from. */
interface Beside {
  slips: readonly PlannedSlip[]
  standing: readonly StandingSlip[]
  owed: readonly PayLine[]
  decided: ReadonlyMap<string, Cents>
  available: ReadonlyMap<string, Cents>
}

function warningsOf(slip: PlannedSlip, beside: Beside): SlipWarning[] {
  const { contractId, activityId } = slip.contract
  const warnings: SlipWarning[] = []
  if (slip.netCents > slip.grossCents) warnings.push('net-above-gross')
  const line = beside.owed.find((one) => one.contractId === contractId)
  const isWhole = line === undefined || (line.isWholeMonth && line.suspended.length === 0)
  const fixedPartCents = line === undefined ? ZERO : line.fixedPartCents
  const grossCents = grossOf(contractId, beside)
  const decidedCents = beside.decided.get(contractId) ?? ZERO
  if (isWhole && grossCents < (fixedPartCents ?? ZERO)) warnings.push('below-fixed-part')
  else if (!isAsAnnounced(grossCents, { fixedPartCents, decidedCents, isWhole }))
    warnings.push('not-announced')
  const ofActivity = beside.slips.filter((one) => one.contract.activityId === activityId)
  const more = sumCents(ofActivity.map(moreCost))
  if (more > ZERO && (beside.available.get(activityId) ?? ZERO) < more)
    warnings.push('account-short')
  return warnings
}

/** The gross of a contract in the month, once the file is imported: its lines, and the slips they leave standing. */
function grossOf(contractId: string, { slips, standing }: Beside): Cents {
  const written = slips.filter((one) => one.contract.contractId === contractId)
  const replaced = new Set(written.map((one) => one.previous?.id))
  const kept = standing.filter((one) => one.contractId === contractId && !replaced.has(one.id))
  return sumCents([...written, ...kept].map((one) => one.grossCents))
}

/** What a line takes from the account beyond what stands already. */
function moreCost({ employerCostCents, previous }: PlannedSlip): Cents {
  return cents(employerCostCents - (previous?.employerCostCents ?? 0n))
}

function missingOf(of: {
  contracts: readonly PayContract[]
  owed: readonly PayLine[]
  standing: readonly StandingSlip[]
  slips: readonly PlannedSlip[]
}): PayContract[] {
  const paid = new Set([
    ...of.standing.map((slip) => slip.contractId),
    ...of.slips.map((slip) => slip.contract.contractId),
  ])
  const employed = new Set(of.owed.map((line) => line.contractId))
  return of.contracts.filter(({ contractId }) => employed.has(contractId) && !paid.has(contractId))
}

function fingerprintOf(
  month: YearMonth,
  bookMonth: YearMonth,
  slips: readonly PlannedSlip[],
): string {
  const said = slips.map((slip) => [
    slip.contract.contractId,
    slip.previous?.id ?? '',
    ...COMPARED.map((key) => String(slip[key])),
  ])
  return sha256(Buffer.from(JSON.stringify([month, bookMonth, said]))).toString('hex')
}

function ofLine(
  { line }: WrittenSlip,
  code: SlipRefusal['code'],
  params: Record<string, string> = {},
): SlipRefusal {
  return { line, column: '', code, params }
}
