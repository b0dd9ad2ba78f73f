import { useState } from 'react'
import { Button } from '../../ui/phone/button.tsx'
import { useT } from '../../ui/phone/words.ts'

/** What the papers of a CAPE must say (R127-3), to copy. Without a clipboard it can still be selected. */
export function Mention({ text }: { text: string }) {
  const t = useT()
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    } catch {
      setCopied(false)
    }
  }
  return (
    <details>
      <summary>{t('signaturesPhone.mention.title')}</summary>
      <p>{t('signaturesPhone.mention.hint')}</p>
      <p lang="fr" className="contract-mention">
        {text}
      </p>
      <Button type="button" look="secondary" onClick={() => void copy()}>
        {t('signaturesPhone.mention.copy')}
      </Button>
      <p role="status">{isCopied && t('signaturesPhone.mention.copied')}</p>
    </details>
  )
}
