import { fill } from '../../fill.ts'
import type { DocumentLocale } from './facts.ts'
import { textsOf } from './texts.ts'

/** Why a document is signed, as readers of PDFs and screen readers say it. */
export function sealReason(number: string, locale: DocumentLocale): string {
  return fill(textsOf(locale).common.sealReason, { number })
}
