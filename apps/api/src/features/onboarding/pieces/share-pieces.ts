import { greetedName } from '@terreau/domain/names/full-name'
import { internationalPhone } from '@terreau/domain/names/international-phone'
import { messageWords } from '@terreau/i18n/messages'
import type { SHARE_CHANNELS, shareView } from '@terreau/protocol/share'
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation } from '../../../platform/mutation.ts'
import { found } from '../../../platform/problem-error.ts'
import { personExists } from '../../people/index.ts'
import type { PieceRow } from './piece-rows.ts'
import { insertPieceAct } from './write-piece.ts'

/**
 * The message that staff may send from their own phone about missing pieces. Its address is a page behind the
 * sign-in of the person, as in the mail.
 */
export async function shareOfPieces(
  tx: Tx,
  ctx: Context,
  { personId, pieces }: { personId: string; pieces: readonly Pick<PieceRow, Labelled>[] },
): Promise<z.output<typeof shareView> | null> {
  const missing = pieces.filter(({ state }) => state === 'asked' || state === 'refused')
  const [first] = missing
  if (first === undefined) return null
  const row = await tx
    .selectFrom('person as p')
    .innerJoin('cooperative as c', 'c.id', 'p.cooperativeId')
    .select(['p.givenName', 'p.familyName', 'p.phone', 'p.locale', 'c.name as cooperative'])
    .where('p.cooperativeId', '=', ctx.cooperativeId)
    .where('p.id', '=', personId)
    .executeTakeFirst()
  const { givenName, familyName, phone, cooperative, ...person } = found(row)
  const locale = person.locale === 'en' ? 'en' : 'fr'
  const text = messageWords(locale)('pieces', {
    name: greetedName({ givenName, familyName }),
    pieces: missing.map((one) => (locale === 'en' ? one.labelEn : one.labelFr)).join(', '),
    link: `${ctx.services.config.publicUrl}/moi/bienvenue/piece-${first.id}`,
    cooperative,
  })
  return { text, phone: internationalPhone(phone) ?? '' }
}

type Labelled = 'id' | 'state' | 'labelFr' | 'labelEn'

/** Staff reminded the person by themselves: the next reminder waits from today, as after a mail. */
export const notePieceShare = mutation<
  { personId: string; by: (typeof SHARE_CHANNELS)[number] },
  { pieces: number }
>({
  access: 'onboarding.manage',
  async run(tx, ctx, { personId, by }) {
    await personExists(tx, ctx, personId)
    const waiting = await tx
      .selectFrom('piece')
      .select('id')
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('personId', '=', personId)
      .where('state', 'in', ['asked', 'refused'])
      .execute()
    for (const { id } of waiting)
      await insertPieceAct(tx, ctx, id, { act: 'remind', doneOn: ctx.today, channel: 'phone' })
    const entity = { kind: 'person', id: personId }
    const after = { by, pieces: waiting.length }
    return {
      value: { pieces: waiting.length },
      audit: [{ action: 'piece.reminded', entity, after }],
    }
  },
})
