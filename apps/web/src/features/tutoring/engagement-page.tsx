import { useQuery } from '@tanstack/react-query'
import { formatCents, formatDate, formatMinutes } from '@terreau/i18n/format'
import { useState } from 'react'
import { type Api, apiUrl } from '../../lib/api.ts'
import { useLocale } from '../../lib/locale.ts'
import { todayInZone } from '../../lib/today.ts'
import { LinkButton } from '../../ui/phone/button.tsx'
import { Card } from '../../ui/phone/card.tsx'
import { Loading } from '../../ui/phone/loading.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { SelectField } from '../../ui/phone/select-field.tsx'
import { useT } from '../../ui/phone/words.ts'
import { tutoringQueries } from './queries.ts'

type Meter = Api['GET /me/tutoring/engagement']['response']

const YEARS_SHOWN = 3

/** What a year of volunteering may bring: the State's account, the Passeport Bénévole, a VAE. Never a promise. */
export function EngagementPage() {
  const t = useT()
  const thisYear = Number(todayInZone().slice(0, 4))
  const [year, setYear] = useState(thisYear)
  const { data, error, refetch } = useQuery(tutoringQueries.engagement(year))
  const years = Array.from({ length: YEARS_SHOWN }, (_, n) => String(thisYear - n))
  return (
    <Page
      title={t('tutoringRecap.engagement.title')}
      hint={t('tutoringRecap.engagement.hint')}
      back="/tutorat/bilan"
    >
      <SelectField
        name="year"
        label={t('tutoringRecap.engagement.year')}
        value={String(year)}
        onChange={(value) => setYear(Number(value))}
        options={years.map((value) => ({ value, label: value }))}
      />
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data ? <Account meter={data} /> : !error && <Loading />}
      {data && <Papers meter={data} />}
    </Page>
  )
}

function Account({ meter }: { meter: Meter }) {
  const t = useT()
  const locale = useLocale()
  const time = (minutes: number) => formatMinutes(minutes, locale)
  const day = (date: string) => formatDate(date, locale, 'long')
  return (
    <Card title={t('tutoringRecap.engagement.account')}>
      <p>
        <strong>{t(`tutoringRecap.engagement.verdict.${meter.verdict}`)}</strong>
      </p>
      <p>
        {t('tutoringRecap.engagement.who')} {t('tutoringRecap.engagement.notTutors')}
      </p>
      <p>
        {t('tutoringRecap.engagement.counted', {
          time: time(meter.minutes),
          least: time(meter.leastMinutes),
        })}{' '}
        {t('tutoringRecap.engagement.inOne', {
          time: time(meter.mostInOneMinutes),
          least: time(meter.leastInOneMinutes),
        })}
      </p>
      <ul className="plain-list">
        {meter.hosts.map((host) => (
          <li key={host.name}>
            {host.name} · {time(host.minutes)}
            {host.refusals.map((why) => (
              <span key={why}> · {t(`tutoringRecap.engagement.why.${why}`)}</span>
            ))}
          </li>
        ))}
      </ul>
      <p>{t('tutoringRecap.engagement.elsewhere')}</p>
      <p>{t('tutoringRecap.engagement.declare', { day: day(meter.declareBy) })}</p>
      <p>{t('tutoringRecap.engagement.attest', { day: day(meter.attestBy) })}</p>
      <p>
        {t('tutoringRecap.engagement.amount', {
          year: formatCents(BigInt(meter.yearCents), locale),
          ceiling: formatCents(BigInt(meter.ceilingCents), locale),
        })}
      </p>
    </Card>
  )
}

function Papers({ meter }: { meter: Meter }) {
  const t = useT()
  const hasHours = meter.hosts.some((host) => host.minutes > 0)
  return (
    <Card title={t('tutoringRecap.engagement.papers')}>
      <p>{t('tutoringRecap.engagement.passport')}</p>
      <p>{t('tutoringRecap.engagement.vae')}</p>
      {hasHours ? (
        <LinkButton
          isExternal
          href={apiUrl('GET /me/tutoring/evidence', { query: { year: meter.year } })}
        >
          {t('tutoringRecap.engagement.download', { year: meter.year })}
        </LinkButton>
      ) : (
        <p>{t('tutoringRecap.engagement.none')}</p>
      )}
    </Card>
  )
}
