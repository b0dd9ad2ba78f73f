import { isPersonStage, type PersonStage } from '@terreau/domain/pipeline/stage'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { found } from '../../platform/problem-error.ts'

/** The stage of somebody who has a file, today, read from their contracts. */
export async function stageOf(tx: Tx, ctx: Context, personId: string): Promise<PersonStage> {
  const { rows } = await sql<{ stage: string }>`
    select terreau.person_stage(${ctx.cooperativeId}, ${personId}, ${ctx.today}::date) as stage`.execute(
    tx,
  )
  const { stage } = found(rows[0])
  if (!isPersonStage(stage)) throw new Error(`${stage} is no stage`)
  return stage
}
