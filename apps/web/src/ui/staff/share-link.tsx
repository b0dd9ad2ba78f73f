import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Api } from '../../lib/api.ts'
import { useT } from './words.ts'

type Share = NonNullable<Api['GET /signatures/:signatureId']['response']['share']>
type ShareChannel = Api['POST /signatures/:signatureId/shares']['body']['by']

interface ShareLinkProps {
  share: Share
  /** Writes down that it was handed over, and how. */
  onShared: (by: ShareChannel) => void
}

/** The same address as in the mail, to hand over from one's own phone; it signs nobody in. */
export function ShareLink({ share: { text, phone }, onShared }: ShareLinkProps) {
  const t = useT()
  const [isCopied, setCopied] = useState(false)
  const body = encodeURIComponent(text)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
    onShared('copy')
  }
  return (
    <details className="share-link">
      <summary>{t('staffFrame.share.title')}</summary>
      <p className="dimmed">{t('staffFrame.share.hint')}</p>
      <p className="share-text">{text}</p>
      <div className="form-actions">
        <Button variant="default" onClick={() => void copy()}>
          {t('staffFrame.share.copy')}
        </Button>
        <Button
          component="a"
          variant="default"
          href={`sms:${phone}?body=${body}`}
          onClick={() => onShared('sms')}
        >
          {t('staffFrame.share.sms')}
        </Button>
        <Button
          component="a"
          variant="default"
          href={`https://wa.me/${phone.replace('+', '')}?text=${body}`}
          target="_blank"
          rel="noreferrer"
          onClick={() => onShared('whatsapp')}
        >
          {t('staffFrame.share.whatsapp')}
          <span className="visually-hidden"> {t('signatures.page.newTab')}</span>
        </Button>
      </div>
      <p role="status">{isCopied && t('staffFrame.share.copied')}</p>
    </details>
  )
}
