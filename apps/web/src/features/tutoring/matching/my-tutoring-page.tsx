import { useQuery } from '@tanstack/react-query'
import { formatDate } from '@terreau/i18n/format'
import { useLocale } from '../../../lib/locale.ts'
import { dayInZone } from '../../../lib/today.ts'
import { Button } from '../../../ui/phone/button.tsx'
import { Card } from '../../../ui/phone/card.tsx'
import { Loading } from '../../../ui/phone/loading.tsx'
import { Page } from '../../../ui/phone/page.tsx'
import { ProblemNotice } from '../../../ui/phone/problem-notice.tsx'
import { useT } from '../../../ui/phone/words.ts'
import { PairList } from '../pair-list.tsx'
import { AskForm } from './ask-form.tsx'
import { useWithdrawOwnNeed } from './mutations.ts'
import { matchingQueries, type OwnNeeds } from './queries.ts'

/** Who helps me, what I asked for, and a form to ask. */
export function MyTutoringPage() {
  const t = useT()
  const { data, error, refetch } = useQuery(matchingQueries.ownNeeds())
  return (
    <Page title={t('tutoringOffer.need.title')} hint={t('tutoringOffer.need.hint')} back="/moi">
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      {data && data.tutors.length > 0 && <Tutors tutors={data.tutors} />}
      {data && data.needs.length > 0 && <Needs needs={data.needs} />}
      {data && <AskForm own={data} />}
    </Page>
  )
}

function Tutors({ tutors }: { tutors: OwnNeeds['tutors'] }) {
  const t = useT()
  return (
    <Card title={t('tutoringOffer.need.tutors')}>
      <PairList others={tutors} callLabel={(name) => t('tutoringOffer.need.call', { name })} />
    </Card>
  )
}

function Needs({ needs }: { needs: OwnNeeds['needs'] }) {
  const t = useT()
  const locale = useLocale()
  const withdraw = useWithdrawOwnNeed()
  const day = (at: string) => formatDate(dayInZone(at), locale, 'long')
  return (
    <Card title={t('tutoringOffer.need.yours')}>
      {withdraw.error && <ProblemNotice error={withdraw.error} />}
      <ul className="plain-list">
        {needs.map((need) => (
          <li key={need.id}>
            <strong>{t(`tutoringPhone.subject.${need.subject}`)}</strong>
            {'. '}
            {need.closedAt === null
              ? t('tutoringOffer.need.waits', { day: day(need.askedAt) })
              : t(`tutoringOffer.need.${need.closedAs ?? 'withdrawn'}`, {
                  day: day(need.closedAt),
                })}
            {need.closedAt === null && (
              <Button
                type="button"
                look="secondary"
                isBusy={withdraw.isPending}
                onClick={() => withdraw.mutate(need.id)}
              >
                {t('tutoringOffer.need.back', {
                  subject: t(`tutoringPhone.subject.${need.subject}`),
                })}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
