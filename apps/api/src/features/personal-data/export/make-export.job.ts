import { createHash } from 'node:crypto'
import { z } from 'zod'
import { createArchive } from '../../../platform/files/archive.ts'
import { readFile } from '../../../platform/files/store.ts'
import { defineJob } from '../../../platform/jobs/define-job.ts'
import { beginExport, finishExport, keepPart } from './keep-export.ts'

/** Large enough that few rows are written, small enough that memory holds one beside a file. */
const PART_BYTES = 2 * 1024 * 1024

/**
 * Makes the archive of a copy: what is known as JSON, then each file, read one at a time. Parts are kept as
 * they come, so that memory stays small and the page shows how far it is. A crash begins again from nothing.
 */
export const personalExportJob = defineJob({
  name: 'personal-export',
  payload: z.object({ cooperativeId: z.uuid(), exportId: z.uuid() }),
  async handle({ payload, act }) {
    const { cooperativeId, exportId } = payload
    const begun = await act((ctx) => beginExport(ctx, { exportId }))
    if (begun === null) return
    const archive = createArchive()
    const hash = createHash('sha256')
    let [n, byteCount, filesDone] = [0, 0, 0]
    const keep = async (least: number): Promise<void> => {
      if (archive.waiting() < least) return
      const bytes = archive.take()
      hash.update(bytes)
      n += 1
      byteCount += bytes.length
      await act((ctx) => keepPart(ctx, { exportId, n, bytes, filesDone }))
    }
    for (const text of begun.texts) archive.addText(text.path, text.text)
    for (const file of begun.files) {
      const { bytes } = await act((_ctx, tx) => readFile(tx, cooperativeId, file.fileId))
      archive.addFile(file.path, bytes)
      filesDone += 1
      await keep(PART_BYTES)
    }
    archive.end()
    await keep(1)
    await act((ctx) => finishExport(ctx, { exportId, byteCount, sha256: hash.digest() }))
  },
})
