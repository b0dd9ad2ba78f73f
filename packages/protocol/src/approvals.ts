import { z } from 'zod'
import { instant, localDateCodec, shortText, uuid, yearMonthCodec } from './codecs.ts'
import { endpoint } from './endpoint.ts'
import { schemeBody } from './settings.ts'

const closeMonth = z.strictObject({
  act: z.literal('close-month'),
  month: yearMonthCodec,
  sendMails: z.boolean(),
})
const decideScheme = z.strictObject({ act: z.literal('decide-scheme'), scheme: schemeBody })
const changeIban = z.strictObject({ act: z.literal('change-iban'), personId: uuid })
const exportPay = z.strictObject({ act: z.literal('export-pay'), month: yearMonthCodec })
const onePersonAgain = z.strictObject({
  act: z.literal('one-person-again'),
  validFrom: localDateCodec,
  source: shortText,
})

/** What somebody asks another person to agree to. */
export const askedProposal = z.discriminatedUnion('act', [
  closeMonth,
  decideScheme,
  changeIban.extend({ value: z.string().trim().min(1).max(60) }),
  exportPay,
  onePersonAgain,
])

/** The same as it is kept and shown: an IBAN behind dots. */
export const keptProposal = z.discriminatedUnion('act', [
  closeMonth,
  decideScheme,
  changeIban.extend({ masked: z.string() }),
  exportPay,
  onePersonAgain,
])

export type AskedProposal = z.output<typeof askedProposal>
export type KeptProposal = z.output<typeof keptProposal>

const approval = z.strictObject({
  approvalId: uuid,
  proposal: keptProposal,
  personId: uuid.nullable(),
  personName: z.string(),
  /** Whoever agrees sends it back: they agree to what they have seen. */
  fingerprint: z.string(),
  state: z.enum(['waiting', 'agreed', 'refused', 'withdrawn']),
  askedAt: instant,
  askedByName: z.string(),
  isMine: z.boolean(),
  answeredAt: instant.nullable(),
  answeredByName: z.string(),
  reason: z.string(),
})

const params = z.strictObject({ approvalId: uuid })

export const approvalsEndpoints = [
  endpoint({
    method: 'GET',
    path: '/approvals',
    tag: 'approvals',
    summary: 'What waits for a second person, or what was answered, newest first',
    access: 'approval.read',
    query: z.strictObject({
      view: z.enum(['waiting', 'answered']).optional(),
      after: z.string().max(200).optional(),
    }),
    response: z.strictObject({ approvals: z.array(approval), next: z.string().nullable() }),
  }),
  endpoint({
    method: 'GET',
    path: '/approvals/:approvalId',
    tag: 'approvals',
    summary: 'What was asked, by whom, and what was answered',
    access: 'approval.read',
    params,
    response: approval,
  }),
  endpoint({
    method: 'POST',
    path: '/approvals',
    tag: 'approvals',
    summary: 'Asks another person to agree to an act on money',
    access: 'approval.decide',
    body: askedProposal,
    isGuarded: true,
    response: z.strictObject({ approvalId: uuid }),
    problems: [
      'second-person-not-needed',
      'approval-waiting',
      'month-is-closed',
      'closing-out-of-order',
      'closing-blocked',
      'scheme-exists',
      'scheme-replaced',
      'scheme-begins-later',
      'month-has-accepted',
      'setting-exists',
    ],
  }),
  endpoint({
    method: 'POST',
    path: '/approvals/:approvalId/agreement',
    tag: 'approvals',
    summary: 'Agrees: the act is done, by the one who asked and the one who agrees',
    access: 'approval.decide',
    params,
    body: z.strictObject({ fingerprint: z.string().max(64) }),
    problems: [
      'approval-same-person',
      'approval-answered',
      'approval-outdated',
      'month-is-closed',
      'closing-out-of-order',
      'closing-blocked',
      'scheme-exists',
      'scheme-replaced',
      'scheme-begins-later',
      'month-has-accepted',
      'setting-exists',
    ],
  }),
  endpoint({
    method: 'POST',
    path: '/approvals/:approvalId/refusal',
    tag: 'approvals',
    summary: 'Says no, with a reason; whoever asked takes the demand back',
    access: 'approval.decide',
    params,
    body: z.strictObject({ reason: shortText }),
    problems: ['approval-answered'],
  }),
] as const
