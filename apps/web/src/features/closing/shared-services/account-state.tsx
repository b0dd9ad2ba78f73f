import { Button } from '@mantine/core'
import { formatDate, formatList, formatMonth } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { formatInstant } from '../../../lib/instant.ts'
import { useLocale } from '../../../lib/locale.ts'
import { useCan } from '../../../lib/session.ts'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { StatusBadge } from '../../../ui/staff/status-badge.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { type Account, useDropCorrection } from './queries.ts'

/** Whether entrepreneurs read it, why it was corrected, and what keeps it from being given. */
export function AccountState({ account }: { account: Account }) {
  return account.given === null ? (
    <DraftState account={account} />
  ) : (
    <GivenState account={account} given={account.given} />
  )
}

function DraftState({ account }: { account: Account }) {
  const t = useT()
  const mayWrite = useCan('closing.close')
  const drop = useDropCorrection(account.firstMonth)
  const { version, reason } = account
  return (
    <div className="shared-state">
      <p>
        <StatusBadge look="neutral">
          {version === 1
            ? t('sharedServices.draft')
            : t('sharedServices.draftOf', { version, reason })}
        </StatusBadge>
      </p>
      {account.stop !== null && <Stop stop={account.stop} />}
      {drop.error && <ErrorBlock error={drop.error} />}
      {version > 1 && mayWrite && (
        <Button variant="default" loading={drop.isPending} onClick={() => drop.mutate()}>
          {t('sharedServices.correct.drop')}
        </Button>
      )}
    </div>
  )
}

function Stop({ stop }: { stop: NonNullable<Account['stop']> }) {
  const t = useT()
  const locale = useLocale()
  switch (stop.code) {
    case 'shared-services-year-not-over':
      return (
        <p>
          <StatusBadge look="info">
            {t(`sharedServices.stop.${stop.code}`, { date: formatDate(stop.lastDay, locale) })}
          </StatusBadge>
        </p>
      )
    case 'shared-services-month-open': {
      const month = formatMonth(stop.month, locale)
      return (
        <p>
          <StatusBadge look="attention">
            {t(`sharedServices.stop.${stop.code}`, { month })}
          </StatusBadge>{' '}
          <Link href={`/gestion/cloture/${stop.month}`}>
            {t('sharedServices.closeMonth', { month })}
          </Link>
        </p>
      )
    }
    case 'shared-services-no-charge':
      return (
        <p>
          <StatusBadge look="attention">{t(`sharedServices.stop.${stop.code}`)}</StatusBadge>
        </p>
      )
  }
}

interface GivenStateProps {
  account: Account
  given: NonNullable<Account['given']>
}

function GivenState({ account, given }: GivenStateProps) {
  const t = useT()
  const locale = useLocale()
  const months = formatList(
    given.reopened.map((month) => formatMonth(month, locale)),
    locale,
  )
  return (
    <div className="shared-state">
      <p>
        <StatusBadge look="success">
          {t('sharedServices.givenAt', { date: formatInstant(given.at, locale), name: given.by })}
        </StatusBadge>
      </p>
      {given.assemblyOn !== null && (
        <p>{t('sharedServices.assemblyOn', { date: formatDate(given.assemblyOn, locale) })}</p>
      )}
      {account.reason !== '' && (
        <p>{t('sharedServices.correctedBecause', { reason: account.reason })}</p>
      )}
      {given.documents.length === 0 && <p role="status">{t('sharedServices.drawing')}</p>}
      {given.reopened.length > 0 && (
        <p>
          <StatusBadge look="attention">{t('sharedServices.reopened', { months })}</StatusBadge>
        </p>
      )}
    </div>
  )
}
