import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { cents } from '@terreau/domain/money/cents'
import { estimateSalary, type SalaryWish } from '@terreau/domain/pay/estimate-salary'
import { SALARY_MODEL } from '@terreau/domain/pay/salary-model'
import { DEFAULT_SALARY_TERMS, type SalaryTerms } from '@terreau/domain/pay/salary-terms'
import { yearMonth } from '@terreau/domain/time/year-month'
import { describe, expect, it } from 'vitest'
import { createSalaryModel } from './model.ts'

const model = createSalaryModel()
const JULY: SalaryTerms = { ...DEFAULT_SALARY_TERMS, month: yearMonth('2026-07') }

function pay(from: SalaryWish['from'], amount: bigint, change: Partial<SalaryTerms> = {}) {
  const answer = estimateSalary(model, { ...JULY, ...change }, { from, amountCents: cents(amount) })
  if (!answer.ok) throw new Error(answer.refusal.code)
  const { figures, residualCents, isPaid } = answer.value
  return {
    gross: figures.grossCents,
    cost: figures.employerCostCents,
    net: figures.netCents,
    reduction: figures.generalReductionCents,
    residual: residualCents,
    isPaid,
  }
}

// docs/rules/salary.md, July 2026, headcount 60.
describe('the six worked examples, to the cent', { timeout: 60_000 }, () => {
  it('1: a month under CAPE has no salary budget', () => {
    expect(pay('budget', 0n)).toMatchObject({ gross: 0n, net: 0n, residual: 0n, isPaid: false })
  })
  it('2: the whole budget', () => {
    expect(pay('budget', 341_955n)).toEqual({
      gross: 264_605n,
      cost: 341_955n,
      net: 207_267n,
      reduction: 41_755n,
      residual: 0n,
      isPaid: true,
    })
  })
  it('3: below the minimum wage of a month the cost is hardly more than the gross', () => {
    expect(pay('budget', 184_620n)).toMatchObject({
      gross: 175_466n,
      cost: 184_620n,
      net: 136_704n,
      reduction: 70_555n,
      residual: 0n,
    })
  })
  it('4: the fixed part of a month without revenue', () => {
    expect(pay('gross', 60_000n)).toMatchObject({ cost: 64_552n, net: 45_302n })
  })
  it('5: a residual of one cent', () => {
    expect(pay('budget', 271_234n)).toMatchObject({
      gross: 225_249n,
      cost: 271_233n,
      net: 176_113n,
      reduction: 55_727n,
      residual: 1n,
    })
  })
  it('6: a budget that no gross reaches', () => {
    expect(pay('budget', 270_000n)).toMatchObject({
      gross: 224_579n,
      cost: 269_984n,
      residual: 16n,
    })
  })
  it('and the points of reference', () => {
    expect(pay('gross', 186_702n)).toMatchObject({ cost: 196_304n, net: 145_599n })
    expect(pay('gross', 300_000n)).toMatchObject({ cost: 402_198n, net: 235_285n })
    expect(pay('gross', 15_000n)).toMatchObject({ cost: 17_758n, net: 9_680n })
  })
})

describe('the search against every cent tried', () => {
  // Three minimum wages of July 2026, where the reduction ends at once: some 112 € of cost.
  const around = (from: bigint, to: bigint) => {
    const costs: bigint[] = []
    for (let gross = from; gross <= to; gross += 1n) {
      costs.push(model.figures(JULY, cents(gross)).employerCostCents)
    }
    return costs
  }

  it.each([
    ['the end of the reduction', 560_098n, 560_112n],
    ['the minimum wage of a month', 186_696n, 186_708n],
    ['the social security ceiling', 400_494n, 400_506n],
    ['a step of the rounded coefficient', 224_573n, 224_586n],
  ])('near %s', { timeout: 60_000 }, (_name, from, to) => {
    const costs = around(from, to)
    for (let index = 1; index < costs.length; index += 1) {
      // The cost never falls when the gross rises: what fits below is always the largest.
      expect(costs[index]).toBeGreaterThanOrEqual(costs[index - 1] ?? 0n)
    }
    const budgets = new Set(costs.flatMap((cost) => [cost - 1n, cost, cost + 1n]))
    for (const budget of budgets) {
      const fits = costs.filter((cost) => cost <= budget).length
      if (fits === 0 || fits === costs.length) continue
      expect(pay('budget', budget).gross).toBe(from + BigInt(fits) - 1n)
    }
  })

  it('a budget inside the jump keeps what nobody can be paid', () => {
    const { gross, residual } = pay('budget', 800_000n)
    expect(gross).toBe(560_104n)
    expect(residual).toBe(202n)
  })

  it('the cost never falls from a nil gross to far above every threshold', {
    timeout: 120_000,
  }, () => {
    for (const change of [{}, { headcount: 8, weeklyHoursHundredths: 1_750 }]) {
      let before = 0n
      for (let gross = 0n; gross < 1_700_000n; gross += 31_389n) {
        const cost = model.figures({ ...JULY, ...change }, cents(gross)).employerCostCents
        expect(cost).toBeGreaterThan(before)
        before = cost
      }
    }
  })
})

describe('what the cost depends on', { timeout: 60_000 }, () => {
  it('the headcount, at its thresholds', () => {
    const cost = (headcount: number) => pay('gross', 200_000n, { headcount }).cost
    expect([10, 11, 49, 50, 250].map(cost)).toEqual([
      220_872n,
      221_932n,
      221_932n,
      222_972n,
      223_772n,
    ])
  })
  it('the month: the minimum wage rose in June 2026', () => {
    const may = pay('gross', 200_000n, { month: yearMonth('2026-05') })
    const june = pay('gross', 200_000n, { month: yearMonth('2026-06') })
    expect(june.reduction).toBeGreaterThan(may.reduction)
  })
  it('the hours of an ordinary part-time contract, and its ceiling', () => {
    const half = { weeklyHoursHundredths: 1_750 }
    expect(pay('gross', 150_000n, half).reduction).toBeLessThan(pay('gross', 150_000n).reduction)
    expect(model.ceilingCents({ ...JULY, ...half })).toBe(200_250n)
  })
})

it('a net wished for is reached by the smallest gross', { timeout: 60_000 }, () => {
  for (const net of [45_302n, 207_267n, 316_500n, 317_400n]) {
    const found = pay('net', net)
    expect(found.net).toBeGreaterThanOrEqual(net)
    expect(model.figures(JULY, cents(found.gross - 1n)).netCents).toBeLessThan(net)
  }
})

it('the stored version is the one that is installed', () => {
  const require = createRequire(import.meta.url)
  const folders = require.resolve.paths('modele-social') ?? []
  const versionOf = (name: string): string => {
    for (const folder of folders) {
      try {
        const text = readFileSync(join(folder, name, 'package.json'), 'utf8')
        return String(JSON.parse(text).version)
      } catch {
        // Not in this folder: the next one up.
      }
    }
    throw new Error(`${name} is not installed`)
  }
  const installed = `modele-social ${versionOf('modele-social')}, publicodes ${versionOf('publicodes')}`
  expect(SALARY_MODEL.version).toBe(installed)
})
