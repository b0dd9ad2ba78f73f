import '../../phone.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useCan, useSession } from '../../../../lib/session.ts'
import { Loading } from '../../../../ui/phone/loading.tsx'
import { Page } from '../../../../ui/phone/page.tsx'
import { ProblemNotice } from '../../../../ui/phone/problem-notice.tsx'
import { useT } from '../../../../ui/phone/words.ts'
import { LateReceipts } from '../late-receipts.tsx'
import { type OwnTask, ownQueries } from '../queries.ts'
import { AlsoToDeclare } from './also-to-declare.tsx'
import { AnswersNotice } from './answers-notice.tsx'
import { MoneyCard } from './money-card.tsx'
import { OwnTasks } from './own-tasks.tsx'
import { pressingOf } from './pressing.ts'
import { PressingCards } from './pressing-cards.tsx'
import { useSendAnswers } from './use-send-answers.ts'
import { useSendWaiting } from './use-send-waiting.ts'
import { WaitingNotice } from './waiting-notice.tsx'

/** What presses on top, then the money, then the rest. */
export function HomePage() {
  const t = useT()
  const session = useSession()
  const { data, error, refetch } = useQuery(ownQueries.months())
  const tasks = (useQuery(ownQueries.tasks()).data?.items ?? []).filter(isNoMonth)
  const isTutor = useCan('tutoring.own')
  const waiting = useSendWaiting(session?.personId ?? null)
  const sent = useSendAnswers(session?.personId ?? null)
  const answered = sent.answers.filter((one) => one.isSendWaiting).map((one) => one.month)
  const pressing = pressingOf(data?.months ?? [], { waiting, answered }, tasks)
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
          <AnswersNotice {...sent} />
          <LateReceipts />
          <PressingCards months={data.months} next={data.next} pressing={pressing} />
          <OwnTasks tasks={pressing.otherTasks} />
          <MoneyCard />
          <AlsoToDeclare months={data.months} others={pressing.otherMonths} />
          {data.months.length > 0 && (
            <p>
              <Link className="plain-link" href="/moi/declarations">
                {t('declarationsHome.history')}
              </Link>
            </p>
          )}
          <p>
            <Link className="plain-link" href="/moi/tutorat">
              {t('declarationsHome.askTutor')}
            </Link>
          </p>
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
