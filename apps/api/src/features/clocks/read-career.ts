import {
  type Career,
  type CareerContract,
  NOTICE_EVENTS,
  NOTICE_RECIPIENTS,
  type SentNotice,
} from '@terreau/domain/clocks/career'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'

type Who = Pick<Context, 'cooperativeId'>

/** A contract with what the cooperative knows about its making. */
export interface KnownContract extends CareerContract {
  number: string
  /** Both have signed. */
  isActive: boolean
  /** Nobody concluded it here: its hire and its notices were the business of somebody else. */
  isFromElsewhere: boolean
}

/** What the clocks of a person rest on. Contracts that were given up never took effect. */
export async function readCareer(
  tx: Tx,
  who: Who,
  personId: string,
): Promise<Omit<Career, 'contracts'> & { contracts: readonly KnownContract[] }> {
  const { cooperativeId } = who
  const { rows } = await sql<ContractRow>`
    select c.id, c.kind, c.number, c.state, c.starts_on, c.ends_on, c.ends_by_law, c.renews_contract_id, c.gap_reason,
           c.associate_on, c.trial_ends_on, c.concluded_on, e.effective_on, e.term_on, h.declared_on
      from terreau.contract c
      left join terreau.contract_exit e on e.cooperative_id = c.cooperative_id and e.contract_id = c.id
      left join terreau.contract_hire_declaration h on h.cooperative_id = c.cooperative_id and h.contract_id = c.id
     where c.cooperative_id = ${cooperativeId} and c.person_id = ${personId} and c.state <> 'cancelled'
     order by c.starts_on, c.id`.execute(tx)
  const ids = rows.map(({ id }) => id)
  return {
    contracts: rows.map(contractOf),
    suspensions: await suspensionsOf(tx, who, ids),
    notices: await noticesOf(tx, who, ids),
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
  renewsContractId: string | null
  gapReason: string | null
  associateOn: string | null
  trialEndsOn: string | null
  concludedOn: string | null
  effectiveOn: string | null
  termOn: string | null
  declaredOn: string | null
}

function contractOf(row: ContractRow): KnownContract {
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
    startsOn: localDate(row.startsOn),
    endsOn: dayOf(term),
    endedOn: dayOf(row.effectiveOn),
    signedOn: dayOf(row.concludedOn),
    associateOn: dayOf(row.associateOn),
    trialEndsOn: dayOf(row.trialEndsOn) ?? null,
    declaredOn: dayOf(row.declaredOn),
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

function dayOf(text: string | null): LocalDate | undefined {
  return text === null ? undefined : localDate(text)
}
