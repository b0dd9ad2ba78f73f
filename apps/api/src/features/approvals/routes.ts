import { approvalsEndpoints } from '@terreau/protocol/approvals'
import { mount, type Router } from '../../platform/http/mount.ts'
import type { TwoPersonKind } from '../../platform/two-person-kind.ts'
import { agreeToApproval, refuseApproval } from './answer-approval.ts'
import { askApproval } from './ask-approval.ts'
import { listApprovals, readApproval } from './queries.ts'

const [list, detail, ask, agree, refuse] = approvalsEndpoints

export function mountApprovals(router: Router, kinds: readonly TwoPersonKind[]): void {
  mount(router, list, ({ tx, ctx, query }) => listApprovals(tx, ctx, query))
  mount(router, detail, ({ tx, ctx, params }) => readApproval(tx, ctx, params.approvalId))
  mount(router, ask, ({ ctx, body }) => {
    const kind = kinds.find(({ act }) => act === body.act)
    if (kind === undefined) throw new Error(`no act is called ${body.act}`)
    return askApproval(ctx, { kind, asked: body })
  })
  mount(router, agree, ({ ctx, params, body }) =>
    agreeToApproval(ctx, { ...params, ...body, kinds }),
  )
  mount(router, refuse, ({ ctx, params, body }) =>
    refuseApproval(ctx, { ...params, ...body, kinds }),
  )
}
