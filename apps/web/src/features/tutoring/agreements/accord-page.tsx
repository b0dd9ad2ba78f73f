import { useQuery } from '@tanstack/react-query'
import { formatDate } from '@terreau/i18n/format'
import { useParams } from 'wouter'
import { useLocale } from '../../../lib/locale.ts'
import { problemOf } from '../../../lib/problem-error.ts'
import { Button } from '../../../ui/phone/button.tsx'
import { Card, Notice } from '../../../ui/phone/card.tsx'
import { Loading } from '../../../ui/phone/loading.tsx'
import { Page } from '../../../ui/phone/page.tsx'
import { ProblemNotice } from '../../../ui/phone/problem-notice.tsx'
import { useT } from '../../../ui/phone/words.ts'
import { type Accord, agreementQueries, useAnswerAccord, useRenewAccord } from './queries.ts'
import { ReviewForm } from './review-form.tsx'

/** The page of a link: what was written, two buttons of one size, no account. After the end, three questions. */
export function AccordPage() {
  const t = useT()
  const { token = '' } = useParams()
  const { data, error, refetch } = useQuery(agreementQueries.accord(token))
  const isExpired = problemOf(error)?.code === 'link-expired'
  return (
    <Page title={t('tutoringAccord.title')}>
      {isExpired && <Expired token={token} />}
      {error && !isExpired && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      {data && <Words accord={data} />}
      {data && data.state !== 'ended' && <Answer token={token} accord={data} />}
      {data?.mayReview && <ReviewForm token={token} accord={data} />}
      {data?.state === 'ended' && !data.mayReview && (
        <Notice look="success">
          <p role="status">{t('tutoringAccord.thanks')}</p>
        </Notice>
      )}
    </Page>
  )
}

function Words({ accord }: { accord: Accord }) {
  const t = useT()
  const locale = useLocale()
  const long = (day: string) => formatDate(day, locale, 'long')
  return (
    <>
      <p className="lead">
        {t('tutoringAccord.who', { tutor: accord.tutorName, tutee: accord.tuteeName })}
      </p>
      <Card title={t('tutoringAccord.aim')}>
        <p>{accord.aim}</p>
        <p>
          <strong>{t('tutoringAccord.rhythm')}</strong>
          <br />
          {t(`tutoringAccord.${accord.rhythm}`)}.{' '}
          {t('tutoringAccord.period', { from: long(accord.startsOn), to: long(accord.endsOn) })}
        </p>
        <p>
          <strong>{t('tutoringAccord.confidentiality')}</strong>
          <br />
          {accord.confidentiality}
        </p>
        <p>
          <strong>{t('tutoringAccord.stopping')}</strong>
          <br />
          {accord.stopping}
        </p>
      </Card>
    </>
  )
}

function Answer({ token, accord }: { token: string; accord: Accord }) {
  const t = useT()
  const answer = useAnswerAccord(token)
  const give = (said: 'yes' | 'no') => answer.mutate({ answer: said, gesture: accord.gesture })
  return (
    <>
      {accord.answer !== null && (
        <Notice look={accord.answer === 'yes' ? 'success' : 'attention'}>
          <p role="status">
            {t(accord.answer === 'yes' ? 'tutoringAccord.saidYes' : 'tutoringAccord.saidNo')}
          </p>
          <p>
            {accord.mayAnswer
              ? t('tutoringAccord.change')
              : t('tutoringAccord.standing', { cooperative: accord.cooperative.name })}
          </p>
        </Notice>
      )}
      {answer.error && <ProblemNotice error={answer.error} />}
      {accord.mayAnswer && accord.answer !== 'yes' && (
        <Button type="button" isBusy={answer.isPending} onClick={() => give('yes')}>
          {t('tutoringAccord.yes')}
        </Button>
      )}
      {accord.mayAnswer && accord.answer !== 'no' && (
        <Button type="button" look="secondary" isBusy={answer.isPending} onClick={() => give('no')}>
          {t('tutoringAccord.no')}
        </Button>
      )}
    </>
  )
}

function Expired({ token }: { token: string }) {
  const t = useT()
  const renew = useRenewAccord(token)
  return (
    <>
      <Notice look="attention">
        <p role="status">
          {t(renew.isSuccess ? 'tutoringAccord.newLinkSent' : 'tutoringAccord.expired')}
        </p>
      </Notice>
      {renew.error && <ProblemNotice error={renew.error} />}
      {!renew.isSuccess && (
        <Button type="button" isBusy={renew.isPending} onClick={() => renew.mutate()}>
          {t('tutoringAccord.newLink')}
        </Button>
      )}
    </>
  )
}
