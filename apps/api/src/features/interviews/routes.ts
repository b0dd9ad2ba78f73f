import { interviewsEndpoints } from '@terreau/protocol/interviews'
import { mount, type Router } from '../../platform/http/mount.ts'
import { cancelInterview } from './cancel-interview.ts'
import { checkReport, receiveReport } from './receive-paper.ts'
import { reportFile } from './report-document.ts'
import { editInterview, noteInterview } from './save-interview.ts'
import { sendReport } from './send-report.ts'
import { interviewView, ownInterviews, personInterviews } from './views.ts'

const [list, note, interview, edit, sending, document, outside, check, cancellation, own] =
  interviewsEndpoints

export function mountInterviews(router: Router): void {
  mount(router, list, ({ tx, ctx, params }) => personInterviews(tx, ctx, params.personId))
  mount(router, note, ({ ctx, params, body }) => noteInterview(ctx, { ...params, ...body }))
  mount(router, interview, ({ tx, ctx, params }) => interviewView(tx, ctx, params.interviewId))
  mount(router, edit, ({ ctx, params, body }) => editInterview(ctx, { ...params, ...body }))
  mount(router, sending, ({ ctx, params }) => sendReport(ctx, params))
  mount(router, document, ({ tx, ctx, params }) => reportFile(tx, ctx, params.interviewId))
  mount(router, outside, ({ ctx, params, query, body }) =>
    receiveReport(ctx, { ...params, signedOn: query.signedOn, file: body }),
  )
  mount(router, check, ({ ctx, params, body }) => checkReport(ctx, { ...params, ...body }))
  mount(router, cancellation, ({ ctx, params, body }) =>
    cancelInterview(ctx, { ...params, ...body }),
  )
  mount(router, own, ({ tx, ctx }) => ownInterviews(tx, ctx))
}
