import { useQuery } from '@tanstack/react-query'
import { formatMonth } from '@terreau/i18n/format'
import { apiUrl } from '../../../lib/api.ts'
import { useLocale } from '../../../lib/locale.ts'
import { LinkButton } from '../../../ui/phone/button.tsx'
import { Notice } from '../../../ui/phone/card.tsx'
import { Page } from '../../../ui/phone/page.tsx'
import { useT } from '../../../ui/phone/words.ts'
import { sentHref } from './month-links.ts'
import { monthWords } from './month-words.ts'
import { type MonthView, ownQueries } from './queries.ts'
import { SentProof } from './sent-proof.tsx'

/** The number, what happens next and by whom, and a proof to keep. The page may be bookmarked. */
export function DonePage(props: { view: MonthView; number: string; hasRefusedPhoto?: boolean }) {
  const { view, number } = props
  const t = useT()
  const words = monthWords(view.month, useLocale())
  return (
    <Page title={t('declarationsDone.title')}>
      <Notice look="success">
        <p className="lead">
          <strong>{t('declarationsDone.number', { number })}</strong>
        </p>
        <p>{t('declarationsDone.next', { name: view.reviewer })}</p>
      </Notice>
      {props.hasRefusedPhoto === true && (
        <Notice look="attention">
          <p>{t('declarationsDone.photoRefused')}</p>
          <LinkButton look="secondary" href={sentHref(view.month, null)}>
            {t('declarationsDone.seeDeclaration')}
          </LinkButton>
        </Notice>
      )}
      <LinkButton href="/moi">{t('declarationsDone.home')}</LinkButton>
      <NextInCalendar />
      <SentProof month={view.month} activity={view.activity.id} number={number} words={words} />
    </Page>
  )
}

/** The next month to declare, for the calendar of the phone; nothing once no contract goes on. */
function NextInCalendar() {
  const t = useT()
  const locale = useLocale()
  const { data } = useQuery(ownQueries.months())
  if (!data?.next) return null
  return (
    <LinkButton look="secondary" isExternal href={apiUrl('GET /me/next-declaration.ics')}>
      {t('declarationsDone.calendar', { month: formatMonth(data.next.month, locale) })}
    </LinkButton>
  )
}
