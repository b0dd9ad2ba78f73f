import {
  type FreeTextKind,
  freeTextFaults,
  MOST_FREE_LINES,
  plainFreeText,
} from '@terreau/domain/attestations/free-text'
import { printableText, unprintableInName } from '@terreau/pdf/printable-text'
import type { Locale } from '@terreau/protocol/codecs'
import { userIdOf } from '../../../platform/context.ts'
import { mutation } from '../../../platform/mutation.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { templateVersions } from './queries.ts'

interface NewTemplate {
  kind: FreeTextKind
  locale: Locale
  body: string
  basedOn: number
}

/** Publishes the next version. Who changed an older one than the last is asked to read that one first. */
export const publishTemplate = mutation<NewTemplate, { version: number }>({
  access: 'cooperative.settings',
  async run(tx, ctx, { kind, locale, body: typed, basedOn }) {
    const body = checkedFreeText(kind, typed)
    const [last] = await templateVersions(tx, ctx, { kind, locale })
    if ((last?.version ?? 0) !== basedOn) throw new ProblemError('version-changed')
    const version = basedOn + 1
    await tx
      .insertInto('attestationTemplate')
      .values({
        cooperativeId: ctx.cooperativeId,
        kind,
        locale,
        version,
        body,
        publishedAt: ctx.now,
        publishedBy: userIdOf(ctx),
      })
      .execute()
    return {
      value: { version },
      audit: [
        {
          action: 'attestation-template.published',
          entity: { kind: 'attestation-template', id: `${kind}:${locale}` },
          after: { version, body },
        },
      ],
    }
  },
})

/**
 * The text without what cannot be seen, as it is printed: such signs come with words copied from elsewhere, part a
 * tag in two, and make a paragraph of nothing. Refuses, at its field, one with a tag that has no value, a loose
 * brace, too many lines or a sign that cannot be printed.
 */
export function checkedFreeText(kind: FreeTextKind, typed: string, pointer = '/body/body'): string {
  const body = printableText(plainFreeText(typed))
  const { unknownTags, hasLooseBrace, isTooHigh } = freeTextFaults(kind, body)
  const signs = unprintableInName(body)
  const refuse = (code: string, params: Record<string, string>): never => {
    throw new ProblemError('request-invalid', undefined, [{ pointer, code, params }])
  }
  if (unknownTags.length > 0) refuse('tag-unknown', { tags: unknownTags.join(', ') })
  if (hasLooseBrace) refuse('brace-loose', { example: '{{nom}}' })
  if (isTooHigh) refuse('too-many-lines', { most: String(MOST_FREE_LINES) })
  if (signs !== '') refuse('text-not-printable', { signs })
  return body
}
