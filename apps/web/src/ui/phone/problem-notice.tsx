import type { ReactNode } from 'react'
import { useLocale } from '../../lib/locale.ts'
import { problemOf } from '../../lib/problem-error.ts'
import { problemText } from '../../lib/problem-text.ts'
import { Button } from './button.tsx'
import { Notice } from './card.tsx'
import { useProblemWords } from './use-problem-words.ts'
import { useT } from './words.ts'

interface ProblemNoticeProps {
  error: unknown
  onRetry?: () => void
  children?: ReactNode
}

/** What happened, what to do, a code to read out on the phone. Data already shown stays on screen. */
export function ProblemNotice({ error, onRetry, children }: ProblemNoticeProps) {
  const t = useT()
  const catalogue = useProblemWords(true)
  const locale = useLocale()
  if (catalogue === null) return null
  const requestId = problemOf(error)?.requestId
  return (
    <Notice look="danger">
      <p role="alert">{problemText(error, catalogue, locale)}</p>
      {children}
      {requestId && <p className="hint">{t('common.error.code', { code: requestId })}</p>}
      {onRetry && (
        <Button type="button" look="secondary" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      )}
    </Notice>
  )
}
