import { Button } from '@mantine/core'
import { formatDate } from '@terreau/i18n/format'
import { useLocale } from '../../../lib/locale.ts'
import { useT } from '../../../ui/staff/words.ts'
import type { Lead } from './queries.ts'

type Act = Lead['history'][number]

/** What happened, the newest first, with who wrote it down and the letter of a decision. */
export function LeadHistory({ lead }: { lead: Lead }) {
  const t = useT()
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('onboarding.file.history')}</h2>
      <ol className="plain-list">
        {lead.history.map((act) => (
          <li key={act.n} className="panel">
            <ActLine act={act} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function ActLine({ act }: { act: Act }) {
  const t = useT()
  const locale = useLocale()
  return (
    <>
      <p>
        <b>{t(`onboarding.file.act.${act.act}`)}</b>, {formatDate(act.doneOn, locale)}
        {act.ledByName !== null && `, ${t('onboarding.file.ledBy', { who: act.ledByName })}`}
        {act.recordedByName !== null && (
          <span className="dimmed">, {t('onboarding.file.by', { who: act.recordedByName })}</span>
        )}
      </p>
      {act.result !== null && <p>{t(`onboarding.interview.${act.result}`)}</p>}
      {act.reason !== null && <p>{t(`onboarding.reason.${act.reason}`)}</p>}
      {act.words !== '' && <p className="pre-line">{act.words}</p>}
      {act.letter !== null && (
        <details>
          <summary>
            {t('onboarding.file.letter')},{' '}
            {t(act.letter.isMailed ? 'onboarding.file.mailed' : 'onboarding.file.notMailed')}
          </summary>
          <p>
            <b>{act.letter.subject}</b>
          </p>
          <p className="pre-line">{act.letter.body}</p>
          <Button variant="default" onClick={() => window.print()}>
            {t('onboarding.file.print')}
          </Button>
        </details>
      )}
    </>
  )
}
