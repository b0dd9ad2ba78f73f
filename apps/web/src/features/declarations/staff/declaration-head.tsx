import { IconAlertTriangle } from '@tabler/icons-react'
import { formatCents, formatMonth } from '@terreau/i18n/format'
import type { RefObject } from 'react'
import { Link } from 'wouter'
import { formatInstant } from '../../../lib/instant.ts'
import { useLocale } from '../../../lib/locale.ts'
import { MoneyText } from '../../../ui/money-text.tsx'
import { StatusBadge, type StatusLook } from '../../../ui/staff/status-badge.tsx'
import { useT } from '../../../ui/staff/words.ts'
import type { Reviewed } from './queries.ts'

const LOOKS: Record<Reviewed['state'], StatusLook> = {
  draft: 'neutral',
  submitted: 'info',
  question: 'attention',
  accepted: 'success',
}

interface DeclarationHeadProps {
  declaration: Reviewed
  headingRef: RefObject<HTMLHeadingElement | null>
}

/** Who, what month, when it came and how, and how much against what is usual. */
export function DeclarationHead({ declaration, headingRef }: DeclarationHeadProps) {
  const t = useT()
  const locale = useLocale()
  const { month, concernsMonth, usualCents, channel } = declaration
  const months = {
    month: formatMonth(concernsMonth, locale),
    bookMonth: formatMonth(month, locale),
  }
  return (
    <header className="review-head">
      <h2 id="declaration-name" ref={headingRef} tabIndex={-1}>
        {declaration.personName}
      </h2>
      <p>
        {declaration.activityName} · {formatMonth(concernsMonth, locale)}
        {declaration.number !== null && ` · ${declaration.number}`}
      </p>
      <p>
        <StatusBadge look={LOOKS[declaration.state]}>
          {t(`review.state.${declaration.state}`)}
        </StatusBadge>{' '}
        {declaration.isLate && <StatusBadge look="neutral">{t('review.list.late')}</StatusBadge>}
      </p>
      <p>
        <strong>
          {t('review.detail.total')} <MoneyText cents={declaration.salesCents} />
        </strong>{' '}
        <span className="dimmed">
          {usualCents === null
            ? t('review.detail.noUsual')
            : t('review.detail.usual', { amount: formatCents(BigInt(usualCents), locale) })}
        </span>
      </p>
      <p className="dimmed">
        {declaration.submittedAt !== null &&
          t('review.detail.sentOn', { instant: formatInstant(declaration.submittedAt, locale) })}
        {channel === 'staff' &&
          ` · ${t('review.detail.byStaff', { name: declaration.declaredBy, person: declaration.personName })}`}
        {channel === 'decision' &&
          ` · ${t('review.detail.byDecision', { name: declaration.declaredBy })}`}
        {channel === 'import' && ` · ${t('review.detail.byImport')}`}
      </p>
      {month !== concernsMonth && <p>{t('review.detail.adjustment', months)}</p>}
      {declaration.isMonthClosed && <p>{t('review.detail.closed')}</p>}
      {declaration.endedScheme && (
        <ul className="flags">
          <li>
            <IconAlertTriangle size={18} aria-hidden />
            <span>
              {t('review.detail.endedScheme', {
                code: declaration.endedScheme.code,
                until: formatMonth(declaration.endedScheme.until, locale),
              })}
            </span>
          </li>
        </ul>
      )}
      {declaration.outdatedScheme && !declaration.isMonthClosed && (
        <ul className="flags">
          <li>
            <IconAlertTriangle size={18} aria-hidden />
            <span>{t('review.detail.outdatedScheme', declaration.outdatedScheme)}</span>
          </li>
        </ul>
      )}
      <p>
        <Link href={`/gestion/personnes/${declaration.personId}`}>{t('review.detail.person')}</Link>
      </p>
    </header>
  )
}
