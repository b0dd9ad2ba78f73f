import { attestationBatchesEndpoints } from '@terreau/protocol/attestation-batches'
import { mount, type Router } from '../../../platform/http/mount.ts'
import { progressEvents } from '../../../platform/progress-events.ts'
import { batchArchive } from './batch-archive.ts'
import { batchDetail, batchSummary, listBatches } from './batch-views.ts'
import { preflight } from './preflight.ts'
import { batchCounts, batchTopic } from './progress.ts'
import { startBatch } from './start-batch.ts'

const [before, list, start, detail, events, archive] = attestationBatchesEndpoints

export function mountAttestationBatches(router: Router): void {
  mount(router, before, ({ tx, ctx, query }) => preflight(tx, ctx, query))
  mount(router, list, ({ tx, ctx, query }) => listBatches(tx, ctx.cooperativeId, query.before))
  mount(router, start, ({ ctx, body }) => startBatch(ctx, body))
  mount(router, detail, ({ tx, ctx, params }) => batchDetail(tx, ctx, params.batchId))
  mount(router, events, async ({ tx, ctx, params: { batchId } }) => {
    await batchSummary(tx, ctx.cooperativeId, batchId)
    return progressEvents(router.services, ctx, {
      topic: batchTopic(batchId),
      now: (own) => batchCounts(own, ctx.cooperativeId, batchId),
    })
  })
  mount(router, archive, ({ tx, ctx, params }) =>
    batchArchive(router.services, ctx, tx, params.batchId),
  )
}
