import { Alert, Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useLocale } from '../../lib/locale.ts'
import { problemOf } from '../../lib/problem-error.ts'
import { problemText } from '../../lib/problem-text.ts'
import { staffWords, useT } from './words.ts'

interface ErrorBlockProps {
  error: unknown
  onRetry?: () => void
  children?: ReactNode
}

/** What happened, what to do, a code to read out on the phone. Data already shown stays on screen. */
export function ErrorBlock({ error, onRetry, children }: ErrorBlockProps) {
  const t = useT()
  const catalogue = staffWords.useCatalogue()
  const locale = useLocale()
  const requestId = problemOf(error)?.requestId
  return (
    <Alert className="error-block" icon={<IconAlertTriangle aria-hidden />} color="red">
      <p>{problemText(error, catalogue, locale)}</p>
      {children}
      {requestId && <p className="dimmed">{t('common.error.code', { code: requestId })}</p>}
      {onRetry && (
        <Button variant="default" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      )}
    </Alert>
  )
}
