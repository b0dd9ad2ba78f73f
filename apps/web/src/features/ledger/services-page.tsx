import { useQuery } from '@tanstack/react-query'
import { formatFinancialYear } from '@terreau/i18n/financial-year'
import { formatDate, formatMonth } from '@terreau/i18n/format'
import { Link, useSearchParams } from 'wouter'
import { apiUrl } from '../../lib/api.ts'
import { useLocale } from '../../lib/locale.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { LinkButton } from '../../ui/phone/button.tsx'
import { Notice } from '../../ui/phone/card.tsx'
import { Loading } from '../../ui/phone/loading.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { useT } from '../../ui/phone/words.ts'
import { ledgerQueries, type OwnSharedYear } from './queries.ts'

/** What everybody's contributions paid for, and one's own beside them (C. trav. R7331-9). */
export function ServicesPage() {
  const t = useT()
  const [search] = useSearchParams()
  const { data, error, refetch } = useQuery(ledgerQueries.ownSharedServices())
  const asked = search.get('exercice')
  const shown = data?.find((one) => one.firstMonth === asked) ?? data?.[0]
  return (
    <Page title={t('account.services.title')} hint={t('account.services.hint')} back="/moi/argent">
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      {data?.length === 0 && (
        <>
          <p className="lead">{t('account.services.none')}</p>
          <p>{t('account.services.noneHint')}</p>
        </>
      )}
      {shown && <OneYear year={shown} />}
      {data && shown && <OtherYears years={data.filter((one) => one !== shown)} />}
    </Page>
  )
}

function OneYear({ year }: { year: OwnSharedYear }) {
  const t = useT()
  const locale = useLocale()
  const { firstMonth, reason, assemblyOn } = year
  return (
    <>
      <p className="lead">
        {t('account.services.year', { year: formatFinancialYear(year, locale) })}
      </p>
      <p>
        {t('account.services.given', { date: formatDate(year.givenOn, locale) })}{' '}
        {assemblyOn !== null &&
          t('account.services.assembly', { date: formatDate(assemblyOn, locale) })}
      </p>
      {reason !== '' && (
        <Notice look="info">
          <p>{t('account.services.corrected')}</p>
          <p>{reason}</p>
        </Notice>
      )}
      <Figures year={year} />
      {year.hasDocument ? (
        <LinkButton
          href={apiUrl('GET /me/shared-services/:firstMonth/document', { params: { firstMonth } })}
          isExternal
          look="secondary"
        >
          {t('account.services.document')}
        </LinkButton>
      ) : (
        <p>{t('account.services.documentSoon')}</p>
      )}
      <p>{t('account.services.question')}</p>
    </>
  )
}

function Figures({ year }: { year: OwnSharedYear }) {
  const t = useT()
  const named = (lines: OwnSharedYear['charges']): Amount[] =>
    lines.map(({ nature, label, amountCents }) => ({
      label: t(`account.services.nature.${nature}`),
      detail: label,
      cents: amountCents,
    }))
  const { contributions, accidentCover, resourcesCents, chargesCents } = year
  const cover = { label: t('account.services.accidentCover'), cents: accidentCover.amountCents }
  const result = BigInt(year.resultCents)
  return (
    <>
      {year.ownCents !== null && <OwnPart ownCents={year.ownCents} year={year} />}
      <h2>{t('account.services.from')}</h2>
      <Amounts
        rows={[
          { label: t('account.services.contributions'), cents: contributions.amountCents },
          ...(cover.cents === '0' ? [] : [cover]),
          ...named(year.resources),
        ]}
        result={{ label: t('account.services.total'), cents: resourcesCents }}
      />
      <h2>{t('account.services.for')}</h2>
      <Amounts
        rows={named(year.charges)}
        result={{ label: t('account.services.total'), cents: chargesCents }}
      />
      <h2>{t(`account.services.${result < 0n ? 'leftShort' : 'left'}`)}</h2>
      <p className="balance">
        <strong className="figure">
          <MoneyText cents={(result < 0n ? -result : result).toString()} />
        </strong>
      </p>
    </>
  )
}

interface Amount {
  label: string
  /** What tells two amounts of the same kind apart. */
  detail?: string
  cents: string
}

function Amounts({ rows, result }: { rows: readonly Amount[]; result?: Amount }) {
  const all = result === undefined ? rows : [...rows, result]
  return (
    <dl className="steps services">
      {all.map((row) => (
        <div
          key={`${row.label} ${row.detail ?? ''} ${row.cents}`}
          className={row === result ? 'result' : undefined}
        >
          <dt>
            {row.label}
            {row.detail && <p className="hint">{row.detail}</p>}
          </dt>
          <dd>
            <MoneyText cents={row.cents} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function OwnPart({ ownCents, year }: { ownCents: string; year: OwnSharedYear }) {
  const t = useT()
  const locale = useLocale()
  const { contributions, knownFrom } = year
  const own = BigInt(ownCents)
  return (
    <>
      <h2>{t('account.services.own')}</h2>
      <Amounts
        rows={[
          {
            label: t(`account.services.${own < 0n ? 'ownBack' : 'ownText'}`),
            cents: (own < 0n ? -own : own).toString(),
          },
          { label: t('account.services.ownOf'), cents: contributions.amountCents },
        ]}
      />
      {knownFrom !== null && (
        <p className="hint">
          {t('account.services.known', { month: formatMonth(knownFrom, locale) })}
        </p>
      )}
    </>
  )
}

function OtherYears({ years }: { years: readonly OwnSharedYear[] }) {
  const t = useT()
  const locale = useLocale()
  if (years.length === 0) return null
  return (
    <nav aria-label={t('account.services.others')}>
      {years.map((year) => (
        <Link
          className="account-link"
          key={year.firstMonth}
          href={`/moi/argent/services-communs?exercice=${year.firstMonth}`}
        >
          {t('account.services.year', { year: formatFinancialYear(year, locale) })}
        </Link>
      ))}
    </nav>
  )
}
