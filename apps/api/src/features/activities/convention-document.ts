import { documentModel } from '@terreau/pdf/document-kinds'
import type { ActivityConventionFacts } from '@terreau/pdf/documents/activity-convention/model'
import type { Context } from '../../platform/context.ts'
import { toJson } from '../../platform/db/to-json.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { readFile, storeFile } from '../../platform/files/store.ts'
import type { FileAnswer } from '../../platform/http/mount.ts'
import { logoOf } from '../settings/index.ts'
import { conventionFacts } from './convention-facts.ts'
import { type ConventionRow, conventionRow } from './queries.ts'

/** The law of this paper is French, so is its text, whatever language people read the site in. */
async function printConvention(
  tx: Tx,
  ctx: Context,
  facts: ActivityConventionFacts,
): Promise<Uint8Array> {
  const model = documentModel('activity-convention', facts, 'fr')
  return ctx.services.pdf.render(
    'activity-convention',
    model,
    ctx.now,
    undefined,
    await logoOf(tx, ctx.cooperativeId),
  )
}

/** Prints the convention once and keeps its bytes, for everybody to be shown the same. */
export async function keepConvention(
  tx: Tx,
  ctx: Context,
  convention: ConventionRow,
): Promise<{ id: string; sha256: Buffer }> {
  const facts = await conventionFacts(tx, ctx, convention)
  const file = await storeFile(tx, ctx, {
    mediaType: 'application/pdf',
    fileName: `${convention.number}.pdf`,
    bytes: await printConvention(tx, ctx, facts),
  })
  await tx
    .insertInto('activityConventionDocument')
    .values({
      cooperativeId: ctx.cooperativeId,
      conventionId: convention.id,
      fileId: file.id,
      facts: JSON.stringify(toJson(facts)),
      createdAt: ctx.now,
    })
    .execute()
  return file
}

/** The kept bytes of a convention that was sent; a draft is drawn as it stands now. */
export async function conventionFile(
  tx: Tx,
  ctx: Context,
  conventionId: string,
): Promise<FileAnswer> {
  const convention = await conventionRow(tx, ctx, conventionId)
  const kept = await tx
    .selectFrom('activityConventionDocument')
    .select('fileId')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('conventionId', '=', conventionId)
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (kept !== undefined && convention.state !== 'draft')
    return { ...(await readFile(tx, ctx.cooperativeId, kept.fileId)), isInline: true }
  const bytes = await printConvention(tx, ctx, await conventionFacts(tx, ctx, convention))
  const fileName = `${convention.number}.pdf`
  return { mediaType: 'application/pdf', fileName, bytes, isInline: true }
}
