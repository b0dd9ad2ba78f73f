import type { YearMonth } from '@terreau/domain/time/year-month'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { filesArchive } from '../../platform/files/files-archive.ts'
import type { FileStream } from '../../platform/http/mount.ts'
import type { Services } from '../../platform/services.ts'
import { standingVersion } from './standing-version.ts'

/** The statements of the closing that stands, in one ZIP by number; 404 for an open month. */
export async function statementsArchive(
  services: Services,
  ctx: Context,
  tx: Tx,
  month: YearMonth,
): Promise<FileStream> {
  const { cooperativeId } = ctx
  const version = await standingVersion(tx, cooperativeId, month)
  const rows = await tx
    .selectFrom('closingStatement')
    .select('fileId')
    .where('cooperativeId', '=', cooperativeId)
    .where('month', '=', month)
    .where('version', '=', version)
    .orderBy('activityId')
    .execute()
  return filesArchive(services, ctx, {
    fileName: `releves-${month}.zip`,
    fileIds: rows.map((row) => row.fileId),
  })
}
