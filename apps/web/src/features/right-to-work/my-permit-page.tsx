import { useQuery } from '@tanstack/react-query'
import { formatDate } from '@terreau/i18n/format'
import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { Card, Notice } from '../../ui/phone/card.tsx'
import { Loading } from '../../ui/phone/loading.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { useT } from '../../ui/phone/words.ts'
import { rightToWorkQueries } from './queries.ts'
import { SendPaper } from './send-paper.tsx'

/** A tester's own permit: its date, how to send the next one, and who opened the file. */
export function MyPermitPage() {
  const t = useT()
  const locale = useLocale()
  const { data, error, refetch } = useQuery(rightToWorkQueries.own())
  const permit = data?.permit
  return (
    <Page title={t('rightToWorkPhone.title')} back="/moi/papiers">
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      {data?.refusals.map(({ sentAt, reason }) => (
        <Notice key={sentAt} look="attention">
          <p>{t('rightToWorkPhone.refused', { on: formatInstant(sentAt, locale) })}</p>
          <p>{t('rightToWorkPhone.looks.why', { reason })}</p>
          <p>{t('rightToWorkPhone.sendAgain')}</p>
          {permit && permit.alert !== 0 && <p>{t('rightToWorkPhone.stillCounts')}</p>}
        </Notice>
      ))}
      {permit === null && (
        <>
          <p className="lead">{t('rightToWorkPhone.none')}</p>
          <p>{t('rightToWorkPhone.noneHint')}</p>
        </>
      )}
      {permit && (
        <>
          <p className="lead">{t(`permitKinds.${permit.kind}`)}</p>
          <p>
            {permit.lastDay === null
              ? t('rightToWorkPhone.noEnd')
              : t('rightToWorkPhone.until', { on: formatDate(permit.lastDay, locale) })}
          </p>
          {permit.alert !== null && (
            <Notice look={permit.alert <= 30 ? 'danger' : 'attention'}>
              <p>{t(permit.alert === 0 ? 'rightToWorkPhone.over' : 'rightToWorkPhone.soon')}</p>
            </Notice>
          )}
          {data?.isJobSeekerTold && permit.lastDay !== null && (
            <p>{t('rightToWorkPhone.franceTravail')}</p>
          )}
        </>
      )}
      {data?.sentAt && (
        <Notice look="info">
          <p>{t('rightToWorkPhone.sent', { on: formatInstant(data.sentAt, locale) })}</p>
        </Notice>
      )}
      {data && <SendPaper />}
      <OwnLooks />
    </Page>
  )
}

function OwnLooks() {
  const t = useT()
  const locale = useLocale()
  const { data, error, refetch } = useQuery(rightToWorkQueries.ownLooks())
  return (
    <Card title={t('rightToWorkPhone.looks.title')}>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data?.looks.length === 0 && <p>{t('rightToWorkPhone.looks.none')}</p>}
      <ul>
        {data?.looks.map((look) => (
          <li key={look.id}>
            <p>
              {t('rightToWorkPhone.looks.line', {
                who: look.by,
                on: formatInstant(look.at, locale),
              })}
            </p>
            <p className="hint">{t('rightToWorkPhone.looks.why', { reason: look.reason })}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
