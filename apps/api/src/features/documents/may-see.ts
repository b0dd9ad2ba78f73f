import { canAny, type Permission } from '@terreau/domain/access/permissions'
import {
  type DocumentKind,
  type DocumentLook,
  documentKindRules,
} from '@terreau/domain/documents/kinds'
import type { Context } from '../../platform/context.ts'

const PERMISSIONS = {
  file: 'document-file.read',
  'right-to-work': 'document.look',
  pay: 'document.look-pay',
} as const satisfies Record<DocumentLook, Permission>

/** What the roles of who asks let them see of papers. */
export function looksOf(ctx: Context): ReadonlySet<DocumentLook> {
  const { actor } = ctx
  if (actor.kind !== 'person') return new Set()
  const looks: readonly DocumentLook[] = ['file', 'right-to-work', 'pay']
  return new Set(looks.filter((look) => canAny(actor.roles, PERMISSIONS[look])))
}

/** Whether who asks may see papers of this kind. */
export function maySee(ctx: Context, kind: DocumentKind): boolean {
  return looksOf(ctx).has(documentKindRules(kind).look)
}
