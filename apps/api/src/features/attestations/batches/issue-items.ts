import { type BatchKind, canHoldCopy, isBatchKind } from '@terreau/domain/attestations/kinds'
import { yearMonth } from '@terreau/domain/time/year-month'
import type { BatchReason } from '@terreau/protocol/attestation-batches'
import type { Locale } from '@terreau/protocol/codecs'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { announce } from '../../../platform/live-events.ts'
import { mutation } from '../../../platform/mutation.ts'
import { found } from '../../../platform/problem-error.ts'
import { type Gathered, gatherFactsOf } from '../gather-facts.ts'
import { type IssuedAttestation, issueAttestations } from '../issue-attestation.ts'
import { batchCounts, batchTopic } from './progress.ts'

const keptVersions = z.object({ fr: z.int().optional(), en: z.int().optional() })

interface Some {
  batchId: string
  personIds: readonly string[]
}

/** Who still waits in a batch, the first ones by name: numbers then run as the list does. */
export async function waitingPeople(
  tx: Tx,
  cooperativeId: string,
  batchId: string,
  limit: number,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('attestationBatchItem as i')
    .innerJoin('person as p', (join) =>
      join.onRef('p.cooperativeId', '=', 'i.cooperativeId').onRef('p.id', '=', 'i.personId'),
    )
    .select('i.personId')
    .where('i.cooperativeId', '=', cooperativeId)
    .where('i.batchId', '=', batchId)
    .where('i.state', '=', 'waiting')
    .orderBy('p.searchName')
    .orderBy('i.personId')
    .limit(limit)
    .execute()
  return rows.map((row) => row.personId)
}

/** Issues for those of these people who still wait: the same job twice finds nobody the second time. */
export const issueItems = mutation<Some, void>({
  access: 'system',
  async run(tx, ctx, { batchId, personIds }) {
    const batch = found(await readBatch(tx, ctx, batchId))
    const waiting = await lockWaiting(tx, ctx, { batchId, personIds })
    const gathered = await gatherFactsOf(tx, ctx, {
      kind: batch.kind,
      months: batch.months.map(yearMonth),
      isProvisional: false,
      personIds: waiting,
    })
    const ready = waiting.flatMap((personId) => {
      const facts = gathered.get(personId)
      if (facts === undefined || facts.content === null) return []
      const { content, contractId, parties } = facts
      const language = languageOf(batch.kind, batch.locale, parties.locale)
      return [{ personId, content, contractId, parties, ...language }]
    })
    const missing = waiting
      .filter((id) => !ready.some(({ personId }) => personId === id))
      .map((personId) => ({ personId, reasons: reasonsOf(gathered.get(personId)) }))
    const issued = await issueAttestations(tx, ctx, ready, {
      issuedBy: batch.createdBy,
      sendsMails: batch.sendsMails,
      textVersions: batch.textVersions,
    })
    await markItems(tx, ctx, batchId, { issued, missing })
    const counts = await batchCounts(tx, ctx.cooperativeId, batchId)
    await announce(tx, ctx.cooperativeId, batchTopic(batchId), counts)
    const [first, ...rest] = [
      ...issued.map(({ audit }) => audit),
      ...missing.map((one) => failedEntry(batchId, one)),
    ]
    return {
      value: undefined,
      audit: first === undefined ? 'unchanged' : [first, ...rest],
      jobs: issued.flatMap(({ jobs }) => jobs),
    }
  },
})

/** Says of a person whose certificate could not be made, alone, that it failed. */
export const failItem = mutation<{ batchId: string; personId: string }, void>({
  access: 'system',
  async run(tx, ctx, { batchId, personId }) {
    const missing = [{ personId, reasons: [{ code: 'not-drawn', month: null }] as const }]
    await markItems(tx, ctx, batchId, { issued: [], missing })
    const counts = await batchCounts(tx, ctx.cooperativeId, batchId)
    await announce(tx, ctx.cooperativeId, batchTopic(batchId), counts)
    return {
      value: undefined,
      audit: [failedEntry(batchId, { personId, reasons: missing[0]?.reasons ?? [] })],
    }
  },
})

/**
 * The language that was chosen for all, or each person's own. Who reads English gets the French text with it
 * where a copy can be had: it is the one that an office in France takes.
 */
function languageOf(
  kind: BatchKind,
  chosen: string | null,
  own: Locale,
): { locale: Locale; copy?: 'en' } {
  if (chosen === 'fr' || chosen === 'en') return { locale: chosen }
  return own === 'en' && canHoldCopy(kind) ? { locale: 'fr', copy: 'en' } : { locale: own }
}

async function readBatch(tx: Tx, ctx: Context, batchId: string) {
  const row = await tx
    .selectFrom('attestationBatch')
    .select(['kind', 'months', 'locale', 'sendsMails', 'createdBy', 'textVersions'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', batchId)
    .executeTakeFirst()
  if (row === undefined) return null
  const textVersions = keptVersions.nullable().parse(row.textVersions)
  return { ...row, kind: batchKindOf(row.kind), textVersions }
}

async function lockWaiting(tx: Tx, ctx: Context, { batchId, personIds }: Some): Promise<string[]> {
  if (personIds.length === 0) return []
  const rows = await tx
    .selectFrom('attestationBatchItem')
    .select('personId')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('batchId', '=', batchId)
    .where('personId', 'in', [...personIds])
    .where('state', '=', 'waiting')
    .orderBy('personId')
    .forUpdate()
    .execute()
  const locked = new Set(rows.map((row) => row.personId))
  return personIds.filter((id) => locked.has(id))
}

interface Missing {
  personId: string
  reasons: readonly BatchReason[]
}

/** Codes and months only: the texts that cannot be printed are names, and stay where they are. */
function reasonsOf(facts: Gathered | undefined): BatchReason[] {
  const blocking = facts?.missing.filter((gap) => gap.isBlocking) ?? []
  return blocking.map(({ code, month }) => ({ code, month }))
}

async function markItems(
  tx: Tx,
  ctx: Context,
  batchId: string,
  done: { issued: readonly IssuedAttestation[]; missing: readonly Missing[] },
): Promise<void> {
  const rows = [
    ...done.issued.map(({ personId, id }) => ({
      person_id: personId,
      state: 'issued',
      attestation_id: id,
      reasons: [],
    })),
    ...done.missing.map(({ personId, reasons }) => ({
      person_id: personId,
      state: 'failed',
      attestation_id: null,
      reasons,
    })),
  ]
  if (rows.length === 0) return
  await sql`
    update terreau.attestation_batch_item i
       set state = r.state, attestation_id = r.attestation_id, reasons = r.reasons
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(person_id uuid, state text, attestation_id uuid, reasons jsonb)
     where i.cooperative_id = ${ctx.cooperativeId} and i.batch_id = ${batchId}
       and i.person_id = r.person_id and i.state = 'waiting'`.execute(tx)
}

function failedEntry(batchId: string, { personId, reasons }: Missing) {
  return {
    action: 'attestation-batch.item-failed' as const,
    entity: { kind: 'attestation-batch', id: batchId },
    after: { personId, reasons: reasons.map(({ code }) => code) },
  }
}

/** The table's own check constraint holds the list. */
export function batchKindOf(text: string): BatchKind {
  if (isBatchKind(text)) return text
  throw new Error(`no batch of ${text}`)
}
