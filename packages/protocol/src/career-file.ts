import {
  CAREER_CONTRACT_KINDS,
  type Career,
  NOTICE_EVENTS,
  NOTICE_RECIPIENTS,
} from '@terreau/domain/clocks/career'
import { type LocalDate, localDate, parseLocalDate } from '@terreau/domain/time/local-date'
import { z } from 'zod'

// A career as a file (docs/rules/clocks.md): what `terreau clocks` reads. The issues it raises carry a
// code as message; packages/i18n turns it into a sentence.

const day = z
  .string({ error: wrongType('a-day') })
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'day-form', abort: true })
  .refine((text) => parseLocalDate(text) !== null, { error: 'day-unknown', abort: true })
  .refine((text) => text >= '1950-01-01' && text <= '2150-12-31', 'day-far')
  .meta({ description: 'Calendar day, YYYY-MM-DD, from 1950 to 2150' })

/** More than any career holds: each contract is compared with the others, and a wrong file must not hold the machine. */
const MOST_LINES = 500

const optionalDay = day.nullish()
const id = z
  .string({ error: wrongType('a-text') })
  .regex(/\S/, 'text-empty')
  .max(100, 'text-long')
const text = z.string({ error: wrongType('a-text') }).max(500, 'text-long')
const yesNo = z.boolean({ error: wrongType('yes-or-no') })
const days = z
  .number({ error: wrongType('a-number') })
  .int('number-range')
  .min(0, 'number-range')
  .max(60, 'number-range')

const contract = part({
  id: id.describe('Any name, unique in the file'),
  kind: z.enum(CAREER_CONTRACT_KINDS, { error: oneOf }).describe('What the contract is'),
  start: day.describe('First day, included'),
  end: optionalDay.describe('Last day as agreed, included; absent without term'),
  endedOn: optionalDay.describe('Last day as it was, once the contract is over'),
  cancelled: yesNo.nullish().describe('The contract never took effect'),
  signedOn: optionalDay.describe('Day both had signed; the first day when absent'),
  activity: id
    .nullish()
    .describe('Activity it is about: renewals are counted by activity; absent: the only one'),
  renewalOf: id.nullish().describe('CAPE: id of the contract it renews'),
  gapReason: text.nullish().describe('CAPE: why a renewal does not start the day after'),
  fullTimeEmployee: yesNo.nullish().describe('CAPE: the person is a full-time employee elsewhere'),
  associateOn: optionalDay.describe('CESA: day the person became associate'),
  trialEndsOn: optionalDay.describe('CESA: last day of the trial as agreed'),
  declaredOn: optionalDay.describe('Day the hire was declared to URSSAF'),
  permitCheckOn: optionalDay.describe('Day the prefecture was asked about the permit'),
  jobSeekerProofOn: optionalDay.describe('Day of the proof of registration with France Travail'),
})

const suspension = part({
  contract: id,
  start: day,
  end: optionalDay.describe('Last day, included; absent while it lasts'),
  reason: text,
})

const interview = part({
  date: day,
  signedOn: optionalDay.describe(
    'Day the entrepreneur signed the report; absent: it does not count',
  ),
  contract: id.nullish().describe('Absent: the CESA that covers the day'),
})

const permit = part({
  id: id.nullish().describe('Any name; its rank in the list when absent'),
  kind: text,
  start: optionalDay,
  end: day.describe('Last day of validity, included'),
})

const notice = part({
  contract: id,
  to: z.enum(NOTICE_RECIPIENTS, { error: oneOf }),
  event: z.enum(NOTICE_EVENTS, { error: oneOf }),
  sentOn: day,
})

const variablePayment = part({ contract: id, assemblyOn: day, paidOn: day })

const settings = part({
  noticeTargetDays: days.nullish().describe('Days to send a notice (0)'),
  noticeAlertDays: days.nullish().describe('Days after which a missing notice is an alarm (3)'),
  absencesProlongTrial: yesNo.nullish().describe('Absences prolong the trial (true)'),
  department: z
    .string({ error: wrongType('a-text') })
    .regex(/^(\d{2,3}|2[AB])?$/, 'department-form')
    .nullish()
    .describe('Department of the seat, for its own public holidays'),
})

const lists = part({
  today: optionalDay.describe('The day the clocks are read; the day of the machine when absent'),
  contracts: listOf(contract),
  suspensions: listOf(suspension).nullish(),
  interviews: listOf(interview).nullish(),
  permits: listOf(permit).nullish(),
  notices: listOf(notice).nullish(),
  assembliesOn: listOf(day).nullish().describe('Days of the assemblies that approved the accounts'),
  variablePayments: listOf(variablePayment).nullish(),
  settings: settings.nullish(),
})

/** The file of one career, and what its parts must say together. */
export const careerFile = lists.superRefine((file, ctx) => {
  const refuse = (path: (string | number)[], message: string, input: unknown) =>
    ctx.addIssue({ code: 'custom', path, message, input })
  const ids = new Set<string>()
  for (const [at, given] of file.contracts.entries()) {
    const { id: own, start, end, endedOn, trialEndsOn, signedOn } = given
    if (ids.has(own)) refuse(['contracts', at, 'id'], 'id-twice', own)
    ids.add(own)
    if (end && end < start) refuse(['contracts', at, 'end'], 'ends-before-start', end)
    if (endedOn && endedOn < start)
      refuse(['contracts', at, 'endedOn'], 'ends-before-start', endedOn)
    if (trialEndsOn && trialEndsOn < start)
      refuse(['contracts', at, 'trialEndsOn'], 'ends-before-start', trialEndsOn)
    const last = endedOn ?? end
    if (signedOn && last && signedOn > last)
      refuse(['contracts', at, 'signedOn'], 'signed-after-end', signedOn)
  }
  const known = (path: (string | number)[], named: string | null | undefined) => {
    if (named && !ids.has(named)) refuse(path, 'contract-unknown', named)
  }
  for (const [at, { renewalOf }] of file.contracts.entries()) {
    known(['contracts', at, 'renewalOf'], renewalOf)
  }
  const activities = new Set(file.contracts.flatMap(({ activity }) => activity ?? []))
  for (const [at, { kind, activity }] of file.contracts.entries()) {
    const isSupport = kind === 'CAPE' || kind === 'CESA'
    if (isSupport && !activity && activities.size > 1)
      refuse(['contracts', at, 'activity'], 'activity-wanted', activity)
  }
  for (const [at, { contract: named, start, end }] of (file.suspensions ?? []).entries()) {
    known(['suspensions', at, 'contract'], named)
    if (end && end < start) refuse(['suspensions', at, 'end'], 'ends-before-start', end)
  }
  for (const [at, { date, signedOn, contract: named }] of (file.interviews ?? []).entries()) {
    known(['interviews', at, 'contract'], named)
    if (signedOn && signedOn < date) {
      refuse(['interviews', at, 'signedOn'], 'signed-before-interview', signedOn)
    }
  }
  const permits = new Set<string>()
  for (const [at, { id: own, start, end }] of (file.permits ?? []).entries()) {
    const name = own ?? String(at + 1)
    if (permits.has(name)) refuse(['permits', at, 'id'], 'permit-twice', name)
    permits.add(name)
    if (start && end < start) refuse(['permits', at, 'end'], 'ends-before-start', end)
  }
  for (const [at, { contract: named }] of (file.notices ?? []).entries()) {
    known(['notices', at, 'contract'], named)
  }
  const assemblies = new Set(file.assembliesOn ?? [])
  for (const [at, payment] of (file.variablePayments ?? []).entries()) {
    const { contract: named, assemblyOn, paidOn } = payment
    known(['variablePayments', at, 'contract'], named)
    if (!assemblies.has(assemblyOn))
      refuse(['variablePayments', at, 'assemblyOn'], 'assembly-unknown', assemblyOn)
    if (paidOn < assemblyOn)
      refuse(['variablePayments', at, 'paidOn'], 'paid-before-assembly', paidOn)
  }
})

export type CareerFile = z.infer<typeof careerFile>

/** The JSON Schema of the file. */
export function careerFileSchema(): object {
  return z.toJSONSchema(lists, { io: 'input' })
}

/** The career that a valid file describes. */
export function careerOfFile(file: CareerFile): Career {
  return {
    contracts: file.contracts.map((given) => ({
      id: given.id,
      kind: given.kind,
      startsOn: localDate(given.start),
      endsOn: dayOf(given.end),
      endedOn: dayOf(given.endedOn),
      isCancelled: given.cancelled ?? false,
      signedOn: dayOf(given.signedOn),
      activity: given.activity ?? undefined,
      renewalOf: given.renewalOf ?? undefined,
      gapReason: given.gapReason ?? undefined,
      isFullTimeEmployee: given.fullTimeEmployee ?? false,
      associateOn: dayOf(given.associateOn),
      trialEndsOn: dayOf(given.trialEndsOn),
      declaredOn: dayOf(given.declaredOn),
      permitCheckOn: dayOf(given.permitCheckOn),
      jobSeekerProofOn: dayOf(given.jobSeekerProofOn),
    })),
    suspensions: (file.suspensions ?? []).map((given) => ({
      contractId: given.contract,
      startsOn: localDate(given.start),
      endsOn: dayOf(given.end),
      reason: given.reason,
    })),
    interviews: (file.interviews ?? []).map((given) => ({
      on: localDate(given.date),
      signedOn: dayOf(given.signedOn),
      contractId: given.contract ?? undefined,
    })),
    permits: (file.permits ?? []).map((given, at) => ({
      id: given.id ?? String(at + 1),
      kind: given.kind,
      startsOn: dayOf(given.start),
      endsOn: localDate(given.end),
    })),
    notices: (file.notices ?? []).map((given) => ({
      contractId: given.contract,
      recipient: given.to,
      event: given.event,
      sentOn: localDate(given.sentOn),
    })),
    assembliesOn: (file.assembliesOn ?? []).map((on) => localDate(on)),
    variablePayments: (file.variablePayments ?? []).map((given) => ({
      contractId: given.contract,
      assemblyOn: localDate(given.assemblyOn),
      paidOn: localDate(given.paidOn),
    })),
  }
}

function dayOf(given: string | null | undefined): LocalDate | undefined {
  return given ? localDate(given) : undefined
}

function listOf<Line extends z.ZodType>(line: Line) {
  return z.array(line, { error: wrongType('a-list') }).max(MOST_LINES, 'list-long')
}

/** An object that takes no other key. */
function part<Shape extends z.core.$ZodShape>(shape: Shape) {
  return z.strictObject(shape, { error: wrongType('an-object') })
}

function wrongType(wanted: string) {
  return (issue: { code?: string | undefined; input?: unknown }) => {
    if (issue.code === 'unrecognized_keys') return 'key-unknown'
    return issue.input === undefined ? 'missing' : `not-${wanted}`
  }
}

function oneOf({ input }: { input?: unknown }) {
  return input === undefined ? 'missing' : 'not-one-of'
}
