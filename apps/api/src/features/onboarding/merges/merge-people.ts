import { mutation } from '../../../platform/mutation.ts'
import { refreshClocks } from '../../clocks/index.ts'
import { joinFiles, type Merge, partFiles } from '../../people/index.ts'

/** Joins two files of one person; their contracts are one career from then on, so its clocks are counted again. */
export const mergePeople = mutation<Merge, { mergeId: string }>({
  access: 'person.merge',
  async run(tx, ctx, merge) {
    const outcome = await joinFiles(tx, ctx, merge)
    await refreshClocks(tx, ctx, merge.personId)
    return outcome
  },
})

/** Parts two files that were joined: each has its own career and clocks again. */
export const undoMerge = mutation<{ mergeId: string; reason: string }, undefined>({
  access: 'person.merge',
  async run(tx, ctx, asked) {
    const { value, ...outcome } = await partFiles(tx, ctx, asked)
    await refreshClocks(tx, ctx, value.keptId)
    await refreshClocks(tx, ctx, value.mergedId)
    return { ...outcome, value: undefined }
  },
})
