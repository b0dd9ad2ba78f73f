import { isSignerName } from '@terreau/domain/signatures/signer-name'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import type { Outcome } from '../../platform/mutation.ts'
import { ownPersonIds } from '../../platform/own-person.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { checkAct } from './move-request.ts'
import { recordAct } from './record-act.ts'
import type { PartyRow, RequestRow } from './request-row.ts'
import { outcomeOf, signParty } from './sign-party.ts'
import { addressOf } from './signer-address.ts'
import { newSigningCode, useSigningCode } from './signing-code.ts'

type CodeRoute = 'phone' | 'office'

/** The party that whoever is signed in is in a request; 404 when they are none: nobody learns that it exists. */
export function ownParty(ctx: Context, request: RequestRow): PartyRow {
  const own = ownPersonIds(ctx)
  const isParty = (party: PartyRow) => party.personId !== null && own.includes(party.personId)
  return found(request.parties.find(isParty))
}

/** Mails the person a code that signs the document as it is now, on this route, and nothing else. */
export async function sendSigningCode(
  tx: Tx,
  ctx: Context,
  of: { request: RequestRow; party: PartyRow; route: CodeRoute },
): Promise<Outcome<{ email: string; expiresAt: string }>> {
  const { request, party, route } = of
  checkSigning(ctx, request, party)
  const { to, greeted, cooperative } = await addressOf(tx, ctx, found(party.personId))
  if (to.address === '') throw new ProblemError('person-has-no-email')
  const scope = { requestId: request.id, position: party.position, route }
  const { documentSha256 } = request
  const made = await newSigningCode(tx, ctx, { ...scope, documentSha256, sentTo: to.address })
  if (made === null) throw new ProblemError('too-many-attempts', { minutes: 60 })
  const params = {
    name: greeted,
    title: request.title,
    code: made.code,
    cooperative,
  }
  const mail = await queueMail(tx, ctx, { template: 'signing-code', params, to })
  const { position } = party
  await recordAct(tx, ctx, request, 'code_sent', { position, route, codeId: made.id })
  return {
    value: { email: to.address, expiresAt: made.expiresAt.toISOString() },
    audit: [
      {
        action: 'signature.code-sent',
        entity: { kind: 'signature', id: request.id },
        after: { party: position, route, mailId: mail.mailId },
      },
    ],
    jobs: [mail],
  }
}

export interface CodeSignature {
  request: RequestRow
  party: PartyRow
  route: CodeRoute
  typedName: string
  code: string
  /** Hexadecimal, of what the signer was shown. */
  documentSha256: string
  /** For a signature in the office. */
  witness?: { userId: string; reason: string }
}

/**
 * A person signs with their name, the code that their own address received, and the fingerprint of the
 * very document they were shown. A wrong code counts even though the request is refused.
 */
export async function signWithCode(
  tx: Tx,
  ctx: Context,
  { request, party, route, ...given }: CodeSignature,
): Promise<Outcome<undefined>> {
  checkSigning(ctx, request, party)
  checkShown(request, given.documentSha256)
  if (!isSignerName(given.typedName, party.printedName))
    throw refusedField('signing-name-differs', '/body/typedName')
  const { position } = party
  const { documentSha256 } = request
  const scope = { requestId: request.id, position, route, documentSha256 }
  const use = await useSigningCode(tx, ctx, { ...scope, code: given.code })
  if (use.result !== 'right') {
    await recordAct(tx, ctx, request, 'code_refused', { position, route })
    return refusedCode(request.id, use.result)
  }
  const { witness } = given
  // One person alone would hold all that signs for somebody.
  if (use.handedBy !== null && use.handedBy === witness?.userId)
    throw new ProblemError('signature-code-own')
  const effects = await signParty(tx, ctx, request, {
    party,
    act: 'sign',
    details: {
      route,
      typedName: given.typedName,
      codeId: use.codeId,
      ...(witness && { witnessId: witness.userId, reason: witness.reason }),
    },
  })
  return outcomeOf(effects)
}

/** Refuses a party that is not in turn, and a document whose last day is past. */
export function checkSigning(ctx: Context, request: RequestRow, party: PartyRow): void {
  checkAct(request, { act: 'sign', party: party.position - 1 })
  if (request.expiresOn < ctx.today)
    throw new ProblemError('signature-expired', { until: request.expiresOn })
}

/** What was shown is what is signed. */
export function checkShown(request: RequestRow, documentSha256: string): void {
  if (request.documentSha256.toString('hex') !== documentSha256)
    throw new ProblemError('document-changed')
}

function refusedCode(requestId: string, result: 'wrong' | 'exhausted'): Outcome<undefined> {
  return {
    value: undefined,
    audit: [
      {
        action: 'signature.code-refused',
        entity: { kind: 'signature', id: requestId },
        after: { result },
      },
    ],
    refusal:
      result === 'wrong'
        ? refusedField('signing-code-wrong', '/body/code')
        : new ProblemError('too-many-attempts'),
  }
}

function refusedField(
  code: 'signing-code-wrong' | 'signing-name-differs',
  pointer: string,
): ProblemError {
  return new ProblemError(code, undefined, [{ pointer, code }])
}
