import { canAny } from '@terreau/domain/access/permissions'
import { sql } from 'kysely'
import { type Context, userIdOf } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { ownPersonIds } from '../../platform/own-person.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { handScreenOver } from '../access/index.ts'
import { checkSigning, sendSigningCode, signWithCode } from './code-signature.ts'
import { recordAct } from './record-act.ts'
import { lockRequest, type PartyRow, type RequestRow } from './request-row.ts'
import { addressOf } from './signer-address.ts'
import { newSigningCode } from './signing-code.ts'

/**
 * A code for a person who signs on a screen of the cooperative. It goes to the person, and to the address
 * that the file had when the document was sent: staff alone never hold what signs for somebody.
 */
export const requestOfficeCode = mutation<
  { signatureId: string; position: number },
  { email: string; expiresAt: string }
>({
  access: 'signature.manage',
  async run(tx, ctx, { signatureId, position }) {
    const { request, party } = await inOffice(tx, ctx, signatureId, position)
    return sendSigningCode(tx, ctx, { request, party, route: 'office' })
  },
})

/**
 * A code for a person without an e-mail address, shown once to a second member of staff who has the person
 * before them and tells it to them. Whoever holds the screen as witness cannot be the one who gave it.
 */
export const giveOfficeCode = mutation<
  { signatureId: string; position: number },
  { code: string; expiresAt: string }
>({
  access: 'signature.manage',
  async run(tx, ctx, { signatureId, position }) {
    const { request, party } = await inOffice(tx, ctx, signatureId, position)
    checkSigning(ctx, request, party)
    const { to } = await addressOf(tx, ctx, found(party.personId))
    if (to.address !== '') throw new ProblemError('person-has-email')
    const { documentSha256 } = request
    const scope = { requestId: request.id, position, route: 'office', documentSha256 } as const
    const handedBy = userIdOf(ctx)
    const sentTo = ctx.actor.kind === 'person' ? ctx.actor.displayName : ''
    const made = await newSigningCode(tx, ctx, { ...scope, sentTo, handedBy })
    if (made === null) throw new ProblemError('too-many-attempts', { minutes: 60 })
    await recordAct(tx, ctx, request, 'code_sent', { position, route: 'office', codeId: made.id })
    const entity = { kind: 'signature', id: request.id }
    return {
      value: { code: made.code, expiresAt: made.expiresAt.toISOString() },
      audit: [{ action: 'signature.code-given', entity, after: { party: position } }],
    }
  },
})

interface Handover {
  signatureId: string
  position: number
  reason: string
  code: string
}

/**
 * Staff give their screen to the person in turn. The session behind it then opens this signature and nothing
 * else, whatever address is typed, until the code is.
 */
export const handOver = mutation<Handover, undefined>({
  access: 'signature.manage',
  async run(tx, ctx, { signatureId, ...given }) {
    const { request, party } = await inOffice(tx, ctx, signatureId, given.position)
    checkSigning(ctx, request, party)
    await handScreenOver(tx, ctx, { signatureId, ...given })
    const entity = { kind: 'signature', id: signatureId }
    const after = { party: given.position, reason: given.reason }
    return { value: undefined, audit: [{ action: 'signature.screen-handed', entity, after }] }
  },
})

interface OfficeSignature {
  signatureId: string
  position: number
  typedName: string
  code: string
  documentSha256: string
}

/**
 * The person signs in the office, on the screen that was handed to them: a session that still opens the whole
 * product is in the hands of staff, who sign for nobody. Whoever is signed in is the witness, and is named as such.
 */
export const signInOffice = mutation<OfficeSignature, undefined>({
  access: 'signature.manage',
  async run(tx, ctx, { signatureId, position, ...given }) {
    const { request, party } = await inOffice(tx, ctx, signatureId, position)
    const handed = ctx.actor.kind === 'person' ? ctx.actor.handed : undefined
    if (handed === undefined) throw new ProblemError('screen-not-handed-over')
    // What staff wrote before the person held the screen.
    const witness = { userId: userIdOf(ctx), reason: handed.reason }
    return signWithCode(tx, ctx, { request, party, route: 'office', witness, ...given })
  },
})

async function inOffice(tx: Tx, ctx: Context, signatureId: string, position: number) {
  const request = await lockRequest(tx, ctx, signatureId)
  const handed = ctx.actor.kind === 'person' ? ctx.actor.handed : undefined
  if (handed !== undefined && handed.position !== position)
    throw new ProblemError('screen-handed-over')
  const isThis = (each: PartyRow) => each.position === position && each.personId !== null
  const party = found(request.parties.find(isThis))
  // A witness cannot be the person themselves, who has the phone route.
  if (ownPersonIds(ctx).includes(found(party.personId))) throw new ProblemError('forbidden')
  // Without a mail server, codes are read on the page of messages: whoever may open it holds them.
  const hasAddress = (await addressOf(tx, ctx, found(party.personId))).to.address !== ''
  const isReader = hasAddress && ctx.actor.kind === 'person' && canAny(ctx.actor.roles, 'mail.read')
  if (isReader && !ctx.services.mailer.isSmtpConfigured)
    throw new ProblemError('signature-code-readable')
  if (await hasNewAddress(tx, ctx, request, party))
    throw new ProblemError('signature-address-changed')
  return { request, party }
}

async function hasNewAddress(
  tx: Tx,
  ctx: Context,
  request: RequestRow,
  party: PartyRow,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from terreau.audit_entry a
     where a.cooperative_id = ${ctx.cooperativeId} and a.entity_kind = 'person'
       and a.entity_id = ${party.personId} and a.action = 'person.edited'
       and a.at > ${request.openedAt} and a.after -> 'fields' ? 'email'
     limit 1`.execute(tx)
  return rows.length > 0
}
