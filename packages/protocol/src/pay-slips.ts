import { z } from 'zod'
import { centsCodec, instant, localDateCodec, uuid, yearMonthCodec } from './codecs.ts'
import { endpoint } from './endpoint.ts'

/** Why a line of a payroll file, or its heading, is refused. */
const SLIP_REFUSALS = [
  'file-empty',
  'no-lines',
  'column-missing',
  'column-duplicate',
  'cells-count',
  'field-required',
  'text-too-long',
  'amount-unreadable',
  'amount-decimals',
  'amount-ambiguous',
  'amount-negative',
  'amount-too-large',
  'date-unreadable',
  'date-outside',
  'month-differs',
  'cost-below-gross',
  'person-missing',
  'person-unknown',
  'person-ambiguous',
  'contract-unknown',
  'contract-ambiguous',
  'line-duplicate',
  'slip-number-needed',
] as const

/** What deserves a look before the file is confirmed; it stops nothing. */
const SLIP_WARNINGS = [
  'name-differs',
  'net-above-gross',
  'below-fixed-part',
  'not-announced',
  'account-short',
  'second-slip',
] as const

const refusal = z.strictObject({
  line: z.int(),
  /** As the file calls it; empty when the whole line is concerned. */
  column: z.string(),
  code: z.enum(SLIP_REFUSALS),
  params: z.record(z.string(), z.string()),
})
export type SlipRefusal = z.output<typeof refusal>
export type SlipWarning = (typeof SLIP_WARNINGS)[number]

const amounts = {
  paidOn: localDateCodec,
  grossCents: centsCodec,
  /** Before tax is withheld. */
  netCents: centsCodec,
  netSocialCents: centsCodec,
  employerCostCents: centsCodec,
}

const payee = {
  contractId: uuid,
  contractNumber: z.string(),
  personId: uuid,
  personName: z.string(),
  activityId: uuid,
  activityName: z.string(),
}

const plannedSlip = z.strictObject({
  line: z.int(),
  ...payee,
  slipNumber: z.string(),
  ...amounts,
  /** `same`: it stands already, nothing is written. `replaces`: `previous` is reversed first. */
  change: z.enum(['added', 'replaces', 'same']),
  previous: z.strictObject(amounts).nullable(),
  warnings: z.array(z.enum(SLIP_WARNINGS)),
})

const totals = z.strictObject({
  grossCents: centsCodec,
  netCents: centsCodec,
  netSocialCents: centsCodec,
  employerCostCents: centsCodec,
})

const monthParams = z.strictObject({ month: yearMonthCodec })
const fileName = z.string().max(255).optional()

export const paySlipEndpoints = [
  endpoint({
    method: 'GET',
    path: '/pay/:month/slips',
    tag: 'pay',
    summary: 'What the payroll service paid for a month, file by file, and who has no slip yet',
    access: 'ledger.read',
    params: monthParams,
    response: z.strictObject({
      slips: z.array(
        z.strictObject({ id: uuid, importId: uuid, ...payee, slipNumber: z.string(), ...amounts }),
      ),
      totals,
      /** Under a CESA in the month, and without a slip: the fixed part is owed all the same. */
      missing: z.array(z.strictObject(payee)),
      imports: z.array(
        z.strictObject({
          id: uuid,
          fileName: z.string(),
          importedAt: instant,
          importedBy: z.string(),
          /** Slips it brought that still stand. */
          standing: z.int(),
          /** `replaced`: a later file replaced some of it, so that one is undone first. */
          state: z.enum(['open', 'month-closed', 'replaced', 'undone']),
        }),
      ),
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/pay/:month/imports/preview',
    tag: 'pay',
    summary: 'What a file of the payroll service (CSV, XLSX) would write; nothing is written',
    access: 'pay.import',
    params: monthParams,
    query: z.strictObject({ fileName }),
    bodyKind: 'table',
    response: z.strictObject({
      /** `unchanged`: all that it says stands already. */
      state: z.enum(['ready', 'refused', 'unchanged']),
      /** Given back to confirm: the import is refused when something has changed since. */
      fingerprint: z.string(),
      /** The month of account that pays: the month itself, or the first open one. */
      bookMonth: yearMonthCodec,
      encoding: z.enum(['unicode', 'windows-1252']),
      unreadColumns: z.array(z.string()),
      skippedLines: z.array(z.int()),
      refusals: z.array(refusal),
      slips: z.array(plannedSlip),
      totals,
      /** Who would still have no slip. */
      missing: z.array(z.strictObject(payee)),
    }),
    problems: ['table-kind-refused', 'table-unreadable'],
  }),
  endpoint({
    method: 'POST',
    path: '/pay/:month/imports',
    tag: 'pay',
    summary: 'Imports a file of the payroll service, whole or not at all, and books its pay',
    access: 'pay.import',
    params: monthParams,
    query: z.strictObject({ fileName, fingerprint: z.string().max(64) }),
    bodyKind: 'table',
    response: z.strictObject({ importId: uuid.nullable(), added: z.int(), replaced: z.int() }),
    problems: [
      'table-kind-refused',
      'table-unreadable',
      'pay-file-refused',
      'version-changed',
      'month-is-closed',
    ],
  }),
  endpoint({
    method: 'POST',
    path: '/pay-imports/:importId/undo',
    tag: 'pay',
    summary: 'Takes an import back while its month of account is open: its entries are reversed',
    access: 'pay.import',
    params: z.strictObject({ importId: uuid }),
    response: z.strictObject({ withdrawn: z.int(), restored: z.int() }),
    problems: ['not-found', 'month-is-closed', 'pay-import-replaced'],
  }),
] as const
