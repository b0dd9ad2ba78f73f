import { SALARY_REMARKS } from '@terreau/domain/pay/estimate-salary'
import { z } from 'zod'
import { centsCodec, instant, localDateCodec, uuid, yearMonthCodec } from './codecs.ts'
import { endpoint } from './endpoint.ts'

const wish = {
  /** What is known: what can be spent, the gross, or the net that is wished for. */
  from: z.enum(['budget', 'gross', 'net']),
  amountCents: centsCodec,
}

const estimate = z.strictObject({
  from: z.enum(['budget', 'gross', 'net']),
  amountCents: centsCodec,
  month: yearMonthCodec,
  /** False when the budget is too small for any pay: every figure is then zero and all of it is kept. */
  isPaid: z.boolean(),
  grossCents: centsCodec,
  employeeContributionsCents: centsCodec,
  /** Before tax is withheld. */
  netCents: centsCodec,
  netSocialCents: centsCodec,
  taxableNetCents: centsCodec,
  employerContributionsCents: centsCodec,
  employerCostCents: centsCodec,
  generalReductionCents: centsCodec,
  /** What the budget leaves on the account. */
  residualCents: centsCodec,
  /** Why a budget gives less than one would expect. */
  remark: z.enum(SALARY_REMARKS).nullable(),
  /** Below it no pay is worked out. */
  leastBudgetCents: centsCodec,
  /** What the estimate rests on. */
  terms: z.strictObject({
    headcount: z.int(),
    accidentRateBp: z.int(),
    healthCoverCents: centsCodec,
    healthEmployerShareBp: z.int(),
  }),
  estimatedOn: localDateCodec,
  engineVersion: z.string(),
})

const problems = [
  'salary-month-before-model',
  'salary-month-after-model',
  'salary-amount-negative',
  'salary-amount-too-large',
  'salary-amount-too-small',
] as const

const payLine = z.strictObject({
  contractId: uuid,
  contractNumber: z.string(),
  personId: uuid,
  personReference: z.string(),
  familyName: z.string(),
  givenName: z.string(),
  activityId: uuid,
  activityName: z.string(),
  /** First and last day of the month that the contract covers. */
  from: localDateCodec,
  to: localDateCodec,
  isWholeMonth: z.boolean(),
  /** Days of the month on which the contract is suspended. */
  suspended: z.array(z.strictObject({ from: localDateCodec, to: localDateCodec })),
  /** Gross a month, as the contract and its amendments say on the last day; null when it is not written here. */
  fixedPartCents: centsCodec.nullable(),
  /** What the activity holds now. */
  availableCents: centsCodec,
  state: z.enum(['covered', 'uncovered', 'paid', 'not-written']),
})

export const payEndpoints = [
  endpoint({
    method: 'GET',
    path: '/me/salary-estimate',
    tag: 'pay',
    summary: 'An estimate of my pay this month, from a budget or for a net',
    access: 'own.read',
    query: z.strictObject(wish),
    /** `isEmployee`: a CESA covers today. Under a CAPE alone nobody is paid a salary yet. */
    response: estimate.extend({ isEmployee: z.boolean() }),
    problems,
  }),
  endpoint({
    method: 'GET',
    path: '/salary-estimate',
    tag: 'pay',
    summary: 'An estimate of a pay of a month, from a budget, a gross or a net',
    access: 'ledger.read',
    query: z.strictObject({
      ...wish,
      month: yearMonthCodec.optional(),
      headcount: z.coerce.number().int().min(1).max(100_000).optional(),
    }),
    response: estimate,
    problems,
  }),
  endpoint({
    method: 'GET',
    path: '/pay/:month',
    tag: 'pay',
    summary: 'The fixed part that each CESA of a month is owed, and what its account holds',
    access: 'ledger.read',
    params: z.strictObject({ month: yearMonthCodec }),
    response: z.array(payLine),
  }),
  endpoint({
    method: 'GET',
    path: '/pay/:month/export',
    tag: 'pay',
    summary:
      'Whether the pay variables may leave: where two persons are required, another one agrees first',
    access: 'pay-variables.read',
    params: z.strictObject({ month: yearMonthCodec }),
    /** `to-ask` also when what another person agreed to has changed since. */
    response: z.strictObject({
      state: z.enum(['free', 'to-ask', 'waiting', 'agreed']),
      approvalId: uuid.nullable(),
      /** Something changed since another person agreed: a file that left then is out of date. */
      hasChanged: z.boolean(),
    }),
  }),
  endpoint({
    method: 'GET',
    path: '/pay/:month/exports',
    tag: 'pay',
    summary: 'Who took the pay variables of a month out, when, and the fingerprint of the file',
    access: 'pay-variables.read',
    params: z.strictObject({ month: yearMonthCodec }),
    response: z.array(
      z.strictObject({
        id: uuid,
        fileName: z.string(),
        /** Of the bytes of the file, in hexadecimal. */
        sha256: z.string(),
        /** Rows below the heading. */
        lines: z.int(),
        exportedAt: instant,
        exportedBy: z.string(),
        /** Nothing that it says has changed since. */
        isCurrent: z.boolean(),
      }),
    ),
  }),
  endpoint({
    method: 'POST',
    path: '/pay/:month/exports',
    isGuarded: true,
    tag: 'pay',
    summary: 'The pay variables for the payroll service, with advances and balances (CSV or XLSX)',
    access: 'pay-variables.export',
    params: z.strictObject({ month: yearMonthCodec }),
    body: z.strictObject({ format: z.enum(['csv', 'xlsx']) }),
    responseKind: 'file',
    problems: ['second-person-needed'],
  }),
  endpoint({
    method: 'GET',
    path: '/pay/:month/variable',
    tag: 'pay',
    summary:
      'The variable part of each CESA in a month: advance decided, balance of a year that is due',
    access: 'ledger.read',
    params: z.strictObject({ month: yearMonthCodec }),
    response: z.array(
      z.strictObject({
        contractId: uuid,
        contractNumber: z.string(),
        personId: uuid,
        personReference: z.string(),
        familyName: z.string(),
        givenName: z.string(),
        activityId: uuid,
        activityName: z.string(),
        /** The contract is over: only a balance may still be paid. */
        hasEnded: z.boolean(),
        /** Gross; null when nothing was decided. */
        advanceCents: centsCodec.nullable(),
        balance: z
          .strictObject({
            assemblyOn: localDateCodec,
            /** The last day to pay it (C. trav. R7331-12). */
            dueOn: localDateCodec,
            /** The financial year, both months included. */
            firstMonth: yearMonthCodec,
            lastMonth: yearMonthCodec,
            /** What is left of the year on the account, employer contributions included. */
            budgetCents: centsCodec,
            /** Gross decided in months before, while it is not written down as paid: taken off the budget. */
            decidedBeforeCents: centsCodec,
            grossCents: centsCodec.nullable(),
          })
          .nullable(),
      }),
    ),
  }),
  endpoint({
    method: 'POST',
    path: '/pay/:month/decisions',
    tag: 'pay',
    summary: 'Decides the gross of an advance, or of the balance of a year; zero takes it back',
    access: 'pay.decide',
    params: z.strictObject({ month: yearMonthCodec }),
    body: z.strictObject({
      contractId: uuid,
      kind: z.enum(['advance', 'balance']),
      grossCents: centsCodec.refine((cents) => cents >= 0n, { error: 'amount-negative' }),
    }),
    problems: ['not-found', 'advance-above-account', 'balance-not-due', 'balance-above-left'],
  }),
] as const
