import { Button } from '@mantine/core'
import { formatMonth } from '@terreau/i18n/format'
import { useEffect, useRef } from 'react'
import { firstUpper } from '../../lib/first-upper.ts'
import { useLocale } from '../../lib/locale.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { useT } from '../../ui/staff/words.ts'

interface AskToCloseProps {
  month: string
  isBusy: boolean
  error: unknown
  onAsk: () => void
  onCancel: () => void
}

/** Before a demand is sent to the others: what it is, and that nothing is closed until one of them agrees. */
export function AskToClose({ month, isBusy, error, onAsk, onCancel }: AskToCloseProps) {
  const t = useT()
  const name = formatMonth(month, useLocale())
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="panel" aria-labelledby="ask-to-close">
      <h3 id="ask-to-close" tabIndex={-1} ref={heading}>
        {t('closing.close.twoTitle', { month: name })}
      </h3>
      <p>{t('closing.close.twoText', { month: firstUpper(name) })}</p>
      {error !== null && <ErrorBlock error={error} />}
      <div className="form-actions">
        <Button loading={isBusy} onClick={onAsk}>
          {t('closing.close.twoAsk')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </section>
  )
}
