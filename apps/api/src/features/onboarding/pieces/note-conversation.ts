import type { LocalDate } from '@terreau/domain/time/local-date'
import { mutation } from '../../../platform/mutation.ts'
import { personExists } from '../../people/index.ts'
import { refuseFuture } from '../leads/write-act.ts'
import { insertPieceAct } from './write-piece.ts'

interface Spoken {
  personId: string
  spokenOn: LocalDate
  words: string
}

/** Staff spoke with the person about what is missing: nobody is chased right after a conversation. */
export const noteConversation = mutation<Spoken, { pieces: number }>({
  access: 'onboarding.manage',
  async run(tx, ctx, { personId, spokenOn, words }) {
    await personExists(tx, ctx, personId)
    refuseFuture(spokenOn, ctx, 'spokenOn')
    const waiting = await tx
      .updateTable('piece')
      .set((eb) => ({ spokenOn, version: eb('version', '+', 1) }))
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('personId', '=', personId)
      .where('state', 'in', ['asked', 'refused'])
      .returning('id')
      .execute()
    for (const { id } of waiting)
      await insertPieceAct(tx, ctx, id, { act: 'speak', doneOn: spokenOn, words })
    const entity = { kind: 'person', id: personId }
    const value = { pieces: waiting.length }
    return {
      value,
      audit: [{ action: 'person.spoken-with', entity, after: { spokenOn, ...value } }],
    }
  },
})
