import { declarationsEndpoints } from '@terreau/protocol/declarations'
import { simulationsEndpoints } from '@terreau/protocol/simulations'
import { mount, type Router } from '../../platform/http/mount.ts'
import { ownPersonId } from '../../platform/own-person.ts'
import { mountBank } from './bank-routes.ts'
import { mountDeclarationContacts, mountVehicles } from './contact-routes.ts'
import { nextDeclarationFile } from './next-declaration.ts'
import { ownMonths } from './own-month-list.ts'
import { ownDeclaration } from './own-view.ts'
import { declarationProof } from './proof.ts'
import { answerByVoice } from './questions/answer-by-voice.ts'
import { answerQuestion } from './questions/answer-question.ts'
import { voiceFile } from './questions/voice-file.ts'
import { answerRecap } from './recap/answer-recap.ts'
import { addReceipt } from './receipts/add-receipt.ts'
import { receiptFile } from './receipts/receipt-file.ts'
import { removeReceipt } from './receipts/remove-receipt.ts'
import { mountReview } from './review-routes.ts'
import { saveDraft } from './save-draft.ts'
import { simulateOnYear } from './simulate-on-year.ts'
import { submitDeclaration } from './submit-declaration.ts'
import { withdrawDeclaration } from './withdraw-declaration.ts'

const [
  listMonths,
  readMonth,
  putDraft,
  submit,
  withdraw,
  postReceipt,
  deleteReceipt,
  readReceipt,
  answer,
  answerAloud,
  ownVoice,
  proof,
  answerAboutRecap,
  nextDeclaration,
] = declarationsEndpoints

const [simulate] = simulationsEndpoints

export function mountDeclarations(router: Router): void {
  mount(router, simulate, ({ ctx, body }) => simulateOnYear(ctx, body))
  mount(router, listMonths, ({ ctx, tx }) => ownMonths(tx, ctx, ownPersonId(ctx)))
  mount(router, readMonth, ({ ctx, tx, params, query }) =>
    ownDeclaration(tx, ctx, {
      personId: ownPersonId(ctx),
      month: params.month,
      activity: query.activity,
    }),
  )
  mount(router, putDraft, ({ ctx, params, query, body }) =>
    saveDraft(ctx, { month: params.month, activity: query.activity, draft: body }),
  )
  mount(router, submit, ({ ctx, params, query, body }) =>
    submitDeclaration(ctx, { month: params.month, activity: query.activity, draft: body }),
  )
  mount(router, withdraw, ({ ctx, params, query }) =>
    withdrawDeclaration(ctx, { month: params.month, activity: query.activity }),
  )
  mount(router, postReceipt, ({ ctx, params, query, body }) =>
    addReceipt(ctx, { month: params.month, ...query, activity: query.activity, file: body }),
  )
  mount(router, deleteReceipt, ({ ctx, params, query }) =>
    removeReceipt(ctx, { ...params, activity: query.activity }),
  )
  mount(router, readReceipt, ({ ctx, tx, params }) =>
    receiptFile(tx, ctx.cooperativeId, { ...params, personId: ownPersonId(ctx) }),
  )
  mount(router, answer, ({ ctx, params, body }) => answerQuestion(ctx, { ...params, ...body }))
  mount(router, answerAloud, ({ ctx, params, body }) =>
    answerByVoice(ctx, { ...params, voice: body }),
  )
  mount(router, ownVoice, ({ ctx, tx, params }) =>
    voiceFile(tx, ctx.cooperativeId, { ...params, personId: ownPersonId(ctx) }),
  )
  mount(router, proof, ({ ctx, tx, params, query }) =>
    declarationProof(tx, ctx, {
      personId: ownPersonId(ctx),
      month: params.month,
      activity: query.activity,
    }),
  )
  mount(router, answerAboutRecap, ({ ctx, params, query, body }) =>
    answerRecap(ctx, { month: params.month, activity: query.activity, ...body }),
  )
  mount(router, nextDeclaration, ({ ctx, tx }) => nextDeclarationFile(tx, ctx))
  mountReview(router)
  mountDeclarationContacts(router)
  mountVehicles(router)
  mountBank(router)
}
