import {
  type DueNotice,
  dueNotices,
  type NoticeBody,
  type NoticeEvent,
} from '@terreau/domain/contracts/notices'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { documentModel } from '@terreau/pdf/document-kinds'
import { type CapeNoticeFacts, capeNoticeText } from '@terreau/pdf/documents/cape-notice/model'
import type { contractLifeEndpoints } from '@terreau/protocol/contract-life'
import type { HandlerOutput } from '@terreau/protocol/endpoint'
import { type Context, userIdOf } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import type { FileAnswer } from '../../../platform/http/mount.ts'
import { mutation } from '../../../platform/mutation.ts'
import { found, ProblemError } from '../../../platform/problem-error.ts'
import { refreshClocks } from '../../clocks/index.ts'
import {
  logoOf,
  type PrintedCooperative,
  printedCooperative,
  settingOn,
} from '../../settings/index.ts'
import { sequenceOf } from '../contract-facts.ts'
import { printedPerson } from '../printed-person.ts'
import { keepProof, type Proof, refuseFuture } from './keep-file.ts'
import { type LivingContract, livingContract, lockLiving } from './living-contract.ts'

type NoticeView = HandlerOutput<(typeof contractLifeEndpoints)[0]>['notices'][number]

/** R5142-1 says "dès la conclusion"; without a decision of the cooperative, three days are an alarm. */
const DEFAULT_ALERT_DAYS = 3

export interface NoticeKey {
  contractId: string
  event: NoticeEvent
  recipient: NoticeBody
}

/** The notices that a contract owes, with what was sent and what each letter says. */
export async function noticeViews(
  tx: Tx,
  ctx: Context,
  contract: LivingContract,
): Promise<NoticeView[]> {
  const due = await dueOf(tx, ctx, contract)
  if (due.length === 0) return []
  const issuer = await printedCooperative(tx, ctx.cooperativeId)
  const sent = await tx
    .selectFrom('contractNotice as n')
    .leftJoin('appUser as u', 'u.id', 'n.recordedBy')
    .select(['n.event', 'n.body', 'n.sentOn', 'n.fileId', 'u.displayName as who'])
    .where('n.cooperativeId', '=', ctx.cooperativeId)
    .where('n.contractId', '=', contract.id)
    .execute()
  return due.map((notice) => {
    const { event, body: recipient, since, alertAfter } = notice
    const row = sent.find((each) => each.event === event && each.body === recipient)
    const { subject, text } = capeNoticeText(letterFacts(contract, issuer, notice, ctx.today), 'fr')
    return {
      event,
      recipient,
      since,
      alertAfter,
      isLate: row === undefined && ctx.today > alertAfter,
      subject,
      text,
      sent: row ? { on: localDate(row.sentOn), fileId: row.fileId, who: row.who } : null,
    }
  })
}

/** The letter to one body, as a PDF to print or to join to a mail. */
export async function noticeLetter(tx: Tx, ctx: Context, key: NoticeKey): Promise<FileAnswer> {
  const contract = await livingContract(tx, ctx, key.contractId)
  const notice = await dueNotice(tx, ctx, contract, key)
  const facts = letterFacts(
    contract,
    await printedCooperative(tx, ctx.cooperativeId),
    notice,
    ctx.today,
  )
  const bytes = await ctx.services.pdf.render(
    'cape-notice',
    documentModel('cape-notice', facts, 'fr'),
    ctx.now,
    undefined,
    await logoOf(tx, ctx.cooperativeId),
  )
  const fileName = `${contract.number}-${key.event}-${key.recipient}.pdf`.replaceAll('_', '-')
  return { mediaType: 'application/pdf', fileName, bytes, isInline: true }
}

/** Records that a body was told, with the day and the proof, which never change. */
export const recordNotice = mutation<NoticeKey & Proof & { sentOn: LocalDate }, undefined>({
  access: 'contract.create',
  async run(tx, ctx, { sentOn, file, ...key }) {
    const contract = await lockLiving(tx, ctx, key.contractId, 'notify')
    const { event, body, since } = await dueNotice(tx, ctx, contract, key)
    refuseFuture(ctx, sentOn, '/query/sentOn')
    // An early end may be told as soon as it is decided; a contract only once it is concluded.
    if (event !== 'early_end' && sentOn < since) {
      const code = 'notice-before-event'
      throw new ProblemError(code, { since }, [
        { pointer: '/query/sentOn', code, params: { since } },
      ])
    }
    const isKnown = await tx
      .selectFrom('contractNotice')
      .select('sentOn')
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('contractId', '=', contract.id)
      .where('event', '=', event)
      .where('body', '=', body)
      .executeTakeFirst()
    if (isKnown !== undefined) throw new ProblemError('notice-already-recorded')
    const fileId = await keepProof(tx, ctx, { file })
    await tx
      .insertInto('contractNotice')
      .values({
        cooperativeId: ctx.cooperativeId,
        contractId: contract.id,
        event,
        body,
        sentOn,
        fileId,
        recordedAt: ctx.now,
        recordedBy: userIdOf(ctx),
      })
      .execute()
    await refreshClocks(tx, ctx, contract.personId)
    const entity = { kind: 'contract', id: contract.id }
    const after = { event, body, sentOn, fileId }
    return { value: undefined, audit: [{ action: 'contract.notice-recorded', entity, after }] }
  },
})

async function dueOf(tx: Tx, ctx: Context, contract: LivingContract): Promise<DueNotice[]> {
  if (contract.kind !== 'CAPE' || contract.state !== 'active') return []
  const days = await settingOn(tx, ctx.cooperativeId, 'notice_alert_days', ctx.today)
  return dueNotices(contract, days === null ? DEFAULT_ALERT_DAYS : Number(days))
}

async function dueNotice(
  tx: Tx,
  ctx: Context,
  contract: LivingContract,
  key: NoticeKey,
): Promise<DueNotice> {
  const due = await dueOf(tx, ctx, contract)
  const notice = due.find(({ event, body }) => event === key.event && body === key.recipient)
  if (notice === undefined) throw new ProblemError('notice-not-due')
  return notice
}

function letterFacts(
  contract: LivingContract,
  issuer: PrintedCooperative,
  { event, body }: DueNotice,
  writtenOn: LocalDate,
): CapeNoticeFacts {
  const planned = contract.exit === null ? contract.until : contract.exit.termOn
  return {
    event,
    recipient: body,
    ...issuer,
    person: printedPerson(contract),
    contractNumber: contract.number,
    sequence: sequenceOf(contract.sequence),
    concludedOn: contract.concludedOn,
    startsOn: contract.from,
    endsOn: found(event === 'early_end' ? contract.until : planned),
    termOn: contract.exit?.termOn ?? null,
    activity: contract.activity,
    writtenOn,
  }
}
