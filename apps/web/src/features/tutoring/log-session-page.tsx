import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { afterWrite } from '../../lib/after-write.ts'
import { useSession } from '../../lib/session.ts'
import { todayInZone } from '../../lib/today.ts'
import { LinkButton } from '../../ui/phone/button.tsx'
import { Loading } from '../../ui/phone/loading.tsx'
import { Page } from '../../ui/phone/page.tsx'
import { ProblemNotice } from '../../ui/phone/problem-notice.tsx'
import { VoiceField } from '../../ui/phone/voice/voice-field.tsx'
import { useT } from '../../ui/phone/words.ts'
import { homeQueries } from './home-queries.ts'
import { useDraftVoice } from './keep/draft-voice.ts'
import type { Logged } from './keep/send-session.ts'
import { LoggedNotice } from './logged-notice.tsx'
import { useLogSession } from './mutations.ts'
import type { TutorHome } from './queries.ts'
import type { SessionValues } from './session-fields.tsx'
import { SessionForm } from './session-form.tsx'

// Fetched behind the form: once a session cannot leave, neither could they come.
const fetchKeeping = () => import('./keep/kept-sessions.ts')
const fetchCard = () => import('./keep/kept-card.tsx')
const KeptCard = lazy(() => fetchCard().then((m) => ({ default: m.KeptCard })))

/** Logging the usual session: open, look, save. */
export function LogSessionPage() {
  const t = useT()
  const [logged, setLogged] = useState<Logged | null>(null)
  const [isKept, setKept] = useState(false)
  const { data, error, refetch } = useQuery(homeQueries.home())
  if (logged !== null) {
    return (
      <Page title={t('tutoringPhone.sent.title')} back="/tutorat">
        <LoggedNotice logged={logged} />
      </Page>
    )
  }
  if (isKept) {
    return (
      <Page title={t('tutoringPhone.sent.title')} back="/tutorat">
        <Suspense fallback={<Loading />}>
          <KeptCard />
        </Suspense>
        <LinkButton href="/tutorat" look="secondary">
          {t('tutoringPhone.sent.again')}
        </LinkButton>
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
  return <NewSession home={data} onLogged={setLogged} onKept={() => setKept(true)} />
}

interface NewSessionProps {
  home: TutorHome
  onLogged: (logged: Logged) => void
  onKept: () => void
}

/** Without a network the session stays on this phone, and the page says so: it leaves later by itself. */
function NewSession({ home, onLogged, onKept }: NewSessionProps) {
  const t = useT()
  const personId = useSession()?.personId ?? null
  const id = useRef(crypto.randomUUID())
  const save = useLogSession()
  useEffect(() => {
    void Promise.all([fetchKeeping(), fetchCard()]).catch(() => undefined)
  }, [])
  const draft = useDraftVoice(personId)
  const [speaking, setSpeaking] = useState<'no' | 'yes' | 'told'>('no')
  return (
    <SessionForm
      title={t('tutoringPhone.log.title')}
      back="/tutorat"
      initial={usualValues(home.usual)}
      who={{ tutees: home.tutees, first: home.usual?.tuteeId ?? home.tutees[0]?.id }}
      save={save}
      hasMore={draft.voice != null}
      onSave={(values, tuteeIds) => {
        if (speaking !== 'no') return setSpeaking('told')
        const body = { id: id.current, tuteeIds: [...tuteeIds], ...values }
        const kept = {
          body,
          names: namesOf(home, tuteeIds),
          voice: draft.voice ?? null,
          refusal: null,
        }
        const keep = async (error: unknown) => {
          const { keepSession, mayLeaveLater } = await fetchKeeping()
          if (personId === null || !mayLeaveLater(error)) return
          if (!(await keepSession(personId, kept))) return
          draft.change(null)
          onKept()
        }
        afterWrite(
          save.mutateAsync({ personId, kept }),
          (done) => {
            draft.change(null)
            if (done === 'kept') onKept()
            else onLogged(done)
          },
          (error) => keep(error).catch(() => undefined),
        )
      }}
    >
      {draft.voice !== undefined && (
        <VoiceField
          voice={draft.voice}
          label={t('tutoringPhone.log.voice')}
          isKept={draft.isKept}
          onChange={(voice) => {
            setSpeaking(voice === 'speaking' ? 'yes' : 'no')
            if (voice !== 'speaking' && voice !== draft.voice) draft.change(voice)
          }}
        />
      )}
      {speaking === 'told' && (
        <p className="field-error" role="alert">
          {t('voice.stillSpeaking')}
        </p>
      )}
    </SessionForm>
  )
}

function namesOf(home: TutorHome, tuteeIds: readonly string[]): string {
  return home.tutees
    .filter(({ id }) => tuteeIds.includes(id))
    .map(({ name }) => name)
    .join(', ')
}

function usualValues(usual: TutorHome['usual']): SessionValues {
  return {
    heldOn: todayInZone(),
    time: { minutes: usual?.minutes ?? 60, startsAt: '', endsAt: '', isByHours: false },
    mode: usual?.mode ?? 'in_person',
    place: usual?.place ?? '',
    travel: '',
    subjects: [],
    note: '',
  }
}
