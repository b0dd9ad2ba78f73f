import { Button } from '@mantine/core'
import { type Ref, useImperativeHandle, useState } from 'react'
import { apiUrl } from '../../../lib/api.ts'
import { useT } from '../../../ui/staff/words.ts'
import { KeyHint } from './key-hint.tsx'
import type { OrderedReceipt } from './ordered-receipts.ts'

export interface ViewerKeys {
  next: () => void
  zoom: () => void
}

interface ReceiptViewerProps {
  ref: Ref<ViewerKeys>
  declarationId: string
  receipts: readonly OrderedReceipt[]
  /** The receipt to begin with; -1 for the first one. */
  startAt: number
}

/** Receipts beside the lines: next, larger, turned. A PDF opens in its own tab. */
export function ReceiptViewer({ ref, declarationId, receipts, startAt }: ReceiptViewerProps) {
  const t = useT()
  const [place, setPlace] = useState(Math.max(0, startAt))
  const [isLarge, setLarge] = useState(false)
  const [turns, setTurns] = useState(0)
  const receipt = receipts[place]
  const next = () => {
    setPlace((place + 1) % Math.max(1, receipts.length))
    setTurns(0)
  }
  useImperativeHandle(ref, () => ({ next, zoom: () => setLarge(!isLarge) }))
  if (receipt === undefined) {
    return (
      <aside className="review-receipts" aria-label={t('review.viewer.label')}>
        <p className="dimmed">{t('review.viewer.none')}</p>
      </aside>
    )
  }
  const url = apiUrl('GET /declarations/:id/receipts/:receiptId', {
    params: { id: declarationId, receiptId: receipt.id },
  })
  return (
    <aside className="review-receipts" aria-label={t('review.viewer.label')}>
      <p aria-live="polite">
        {t('review.viewer.position', { n: place + 1, total: receipts.length })}
        {receipt.line !== null && ` · ${t('review.viewer.ofLine', { n: receipt.line })}`}
      </p>
      <div className="verdicts">
        {receipts.length > 1 && (
          <Button
            variant="default"
            size="compact-md"
            onClick={next}
            rightSection={<KeyHint letter="N" />}
          >
            {t('review.viewer.next')}
          </Button>
        )}
        {!receipt.isPdf && (
          <>
            <Button
              variant="default"
              size="compact-md"
              onClick={() => setLarge(!isLarge)}
              rightSection={<KeyHint letter="Z" />}
            >
              {t(isLarge ? 'review.viewer.unzoom' : 'review.viewer.zoom')}
            </Button>
            <Button variant="default" size="compact-md" onClick={() => setTurns((turns + 1) % 4)}>
              {t('review.viewer.rotate')}
            </Button>
          </>
        )}
        <Button
          variant="default"
          size="compact-md"
          component="a"
          href={url}
          target="_blank"
          rel="noopener"
        >
          {t(receipt.isPdf ? 'review.viewer.openPdf' : 'review.viewer.openImage')}
        </Button>
      </div>
      {!receipt.isPdf && (
        <section
          className="receipt-area"
          aria-label={t('review.viewer.area')}
          data-scroll-x=""
          data-large={isLarge || undefined}
          tabIndex={0}
        >
          <img
            src={url}
            alt={t('review.viewer.alt', { n: place + 1, line: receipt.line ?? '–' })}
            data-turns={turns}
          />
        </section>
      )}
    </aside>
  )
}
