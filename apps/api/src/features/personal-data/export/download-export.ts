import { randomUUID } from 'node:crypto'
import { type Context, userIdOf } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import type { FileAnswer } from '../../../platform/http/mount.ts'
import { mutation, type Outcome } from '../../../platform/mutation.ts'
import { ownPersonIds } from '../../../platform/own-person.ts'
import { found, ProblemError } from '../../../platform/problem-error.ts'

interface ReadyExport {
  id: string
  personId: string
  askedFor: string
  state: string
  expiresOn: string | null
}

/** The person opens their own copy. That of the office, made for the same person, opens here too. */
export const downloadOwnExport = mutation<{ exportId: string }, FileAnswer>({
  access: 'personal-data.own',
  async run(tx, ctx, { exportId }) {
    const row = await exportRow(tx, ctx, exportId)
    if (!ownPersonIds(ctx).includes(row.personId)) throw new ProblemError('not-found')
    return download(tx, ctx, row)
  },
})

/** The office opens a copy it made itself: never the person's own, which holds numbers in clear. */
export const downloadExport = mutation<{ exportId: string }, FileAnswer>({
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
    .select(['id', 'personId', 'askedFor', 'state', 'expiresOn'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', exportId)
    .executeTakeFirst()
  return found(row)
}

async function download(tx: Tx, ctx: Context, row: ReadyExport): Promise<Outcome<FileAnswer>> {
  const isOpen = row.state === 'ready' && row.expiresOn !== null && ctx.today <= row.expiresOn
  if (!isOpen) throw new ProblemError('export-not-open')
  const { cooperativeId } = ctx
  const id = randomUUID()
  await tx
    .insertInto('personalExportDownload')
    .values({ cooperativeId, exportId: row.id, id, userId: userIdOf(ctx), downloadedAt: ctx.now })
    .execute()
  const parts = await tx
    .selectFrom('personalExportPart')
    .select('bytes')
    .where('cooperativeId', '=', cooperativeId)
    .where('exportId', '=', row.id)
    .orderBy('n')
    .execute()
  const bytes = Buffer.concat(parts.map((part) => part.bytes))
  const fileName = `copie-${row.id.slice(0, 8)}.zip`
  const entity = { kind: 'person', id: row.personId }
  return {
    value: { mediaType: 'application/zip', fileName, bytes },
    audit: [{ action: 'personal-export.downloaded', entity, after: { exportId: row.id } }],
  }
}
