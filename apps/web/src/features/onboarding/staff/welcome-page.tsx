import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { nextTask, TASK_GROUPS } from '@terreau/domain/pipeline/tasks'
import { useParams } from 'wouter'
import { useLocale } from '../../../lib/locale.ts'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { StatusBadge, type StatusLook } from '../../../ui/staff/status-badge.tsx'
import { useHashFocus } from '../../../ui/staff/use-hash-focus.ts'
import { useT } from '../../../ui/staff/words.ts'
import { FactsPanel } from './facts-panel.tsx'
import { PiecesPanel } from './pieces-panel.tsx'
import { onboardingQueries, type Welcome } from './queries.ts'
import { taskHref } from './task-href.ts'

type Task = Welcome['tasks'][number]

const LOOKS: Readonly<Record<Task['status'], StatusLook>> = {
  done: 'success',
  'to-do': 'attention',
  problem: 'danger',
  'not-yet': 'neutral',
}

/** The welcome of somebody: four groups of tasks read from state, and where each is done. */
export function WelcomePage() {
  const t = useT()
  const { personId = '' } = useParams()
  const { data: welcome, error, refetch } = useQuery(onboardingQueries.welcome(personId))
  useHashFocus()
  if (!welcome)
    return error ? <ErrorBlock error={error} onRetry={() => void refetch()} /> : <Loading />
  const next = nextTask(welcome.tasks, 'anyone')
  return (
    <>
      <PageHeader
        title={t('onboarding.welcome.title', { name: welcome.personName })}
        subtitle={
          <>
            {t('onboarding.welcome.progress', welcome.progress)}
            {welcome.isReadyForContract && <p>{t('onboarding.welcome.ready')}</p>}
          </>
        }
        back={{ href: `/gestion/personnes/${personId}`, label: t('onboarding.welcome.back') }}
        actions={
          next && (
            <Button component="a" href={taskHref(next, welcome)}>
              {t('onboarding.welcome.continue')}
            </Button>
          )
        }
      />
      {TASK_GROUPS.map((group) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`}>{t(`onboarding.welcome.group.${group}`)}</h2>
          <ul className="task-list">
            {welcome.tasks
              .filter((task) => task.group === group)
              .map((task) => (
                <TaskLine key={`${task.name} ${task.pieceId}`} task={task} welcome={welcome} />
              ))}
          </ul>
        </section>
      ))}
      <PiecesPanel welcome={welcome} />
      <FactsPanel welcome={welcome} />
    </>
  )
}

function TaskLine({ task, welcome }: { task: Task; welcome: Welcome }) {
  const t = useT()
  const locale = useLocale()
  const piece = welcome.pieces.find((one) => one.id === task.pieceId)
  const label = piece
    ? locale === 'en'
      ? piece.labelEn
      : piece.labelFr
    : t(`onboarding.welcome.task.${task.name}`)
  return (
    <li>
      {task.status === 'not-yet' ? (
        <span className="dimmed">{label}</span>
      ) : (
        <a href={taskHref(task, welcome)}>{label}</a>
      )}
      <span className="dimmed">{t(`onboarding.welcome.actor.${task.actor}`)}</span>
      <StatusBadge look={LOOKS[task.status]}>
        {t(`onboarding.welcome.status.${task.status}`)}
      </StatusBadge>
      {task.block !== null && (
        <span className="dimmed">{t(`onboarding.welcome.block.${task.block}`)}</span>
      )}
    </li>
  )
}
