import { findMessage } from '@terreau/i18n/t'
import { staffWords } from '../../../ui/staff/words.ts'
import type { Reviewed } from './queries.ts'

/** The mention of the invoice and what to check, for sales outside the ordinary rule. */
export function VatNote({ note }: { note: Reviewed['vatNotes'][number] | undefined }) {
  const catalogue = staffWords.useCatalogue()
  if (note === undefined) return null
  const words = [
    sentence(catalogue, 'vatMention', note.mentionKey),
    sentence(catalogue, 'vatReview', note.reviewKey),
  ].filter((text) => text !== null)
  return <span className="dimmed detail">{words.join(' · ')}</span>
}

/** The domain names its sentences 'vat.mention.export'; the last part finds ours. */
function sentence(catalogue: object, part: string, key: string | null): string | null {
  const name = key?.split('.').at(-1)
  if (name === undefined) return null
  const message = findMessage(catalogue, `review.${part}.${name}`)
  return typeof message === 'string' ? message : null
}
