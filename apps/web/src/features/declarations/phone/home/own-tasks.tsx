import { PERSON_WORK_KINDS, type PersonWorkKind } from '@terreau/domain/work-queue/work-kinds'
import { formatDate, formatMonth } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { useLocale } from '../../../../lib/locale.ts'
import { LinkButton } from '../../../../ui/phone/button.tsx'
import { Card } from '../../../../ui/phone/card.tsx'
import { useT } from '../../../../ui/phone/words.ts'
import { sentHref } from '../month-links.ts'
import type { OwnTask } from '../queries.ts'

/** Where a person does each kind of thing. */
const HREFS: Readonly<Record<PersonWorkKind, (task: OwnTask) => string>> = {
  'missing-declaration': ({ month, activityId }) =>
    `/moi/declarer/${month}/reprendre?activite=${activityId}`,
  'question-waiting': ({ month, activityId }) => sentHref(month ?? '', activityId),
  'welcome-to-finish': () => '/moi/bienvenue',
  'permit-to-resend': () => '/moi/titre',
  'sign-document': ({ targetId }) => `/moi/papiers/${targetId}/signer`,
}

/** The first thing to do when no month comes before it. */
export function TaskCard({ task }: { task: OwnTask }) {
  const words = useTaskWords(task)
  return (
    <Card title={words.title}>
      <p className="hint">{words.hint}</p>
      <LinkButton href={words.href}>{words.act}</LinkButton>
    </Card>
  )
}

/** What waits after the first card, the most pressing first. */
export function OwnTasks({ tasks }: { tasks: readonly OwnTask[] }) {
  const t = useT()
  if (tasks.length === 0) return null
  return (
    <section aria-labelledby="tasks">
      <h2 id="tasks">{t('tasksPhone.title')}</h2>
      <ul className="plain-list">
        {tasks.map((task) => (
          <li key={`${task.kind} ${task.targetId}`}>
            <TaskLine task={task} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function TaskLine({ task }: { task: OwnTask }) {
  const t = useT()
  const locale = useLocale()
  const { href, title } = useTaskWords(task)
  return (
    <>
      <Link href={href}>{title}</Link>
      {task.dueOn !== null && (
        <p className="hint">{t('tasksPhone.before', { date: formatDate(task.dueOn, locale) })}</p>
      )}
    </>
  )
}

function useTaskWords(task: OwnTask) {
  const t = useT()
  const locale = useLocale()
  const kind = personKind(task)
  const month = task.month === null ? '' : formatMonth(task.month, locale)
  return {
    href: HREFS[kind](task),
    title: t(`tasksPhone.item.${kind}.title`, { month }),
    hint: t(`tasksPhone.item.${kind}.hint`, { month }),
    act: t(`tasksPhone.item.${kind}.act`),
  }
}

function personKind(task: OwnTask): PersonWorkKind {
  const kind = PERSON_WORK_KINDS.find((name) => name === task.kind)
  if (kind === undefined) throw new Error(`${task.kind} is not done by the person`)
  return kind
}
