import { departmentOf } from '@terreau/domain/right-to-work/department'
import {
  type ContractKind,
  type PermitFacts,
  type Point,
  type RightToWork,
  rightToWork,
} from '@terreau/domain/right-to-work/right-to-work'
import {
  type DecisionTaken,
  forbidden,
  openArticles,
  prefectureFirst,
  type WorkStop,
  workStop,
} from '@terreau/domain/right-to-work/work-stop'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { fileIds } from '../../platform/own-person.ts'
import { hireChecksFor, recordedChecks } from '../clocks/index.ts'
import { dateOrNull, type PermitRow, permitRows } from './permits.ts'

export interface RightToWorkFor extends RightToWork {
  /** What a person decided for this kind of contract and this paper; null: nobody did. */
  decision: WorkDecision | null
  /** Why nothing may be sent to sign; null: nothing stops it. */
  stop: WorkStop | null
  /** The step with the préfet that no decision replaces before a hire; null: none is left. */
  prefectureFirst: Point | null
  /** The plain no that no decision lifts before a contract; null: none is left. */
  forbidden: Point | null
  /** The articles of the reasons that are open. */
  articles: string
}

interface WorkDecision {
  decision: 'may_work' | 'may_not_work'
  reason: string
  decidedBy: string
  decidedAt: string
}

export interface AskedFor {
  personId: string
  contractKind: ContractKind
  on: LocalDate
}

/**
 * Whether a person may work under a kind of contract on a day: yes, no or to check, with the rule and the
 * article of each line (docs/rules/right-to-work.md). It decides nothing: it says whether a decision of a
 * person is on record.
 */
export async function rightToWorkFor(
  tx: Tx,
  ctx: Pick<Context, 'cooperativeId'>,
  asked: AskedFor,
): Promise<RightToWorkFor> {
  const [permit] = await permitRows(tx, ctx.cooperativeId, asked.personId)
  const current = permit?.replacedAt === null ? permit : undefined
  const checks = await recordedChecks(tx, ctx.cooperativeId, asked.personId)
  const found = rightToWork({
    contract: asked.contractKind,
    on: asked.on,
    permit: current === undefined ? null : permitFacts(current),
    checks: await hireChecksFor(tx, ctx.cooperativeId, { on: asked.on, checks }),
    department: await seatDepartment(tx, ctx.cooperativeId),
  })
  const decided = await decisionOn(tx, ctx.cooperativeId, asked, current)
  const hired = { isHired: await isHired(tx, ctx.cooperativeId, asked) }
  return {
    ...found,
    decision: decided?.view ?? null,
    stop: workStop(found, { on: asked.on, decision: decided?.taken ?? null, ...hired }),
    prefectureFirst: prefectureFirst(found, hired),
    forbidden: forbidden(found, hired),
    articles: openArticles(found),
  }
}

/** Whether a CESA of the person runs on that day: the hire is done, the question is to keep the person. */
async function isHired(tx: Tx, cooperativeId: string, asked: AskedFor): Promise<boolean> {
  if (asked.contractKind !== 'CESA') return false
  const running = await tx
    .selectFrom('contract')
    .select('id')
    .where('cooperativeId', '=', cooperativeId)
    .where('personId', 'in', fileIds(cooperativeId, asked.personId))
    .where('kind', '=', 'CESA')
    .where('state', '=', 'active')
    .where('startsOn', '<=', asked.on)
    .where((eb) => eb.or([eb('endsOn', 'is', null), eb('endsOn', '>=', asked.on)]))
    .limit(1)
    .executeTakeFirst()
  return running !== undefined
}

/** The department of the seat, whose préfet is asked (R5221-41) and whose holidays count. */
export async function seatDepartment(tx: Tx, cooperativeId: string): Promise<string> {
  const { seatAddress } = await tx
    .selectFrom('cooperative')
    .select('seatAddress')
    .where('id', '=', cooperativeId)
    .executeTakeFirstOrThrow()
  return departmentOf(seatAddress)
}

function permitFacts(row: PermitRow): PermitFacts {
  const from = dateOrNull(row.authorisedFrom)
  return {
    kind: row.kind,
    validFrom: row.validFrom,
    validUntil: row.lastDay,
    hasSeenOriginal: row.originalSeenOn !== null,
    authorisation: from === null ? null : { from, until: dateOrNull(row.authorisedUntil) },
  }
}

/** The last decision on the paper and the last day that it read: either new, nobody has decided. */
async function decisionOn(
  tx: Tx,
  cooperativeId: string,
  asked: AskedFor,
  permit: PermitRow | undefined,
): Promise<{ view: WorkDecision; taken: DecisionTaken } | null> {
  const row = await tx
    .selectFrom('workDecision as w')
    .innerJoin('appUser as u', 'u.id', 'w.decidedBy')
    .select(['w.decision', 'w.reason', 'w.decidedAt', 'w.askedOn', 'w.openPoints'])
    .select('u.displayName as decidedBy')
    .where('w.cooperativeId', '=', cooperativeId)
    .where('w.personId', 'in', fileIds(cooperativeId, asked.personId))
    .where('w.contractKind', '=', asked.contractKind)
    .where('w.permitId', permit === undefined ? 'is' : '=', permit?.id ?? null)
    .where((eb) => eb('w.paperUntil', 'is not distinct from', permit?.lastDay ?? null))
    .orderBy('w.decidedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return null
  const decision = row.decision === 'may_work' ? 'may_work' : 'may_not_work'
  const { reason, decidedBy, openPoints } = row
  const paper = permit === undefined ? null : { until: permit.lastDay }
  return {
    view: { decision, reason, decidedBy, decidedAt: row.decidedAt.toISOString() },
    taken: { decision, openPoints, askedOn: localDate(row.askedOn), paper },
  }
}

export function answerOf(text: string | null): 'authentic' | 'refused' | 'no_answer' | null {
  return text === 'authentic' || text === 'refused' || text === 'no_answer' ? text : null
}
