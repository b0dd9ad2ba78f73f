import { Button } from '@mantine/core'
import { formatMinutes } from '@terreau/i18n/format'
import { useState } from 'react'
import { useLocale } from '../../lib/locale.ts'
import { problemOf } from '../../lib/problem-error.ts'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { SavedNotice } from '../../ui/staff/saved-notice.tsx'
import { useT } from '../../ui/staff/words.ts'
import { useApprove } from './mutations.ts'
import type { TutoringSession } from './queries.ts'
import { SessionsTable } from './sessions-table.tsx'

const REASONS: Readonly<Record<string, true>> = {
  'version-changed': true,
  'tutoring-not-confirmed': true,
  'tutoring-not-firm': true,
  'tutoring-own-hours': true,
  'tutoring-hours-cross': true,
}
type Reason =
  | 'version-changed'
  | 'tutoring-not-confirmed'
  | 'tutoring-not-firm'
  | 'tutoring-own-hours'
  | 'tutoring-hours-cross'

/** Confirmed sessions to approve in one go. Everything is ticked: what is unclear is taken out. */
export function ApproveList({ sessions }: { sessions: readonly TutoringSession[] }) {
  const t = useT()
  const locale = useLocale()
  const approve = useApprove()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const chosen = sessions.filter((session) => !left.has(session.id))
  const minutes = chosen.reduce((total, session) => total + session.minutes, 0)
  const choose = (sessionId: string, isChosen: boolean) => {
    const next = new Set(left)
    if (isChosen) next.delete(sessionId)
    else next.add(sessionId)
    setLeft(next)
  }
  const reasons = new Map(
    (problemOf(approve.error)?.errors ?? []).flatMap(({ pointer, code }) => {
      const session = approve.variables?.[Number(pointer.split('/').at(-1))]
      return session && isReason(code) ? [[session.id, t(`fieldErrors.${code}`)] as const] : []
    }),
  )
  const done = approve.data && {
    count: approve.data.approved,
    time: formatMinutes(approve.data.minutes, locale),
  }
  return (
    <>
      <SavedNotice>{done && t('tutoring.approve.done', done)}</SavedNotice>
      {approve.error && <ErrorBlock error={approve.error} />}
      {sessions.length > 0 && (
        <>
          <div className="form-actions">
            <Button
              disabled={chosen.length === 0}
              loading={approve.isPending}
              onClick={() => approve.mutate(chosen)}
            >
              {t('tutoring.approve.submit', {
                count: chosen.length,
                time: formatMinutes(minutes, locale),
              })}
            </Button>
            <Button
              variant="default"
              onClick={() => setLeft(new Set(left.size > 0 ? [] : sessions.map(({ id }) => id)))}
            >
              {t(left.size > 0 ? 'tutoring.approve.all' : 'tutoring.approve.none')}
            </Button>
          </div>
          <SessionsTable
            sessions={sessions}
            choice={{
              chosen: new Set(chosen.map((session) => session.id)),
              onChoose: choose,
              reasons,
            }}
          />
        </>
      )}
    </>
  )
}

function isReason(code: string): code is Reason {
  return Object.hasOwn(REASONS, code)
}
