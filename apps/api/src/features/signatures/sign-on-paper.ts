import type { LocalDate } from '@terreau/domain/time/local-date'
import { dayInZone } from '@terreau/domain/time/zoned-day'
import { userIdOf } from '../../platform/context.ts'
import { storeFile } from '../../platform/files/store.ts'
import { mutation } from '../../platform/mutation.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import type { SafeFile } from '../../platform/uploads/inspect-upload.ts'
import { checkAct, moveRequest } from './move-request.ts'
import { recordAct } from './record-act.ts'
import { lockRequest } from './request-row.ts'
import { lastScan } from './scans.ts'
import { outcomeOf, signParty } from './sign-party.ts'

interface PaperInput {
  signatureId: string
  position: number
  signedOn: LocalDate
  file: SafeFile
}

/** Takes in the scan of a sheet that was signed by hand, outside of the tool. It counts once checked. */
export const receivePaper = mutation<PaperInput, undefined>({
  access: 'signature.manage',
  async run(tx, ctx, { signatureId, position, signedOn, file }) {
    const request = await lockRequest(tx, ctx, signatureId)
    const party = found(request.parties.find((each) => each.position === position))
    const act = { act: 'hand_in', party: position - 1 } as const
    checkAct(request, act)
    const openedOn = dayInZone(new Date(request.openedAt), ctx.zone)
    const isBefore = signedOn < openedOn && signedOn < ctx.today
    if (isBefore || signedOn > ctx.today || signedOn > request.expiresOn) {
      const errors = [{ pointer: '/query/signedOn', code: 'signature-day-wrong' }]
      throw new ProblemError('signature-day-wrong', undefined, errors)
    }
    const scan = await storeFile(tx, ctx, file)
    await moveRequest(tx, ctx, request, { act })
    const details = { position, route: 'paper', fileId: scan.id, signedOn } as const
    await recordAct(tx, ctx, request, 'handed_in', { ...details, typedName: party.printedName })
    return {
      value: undefined,
      audit: [
        {
          action: 'signature.paper-received',
          entity: { kind: 'signature', id: request.id },
          after: { party: position, signedOn, scanSha256: scan.sha256.toString('hex') },
        },
      ],
    }
  },
})

/** A second look: somebody else than who took the sheet in compares it with the document. */
export const checkPaper = mutation<
  { signatureId: string; isRight: boolean; reason: string },
  undefined
>({
  access: 'signature.manage',
  async run(tx, ctx, { signatureId, isRight, reason }) {
    const request = await lockRequest(tx, ctx, signatureId)
    const party = request.parties.find((each) => each.state === 'to_check')
    if (request.state !== 'waiting' || party === undefined)
      throw new ProblemError('signature-already-given')
    const { position } = party
    const scan = await lastScan(tx, ctx, request.id, position)
    if (scan.userId === userIdOf(ctx)) throw new ProblemError('signature-second-look')
    if (isRight) {
      const { fileId, signedOn } = scan
      const details = { route: 'paper', typedName: party.printedName, fileId, signedOn } as const
      return outcomeOf(await signParty(tx, ctx, request, { party, act: 'confirm', details }))
    }
    if (reason === '') {
      const errors = [{ pointer: '/body/reason', code: 'field-required' }]
      throw new ProblemError('request-invalid', undefined, errors)
    }
    await moveRequest(tx, ctx, request, { act: { act: 'send_back', party: position - 1 } })
    await recordAct(tx, ctx, request, 'sent_back', { position, route: 'paper', reason })
    const entity = { kind: 'signature', id: request.id }
    const after = { party: position, reason }
    return { value: undefined, audit: [{ action: 'signature.paper-sent-back', entity, after }] }
  },
})
