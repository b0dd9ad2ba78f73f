import { Alert } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { formatMonth } from '@terreau/i18n/format'
import { useLocale } from '../../lib/locale.ts'
import { useT } from '../../ui/staff/words.ts'
import { FactLines } from './fact-lines.tsx'
import { FactMonths } from './fact-months.tsx'
import type { Facts } from './queries.ts'

/** What the document will say, live, and what keeps it from being issued. */
export function FactsPreview({ facts, error }: { facts: Facts; error: string | null }) {
  const t = useT()
  const chosen = facts.months.filter((row) => row.isChosen)
  const hasFigures = chosen.some((row) => row.figures !== null)
  const blocking = facts.missing.filter((gap) => gap.isBlocking)
  const others = facts.missing.filter((gap) => !gap.isBlocking)
  return (
    <section id="facts" tabIndex={-1} aria-labelledby="facts-title" className="facts-preview">
      <h2 id="facts-title">{t('attestations.issue.preview')}</h2>
      {error && <p className="facts-error">{error}</p>}
      {blocking.length > 0 && (
        <Alert
          color="orange"
          title={t('attestations.issue.missingTitle')}
          icon={<IconAlertTriangle aria-hidden />}
        >
          <Gaps gaps={blocking} />
        </Alert>
      )}
      <p className="dimmed">{t('attestations.issue.previewHint')}</p>
      {hasFigures && <FactMonths months={chosen} />}
      <FactLines lines={facts.lines} />
      {others.length > 0 && (
        <Alert
          color="blue"
          title={t('attestations.issue.gapTitle')}
          icon={<IconInfoCircle aria-hidden />}
        >
          <Gaps gaps={others} />
        </Alert>
      )}
    </section>
  )
}

function Gaps({ gaps }: { gaps: Facts['missing'] }) {
  const t = useT()
  const locale = useLocale()
  return (
    <ul>
      {gaps.map(({ code, month, text, characters }) => (
        <li key={`${code} ${month ?? text ?? ''}`}>
          {t(`attestations.missing.${code}`, {
            month: month === null ? '' : capitalised(formatMonth(month, locale), locale),
            text: text ?? '',
            characters: characters ?? '',
          })}
        </li>
      ))}
    </ul>
  )
}

/** A month begins some of these sentences; French writes it in lower case everywhere else. */
function capitalised(text: string, locale: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
}
