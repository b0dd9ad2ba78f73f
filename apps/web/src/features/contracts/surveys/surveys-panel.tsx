import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatDate } from '@terreau/i18n/format'
import { formatInstant } from '../../../lib/instant.ts'
import { useLocale } from '../../../lib/locale.ts'
import { useCan } from '../../../lib/session.ts'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { CopyButton } from '../life/copy-button.tsx'
import { type Survey, surveysQuery, useShareSurvey } from './queries.ts'
import { RecordForm } from './record-form.tsx'

/** What somebody was asked after leaving, and answered. */
export function SurveysPanel({ contractId }: { contractId: string }) {
  const t = useT()
  const { data, error, refetch } = useQuery(surveysQuery(contractId))
  return (
    <section className="panel" aria-labelledby="surveys">
      <h2 id="surveys">{t('exitSurveys.title')}</h2>
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.length === 0 && <p>{t('exitSurveys.none')}</p>}
      {data?.map((survey) => (
        <OneSurvey key={survey.id} survey={survey} />
      ))}
    </section>
  )
}

function OneSurvey({ survey }: { survey: Survey }) {
  const t = useT()
  const locale = useLocale()
  const mayWrite = useCan('contract.create')
  const { round, askedOn, wasMailed, closesOn, isOpen, answer } = survey
  const asked = { day: formatDate(askedOn, locale) }
  return (
    <>
      <h3>{t(`exitSurveys.round.${round}`)}</h3>
      <p>{t(wasMailed ? 'exitSurveys.mailed' : 'exitSurveys.notMailed', asked)}</p>
      {answer && <Answer answer={answer} />}
      {!answer && !isOpen && <p>{t('exitSurveys.closed')}</p>}
      {isOpen && <p>{t('exitSurveys.until', { day: formatDate(closesOn, locale) })}</p>}
      {isOpen && mayWrite && <Ways survey={survey} />}
    </>
  )
}

function Answer({ answer }: { answer: NonNullable<Survey['answer']> }) {
  const t = useT()
  const locale = useLocale()
  const { situation, living, helped, words, channel } = answer
  const how =
    channel === 'phone'
      ? t('exitSurveys.answered.phone', { who: answer.who ?? t('contracts.page.someone') })
      : t(`exitSurveys.answered.${channel}`)
  const none = t('exitSurveys.noAnswer')
  return (
    <>
      <p className="dimmed">
        {t('exitSurveys.on', { how, day: formatInstant(answer.at, locale) })}
      </p>
      {answer.isDeclined && <p>{t('exitSurveys.declined')}</p>}
      {!answer.isDeclined && (
        <dl className="facts">
          <dt>{t('exitSurvey.situation.question')}</dt>
          <dd>{situation === null ? none : t(`exitSurvey.situation.${situation}`)}</dd>
          <dt>{t('exitSurvey.living.question')}</dt>
          <dd>{living === null ? none : t(`exitSurvey.living.${living}`)}</dd>
          <dt>{t('exitSurvey.helped.question')}</dt>
          <dd>{helped === null ? none : t(`exitSurvey.helped.${helped}`)}</dd>
          {words !== '' && (
            <>
              <dt>{t('exitSurvey.words')}</dt>
              <dd className="clause-text">{words}</dd>
            </>
          )}
        </dl>
      )}
    </>
  )
}

/** Two ways to an answer of somebody who reads no mail: a link to pass on, or what they say on the phone. */
function Ways({ survey }: { survey: Survey }) {
  const t = useT()
  const share = useShareSurvey(survey.id)
  return (
    <>
      <details className="life-detail">
        <summary>{t('exitSurveys.record')}</summary>
        <RecordForm surveyId={survey.id} />
      </details>
      {share.error && <ErrorBlock error={share.error} />}
      <div role="status">
        {share.data && (
          <p>
            <code>{share.data.url}</code>{' '}
            <CopyButton text={share.data.url} label={t('exitSurveys.copy')} />
          </p>
        )}
      </div>
      <p>
        <Button variant="default" loading={share.isPending} onClick={() => share.mutate(undefined)}>
          {t('exitSurveys.share')}
        </Button>
      </p>
      <p className="dimmed">{t('exitSurveys.shareHint')}</p>
    </>
  )
}
