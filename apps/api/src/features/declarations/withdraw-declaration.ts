import { transition } from '@terreau/domain/declarations/declaration'
import type { YearMonth } from '@terreau/domain/time/year-month'
import { mutation } from '../../platform/mutation.ts'
import { ownPersonId } from '../../platform/own-person.ts'
import { found, ProblemError, refuse } from '../../platform/problem-error.ts'
import { isMonthClosed } from '../ledger/index.ts'
import { setState } from './lock-declarations.ts'
import { findDeclaration } from './own-declaration.ts'
import { requireMonth } from './own-months.ts'
import { recordLines } from './record-declaration.ts'

const NO_LINES = { sales: [], expenses: [], trips: [] } as const

/** A person takes back what she sent, to change it: it is a draft again and keeps its number. */
export const withdrawDeclaration = mutation<
  { month: YearMonth; activity: string | undefined },
  { version: number }
>({
  access: 'declaration.declare',
  async run(tx, ctx, input) {
    const month = await requireMonth(tx, ctx, { ...input, personId: ownPersonId(ctx) })
    const known = await findDeclaration(tx, ctx.cooperativeId, month, { isLocked: true })
    const declaration = found(known)
    const next = transition(declaration.state, 'withdraw')
    if (!next.ok) refuse(next.refusal)
    if (await isMonthClosed(tx, ctx.cooperativeId, declaration.month)) {
      throw new ProblemError('declaration-month-closed', { month: declaration.month })
    }
    await recordLines(tx, ctx, declaration, NO_LINES)
    await setState(tx, ctx, declaration.id, 'draft')
    return {
      value: { version: declaration.version + 1 },
      audit: [
        {
          action: 'declaration.withdrawn',
          entity: { kind: 'declaration', id: declaration.id },
          before: { state: declaration.state },
          after: { state: 'draft' },
        },
      ],
    }
  },
})
