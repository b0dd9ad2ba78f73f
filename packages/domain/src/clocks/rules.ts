import { CAPE_LIMITS } from '../contracts/cape.ts'
import { type LocalDate, localDate } from '../time/local-date.ts'
import type { CareerContractKind } from './career.ts'

export const CLOCK_KINDS = [
  'cape-period',
  'cape-term',
  'cape-renewals',
  'cape-renewal-start',
  'cape-notice',
  'pre-hire-declaration',
  'permit-check',
  'trial',
  'associate-deadline',
  'interviews',
  'permit-expiry',
  'variable-pay',
] as const
export type ClockKind = (typeof CLOCK_KINDS)[number]

/** One row of the table of clocks. A length is months, calendar days or working days. */
export type ClockRule = {
  readonly kind: ClockKind
  readonly contractKinds: readonly CareerContractKind[]
  readonly article: string
  /** Older facts are outside the rule. */
  readonly inForceFrom: LocalDate
  readonly starts:
    | 'contract-start'
    | 'contract-end'
    | 'chain-start'
    | 'event'
    | 'permit'
    | 'assembly'
  readonly duration: {
    readonly months?: number
    readonly days?: number
    readonly workingDays?: number
  }
  readonly deducts: 'nothing' | 'earlier-contracts'
  /** Whether a suspension of the contract moves the end, and why. */
  readonly suspension: { readonly moves: 'never' | 'setting'; readonly why: string }
  /** How many times it may be renewed, or how many are wanted per period. */
  readonly count?: number
  readonly endMeans: 'last-day' | 'effect-day'
  /** Whether the end is a limit of the law, or a target that the cooperative sets itself. */
  readonly alerts: {
    readonly monthsBefore?: readonly number[]
    readonly daysBefore?: readonly number[]
  }
}

const EMPLOYED = ['CESA', 'CDI', 'CDD'] as const
const SILENT = 'The text names no suspension, so none moves it.'
const CAPE_LIMIT = CAPE_LIMITS[CAPE_LIMITS.length - 1]
const CAPE_MONTHS = CAPE_LIMIT?.value.monthsMax ?? 0
const CAPE_RENEWALS = CAPE_LIMIT?.value.renewalsMax ?? 0
const CAPE_SINCE = CAPE_LIMIT?.from ?? localDate('2003-08-06')

/** Every clock, as data. The alerts are ours; lengths and counts are those of the article. */
export const CLOCK_RULES: { readonly [Kind in ClockKind]: ClockRule } = {
  'cape-period': {
    kind: 'cape-period',
    contractKinds: ['CAPE'],
    article: 'C. com. L127-2',
    inForceFrom: CAPE_SINCE,
    starts: 'contract-start',
    duration: { months: CAPE_MONTHS },
    deducts: 'nothing',
    suspension: { moves: 'never', why: SILENT },
    endMeans: 'last-day',
    alerts: {},
  },
  'cape-term': {
    kind: 'cape-term',
    contractKinds: ['CAPE'],
    article: 'C. com. L127-2',
    inForceFrom: CAPE_SINCE,
    starts: 'contract-start',
    duration: {},
    deducts: 'nothing',
    suspension: { moves: 'never', why: SILENT },
    endMeans: 'last-day',
    alerts: { daysBefore: [60, 30, 7] },
  },
  'cape-renewals': {
    kind: 'cape-renewals',
    contractKinds: ['CAPE'],
    article: 'C. com. L127-2',
    inForceFrom: CAPE_SINCE,
    starts: 'chain-start',
    duration: { months: CAPE_MONTHS },
    deducts: 'nothing',
    suspension: { moves: 'never', why: SILENT },
    count: CAPE_RENEWALS,
    endMeans: 'last-day',
    alerts: {},
  },
  'cape-renewal-start': {
    kind: 'cape-renewal-start',
    contractKinds: ['CAPE'],
    article: 'C. com. L127-2',
    inForceFrom: CAPE_SINCE,
    starts: 'contract-end',
    duration: { days: 1 },
    deducts: 'nothing',
    suspension: { moves: 'never', why: SILENT },
    endMeans: 'last-day',
    alerts: { daysBefore: [60, 30, 7] },
  },
  'cape-notice': {
    kind: 'cape-notice',
    contractKinds: ['CAPE'],
    article: 'C. trav. R5142-1',
    inForceFrom: localDate('2008-05-01'),
    starts: 'event',
    duration: {},
    deducts: 'nothing',
    suspension: { moves: 'never', why: 'A notice follows an event, whatever else happens.' },
    endMeans: 'last-day',
    alerts: {},
  },
  'pre-hire-declaration': {
    kind: 'pre-hire-declaration',
    contractKinds: EMPLOYED,
    article: 'C. trav. R1221-4, R1221-5',
    inForceFrom: localDate('2008-05-01'),
    starts: 'contract-start',
    duration: { days: 8 },
    deducts: 'nothing',
    suspension: { moves: 'never', why: 'The hire is over when the contract is suspended.' },
    endMeans: 'effect-day',
    alerts: { daysBefore: [8, 3, 1] },
  },
  'permit-check': {
    kind: 'permit-check',
    contractKinds: EMPLOYED,
    article: 'C. trav. R5221-41',
    inForceFrom: localDate('2008-05-01'),
    starts: 'contract-start',
    duration: { workingDays: 2 },
    deducts: 'nothing',
    suspension: { moves: 'never', why: 'The hire is over when the contract is suspended.' },
    endMeans: 'last-day',
    alerts: { daysBefore: [14, 7, 2] },
  },
  trial: {
    kind: 'trial',
    contractKinds: ['CESA'],
    article: 'C. trav. L7332-1',
    inForceFrom: localDate('2014-08-02'),
    starts: 'contract-start',
    duration: { months: 8 },
    deducts: 'earlier-contracts',
    suspension: {
      moves: 'setting',
      why: 'Case law prolongs a trial by the absences, so that it stays a real one; not in the text.',
    },
    endMeans: 'last-day',
    alerts: { daysBefore: [60, 30, 7] },
  },
  'associate-deadline': {
    kind: 'associate-deadline',
    contractKinds: ['CESA'],
    article: 'C. trav. L7331-3',
    inForceFrom: localDate('2014-08-02'),
    starts: 'contract-start',
    duration: { months: 36 },
    deducts: 'earlier-contracts',
    suspension: { moves: 'never', why: SILENT },
    endMeans: 'last-day',
    alerts: { monthsBefore: [12, 6, 3, 1] },
  },
  interviews: {
    kind: 'interviews',
    contractKinds: ['CESA'],
    article: 'C. trav. R7331-3',
    inForceFrom: localDate('2014-08-02'),
    starts: 'contract-start',
    duration: { months: 12 },
    deducts: 'nothing',
    suspension: { moves: 'never', why: SILENT },
    count: 2,
    endMeans: 'last-day',
    alerts: { monthsBefore: [6, 3, 1] },
  },
  'permit-expiry': {
    kind: 'permit-expiry',
    contractKinds: [],
    article: 'C. trav. L8251-1',
    inForceFrom: localDate('2008-05-01'),
    starts: 'permit',
    duration: {},
    deducts: 'nothing',
    suspension: { moves: 'never', why: 'A permit runs whatever happens to the contract.' },
    endMeans: 'last-day',
    alerts: { daysBefore: [120, 90, 60, 30, 7, 0] },
  },
  'variable-pay': {
    kind: 'variable-pay',
    contractKinds: ['CESA'],
    article: 'C. trav. R7331-12',
    inForceFrom: localDate('2014-08-02'),
    starts: 'assembly',
    duration: { months: 1 },
    deducts: 'nothing',
    suspension: { moves: 'never', why: SILENT },
    endMeans: 'last-day',
    alerts: { daysBefore: [30, 7, 1] },
  },
}
