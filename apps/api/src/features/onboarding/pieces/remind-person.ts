import { fullName, greetedName } from '@terreau/domain/names/full-name'
import { CHANNELS } from '@terreau/domain/pipeline/facts'
import { isWritten, nextReminderOn } from '@terreau/domain/pipeline/pieces'
import type { AuditEntry } from '../../../platform/audit/actions.ts'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'
import { mutation } from '../../../platform/mutation.ts'
import { factsOf, inForce } from '../facts/facts-of.ts'
import { type PieceRow, pieceRows } from './piece-rows.ts'
import { reminderPace } from './reminder-pace.ts'
import { insertPieceAct } from './write-piece.ts'

/** Who has a piece to be reminded of today. The pace decides piece by piece. */
export async function peopleToRemind(tx: Tx, ctx: Context): Promise<string[]> {
  const pace = await reminderPace(tx, ctx)
  const due = (await pieceRows(tx, ctx, null)).filter((piece) => {
    const next = nextReminderOn(piece, pace)
    return next !== null && next <= ctx.today
  })
  return [...new Set(due.map((piece) => piece.personId))].sort()
}

/**
 * Reminds one person of what is missing: one mail for all pieces, with a link to the exact page. Who wants to
 * be called is not written to; staff find them in their work queue.
 */
export const remindPerson = mutation<{ personId: string }, { wasMailed: boolean }>({
  access: 'system',
  async run(tx, ctx, { personId }) {
    const person = await tx
      .selectFrom('person')
      .select(['givenName', 'familyName', 'email', 'locale', 'mergedIntoId'])
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', personId)
      .where('archivedAt', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    const channel = inForce(await factsOf(tx, ctx, personId), ctx.today).get('channel')
    const wanted = CHANNELS.find((one) => one === channel) ?? null
    const pieces = await duePieces(tx, ctx, personId)
    const [first] = pieces
    const isMailed =
      person !== undefined && person.mergedIntoId === null && isWritten(wanted, person.email)
    if (!isMailed || first === undefined) return { value: { wasMailed: false }, audit: 'unchanged' }
    const locale = person.locale === 'en' ? 'en' : 'fr'
    const { givenName, familyName, email } = person
    const mail = await queueMail(tx, ctx, {
      template: 'pieces-missing',
      params: await mailParams(tx, ctx, {
        greeted: greetedName({ givenName, familyName }),
        locale,
        pieces,
      }),
      to: { name: fullName({ givenName, familyName }), address: email, locale },
    })
    for (const { id } of pieces)
      await insertPieceAct(tx, ctx, id, { act: 'remind', doneOn: ctx.today, channel: 'email' })
    const entity = { kind: 'person', id: personId }
    const audit = (piece: PieceRow): AuditEntry => ({
      action: 'piece.reminded',
      entity,
      after: { pieceId: piece.id, channel: 'email' },
    })
    const [, ...rest] = pieces
    return {
      value: { wasMailed: true },
      audit: [audit(first), ...rest.map(audit)],
      jobs: [mail],
    }
  },
})

async function duePieces(tx: Tx, ctx: Context, personId: string): Promise<PieceRow[]> {
  const pace = await reminderPace(tx, ctx)
  return (await pieceRows(tx, ctx, personId)).filter((piece) => {
    const next = nextReminderOn(piece, pace)
    return piece.personId === personId && next !== null && next <= ctx.today
  })
}

async function mailParams(
  tx: Tx,
  ctx: Context,
  { greeted, locale, pieces }: { greeted: string; locale: 'fr' | 'en'; pieces: PieceRow[] },
) {
  const { name: cooperative } = await tx
    .selectFrom('cooperative')
    .select('name')
    .where('id', '=', ctx.cooperativeId)
    .executeTakeFirstOrThrow()
  const labels = pieces.map((piece) => (locale === 'en' ? piece.labelEn : piece.labelFr))
  const page = `piece-${pieces[0]?.id ?? ''}`
  return {
    name: greeted,
    cooperative,
    pieces: labels.map((label) => `- ${label}`).join('\n'),
    link: `${ctx.services.config.publicUrl}/moi/bienvenue/${page}`,
  }
}
