import { reviewEndpoints } from '@terreau/protocol/review'
import { mount, type Router } from '../../platform/http/mount.ts'
import { acceptDeclaration, acceptMany } from './accept-declaration.ts'
import { correctLines } from './correct-lines.ts'
import { askQuestion } from './questions/ask-question.ts'
import { voiceFile } from './questions/voice-file.ts'
import { withdrawQuestion } from './questions/withdraw-question.ts'
import { noteRecapShare } from './recap/share-recap.ts'
import { receiptFile } from './receipts/receipt-file.ts'
import { returnDeclaration } from './return-declaration.ts'
import { reviewQueue } from './review-queue.ts'
import { reviewedDeclaration } from './reviewed-declaration.ts'
import { startedDraft } from './started-draft.ts'
import { declareForPerson } from './submit-declaration.ts'
import { undoAcceptance } from './undo-acceptance.ts'
import { undoReturn } from './undo-return.ts'

const [
  queue,
  readDeclaration,
  readReceipt,
  hearVoice,
  accept,
  acceptSeveral,
  undo,
  ask,
  takeBack,
  giveBack,
  undoGiveBack,
  correct,
  readStarted,
  declareFor,
  shareRecap,
] = reviewEndpoints

/** What staff do with declarations. */
export function mountReview(router: Router): void {
  mount(router, queue, ({ ctx, tx, query }) => reviewQueue(tx, ctx, query))
  mount(router, readDeclaration, ({ ctx, tx, params }) => reviewedDeclaration(tx, ctx, params.id))
  mount(router, readReceipt, ({ ctx, tx, params }) =>
    receiptFile(tx, ctx.cooperativeId, { declarationId: params.id, receiptId: params.receiptId }),
  )
  mount(router, hearVoice, ({ ctx, tx, params }) =>
    voiceFile(tx, ctx.cooperativeId, { declarationId: params.id, questionId: params.questionId }),
  )
  mount(router, accept, async ({ ctx, params }) => {
    await acceptDeclaration(ctx, { declarationId: params.id, version: ctx.ifMatch })
    return undefined
  })
  mount(router, acceptSeveral, async ({ ctx, body }) => {
    await acceptMany(ctx, { declarationIds: body.ids })
    return undefined
  })
  mount(router, undo, async ({ ctx, params }) => {
    await undoAcceptance(ctx, { declarationId: params.id })
    return undefined
  })
  mount(router, ask, ({ ctx, params, body }) =>
    askQuestion(ctx, { declarationId: params.id, ...body }),
  )
  mount(router, takeBack, ({ ctx, params }) =>
    withdrawQuestion(ctx, { declarationId: params.id, questionId: params.questionId }),
  )
  mount(router, giveBack, ({ ctx, params, body }) =>
    returnDeclaration(ctx, { declarationId: params.id, ...body }),
  )
  mount(router, undoGiveBack, ({ ctx, params }) => undoReturn(ctx, { declarationId: params.id }))
  mount(router, correct, ({ ctx, params, body }) =>
    correctLines(ctx, { declarationId: params.id, ...body }),
  )
  mount(router, readStarted, ({ ctx, tx, params, query }) =>
    startedDraft(tx, ctx, { ...params, activity: query.activity }),
  )
  mount(router, declareFor, ({ ctx, params, query, body }) =>
    declareForPerson(ctx, { ...params, activity: query.activity, draft: body }),
  )
  mount(router, shareRecap, ({ ctx, params, body }) =>
    noteRecapShare(ctx, { declarationId: params.id, ...body }),
  )
}
