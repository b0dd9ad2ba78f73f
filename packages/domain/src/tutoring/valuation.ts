import { assert } from '../assert.ts'
import { type DatedParameter, valueOn } from '../legal/dated-parameter.ts'
import { type Cents, cents, sumCents } from '../money/cents.ts'
import { ok, type Refusal, type Result, refused } from '../result.ts'
import { localDate } from '../time/local-date.ts'
import { firstDay, type YearMonth } from '../time/year-month.ts'

const MODEL = 'modele-social, salarié . SMIC . horaire'

/**
 * Gross hourly minimum wage (C. trav. L3231-4 to L3231-11), in cents. Every value begins on the first of a
 * month, which is why hours of one month have one rate (a test keeps it so).
 */
export const SMIC_HOURLY_CENTS: DatedParameter<bigint> = [
  { from: localDate('2021-01-01'), value: 1_025n, source: MODEL },
  { from: localDate('2021-10-01'), value: 1_048n, source: MODEL },
  { from: localDate('2022-01-01'), value: 1_057n, source: MODEL },
  { from: localDate('2022-05-01'), value: 1_085n, source: MODEL },
  { from: localDate('2022-08-01'), value: 1_107n, source: MODEL },
  { from: localDate('2023-01-01'), value: 1_127n, source: MODEL },
  { from: localDate('2023-05-01'), value: 1_152n, source: MODEL },
  { from: localDate('2024-01-01'), value: 1_165n, source: MODEL },
  { from: localDate('2024-11-01'), value: 1_188n, source: MODEL },
  { from: localDate('2026-01-01'), value: 1_202n, source: MODEL },
  { from: localDate('2026-06-01'), value: 1_231n, source: MODEL },
]

/** How much skill a mission asks for. */
export const SKILL_LEVELS = ['simple', 'skilled', 'expert'] as const
export type SkillLevel = (typeof SKILL_LEVELS)[number]

export const VALUATION_METHODS = ['smic', 'smic_by_level', 'replacement'] as const
export type ValuationMethod = (typeof VALUATION_METHODS)[number]

type PerLevel = Readonly<Record<SkillLevel, bigint>>

/**
 * How an association values the time it is given, for one year (ANC 2018-06, art. 211-1 ff.):
 * - smic: every hour at the minimum wage of its day;
 * - smic_by_level: the minimum wage times a coefficient, in thousandths, by level of skill;
 * - replacement: the gross hourly pay of a comparable job, by level, plus the employer's share.
 */
export type ValuationChoice =
  | { readonly method: 'smic' }
  | { readonly method: 'smic_by_level'; readonly coefficientPermille: PerLevel }
  | {
      readonly method: 'replacement'
      readonly hourlyCents: PerLevel
      readonly employerRateBp: bigint
    }

/** Approved minutes of volunteers of one month and one level. */
export type MinutesToValue = {
  readonly month: YearMonth
  readonly level: SkillLevel
  readonly minutes: number
}

/** One line of a valuation; `rate` explains it: cents of an hour, times a factor in ten-thousandths. */
export type ValuedLine = MinutesToValue & {
  readonly hourlyCents: bigint
  readonly factorTenThousandths: bigint
  readonly valueCents: Cents
}

/**
 * Months before the first known minimum wage cannot be valued by it: a guess would look right. The pay of a
 * comparable job is what the structure chose, whatever the month.
 */
export function isValuable(month: YearMonth, method: ValuationMethod): boolean {
  if (method === 'replacement') return true
  const [first] = SMIC_HOURLY_CENTS
  return first !== undefined && firstDay(month) >= first.from
}

/**
 * The value of each line, rounded half up to the cent once per line; the total is the sum of the lines, so
 * that screen, CSV and PDF add up. Throws for a month that the method cannot value.
 */
export function valueMinutes(
  lines: readonly MinutesToValue[],
  choice: ValuationChoice,
): { lines: ValuedLine[]; totalCents: Cents } {
  const valued = lines.map((line) => {
    const { hourlyCents, factorTenThousandths } = rateOf(line, choice)
    const exact = BigInt(line.minutes) * hourlyCents * factorTenThousandths
    const valueCents = cents(roundHalfUp(exact, 60n * 10_000n))
    return { ...line, hourlyCents, factorTenThousandths, valueCents }
  })
  return { lines: valued, totalCents: sumCents(valued.map((line) => line.valueCents)) }
}

/**
 * The method is kept from year to year. Another one than in the years next to it that have one, or other values
 * than those that stood for the year, need their reason, which the annex of the accounts repeats.
 */
export function methodKept(
  method: ValuationMethod,
  of: {
    nextTo: readonly ValuationMethod[]
    /** The year has a choice already, which this one replaces. */
    isReplaced: boolean
    reason: string
  },
): Result<null, Refusal<'valuation-reason-missing'>> {
  const isKept = !of.isReplaced && of.nextTo.every((one) => one === method)
  return isKept || of.reason.trim() !== '' ? ok(null) : refused('valuation-reason-missing')
}

function rateOf(line: MinutesToValue, choice: ValuationChoice) {
  const smic = () => valueOn(SMIC_HOURLY_CENTS, firstDay(line.month)).value
  switch (choice.method) {
    case 'smic':
      return { hourlyCents: smic(), factorTenThousandths: 10_000n }
    case 'smic_by_level':
      return {
        hourlyCents: smic(),
        factorTenThousandths: choice.coefficientPermille[line.level] * 10n,
      }
    case 'replacement':
      return {
        hourlyCents: choice.hourlyCents[line.level],
        factorTenThousandths: 10_000n + choice.employerRateBp,
      }
  }
}

function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  assert(numerator >= 0n, 'time given is not negative')
  return (2n * numerator + denominator) / (2n * denominator)
}
