import { apiUrl } from '../../../lib/api.ts'
import { Button, LinkButton } from '../../../ui/phone/button.tsx'
import { useT } from '../../../ui/phone/words.ts'
import type { MonthWords } from './month-words.ts'

interface SentProofProps {
  month: string
  activity: string
  number: string
  words: MonthWords
}

/** The PDF to keep, and a way to send it with the phone's own sharing, else by WhatsApp. */
export function SentProof({ month, activity, number, words }: SentProofProps) {
  const t = useT()
  const url = apiUrl('GET /me/declarations/:month/proof', {
    params: { month },
    query: { activity },
  })
  const text = t('declarationsDone.shareText', { ...words, number })
  return (
    <>
      <LinkButton look="secondary" isExternal href={url}>
        {t('declarationsDone.proof')}
      </LinkButton>
      <Button type="button" look="secondary" onClick={() => void share({ url, number, text })}>
        {t('declarationsDone.share')}
      </Button>
    </>
  )
}

async function share(proof: { url: string; number: string; text: string }): Promise<void> {
  const { url, number, text } = proof
  const bytes = await fetch(url, { credentials: 'same-origin' })
    .then((response) => (response.ok ? response.blob() : null))
    .catch(() => null)
  const files = bytes ? [new File([bytes], `${number}.pdf`, { type: 'application/pdf' })] : []
  const data = files.length > 0 ? { files, text } : { text }
  if (typeof navigator.canShare === 'function' && navigator.canShare(data)) {
    // Closing the phone's own sheet is not an error.
    await navigator.share(data).catch(() => undefined)
    return
  }
  window.open(`https://wa.me/?text=${encodeURIComponent(text)}`, '_blank', 'noopener')
}
