import { randomUUID } from 'node:crypto'
import { type Context, userIdOf } from '../../../platform/context.ts'
import { enterCooperative, inTransaction, type Tx } from '../../../platform/db/transaction.ts'
import type { FileStream } from '../../../platform/http/mount.ts'
import { mutation, type Outcome } from '../../../platform/mutation.ts'
import { ownPersonIds } from '../../../platform/own-person.ts'
import { found, ProblemError } from '../../../platform/problem-error.ts'

interface ReadyExport {
  id: string
  personId: string
  askedFor: string
  state: string
  expiresOn: string | null
  byteCount: bigint | null
}

/** The person opens their own copy. That of the office, made for the same person, opens here too. */
export const downloadOwnExport = mutation<{ exportId: string }, FileStream>({
  access: 'personal-data.own',
  async run(tx, ctx, { exportId }) {
    const row = await exportRow(tx, ctx, exportId)
    if (!ownPersonIds(ctx).includes(row.personId)) throw new ProblemError('not-found')
    return download(tx, ctx, row)
  },
})

/** The office opens a copy it made itself: never the person's own, which holds numbers in clear. */
export const downloadExport = mutation<{ exportId: string }, FileStream>({
  access: 'personal-data.manage',
  async run(tx, ctx, { exportId }) {
    const row = await exportRow(tx, ctx, exportId)
    if (row.askedFor !== 'office') throw new ProblemError('not-found')
    return download(tx, ctx, row)
  },
})

async function exportRow(tx: Tx, ctx: Context, exportId: string): Promise<ReadyExport> {
  const row = await tx
    .selectFrom('personalExport')
    .select(['id', 'personId', 'askedFor', 'state', 'expiresOn', 'byteCount'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', exportId)
    .executeTakeFirst()
  return found(row)
}

async function download(tx: Tx, ctx: Context, row: ReadyExport): Promise<Outcome<FileStream>> {
  const isOpen = row.state === 'ready' && row.expiresOn !== null && ctx.today <= row.expiresOn
  if (!isOpen) throw new ProblemError('export-not-open')
  const { cooperativeId } = ctx
  const id = randomUUID()
  await tx
    .insertInto('personalExportDownload')
    .values({ cooperativeId, exportId: row.id, id, userId: userIdOf(ctx), downloadedAt: ctx.now })
    .execute()
  const entity = { kind: 'person', id: row.personId }
  return {
    value: {
      mediaType: 'application/zip',
      fileName: `copie-${row.id.slice(0, 8)}.zip`,
      byteCount: Number(row.byteCount),
      chunks: () => partsOf(ctx, row),
    },
    audit: [{ action: 'personal-export.downloaded', entity, after: { exportId: row.id } }],
  }
}

/**
 * The parts of a copy as they were kept, one in memory at a time whatever the copy weighs. Each is read in a
 * transaction of its own: a slow line holds no connection. One that is gone stops the download, which the
 * announced length shows for what it is.
 */
async function* partsOf(ctx: Context, row: ReadyExport): AsyncGenerator<Uint8Array> {
  const { cooperativeId, services } = ctx
  let sent = 0
  for (let n = 1; sent < Number(row.byteCount); n += 1) {
    const part = await inTransaction(services.db, async (own) => {
      await enterCooperative(own, cooperativeId)
      return own
        .selectFrom('personalExportPart')
        .select('bytes')
        .where('cooperativeId', '=', cooperativeId)
        .where('exportId', '=', row.id)
        .where('n', '=', n)
        .executeTakeFirst()
    })
    if (part === undefined) throw new Error(`part ${n} of the copy ${row.id} is gone`)
    sent += part.bytes.length
    yield part.bytes
  }
}
