import { useT } from '../../../ui/staff/words.ts'
import { progressOf } from './progress-of.ts'
import type { Queue } from './queries.ts'

/** Seconds a clean declaration takes. */
const SECONDS_EACH = 20

/** "12 lues sur 40 · environ 8 minutes". */
export function QueueProgress({ queue }: { queue: Queue }) {
  const t = useT()
  const { done, total } = progressOf(queue)
  if (total === 0) return null
  const minutes = Math.ceil(((total - done) * SECONDS_EACH) / 60)
  return (
    <span>
      {t('review.progress', { done, total })}
      {minutes > 0 && ` · ${t('review.timeLeft', { count: minutes })}`}
    </span>
  )
}
