import type { Tx } from '../../../platform/db/transaction.ts'
import { readFile } from '../../../platform/files/store.ts'
import type { FileAnswer } from '../../../platform/http/mount.ts'
import { fileIds } from '../../../platform/own-person.ts'
import { found } from '../../../platform/problem-error.ts'

/** A recorded answer: of one declaration for staff, of one's own declarations for a person. */
export async function voiceFile(
  tx: Tx,
  cooperativeId: string,
  asked: { questionId: string } & ({ declarationId: string } | { personId: string }),
): Promise<FileAnswer> {
  const base = tx
    .selectFrom('question as q')
    .innerJoin('declaration as d', (join) =>
      join.onRef('d.cooperativeId', '=', 'q.cooperativeId').onRef('d.id', '=', 'q.declarationId'),
    )
    .select((eb) => eb.ref('q.voiceFileId').$notNull().as('fileId'))
    .where('q.cooperativeId', '=', cooperativeId)
    .where('q.id', '=', asked.questionId)
    .where('q.voiceFileId', 'is not', null)
  const row = await ('personId' in asked
    ? base.where('d.personId', 'in', fileIds(cooperativeId, asked.personId))
    : base.where('d.id', '=', asked.declarationId)
  ).executeTakeFirst()
  const { mediaType, fileName, bytes } = await readFile(tx, cooperativeId, found(row).fileId)
  return { mediaType, fileName, bytes }
}
