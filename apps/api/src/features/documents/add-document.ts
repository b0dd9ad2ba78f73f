import { type DocumentKind, documentKindRules } from '@terreau/domain/documents/kinds'
import type { LocalDate } from '@terreau/domain/time/local-date'
import { mutation } from '../../platform/mutation.ts'
import { ownPersonId } from '../../platform/own-person.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import type { SafeFile } from '../../platform/uploads/inspect-upload.ts'
import { personExists } from '../people/index.ts'
import { type KeptVersion, keepDocument } from './keep-document.ts'
import { maySee } from './may-see.ts'
import { markToRead } from './to-read.ts'

interface Added {
  kind: DocumentKind
  expiresOn?: LocalDate | undefined
  documentId?: string | undefined
  file: SafeFile
}

/** The office puts a paper in the file of a person; only of kinds that who does it may also see. */
export const addDocument = mutation<Added & { personId: string }, KeptVersion>({
  access: 'document.add',
  async run(tx, ctx, input) {
    await personExists(tx, ctx, input.personId)
    if (input.kind === 'receipt' || !maySee(ctx, input.kind))
      throw new ProblemError('document-kind-not-accepted')
    const kept = await keepDocument(tx, ctx, input)
    return { value: kept, audit: [added(input.kind, kept)] }
  },
})

/** The person sends a paper from the phone. */
export const sendDocument = mutation<Added, KeptVersion>({
  access: 'document.send',
  async run(tx, ctx, input) {
    const personId = ownPersonId(ctx)
    if (!documentKindRules(input.kind).isSentByPerson)
      throw new ProblemError('document-kind-not-accepted')
    const kept = await keepDocument(tx, ctx, { ...input, personId })
    if (documentKindRules(input.kind).look === 'right-to-work')
      await markToRead(tx, ctx, { personId, documentId: kept.documentId })
    return { value: kept, audit: [added(input.kind, kept)] }
  },
})

/** The journal says that a paper came, never what is on it. */
function added(kind: DocumentKind, { documentId, version }: KeptVersion) {
  const entity = { kind: 'document', id: documentId }
  return { action: 'document.added' as const, entity, after: { kind, version } }
}
