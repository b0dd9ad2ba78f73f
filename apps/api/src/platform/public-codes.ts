import type { CooperativeZone } from '@terreau/domain/time/zoned-day'
import { sql } from 'kysely'
import type { Context } from './context.ts'
import type { Tx } from './db/transaction.ts'
import { sha256 } from './secrets.ts'

export type CodePurpose =
  | 'attestation_short'
  | 'attestation_long'
  | 'attestation_file'
  | 'tutoring_confirmation'
  | 'tutoring_confirmation_mailed'
  | 'tutor_badge'
  | 'tutoring_agreement'
  | 'tutoring_agreement_mailed'
  | 'exit_survey'
  | 'exit_survey_mailed'

export interface PublicCode {
  purpose: CodePurpose
  cooperativeId: string
  targetId: string
  /** Who holds the code, when it matters (the person asked to confirm). */
  partyId: string | null
  expiresAt: Date | null
  /** On whose clocks its days begin. */
  zone: CooperativeZone
}

export interface NewPublicCode {
  text: string
  purpose: CodePurpose
  targetId: string
  partyId?: string
  expiresAt?: Date
}

/** Makes a code known to visitors. Only its hash is kept, so the table opens nothing to who reads it. */
export async function registerPublicCode(tx: Tx, ctx: Context, code: NewPublicCode): Promise<void> {
  if (!(await claimPublicCode(tx, ctx, code))) throw new Error('this code is taken already')
}

/** The same, for codes short enough to be drawn twice: false when the code is taken already. */
export async function claimPublicCode(tx: Tx, ctx: Context, code: NewPublicCode): Promise<boolean> {
  return (await claimPublicCodes(tx, ctx, [code])).length === 1
}

/** The same, for many at once: those that were free. */
export async function claimPublicCodes(
  tx: Tx,
  ctx: Context,
  codes: readonly NewPublicCode[],
): Promise<NewPublicCode[]> {
  if (codes.length === 0) return []
  const hashed = codes.map((code) => ({ code, hash: sha256(code.text) }))
  const inserted = await tx
    .insertInto('publicCode')
    .values(
      hashed.map(({ code, hash }) => ({
        codeHash: hash,
        purpose: code.purpose,
        cooperativeId: ctx.cooperativeId,
        targetId: code.targetId,
        partyId: code.partyId ?? null,
        expiresAt: code.expiresAt ?? null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('codeHash')
    .execute()
  const claimed = new Set(inserted.map((row) => row.codeHash.toString('hex')))
  return hashed.filter(({ hash }) => claimed.has(hash.toString('hex'))).map(({ code }) => code)
}

/**
 * What a visitor's code is for. From here on this transaction sees the cooperative of the code, and only
 * that; the caller must check the purpose and the expiry. Undefined: nobody gave this code.
 */
export async function openPublicCode(tx: Tx, text: string): Promise<PublicCode | undefined> {
  const { rows } = await sql<PublicCode>`select c.*, terreau.zone_of(c.cooperative_id) as zone
      from terreau.open_public_code(${sha256(text)}) c`.execute(tx)
  return rows[0]
}
