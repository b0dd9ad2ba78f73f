import { useQuery } from '@tanstack/react-query'
import { formatDate, formatMinutes } from '@terreau/i18n/format'
import { useState } from 'react'
import { useParams } from 'wouter'
import type { Api } from '../../lib/api.ts'
import { apiUrl } from '../../lib/api.ts'
import { useLocale } from '../../lib/locale.ts'
import { problemOf } from '../../lib/problem-error.ts'
import { Button } from '../../ui/phone/button.tsx'
import { Notice } from '../../ui/phone/card.tsx'
import { Loading } from '../../ui/phone/loading.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { useT } from '../../ui/phone/words.ts'
import { VoicePlayer } from '../../ui/voice-player.tsx'
import { useAnswer, useRenewLink } from './mutations.ts'
import { tutoringQueries } from './queries.ts'

type Asked = Api['GET /confirmations/:token']['response']

/** The page of the person helped: one sentence, two buttons, no account, nothing else. */
export function ConfirmPage() {
  const t = useT()
  const { token = '' } = useParams()
  const { data, error, refetch } = useQuery(tutoringQueries.confirmation(token))
  return (
    <Page title={t('tutoringPhone.confirm.title')}>
      {problemOf(error)?.code === 'link-expired' && <Expired token={token} />}
      {error && problemOf(error)?.code !== 'link-expired' && (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      )}
      {data ? <Question token={token} asked={data} /> : !error && <Loading />}
    </Page>
  )
}

function Question({ token, asked }: { token: string; asked: Asked }) {
  const t = useT()
  const locale = useLocale()
  const [isNo, setNo] = useState(false)
  const answer = useAnswer(token)
  const give = (body: {
    answer: 'yes' | 'not_exactly' | 'no'
    what: null | 'duration' | 'day' | 'did_not_happen'
  }) => {
    setNo(false)
    answer.mutate({ ...body, gesture: asked.gesture })
  }
  const says = t('tutoringPhone.confirm.says', {
    tutor: asked.tutorName,
    tutee: asked.tuteeName,
    time: formatMinutes(asked.minutes, locale),
    day: formatDate(asked.heldOn, locale, 'weekday'),
  })
  return (
    <>
      <p className="lead">{says}</p>
      {asked.startsAt !== null && (
        <p>{t('tutoringPhone.confirm.startsAt', { time: asked.startsAt })}</p>
      )}
      {asked.others > 0 && <p>{t('tutoringPhone.confirm.others')}</p>}
      {asked.voice === 'ready' && (
        <>
          <p>{t('tutoringPhone.confirm.voice', { tutor: asked.tutorName })}</p>
          <VoicePlayer
            src={apiUrl('GET /confirmations/:token/voice', { params: { token } })}
            label={t('tutoringPhone.confirm.voiceLabel', { tutor: asked.tutorName })}
          />
        </>
      )}
      <Given asked={asked} />
      {answer.error && <ProblemNotice error={answer.error} />}
      {asked.mayAnswer && !isNo && (
        <>
          <Button
            type="button"
            isBusy={answer.isPending}
            onClick={() => give({ answer: 'yes', what: null })}
          >
            {t('tutoringPhone.confirm.yes')}
          </Button>
          <Button type="button" look="secondary" onClick={() => setNo(true)}>
            {t('tutoringPhone.confirm.no')}
          </Button>
        </>
      )}
      {isNo && (
        <section aria-labelledby="what">
          <h2 id="what">{t('tutoringPhone.confirm.whatTitle')}</h2>
          {(['duration', 'day', 'did_not_happen'] as const).map((what) => (
            <Button
              key={what}
              type="button"
              look="secondary"
              onClick={() =>
                give({ answer: what === 'did_not_happen' ? 'no' : 'not_exactly', what })
              }
            >
              {t(`tutoringPhone.confirm.${what}`)}
            </Button>
          ))}
        </section>
      )}
    </>
  )
}

function Given({ asked }: { asked: Asked }) {
  const t = useT()
  if (asked.answer === null) return null
  return (
    <Notice look="success">
      <h2>{t('tutoringPhone.confirm.thanks')}</h2>
      <p role="status">
        {t(
          asked.answer === 'yes'
            ? 'tutoringPhone.confirm.answeredYes'
            : 'tutoringPhone.confirm.answeredNo',
        )}
      </p>
      <p>
        {asked.mayAnswer
          ? t('tutoringPhone.confirm.change')
          : t('tutoringPhone.confirm.final', { cooperative: asked.cooperative.name })}
      </p>
    </Notice>
  )
}

function Expired({ token }: { token: string }) {
  const t = useT()
  const renew = useRenewLink(token)
  return (
    <>
      <Notice look="attention">
        <p role="status">
          {t(
            renew.isSuccess ? 'tutoringPhone.confirm.newLinkSent' : 'tutoringPhone.confirm.expired',
          )}
        </p>
      </Notice>
      {renew.error && <ProblemNotice error={renew.error} />}
      {!renew.isSuccess && (
        <Button type="button" isBusy={renew.isPending} onClick={() => renew.mutate()}>
          {t('tutoringPhone.confirm.newLink')}
        </Button>
      )}
    </>
  )
}
