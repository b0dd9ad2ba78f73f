import { mutation } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import type { NewCooperative } from './create-cooperative.ts'
import { readCooperative } from './office-queries.ts'

type Identity = Omit<NewCooperative, 'id' | 'firstMonth' | 'isDemo'>

/** Changes what documents to come print. Documents already issued keep the words of their day. */
export const editCooperative = mutation<Identity, Awaited<ReturnType<typeof readCooperative>>>({
  access: 'cooperative.settings',
  async run(tx, ctx, identity) {
    const {
      version,
      firstMonth: _month,
      hasLogo: _logo,
      ...before
    } = await readCooperative(tx, ctx)
    const edited = await tx
      .updateTable('cooperative')
      .set((eb) => ({ ...identity, version: eb('version', '+', 1) }))
      .where('id', '=', ctx.cooperativeId)
      .where('version', '=', ctx.ifMatch ?? version)
      .executeTakeFirst()
    if (edited.numUpdatedRows !== 1n) throw new ProblemError('version-changed')
    return {
      value: await readCooperative(tx, ctx),
      audit: [
        {
          action: 'cooperative.edited',
          entity: { kind: 'cooperative', id: ctx.cooperativeId },
          before,
          after: { ...identity },
        },
      ],
    }
  },
})
