import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { todayInParis } from '../../lib/today.ts'
import { Loading } from '../../ui/phone/loading.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { useT } from '../../ui/phone/words.ts'
import { type Logged, LoggedNotice } from './logged-notice.tsx'
import { useLogSession } from './mutations.ts'
import { type TutorHome, tutoringQueries } from './queries.ts'
import type { SessionValues } from './session-fields.tsx'
import { SessionForm } from './session-form.tsx'

/** Logging the usual session: open, look, save. */
export function LogSessionPage() {
  const t = useT()
  const [logged, setLogged] = useState<Logged | null>(null)
  const { data, error, refetch } = useQuery(tutoringQueries.home())
  if (logged !== null) {
    return (
      <Page title={t('tutoringPhone.sent.title')} back="/tutorat">
        <LoggedNotice logged={logged} />
      </Page>
    )
  }
  if (data === undefined) {
    return (
      <Page title={t('tutoringPhone.log.title')} back="/tutorat">
        {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <Loading />}
      </Page>
    )
  }
  return <NewSession home={data} onLogged={setLogged} />
}

function NewSession({ home, onLogged }: { home: TutorHome; onLogged: (logged: Logged) => void }) {
  const t = useT()
  const id = useRef(crypto.randomUUID())
  const save = useLogSession()
  return (
    <SessionForm
      title={t('tutoringPhone.log.title')}
      back="/tutorat"
      initial={usualValues(home.usual)}
      who={{ tutees: home.tutees, first: home.usual?.tuteeId ?? home.tutees[0]?.id }}
      save={save}
      onSave={(body, tuteeIds) =>
        save.mutate(
          { id: id.current, tuteeIds: [...tuteeIds], ...body },
          { onSuccess: (done) => onLogged(done) },
        )
      }
    />
  )
}

function usualValues(usual: TutorHome['usual']): SessionValues {
  return {
    heldOn: todayInParis(),
    time: { minutes: usual?.minutes ?? 60, startsAt: '', endsAt: '', isByHours: false },
    mode: usual?.mode ?? 'in_person',
    place: usual?.place ?? '',
    travel: '',
    subjects: [],
    note: '',
  }
}
