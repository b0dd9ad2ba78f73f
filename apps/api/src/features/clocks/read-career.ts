import {
  type Career,
  type CareerContract,
  type Interview,
  NOTICE_EVENTS,
  NOTICE_RECIPIENTS,
  type Permit,
  type SentNotice,
} from '@terreau/domain/clocks/career'
import type { RecordedCheck } from '@terreau/domain/right-to-work/hire-checks'
import { lastDayOf } from '@terreau/domain/right-to-work/permit-dates'
import {
  isPermitKind,
  NOT_SALARIED_KINDS,
  permitRule,
} from '@terreau/domain/right-to-work/permit-kinds'
import { type LocalDate, laterOf, localDate } from '@terreau/domain/time/local-date'
import { yearMonth } from '@terreau/domain/time/year-month'
import { type CooperativeZone, dayInZone } from '@terreau/domain/time/zoned-day'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { fileIds } from '../../platform/own-person.ts'
import { hireChecksFor, isShownToday, recordedChecks } from './hire-checks.ts'

type Who = Pick<Context, 'cooperativeId' | 'zone'>

/** A contract with what the cooperative knows about its making. */
export interface KnownContract extends CareerContract {
  number: string
  /** Both have signed. */
  isActive: boolean
  /** Nobody concluded it here: its hire and its notices were the business of somebody else. */
  isFromElsewhere: boolean
  /** The day it was written here. */
  recordedOn: LocalDate
}

/** What the clocks of a person rest on. Contracts that were given up never took effect. */
export async function readCareer(
  tx: Tx,
  who: Who,
  personId: string,
): Promise<Omit<Career, 'contracts'> & { contracts: readonly KnownContract[] }> {
  const { cooperativeId } = who
  const { rows } = await sql<ContractRow>`
    select c.id, c.kind, c.number, c.state, c.starts_on, c.ends_on, c.ends_by_law, c.activity_id, c.sequence, c.renews_contract_id, c.gap_reason,
           c.associate_on, c.trial_ends_on, c.concluded_on, c.created_at, e.effective_on, e.term_on, h.declared_on
      from terreau.contract c
      left join terreau.contract_exit e on e.cooperative_id = c.cooperative_id and e.contract_id = c.id
      left join terreau.contract_hire_declaration h on h.cooperative_id = c.cooperative_id and h.contract_id = c.id
     where c.cooperative_id = ${cooperativeId} and c.person_id in ${fileIds(cooperativeId, personId)} and c.state <> 'cancelled'
     order by c.starts_on, c.id`.execute(tx)
  const ids = rows.map(({ id }) => id)
  const checks = await recordedChecks(tx, cooperativeId, personId)
  const contracts = []
  for (const row of rows) {
    const { startsOn } = row
    const known = await checksBefore(tx, cooperativeId, { startsOn, checks })
    contracts.push({ ...contractOf(row, who.zone), ...known })
  }
  return {
    contracts,
    suspensions: await suspensionsOf(tx, who, ids),
    notices: await noticesOf(tx, who, ids),
    interviews: await signedInterviewsOf(tx, who, personId),
    ...(await permitsOf(tx, who, personId)),
    ...(await variablePayOf(tx, who, rows)),
  }
}

/** The assemblies that approved the accounts, and when the balance was paid; a CAPE has none. */
async function variablePayOf(
  tx: Tx,
  { cooperativeId }: Who,
  contracts: readonly ContractRow[],
): Promise<Pick<Career, 'assembliesOn' | 'approvedYears' | 'variablePayments'>> {
  const ids = contracts.filter(({ kind }) => kind === 'CESA').map(({ id }) => id)
  if (ids.length === 0) return {}
  const assemblies = await tx
    .selectFrom('approvalAssembly')
    .select(['heldOn', 'firstMonth', 'lastMonth'])
    .where('cooperativeId', '=', cooperativeId)
    .execute()
  const paid = await tx
    .selectFrom('variablePaySettlement')
    .select(['contractId', 'assemblyOn', 'paidOn'])
    .where('cooperativeId', '=', cooperativeId)
    .where('contractId', 'in', ids)
    .execute()
  return {
    assembliesOn: assemblies.map(({ heldOn }) => localDate(heldOn)),
    approvedYears: assemblies.map(({ heldOn, firstMonth, lastMonth }) => ({
      assemblyOn: localDate(heldOn),
      firstMonth: yearMonth(firstMonth),
      lastMonth: yearMonth(lastMonth),
    })),
    variablePayments: paid.map(({ contractId, assemblyOn, paidOn }) => ({
      contractId,
      assemblyOn: localDate(assemblyOn),
      paidOn: localDate(paidOn),
    })),
  }
}

interface ContractRow {
  id: string
  kind: 'CAPE' | 'CESA'
  number: string
  state: string
  startsOn: string
  endsOn: string | null
  endsByLaw: boolean
  activityId: string
  sequence: number
  renewsContractId: string | null
  gapReason: string | null
  associateOn: string | null
  trialEndsOn: string | null
  concludedOn: string | null
  createdAt: Date
  effectiveOn: string | null
  termOn: string | null
  declaredOn: string | null
}

function contractOf(row: ContractRow, zone: CooperativeZone): KnownContract {
  const { id, kind, number, renewsContractId, gapReason } = row
  // The end that the law sets is what the clocks compute: it is not one of their terms.
  const term = row.effectiveOn === null ? (row.endsByLaw ? null : row.endsOn) : row.termOn
  const isActive = row.state === 'active'
  return {
    id,
    kind,
    number,
    isActive,
    isFromElsewhere: isActive && row.concludedOn === null,
    recordedOn: dayInZone(row.createdAt, zone),
    startsOn: localDate(row.startsOn),
    endsOn: dayOf(term),
    endedOn: dayOf(row.effectiveOn),
    signedOn: dayOf(row.concludedOn),
    associateOn: dayOf(row.associateOn),
    isAssociateUnknown: row.concludedOn === null && !row.endsByLaw,
    trialEndsOn: dayOf(row.trialEndsOn) ?? null,
    declaredOn: dayOf(row.declaredOn),
    activity: row.activityId,
    // What was renewed elsewhere counts too, though its contracts are not all written here.
    sequence: kind === 'CAPE' ? row.sequence : undefined,
    renewalOf: renewsContractId ?? undefined,
    gapReason: gapReason ?? undefined,
  }
}

async function suspensionsOf(tx: Tx, { cooperativeId }: Who, contractIds: readonly string[]) {
  if (contractIds.length === 0) return []
  const rows = await tx
    .selectFrom('contractSuspension')
    .select(['contractId', 'startsOn', 'endsOn', 'reason'])
    .where('cooperativeId', '=', cooperativeId)
    .where('contractId', 'in', [...contractIds])
    .where('cancelledAt', 'is', null)
    .execute()
  return rows.map((row) => ({
    contractId: row.contractId,
    reason: row.reason,
    startsOn: localDate(row.startsOn),
    endsOn: dayOf(row.endsOn),
  }))
}

async function noticesOf(
  tx: Tx,
  { cooperativeId }: Who,
  contractIds: readonly string[],
): Promise<SentNotice[]> {
  if (contractIds.length === 0) return []
  const rows = await tx
    .selectFrom('contractNotice')
    .select(['contractId', 'event', 'body', 'sentOn'])
    .where('cooperativeId', '=', cooperativeId)
    .where('contractId', 'in', [...contractIds])
    .execute()
  return rows.flatMap((row) => {
    const recipient = NOTICE_RECIPIENTS.find((name) => name === row.body.replaceAll('_', '-'))
    const event = NOTICE_EVENTS.find((name) => name === row.event.replaceAll('_', '-'))
    if (recipient === undefined || event === undefined) return []
    return [{ contractId: row.contractId, recipient, event, sentOn: localDate(row.sentOn) }]
  })
}

/** Interviews whose report both have signed. The CESA that covers the day is the one they count for. */
async function signedInterviewsOf(
  tx: Tx,
  { cooperativeId }: Who,
  personId: string,
): Promise<Interview[]> {
  const rows = await tx
    .selectFrom('supportInterview')
    .select(['heldOn', 'signedOn'])
    .where('cooperativeId', '=', cooperativeId)
    .where('personId', 'in', fileIds(cooperativeId, personId))
    .where('state', '=', 'signed')
    .execute()
  return rows.flatMap(({ heldOn, signedOn }) =>
    heldOn === null ? [] : [{ on: localDate(heldOn), signedOn: dayOf(signedOn) }],
  )
}

/** The paper that the person shows today: whether it is a permit, whether it closes salaried work, when it ends. */
async function permitsOf(
  tx: Tx,
  { cooperativeId }: Who,
  personId: string,
): Promise<{ permits: Permit[]; isPermitHeld: boolean; isSalariedClosed: boolean }> {
  const { rows } = await sql<{
    id: string
    kind: string
    validFrom: string | null
    validUntil: string | null
    moved: string[]
  }>`
    select p.id, p.kind, p.valid_from, p.valid_until,
           array(select l.until::text from terreau.permit_prolongation l
                  where l.cooperative_id = p.cooperative_id and l.permit_id = p.id) as moved
      from terreau.permit p
     where p.cooperative_id = ${cooperativeId} and p.person_id in ${fileIds(cooperativeId, personId)} and ${isShownToday(cooperativeId)}`.execute(
    tx,
  )
  const held = rows.filter(({ kind }) => !isPermitKind(kind) || permitRule(kind).isPermit)
  const permits = held.flatMap(({ id, kind, validFrom, validUntil, moved }) => {
    const endsOn = lastDayOf(dayOf(validUntil) ?? null, moved.map(localDate))
    return endsOn === null ? [] : [{ id, kind, startsOn: dayOf(validFrom), endsOn }]
  })
  const isSalariedClosed = held.some(({ kind }) => NOT_SALARIED_KINDS.some((one) => one === kind))
  return { permits, isPermitHeld: held.length > 0, isSalariedClosed }
}

/** The request that counts, or the declaration of a student instead (R5221-27), and what spares it. */
async function checksBefore(
  tx: Tx,
  cooperativeId: string,
  { startsOn, checks }: { startsOn: string; checks: readonly RecordedCheck[] },
): Promise<Pick<CareerContract, 'permitCheckOn' | 'jobSeekerProofOn'>> {
  const on = localDate(startsOn)
  const known = await hireChecksFor(tx, cooperativeId, { on, checks })
  const { prefecture, studentDeclaredOn, jobSeekerProofOn } = known
  const asked = [prefecture?.askedOn, studentDeclaredOn].flatMap((day) => day ?? [])
  return {
    permitCheckOn: asked.length === 0 ? undefined : asked.reduce(laterOf),
    jobSeekerProofOn: jobSeekerProofOn ?? undefined,
  }
}

function dayOf(text: string | null): LocalDate | undefined {
  return text === null ? undefined : localDate(text)
}
