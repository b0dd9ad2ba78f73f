import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useSingleKeys } from '../../lib/single-keys.ts'
import { workHref, workOfPerson } from '../../lib/work.ts'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { useT } from '../../ui/staff/words.ts'
import { Consequence, WorkWords } from '../../ui/staff/work-words.tsx'
import { MarkHistory, MarkNotes } from './mark-notes.tsx'
import type { QueueItem } from './queries.ts'
import { type Noting, WorkNoting } from './work-noting.tsx'

interface FocusModeProps {
  items: readonly QueueItem[]
  /** How many wait in all, as far as is known. */
  total: number
  /** Asks for what is ranked behind; null when nothing is. */
  onMore: (() => void) | null
  today: string
  onLeave: () => void
}

/**
 * One thing at a time, with what else waits for the same person beside it. What is done elsewhere has
 * left the list when one comes back, so the next one is already there.
 */
export function FocusMode({ items, total, onMore, today, onLeave }: FocusModeProps) {
  const t = useT()
  const [passed, setPassed] = useState<readonly string[]>([])
  const [noting, setNoting] = useState<Noting | null>(null)
  const left = items.filter((item) => !passed.includes(nameOf(item)))
  const [item] = left
  const needsMore = left.length < 2
  useEffect(() => {
    if (needsMore) onMore?.()
  }, [needsMore, onMore])
  const next = () => {
    setNoting(null)
    if (item) setPassed([...passed, nameOf(item)])
  }
  useFocusKeys({ item, isNoting: noting !== null, onNote: setNoting, onNext: next, onLeave })
  if (item === undefined) {
    return (
      <EmptyState
        kind="done"
        title={t(items.length === 0 ? 'home.empty.done' : 'home.focus.allPassed')}
        action={
          <Button variant="default" onClick={onLeave}>
            {t('home.focus.leave')}
          </Button>
        }
      />
    )
  }
  return (
    <section className="work-focus" aria-labelledby="work-focus">
      <h2 id="work-focus">{t('home.focus.place', { n: items.length - left.length + 1, total })}</h2>
      <div className="work-focus-card">
        <WorkWords item={item} today={today} />
        <Consequence item={item} />
        <MarkNotes item={item} />
        <div className="work-acts">
          <Button component={Link} href={workHref(item)}>
            {t(`home.item.${item.kind}.act`)}
          </Button>
          <Button variant="default" onClick={next}>
            {t('home.focus.next')}
          </Button>
          <WorkNoting
            key={nameOf(item)}
            item={item}
            today={today}
            noting={noting}
            onNote={setNoting}
            onCancel={() => setNoting(null)}
            onDone={() => setNoting(null)}
          />
        </div>
        <MarkHistory item={item} />
      </div>
      {item.personId !== null && <AlsoWaiting item={item} personId={item.personId} today={today} />}
      <p className="dimmed">{t('home.focus.keys')}</p>
      <Button variant="subtle" onClick={onLeave}>
        {t('home.focus.leave')}
      </Button>
    </section>
  )
}

/** What else waits for the same person, so that one visit settles it all. */
function AlsoWaiting(props: { item: QueueItem; personId: string; today: string }) {
  const { item, personId, today } = props
  const t = useT()
  const { data } = useQuery(workOfPerson(personId))
  const others = (data?.items ?? []).filter((one) => nameOf(one) !== nameOf(item))
  return (
    <section aria-labelledby="work-also">
      <h3 id="work-also">
        <Link href={`/gestion/personnes/${personId}`}>{item.personName}</Link>
      </h3>
      {others.length === 0 && <p className="dimmed">{t('home.focus.nothingElse')}</p>}
      {others.length > 0 && (
        <ul className="work-list">
          {others.map((other) => (
            <li key={nameOf(other)}>
              <div className="work-text">
                <WorkWords item={other} today={today} withName={false} />
              </div>
              <Link href={workHref(other)}>{t(`home.item.${other.kind}.act`)}</Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

interface FocusKeys {
  item: QueueItem | undefined
  isNoting: boolean
  onNote: (noting: Noting) => void
  onNext: () => void
  onLeave: () => void
}

/** Enter opens, N goes on, S puts aside, M gives, Escape leaves; never while something is typed. */
function useFocusKeys(keys: FocusKeys): void {
  const [, navigate] = useLocation()
  const hasSingleKeys = useSingleKeys()
  useEffect(() => {
    const { item, isNoting, onNote, onNext, onLeave } = keys
    const press = (event: KeyboardEvent) => {
      if (isNoting || item === undefined || event.ctrlKey || event.metaKey || event.altKey) return
      if (
        event.target instanceof Element &&
        event.target.closest('a, button, input, select, textarea')
      )
        return
      if (event.key === 'Escape') return onLeave()
      if (event.key === 'Enter') return navigate(workHref(item))
      if (!hasSingleKeys) return
      const act = { n: onNext, s: () => onNote('snooze'), m: () => onNote('assign') }
      const letter = event.key.toLowerCase()
      if (letter !== 'n' && letter !== 's' && letter !== 'm') return
      event.preventDefault()
      act[letter]()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
}

function nameOf({ kind, targetId }: QueueItem): string {
  return `${kind} ${targetId}`
}
