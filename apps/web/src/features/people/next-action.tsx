import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { WORK_KINDS } from '@terreau/domain/work-queue/work-kinds'
import { Link } from 'wouter'
import { useCan } from '../../lib/session.ts'
import { type WorkItem, workHref, workOfPerson } from '../../lib/work.ts'
import { useT } from '../../ui/staff/words.ts'
import { Consequence, WorkWords } from '../../ui/staff/work-words.tsx'
import type { PersonFile } from './queries.ts'

/**
 * The one thing to do next in this file: the first of the work queue for this person. With nothing in the
 * queue, whoever is admitted and has no contract yet is still being welcomed.
 */
export function NextAction({ file }: { file: PersonFile }) {
  const { data: queue } = useQuery(workOfPerson(file.id))
  const mayWelcome = useCan('onboarding.manage')
  if (queue === undefined) return null
  const [item] = queue.items
  if (item) return <NextItem item={item} today={queue.today} more={queue.total - 1} />
  return file.stage === 'admitted' && mayWelcome ? <GoOnWelcoming file={file} /> : null
}

function NextItem({ item, today, more }: { item: WorkItem; today: string; more: number }) {
  const t = useT()
  const mayDo = useCan(WORK_KINDS[item.kind].permission)
  return (
    <section className="next-action" aria-labelledby="next-action">
      <div>
        <h2 id="next-action">{t('people.next.title')}</h2>
        <WorkWords item={item} today={today} withName={false} />
        <Consequence item={item} />
        {more > 0 && <p className="dimmed">{t('people.next.more', { count: more })}</p>}
      </div>
      {mayDo && (
        <Button component={Link} href={workHref(item)}>
          {t(`home.item.${item.kind}.act`)}
        </Button>
      )}
    </section>
  )
}

function GoOnWelcoming({ file }: { file: PersonFile }) {
  const t = useT()
  return (
    <section className="next-action" aria-labelledby="next-action">
      <div>
        <h2 id="next-action">{t('people.next.title')}</h2>
        <p>{t('people.next.welcome')}</p>
      </div>
      <Button component={Link} href={`/gestion/accueil/${file.id}`}>
        {t('people.next.openWelcome')}
      </Button>
    </section>
  )
}
