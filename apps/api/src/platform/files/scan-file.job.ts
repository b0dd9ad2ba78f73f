import { z } from 'zod'
import { defineJob } from '../jobs/define-job.ts'
import { mutation } from '../mutation.ts'
import { found } from '../problem-error.ts'
import type { Verdict } from '../scanning/scanner.ts'

/**
 * Asks the antivirus about a file that came while it did not answer, or before there was one. It fails as long as that lasts, so
 * that the queue tries again, later each time; without an antivirus any more, the file stays in quarantine.
 */
export const scanFileJob = defineJob({
  name: 'scan-file',
  payload: z.object({ cooperativeId: z.uuid(), fileId: z.uuid() }),
  async handle({ services, payload: { fileId }, act }) {
    const { scanner } = services
    if (scanner === null) throw new Error('no antivirus is configured')
    const bytes = await act(async (ctx, tx) => {
      const row = await tx
        .selectFrom('storedFile')
        .select('bytes')
        .where('cooperativeId', '=', ctx.cooperativeId)
        .where('id', '=', fileId)
        .executeTakeFirst()
      return found(row).bytes
    })
    const verdict = await scanner.scan(bytes)
    await act((ctx) => noteVerdict(ctx, { fileId, verdict }))
  },
})

const noteVerdict = mutation<{ fileId: string; verdict: Verdict }, undefined>({
  access: 'system',
  async run(tx, ctx, { fileId, verdict }) {
    const noted = await tx
      .insertInto('fileScan')
      .values({ cooperativeId: ctx.cooperativeId, fileId, state: verdict, scannedAt: ctx.now })
      .onConflict((conflict) =>
        conflict
          .columns(['cooperativeId', 'fileId'])
          .doUpdateSet({ state: verdict, scannedAt: ctx.now })
          .where('fileScan.state', '=', 'waiting'),
      )
      .executeTakeFirst()
    if (noted.numInsertedOrUpdatedRows === 0n) return { value: undefined, audit: 'unchanged' }
    const entity = { kind: 'file', id: fileId }
    return { value: undefined, audit: [{ action: 'file.scanned', entity, after: { verdict } }] }
  },
})
