import { useRef, useState } from 'react'
import { afterWrite } from '../../lib/after-write.ts'
import { useT } from '../../ui/staff/words.ts'
import { useDecide, useTakeBack } from './mutations.ts'
import type { Concerned } from './queries.ts'

export type DecisionKind = 'nil' | 'postpone'

/** Somebody a decision can be about. */
export interface Decided {
  personId: string
  activityId: string
  name: string
}

/** A check may be about a rate or a month; only people with an activity can be decided for. */
export function decidable({ personId, activityId, name }: Concerned): Decided | null {
  return personId === null || activityId === null ? null : { personId, activityId, name }
}

/**
 * Decisions for those who declared nothing. Their line leaves the page once decided, so what was done is
 * said in a place that stays, and focus goes there.
 */
export function useDecisions(month: string) {
  const t = useT()
  const decide = useDecide(month)
  const takeBack = useTakeBack(month)
  const noteRef = useRef<HTMLDivElement>(null)
  const [note, setNote] = useState<{ text: string; postponed: Decided | null } | null>(null)
  const say = (text: string, postponed: Decided | null) => {
    setNote({ text, postponed })
    window.setTimeout(() => noteRef.current?.focus(), 0)
  }
  return {
    note,
    noteRef,
    isBusy: decide.isPending || takeBack.isPending,
    error: decide.error ?? takeBack.error,
    /** Whom the last act was about. */
    about: decide.variables?.personId ?? takeBack.variables?.personId ?? null,
    decide: (who: Decided, decision: DecisionKind, reason: string) =>
      afterWrite(
        decide.mutateAsync({
          personId: who.personId,
          activityId: who.activityId,
          decision,
          reason,
        }),
        () =>
          decision === 'nil'
            ? say(t('closing.decision.doneNil', { name: who.name }), null)
            : say(t('closing.decision.donePostpone', { name: who.name }), who),
      ),
    takeBack: (who: Decided) =>
      afterWrite(takeBack.mutateAsync({ personId: who.personId, activityId: who.activityId }), () =>
        say(t('closing.decision.takenBack', { name: who.name }), null),
      ),
  }
}

export type Decisions = ReturnType<typeof useDecisions>
