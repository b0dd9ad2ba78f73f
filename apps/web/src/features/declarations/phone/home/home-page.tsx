import '../../phone.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useCan, useSession } from '../../../../lib/session.ts'
import { Loading } from '../../../../ui/phone/loading.tsx'
import { Page } from '../../../../ui/phone/page.tsx'
import { ProblemNotice } from '../../../../ui/phone/problem-notice.tsx'
import { useT } from '../../../../ui/phone/words.ts'
import { monthsToDeclare } from '../month-links.ts'
import { type OwnMonth, type OwnTask, ownQueries } from '../queries.ts'
import { AlsoToDeclare } from './also-to-declare.tsx'
import { FirstCard } from './first-card.tsx'
import { MoneyCard } from './money-card.tsx'
import { OwnTasks } from './own-tasks.tsx'
import { useSendWaiting } from './use-send-waiting.ts'
import { WaitingNotice } from './waiting-notice.tsx'

/** One card on top: a question, then a month to declare, then what else presses, then all is well. */
export function HomePage() {
  const t = useT()
  const session = useSession()
  const { data, error, refetch } = useQuery(ownQueries.months())
  const tasks = (useQuery(ownQueries.tasks()).data?.items ?? []).filter(isNoMonth)
  const isTutor = useCan('tutoring.own')
  const waiting = useSendWaiting(session?.personId ?? null)
  const name = session?.user.displayName.split(' ')[0] ?? ''
  return (
    <Page title={t('declarationsHome.hello', { name })} hasTabs>
      {error && data === undefined && (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      )}
      {data === undefined && !error && <Loading />}
      {data !== undefined && (
        <>
          <WaitingNotice months={waiting} />
          <FirstCard months={data.months} next={data.next} waiting={waiting} task={tasks[0]} />
          <OwnTasks tasks={isMonthFirst(data.months, waiting) ? tasks : tasks.slice(1)} />
          <MoneyCard />
          <AlsoToDeclare months={data.months} waiting={waiting} />
          {data.months.length > 0 && (
            <p>
              <Link className="plain-link" href="/moi/declarations">
                {t('declarationsHome.history')}
              </Link>
            </p>
          )}
          {isTutor && (
            <p>
              <Link className="plain-link" href="/tutorat">
                {t('declarationsHome.tutoring')}
              </Link>
            </p>
          )}
        </>
      )}
    </Page>
  )
}

/** Declarations and questions are told by the months, which this phone also knows without network. */
function isNoMonth({ kind }: OwnTask): boolean {
  return kind !== 'missing-declaration' && kind !== 'question-waiting'
}

function isMonthFirst(months: readonly OwnMonth[], waiting: readonly string[]): boolean {
  if (months.some((month) => month.waitingQuestions > 0)) return true
  return monthsToDeclare(months).some((month) => !month.isClosed && !waiting.includes(month.month))
}
