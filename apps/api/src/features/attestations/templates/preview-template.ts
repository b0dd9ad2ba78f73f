import type { FreeTextKind } from '@terreau/domain/attestations/free-text'
import { isIssuableKind } from '@terreau/domain/attestations/kinds'
import { attestations as en } from '@terreau/i18n/en/attestations'
import { attestations as fr } from '@terreau/i18n/fr/attestations'
import type { Locale } from '@terreau/protocol/codecs'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import type { FileAnswer } from '../../../platform/http/mount.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { logoOf } from '../../settings/index.ts'
import { drawingOf } from '../contents.ts'
import { gatherFacts } from '../gather-facts.ts'
import { freeTextOf } from './free-text.ts'
import { checkedFreeText } from './publish-template.ts'

interface Wanted {
  kind: FreeTextKind
  locale: Locale
  body: string
  personId: string
}

/** A certificate as it would be, from what the rows say of a person now: no number, no code, no seal. */
export async function previewTemplate(tx: Tx, ctx: Context, wanted: Wanted): Promise<FileAnswer> {
  const { kind, locale, personId } = wanted
  const body = checkedFreeText(kind, wanted.body, '/query/body')
  // Tutors make theirs themselves: the team has no hours of theirs to try it on.
  if (!isIssuableKind(kind)) throw new ProblemError('attestation-nothing-to-attest')
  const gather = (months: readonly never[] | Parameters<typeof gatherFacts>[2]['months']) =>
    gatherFacts(tx, ctx, { kind, personId, months, isProvisional: true })
  const offered = await gather([])
  const month = offered.months.at(-1)?.month
  const { content, parties } = month === undefined ? offered : await gather([month])
  if (content === null) throw new ProblemError('attestation-nothing-to-attest')
  const { issuer, person, signing } = parties
  const number = (locale === 'en' ? en : fr).templates.previewNumber
  const issue = { number, issuedOn: ctx.today, ...signing, verification: null }
  const common = { issuer, person, issue }
  const text = freeTextOf({ version: 0, body }, content, common, locale)
  const drawing = drawingOf(content, { ...common, ...text }, locale)
  const bytes = await drawing.draw(ctx.services.pdf, ctx.now, {
    logo: await logoOf(tx, ctx.cooperativeId),
  })
  return { mediaType: 'application/pdf', fileName: `${number}.pdf`, bytes, isInline: true }
}
