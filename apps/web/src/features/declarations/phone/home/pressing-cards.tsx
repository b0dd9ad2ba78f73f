import { formatDate, formatMonth } from '@terreau/i18n/format'
import { firstUpper } from '../../../../lib/first-upper.ts'
import { useLocale } from '../../../../lib/locale.ts'
import { LinkButton } from '../../../../ui/phone/button.tsx'
import { Card } from '../../../../ui/phone/card.tsx'
import { useT } from '../../../../ui/phone/words.ts'
import { declareHref, monthHref } from '../month-links.ts'
import { monthWords } from '../month-words.ts'
import type { OwnMonth } from '../queries.ts'
import { TaskCard } from './own-tasks.tsx'
import type { Pressing } from './pressing.ts'

interface PressingProps {
  months: readonly OwnMonth[]
  next: { month: string; opensOn: string } | null
  pressing: Pressing
}

/** What matters first, each with its single button. */
export function PressingCards({ months, next, pressing }: PressingProps) {
  const { question, month, task } = pressing
  if (question === null && month === null && task === null) {
    return <AllDoneCard isFirst={months.length === 0} next={next} />
  }
  return (
    <>
      {question && <QuestionCard month={question} months={months} />}
      {month && <DeclareCard month={month} months={months} />}
      {task && <TaskCard task={task} />}
    </>
  )
}

function QuestionCard({ month, months }: { month: OwnMonth; months: readonly OwnMonth[] }) {
  const t = useT()
  const words = monthWords(month.month, useLocale())
  return (
    <Card title={t('declarationsHome.questionTitle')}>
      <p className="hint">{t('declarationsHome.questionHint', words)}</p>
      <LinkButton href={monthHref(month, months)}>{t('declarationsHome.answer')}</LinkButton>
    </Card>
  )
}

function DeclareCard({ month, months }: { month: OwnMonth; months: readonly OwnMonth[] }) {
  const t = useT()
  const locale = useLocale()
  const words = monthWords(month.month, locale)
  const hint = useHint(month)
  return (
    <Card
      title={t(
        month.isReturned ? 'declarationsHome.returnedTitle' : 'declarationsHome.declareTitle',
        words,
      )}
    >
      <p className="hint">{month.isReturned ? t('declarationsHome.returnedHint') : hint}</p>
      <LinkButton href={declareHref(month, months)}>
        {month.isReturned
          ? t('declarationsHome.returnedOpen')
          : t(
              month.state === 'draft' ? 'declarationsHome.resume' : 'declarationsHome.declare',
              words,
            )}
      </LinkButton>
    </Card>
  )
}

function useHint(month: OwnMonth): string {
  const t = useT()
  const locale = useLocale()
  if (month.isClosed) {
    return t('declarationsHome.closed', {
      month: firstUpper(formatMonth(month.month, locale)),
      bookMonth: formatMonth(month.bookMonth, locale),
    })
  }
  if (month.daysLeft < 0) return t('declarationsHome.late')
  if (month.daysLeft === 0) return t('declarationsHome.lastDay')
  return t('declarationsHome.daysLeft', { count: month.daysLeft })
}

function AllDoneCard({ isFirst, next }: { isFirst: boolean; next: PressingProps['next'] }) {
  const t = useT()
  const locale = useLocale()
  const date = next === null ? '' : formatDate(next.opensOn, locale)
  const title = t(isFirst ? 'declarationsHome.welcome' : 'declarationsHome.upToDate')
  if (next === null) {
    return (
      <Card title={title}>
        <p>{t('declarationsHome.nothingNext')}</p>
      </Card>
    )
  }
  const month = firstUpper(monthWords(next.month, locale).month)
  return (
    <Card title={title}>
      <p>
        {isFirst
          ? t('declarationsHome.welcomeHint', { date })
          : t('declarationsHome.nextOpens', { month, date })}
      </p>
    </Card>
  )
}
