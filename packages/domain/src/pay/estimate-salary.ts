import { unreachable } from '../assert.ts'
import { type Cents, cents, maxCents, subtract, ZERO } from '../money/cents.ts'
import { ok, type Refusal, type Result, refused } from '../result.ts'
import { lastAtMost } from './last-at-most.ts'
import { checkModelMonth } from './salary-model.ts'
import { SALARY_AMOUNT_MOST, SALARY_LEAST_BUDGET, type SalaryTerms } from './salary-terms.ts'

/** One month of pay. `gross = net + employee contributions`, `cost = gross + employer contributions`. */
export type SalaryFigures = {
  readonly grossCents: Cents
  readonly employeeContributionsCents: Cents
  /** Net before tax is withheld: what a person receives when the rate is zero. */
  readonly netCents: Cents
  /** "Montant net social", which the family allowance funds read. */
  readonly netSocialCents: Cents
  readonly taxableNetCents: Cents
  readonly employerContributionsCents: Cents
  readonly employerCostCents: Cents
  /** General reduction of the employer's contributions (RGDU), already taken off the cost. */
  readonly generalReductionCents: Cents
}

/** What is asked: spend at most a budget, pay a gross, or make somebody receive a net. */
export type SalaryWish = {
  readonly from: 'budget' | 'gross' | 'net'
  readonly amountCents: Cents
}

/** The model seen from here: the figures of one gross, always computed forward. */
export type SalaryForward = {
  figures(terms: SalaryTerms, grossCents: Cents): SalaryFigures
  /** Figures of these terms that are already known: a search begins between the closest. */
  known(terms: SalaryTerms): Iterable<SalaryFigures>
  /** Where a net pay falls when the gross rises: the social security ceiling of these terms. */
  ceilingCents(terms: SalaryTerms): Cents
}

export type SalaryEstimate = {
  readonly figures: SalaryFigures
  /** What a budget leaves: it stays on the account. Zero for the other two wishes. */
  readonly residualCents: Cents
  /** False when the budget is too small for any salary: every figure is zero and all is kept. */
  readonly isPaid: boolean
  /** Why a budget gives less than one would expect; null when it does not. */
  readonly remark: SalaryRemark | null
}

/**
 * `reduction-ends`: one cent of gross more, at three minimum wages, and the whole reduction is lost: the rest
 * of the budget buys nothing. `net-falls`: above the social security ceiling a contribution on the whole
 * gross begins (*contribution d'équilibre technique*): around it a bigger budget gives no higher net.
 */
export const SALARY_REMARKS = ['reduction-ends', 'net-falls'] as const
export type SalaryRemark = (typeof SALARY_REMARKS)[number]

export type SalaryRefusal = Refusal<
  | 'salary-month-before-model'
  | 'salary-month-after-model'
  | 'salary-amount-negative'
  | 'salary-amount-too-large'
  | 'salary-amount-too-small'
>

/**
 * - `budget`: the largest gross in cents whose employer cost, in cents, is at most the budget. One
 *   cent more would exceed it. The reduction is a rounded coefficient and ends at once at three
 *   minimum wages, so the cost jumps there: what no gross can use stays on the account.
 * - `net`: the smallest gross whose net is at least the wish.
 * - `gross`: that gross.
 */
export function estimateSalary(
  model: SalaryForward,
  terms: SalaryTerms,
  wish: SalaryWish,
): Result<SalaryEstimate, SalaryRefusal> {
  const month = checkModelMonth(terms.month)
  if (!month.ok) return month
  if (wish.amountCents < ZERO) return refused('salary-amount-negative')
  if (wish.amountCents > SALARY_AMOUNT_MOST) {
    return refused('salary-amount-too-large', { most: String(SALARY_AMOUNT_MOST) })
  }
  const pay: PayOf = {
    at: (gross) => model.figures(terms, cents(gross)),
    known: () => [...model.known(terms)],
  }
  switch (wish.from) {
    case 'budget':
      return ok(withinBudget(pay, wish.amountCents, model.ceilingCents(terms)))
    case 'gross':
      return paid(pay.at(wish.amountCents))
    case 'net': {
      if (wish.amountCents === ZERO) return tooSmall()
      return paid(pay.at(grossForNet(pay, wish.amountCents, model.ceilingCents(terms))))
    }
    default:
      return unreachable(wish.from)
  }
}

type PayOf = {
  at(gross: bigint): SalaryFigures
  known(): readonly SalaryFigures[]
}

function withinBudget(pay: PayOf, budget: Cents, ceiling: Cents): SalaryEstimate {
  if (budget < SALARY_LEAST_BUDGET) return notPaid(budget)
  const costAt = (gross: bigint) => pay.at(gross).employerCostCents
  const from = { at: 0n, value: costAt(0n) }
  if (from.value > budget) return notPaid(budget)
  // An employer pays at least the gross: one cent above the budget never fits.
  const to = { at: budget + 1n, value: costAt(budget + 1n) }
  const known = pay.known().map((one) => ({ at: one.grossCents, value: one.employerCostCents }))
  const best = pay.at(lastAtMost(budget, costAt, { from, to, known }))
  if (best.netCents <= ZERO) return notPaid(budget)
  return {
    figures: best,
    residualCents: subtract(budget, best.employerCostCents),
    isPaid: true,
    remark: remarkOn(pay, best, ceiling),
  }
}

function remarkOn(pay: PayOf, best: SalaryFigures, ceiling: Cents): SalaryRemark | null {
  const { grossCents, generalReductionCents: reduction, netCents } = best
  if (reduction > ZERO && pay.at(grossCents + 1n).generalReductionCents === ZERO) {
    return 'reduction-ends'
  }
  if (grossCents === ceiling) return pay.at(ceiling + 1n).netCents < netCents ? 'net-falls' : null
  // What begins above the ceiling is a small part of the gross: further up the net is higher again.
  const isJustAbove = grossCents > ceiling && grossCents * 100n <= ceiling * 101n
  return isJustAbove && netCents < pay.at(ceiling).netCents ? 'net-falls' : null
}

function grossForNet(pay: PayOf, net: Cents, ceiling: Cents): bigint {
  const netAt = (gross: bigint) => pay.at(gross).netCents
  const pointAt = (at: bigint) => ({ at, value: netAt(at) })
  const known = pay.known().map((one) => ({ at: one.grossCents, value: one.netCents }))
  const short = net - 1n
  // Just above the ceiling a contribution on the whole gross begins and the net falls: when the
  // ceiling is enough, the smallest gross lies below it.
  const atCeiling = pointAt(ceiling)
  if (atCeiling.value >= net) {
    return lastAtMost(short, netAt, { from: pointAt(0n), to: atCeiling, known }) + 1n
  }
  let to = pointAt(maxCents(cents(2n * net), ceiling))
  while (to.value < net) to = pointAt(to.at * 2n)
  return lastAtMost(short, netAt, { from: atCeiling, to, known }) + 1n
}

/** A gross whose employee's part leaves nothing to receive cannot be paid. */
function paid(figures: SalaryFigures): Result<SalaryEstimate, SalaryRefusal> {
  if (figures.netCents <= ZERO) return tooSmall()
  return ok({ figures, residualCents: ZERO, isPaid: true, remark: null })
}

function tooSmall() {
  return refused('salary-amount-too-small', { least: String(SALARY_LEAST_BUDGET) })
}

function notPaid(budget: Cents): SalaryEstimate {
  return { figures: NO_PAY, residualCents: budget, isPaid: false, remark: null }
}

const NO_PAY: SalaryFigures = {
  grossCents: ZERO,
  employeeContributionsCents: ZERO,
  netCents: ZERO,
  netSocialCents: ZERO,
  taxableNetCents: ZERO,
  employerContributionsCents: ZERO,
  employerCostCents: ZERO,
  generalReductionCents: ZERO,
}
