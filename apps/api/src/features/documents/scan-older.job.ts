import { z } from 'zod'
import { scanFileJob } from '../../platform/files/scan-file.job.ts'
import { defineJob } from '../../platform/jobs/define-job.ts'
import { enqueue } from '../../platform/jobs/queue.ts'
import { unscannedFiles } from './unscanned.ts'

/** A night looks at so many: an antivirus answers some files a second. */
const A_NIGHT = 2_000

/**
 * Has the files looked at that came before an antivirus was connected. They stay open meanwhile, as they were;
 * the one in which it finds something closes for good.
 */
export const scanOlderFilesJob = defineJob({
  name: 'scan-older-files',
  payload: z.object({ cooperativeId: z.uuid() }),
  async handle({ services, payload: { cooperativeId }, act }) {
    if (services.scanner === null) return
    await act(async (_ctx, tx) => {
      for (const fileId of await unscannedFiles(tx, cooperativeId, A_NIGHT))
        await enqueue(tx, scanFileJob.queue({ cooperativeId, fileId }, { key: `scan:${fileId}` }))
    })
  },
})
