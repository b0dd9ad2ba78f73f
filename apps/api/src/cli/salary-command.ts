import { type Cents, cents } from '@terreau/domain/money/cents'
import { parseAmount } from '@terreau/domain/money/parse-amount'
import { parseRateBp } from '@terreau/domain/money/parse-rate'
import { type RateBp, rateBp } from '@terreau/domain/money/rate'
import type { SalaryEstimate, SalaryWish } from '@terreau/domain/pay/estimate-salary'
import { SALARY_MODEL } from '@terreau/domain/pay/salary-model'
import {
  DEFAULT_SALARY_TERMS,
  SALARY_TERM_BOUNDS,
  type SalaryTerms,
} from '@terreau/domain/pay/salary-terms'
import { commandLineWords, problemText, refusalText } from '@terreau/i18n/command-line'
import { formatCents } from '@terreau/i18n/format'
import { isProblemCode } from '@terreau/protocol/problems'
import answerSalary from '../platform/salary/worker.ts'
import { type Command, type CommandCall, UsageError } from './command.ts'
import { monthOption, readOptions } from './options.ts'

type Parsed = ReturnType<typeof readOptions>

const WISHES = ['budget', 'gross', 'net'] as const satisfies readonly SalaryWish['from'][]

/** Estimates one month of pay and prints it as JSON, without any database. */
export const salaryCommand: Command = {
  name: 'salary',
  async run(call) {
    const options = readOptions(call, {
      budget: { type: 'string' },
      gross: { type: 'string' },
      net: { type: 'string' },
      month: { type: 'string' },
      headcount: { type: 'string' },
      hours: { type: 'string' },
      'accident-rate': { type: 'string' },
      'health-cover': { type: 'string' },
      'health-employer-share': { type: 'string' },
    })
    const words = commandLineWords(call.locale)
    const [argument] = options.positionals
    if (argument !== undefined)
      throw new UsageError(words('salary.noArgument', { value: argument }))
    const wish = readWish(call, options)
    const terms = readTerms(call, options)
    const answer = answerSalary({ terms, wish })
    if (!answer.ok) {
      const { code, params } = answer.refusal
      if (!isProblemCode(code)) throw new Error(`the refusal ${code} has no sentence`)
      call.out.warn(problemText(call.locale, code, params))
      return 1
    }
    const printed = {
      ...asked(terms, wish),
      ...inEuros(answer.value, terms),
      ...said(call, answer.value),
    }
    call.out.print(JSON.stringify(printed, null, 2))
    return 0
  },
}

function readWish(call: CommandCall, options: Parsed): SalaryWish {
  const [from, ...others] = WISHES.filter((wish) => options.values.has(wish))
  if (from === undefined || others.length > 0) {
    throw new UsageError(commandLineWords(call.locale)('salary.oneWish'))
  }
  return { from, amountCents: readAmount(call, from, options.values.get(from) ?? '') }
}

function readTerms(call: CommandCall, options: Parsed): SalaryTerms {
  const month = monthOption(options, call.locale)
  if (month === undefined) {
    throw new UsageError(commandLineWords(call.locale)('salary.monthWanted'))
  }
  const usual = DEFAULT_SALARY_TERMS
  const read = <T>(name: string, otherwise: T, reader: (text: string) => T): T => {
    const text = options.values.get(name)
    return text === undefined ? otherwise : reader(text)
  }
  const share = 'health-employer-share'
  return {
    month,
    headcount: read('headcount', usual.headcount, (text) => readHeadcount(call, text)),
    weeklyHoursHundredths: read('hours', usual.weeklyHoursHundredths, (text) =>
      readHours(call, text),
    ),
    accidentRateBp: read('accident-rate', usual.accidentRateBp, (text) =>
      readRate(call, { name: 'accident-rate', text, bounds: SALARY_TERM_BOUNDS.accidentRateBp }),
    ),
    healthCoverCents: read('health-cover', usual.healthCoverCents, (text) => readCover(call, text)),
    healthEmployerShareBp: read(share, usual.healthEmployerShareBp, (text) =>
      readRate(call, { name: share, text, bounds: SALARY_TERM_BOUNDS.healthEmployerShareBp }),
    ),
  }
}

function readAmount(call: CommandCall, name: string, text: string): Cents {
  const { locale } = call
  const parsed = parseAmount(text, 'EUR')
  switch (parsed.kind) {
    case 'ok':
      return cents(parsed.minorUnits)
    case 'ambiguous': {
      const [first, second] = parsed.readings.map((reading) => formatCents(reading, locale))
      const params = { value: text, first: first ?? '', second: second ?? '' }
      return refuse(call, name, refusalText(locale, 'amount-ambiguous', params))
    }
    case 'error': {
      if (parsed.code === 'amount-empty') {
        return refuse(call, name, commandLineWords(locale)('salary.amountEmpty'))
      }
      const code = parsed.code === 'amount-characters' ? 'amount-unreadable' : parsed.code
      return refuse(call, name, refusalText(locale, code, { value: text, currency: 'EUR' }))
    }
  }
}

function readHeadcount(call: CommandCall, text: string): number {
  const { least, most } = SALARY_TERM_BOUNDS.headcount
  if (!/^\d{1,15}$/.test(text)) {
    return refuse(call, 'headcount', refusalText(call.locale, 'whole-number', { value: text }))
  }
  const headcount = Number(text)
  if (headcount >= least && headcount <= most) return headcount
  const params = { value: text, least, most }
  return refuse(call, 'headcount', refusalText(call.locale, 'number-out-of-range', params))
}

/** Hundredths of an hour a week; a full week is no part-time contract. */
function readHours(call: CommandCall, text: string): number | null {
  const { least, most } = SALARY_TERM_BOUNDS.weeklyHoursHundredths
  const [, whole = '', decimals = ''] = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(text.trim()) ?? []
  const hundredths = whole === '' ? 0 : Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
  if (hundredths < least || hundredths > most) {
    const reason = commandLineWords(call.locale)('salary.hoursUnreadable', { value: text })
    return refuse(call, 'hours', reason)
  }
  return hundredths === most ? null : hundredths
}

function readRate(
  call: CommandCall,
  option: { name: string; text: string; bounds: { least: number; most: number } },
): RateBp {
  const { name, text, bounds } = option
  const rate = parseRateBp(text)
  if (rate === null) {
    return refuse(call, name, refusalText(call.locale, 'rate-unreadable', { value: text }))
  }
  if (rate >= bounds.least && rate <= bounds.most) return rateBp(rate)
  const params = { value: text, least: bounds.least / 100, most: bounds.most / 100 }
  return refuse(call, name, commandLineWords(call.locale)('salary.rateOutOfRange', params))
}

function readCover(call: CommandCall, text: string): Cents {
  const { least, most } = SALARY_TERM_BOUNDS.healthCoverCents
  const cover = readAmount(call, 'health-cover', text)
  if (cover >= least && cover <= most) return cover
  const [from, to] = [least, most].map((bound) => formatCents(BigInt(bound), call.locale))
  const params = { value: text, least: from ?? '', most: to ?? '' }
  return refuse(
    call,
    'health-cover',
    commandLineWords(call.locale)('salary.amountOutOfRange', params),
  )
}

function refuse(call: CommandCall, name: string, reason: string): never {
  const params = { option: `--${name}`, reason }
  throw new UsageError(commandLineWords(call.locale)('salary.option', params))
}

function asked(terms: SalaryTerms, wish: SalaryWish) {
  return {
    asked: wish.from,
    amount: euros(wish.amountCents),
    month: terms.month,
    headcount: terms.headcount,
    weeklyHours: terms.weeklyHoursHundredths === null ? null : terms.weeklyHoursHundredths / 100,
    accidentRatePercent: Number(terms.accidentRateBp) / 100,
    healthCover: euros(terms.healthCoverCents),
    healthEmployerSharePercent: Number(terms.healthEmployerShareBp) / 100,
  }
}

function inEuros({ figures, residualCents }: SalaryEstimate, terms: SalaryTerms) {
  return {
    gross: euros(figures.grossCents),
    employeeContributions: euros(figures.employeeContributionsCents),
    net: euros(figures.netCents),
    netBeforeTax: euros(figures.netCents),
    netSocial: euros(figures.netSocialCents),
    taxableNet: euros(figures.taxableNetCents),
    employerContributions: euros(figures.employerContributionsCents),
    employerCost: euros(figures.employerCostCents),
    reduction: euros(figures.generalReductionCents),
    residual: euros(residualCents),
    engineVersion: SALARY_MODEL.version,
    engineDate: `${terms.month}-01`,
  }
}

function said(call: CommandCall, { isPaid, remark }: SalaryEstimate) {
  const words = commandLineWords(call.locale)
  const note = words(isPaid ? 'salary.estimate' : 'salary.unpaid')
  if (remark === null) return { isPaid, remark, note }
  return { isPaid, remark, note: `${words(`salary.remark.${remark}`)} ${note}` }
}

/** A JSON number of euros: exact to print, since no amount here exceeds what a double holds. */
function euros(amount: Cents): number {
  return Number(amount) / 100
}
